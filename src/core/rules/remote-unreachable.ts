import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { isOfThisMachine, sideOf } from '../deduce/remote-side';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'remote-unreachable',
  label: 'remote-unreachable',
  cause: 'remote-unreachable',
  stage: 'handshake',
  reads: [
    'connection-failed',
    'http-refused',
    'proxy-failed',
    'npm-speaks',
    'pypi-unreachable',
    'timed-out',
    ...READ_OF_BARE_FAILURE,
  ],
  messages: {
    refused:
      'Nothing listens at the address of this server: the connection is refused. Start the server there, or correct host and port.',
    'no-such-host':
      'The host of this server is not known by that name here. Correct the address, or connect to the network that knows it.',
    'timed-out':
      'The host of this server does not answer. Is it reachable from this machine, perhaps through a VPN or a proxy?',
    broken:
      'The connection to this server is broken off before it answers, mostly by a proxy or a firewall in between. No local server has crashed.',
    unsaid: 'The server at this address cannot be reached. Is it running, and reachable from where the client runs?',
    perhaps: 'Is the server at this address running, and can it be reached from where the client runs?',
    proxy:
      'The proxy {proxy} does not let the call to this server through ({code}). Correct the proxy in the settings or the environment of the client, or add the server’s host to `NO_PROXY`.',
    fault:
      'The remote server itself has failed (HTTP {status}). Try again later; what went wrong stands in its own log.',
    busy: 'The remote server takes no more requests for now (HTTP {status}). Try again later, and less often.',
    'proxy-credentials':
      'A proxy in between wants credentials (HTTP {status}). Give them to the client in its settings or its environment (`HTTPS_PROXY`), or add the server’s host to `NO_PROXY`.',
    gateway:
      'What stands before this server answers in its place (HTTP {status}): the server behind it is down or too slow.',
  },
  match: (subject, say) => {
    const failed = subject.facts.first('connection-failed');
    const refused = subject.facts.first('http-refused');
    const span = subject.entry?.url?.span ?? null;
    const proxy = subject.facts.first('proxy-failed');
    if (proxy) {
      const { proxy: host, code, evidence } = proxy;
      return [say('proxy', { proxy: host, code }, { span, evidence: [evidence] })];
    }
    const fault = refused && FAULTS.has(refused.status) ? sideOf(subject, refused) : 'other';
    if (refused && fault === 'remote') {
      const { status, evidence } = refused;
      return [say('fault', { status }, { confidence: 'possible', span, evidence: [evidence] })];
    }
    const inBetween = refused && IN_BETWEEN[refused.status];
    if (inBetween && sideOf(subject, refused) === 'remote') {
      const { status, evidence } = refused;
      return [say(inBetween, { status }, { confidence: 'likely', span, evidence: [evidence] })];
    }
    const gateway = refused && refused.status >= 502 ? sideOf(subject, refused) : 'other';
    if (refused && gateway !== 'other') {
      const { status, evidence } = refused;
      const confidence = gateway === 'remote' ? 'likely' : 'possible';
      return [say('gateway', { status }, { confidence, span, evidence: [evidence] })];
    }
    const address = subject.entry?.url ?? null;
    const isUnsaid = !failed && !refused && (isBareFailure(subject) || subject.facts.first('timed-out') !== undefined);
    if (isUnsaid && address)
      return isOfThisMachine(address)
        ? [say('unsaid', {}, suggestedBy(address))]
        : [say('perhaps', {}, { ...suggestedBy(address), isLastGuess: true })];
    const side = failed ? sideOf(subject, failed) : 'other';
    // A package client speaks of its registry.
    const isOfClient = subject.facts.first('npm-speaks') ?? subject.facts.first('pypi-unreachable');
    if (!failed || side === 'other' || (side === 'open' && isOfClient)) return [];
    // What was called is known, where we called it.
    const confidence = side === 'open' ? 'possible' : failed.evidence.kind === 'http' ? 'evident' : 'likely';
    return [say(failed.how, {}, { confidence, span, evidence: [failed.evidence] })];
  },
});

/** Of the code behind the address, and not of what stands in front of it. */
const FAULTS: ReadonlySet<number> = new Set([500, 501]);

/** What is no answer of the MCP server to this client (RFC 9110, RFC 6585). */
const IN_BETWEEN: Readonly<Record<number, 'busy' | 'proxy-credentials'>> = {
  407: 'proxy-credentials',
  408: 'busy',
  425: 'busy',
  429: 'busy',
};

export const page: Page = {
  title: 'The remote server cannot be reached',
  what: 'The entry gives an address, and no connection to it came about: refused, no such host, no answer in time, or broken off.',
  why: 'The server is not running, listens on another port, is known only inside a company’s network, or a proxy stands in between. In a container `localhost` is the container.',
  remedy:
    'Open the address from the machine on which the client runs. Start the server, correct the address, or give the client its proxy. From a container use the name of the service or `host.docker.internal`.',
  exceptions:
    'A local server that reaches its own database or application in vain says the same: that is another cause.',
};

const remote = '{ "servers": { "a": { "type": "http", "url": "http://localhost:8000/mcp" } } }';
const bridged =
  '{ "servers": { "a": { "command": "npx", "args": ["-y", "mcp-remote", "https://mcp.acme.test/mcp"] } } }';

export const examples: Examples = () => [
  {
    name: 'the end alone, of a server of this machine',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "http://localhost:8080/mcp" } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'Is it running',
  },
  {
    name: 'the same, of one elsewhere',
    fires: true,
    behind: 'remote-auth-missing',
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "http://localhost.acme.example/mcp" } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'can it be reached',
  },
  {
    name: 'too many requests',
    fires: true,
    given: { stderr: 'SseError: SSE error: Non-200 status code (429)' },
    params: { status: 429 },
  },
  {
    name: 'a proxy that wants to know who calls',
    fires: true,
    given: { stderr: 'Error POSTing to endpoint (HTTP 407): Proxy Authentication Required' },
    params: { status: 407 },
  },
  {
    name: 'the same, of the service behind a local server',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "acme" } } }',
      stderr: 'Error: Request failed with status code 429',
      exit: { code: 1, signal: null },
    },
  },
  {
    name: 'no answer in time, of one elsewhere',
    fires: true,
    behind: 'server-hangs',
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "https://mcp.acme.example/mcp" } } }',
      log: 'MCP error -32001: Request timed out',
    },
    says: 'can it be reached',
  },
  {
    name: 'the end alone, of a program',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "acme-mcp" } } }',
      log: 'MCP error -32001: Request timed out',
    },
  },
  {
    name: 'nothing listens',
    fires: true,
    given: { config: remote, stderr: 'TypeError: fetch failed\n  cause: Error: connect ECONNREFUSED 127.0.0.1:8000' },
  },
  {
    name: 'a bridge, and a name that nobody knows',
    fires: true,
    given: { config: bridged, stderr: 'Connection error: Error: getaddrinfo ENOTFOUND mcp.acme.test' },
  },
  {
    name: 'no answer',
    fires: true,
    given: { config: remote, stderr: 'Error: connect ETIMEDOUT 10.0.0.7:8000' },
  },
  { name: 'broken off', fires: true, given: { config: bridged, stderr: 'read ECONNRESET' } },
  {
    name: 'VS Code, without a cause',
    fires: true,
    given: { stderr: 'Error sending message to https://acme.test/mcp: TypeError: fetch failed' },
  },
  {
    name: 'a gateway',
    fires: true,
    given: { config: remote, stderr: 'Error POSTing to endpoint (HTTP 502): <html>Bad Gateway</html>' },
    params: { status: 502 },
  },
  {
    name: 'its own fault',
    fires: true,
    given: { config: remote, stderr: 'Error POSTing to endpoint (HTTP 500): {"error":"Internal Server Error"}' },
    params: { status: 500 },
    says: 'itself has failed',
  },
  {
    name: 'the proxy',
    fires: true,
    given: {
      config: remote,
      http: { failure: { code: 'HTTP 407', at: 'proxy', to: 'proxy.test:8080' } },
    },
    params: { code: 'HTTP 407' },
  },
  {
    name: 'we called it',
    fires: true,
    given: {
      config: remote,
      http: { failure: { code: 'ECONNREFUSED', at: 'server', to: 'localhost:8000' } },
    },
  },
  {
    name: 'what a local server calls',
    fires: false,
    given: { stderr: 'Error: connect ECONNREFUSED 127.0.0.1:5432', exit: { code: 1, signal: null } },
  },
];
