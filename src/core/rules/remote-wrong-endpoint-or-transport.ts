import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { clientNameOf } from '../deduce/client-name';
import { isOfService, sideOf } from '../deduce/remote-side';
import { defineRule } from './rule';
import type { Evidence } from '../facts';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'remote-wrong-endpoint-or-transport',
  label: 'remote-wrong-endpoint-or-transport',
  cause: 'remote-wrong-endpoint-or-transport',
  stage: 'handshake',
  over: ['remote-auth-missing'],
  reads: [
    'entry',
    'http-refused',
    'http-other-content',
    'http-session-refused',
    'stdout-noise',
    'account',
    ...READ_OF_BARE_FAILURE,
  ],
  messages: {
    'not-found':
      'There is no MCP endpoint at this address (HTTP {status}). Most servers have it at a path of their own, `/mcp` or `/sse`: take the address from the server’s documentation.',
    method:
      'The address answers, but does not take this transport (HTTP {status}). An endpoint for `sse` is none for `http`: change `type`, or the path.',
    request:
      'The address answers, but not to a first message of this transport (HTTP {status}). Check path and `type` against the server’s documentation.',
    sse: 'An address that ends in `/mcp` mostly speaks Streamable HTTP, and this entry asks it for the older event streams. Try `"type": "http"`.',
    http: 'An address that ends in `/sse` mostly speaks the older event streams, and this entry asks it for Streamable HTTP. Try `"type": "sse"`, or the path `/mcp`.',
    untyped:
      '{client} asks an address without a `type` for the older event streams, and one that ends in `/mcp` mostly speaks Streamable HTTP. Add `"type": "streamableHttp"`.',
    never:
      '{client} speaks Streamable HTTP only, and this address is one of the older event streams. Take the address that the server has for the other, mostly `/mcp`.',
    moved:
      'Many servers have given up the older event streams. Does this one have an address for Streamable HTTP, mostly `/mcp`?',
    told: 'The entry calls the server by another transport than it speaks. Change `type`, the key of the address, or the path, as the server’s documentation says.',
    text: 'What answers at this address is no message of the protocol: {line}. Check the path against the server’s documentation.',
    page: 'What answers at this address is no MCP server: it sends `{type}`. Check the path; a login page answers like this, too.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    if (facts.first('http-session-refused')) return [];
    const span = entry?.url?.span ?? null;
    const other = facts.first('http-other-content');
    // A page from a service that a local server has called is no answer to the client.
    if (other && isOfService(subject, other)) return [];
    if (other) return [say('page', { type: other.type }, { confidence: 'likely', span, evidence: [other.evidence] })];
    // What a client cannot parse has come from the address: nothing is printed by a remote server.
    const noise = entry?.url ? facts.first('stdout-noise') : undefined;
    if (noise)
      return [say('text', { line: noise.evidence.text }, { confidence: 'likely', span, evidence: [noise.evidence] })];
    const refused = facts.first('http-refused');
    if (!refused && entry?.transport === 'sse' && /\/mcp\/?$/.test(entry.url?.safe ?? ''))
      return [
        say('sse', {}, { severity: 'information', confidence: 'possible', span, evidence: written(entry.url?.safe) }),
      ];
    const isBare = !refused && isBareFailure(subject);
    const { eventStreams } = (subject.plan?.location ?? subject.reader?.location)?.entries ?? {};
    const client = clientNameOf(subject);
    const isOlder = entry?.url && (entry.transport === 'sse' || /\/sse\/?$/.test(entry.url.safe));
    if (isBare && isOlder && entry.url && eventStreams === 'never')
      return [say('never', { client }, suggestedBy(entry.url))];
    const hasType = entry?.fields.some(({ name }) => name === entry.keys.type || name.startsWith('transport'));
    if (isBare && entry?.url && eventStreams === 'untyped' && !hasType && /\/mcp\/?$/.test(entry.url.safe))
      return [say('untyped', { client }, suggestedBy(entry.url))];
    if (isBare && isOlder && entry.url && entry.transport === 'sse') return [say('moved', {}, suggestedBy(entry.url))];
    if (isBare && entry?.transport === 'http' && entry.url && /\/sse\/?$/.test(entry.url.safe))
      return [say('http', {}, suggestedBy(entry.url))];
    const side = refused ? sideOf(subject, refused) : 'other';
    const account = accountOf({ facts }, 'transport');
    if (account && side === 'other') return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    if (!refused || side === 'other') return [];
    const { status, evidence } = refused;
    const more = { confidence: side === 'remote' ? 'likely' : 'possible', span, evidence: [evidence] } as const;
    if (status === 404) return [say('not-found', { status }, more)];
    if (OF_TRANSPORT.has(status)) return [say('method', { status }, more)];
    return OF_REQUEST.has(status) ? [say('request', { status }, more)] : [];
  },
});

/** The method is not taken, the endpoint is given up, or another protocol is wanted (RFC 9110). */
const OF_TRANSPORT: ReadonlySet<number> = new Set([405, 410, 426]);
/** The message is not what is taken here: malformed, of another content, or of another length (RFC 9110). */
const OF_REQUEST: ReadonlySet<number> = new Set([400, 406, 411, 415, 422]);

function written(text: Safe | undefined): readonly Evidence[] {
  return text === undefined ? [] : [{ kind: 'entry', line: null, text }];
}

export const page: Page = {
  title: 'Another address or another transport',
  what: 'Something answers at the address, and it is no MCP endpoint of this kind.',
  why: 'The path is missing or of another version (`/mcp`, `/sse`, `/v1/mcp`), the entry says `sse` where the server speaks Streamable HTTP or the other way round, or the address is that of a web page.',
  remedy: 'Take address and type from the server’s documentation: mostly `http` for `/mcp`, `sse` for `/sse`.',
  exceptions: 'A client that tries both transports gets one 404 or 405 on the way of a healthy start.',
};

export const examples: Examples = () => [
  {
    name: 'another protocol is wanted',
    fires: true,
    given: { stderr: 'SseError: SSE error: Non-200 status code (426)' },
    params: { status: 426 },
  },
  {
    name: 'a text in the place of a message',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "https://x.test/mcp" } } }',
      log: `SyntaxError: Unexpected token 'N', "Not Found" is not valid JSON`,
    },
    says: 'no message of the protocol',
  },
  {
    name: 'the same of a local server',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "acme" } } }',
      log: `SyntaxError: Unexpected token 'N', "Not Found" is not valid JSON`,
    },
  },
  { name: 'somebody has seen it', fires: true, given: { log: 'the type must be sse, and not http' } },
  {
    name: 'the end alone, and a path of the other transport',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "https://x.test/sse" } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'the end alone, of a client that takes what has no type for the older one',
    fires: true,
    given: {
      path: '/home/u/.cline/data/settings/cline_mcp_settings.json',
      config: '{ "mcpServers": { "a": { "url": "https://x.test/mcp" } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'streamableHttp',
  },
  {
    name: 'the end alone, of a client that has no event streams',
    fires: true,
    given: {
      path: '/home/u/.codex/config.toml',
      config: '[mcp_servers.a]\nurl = "https://x.test/sse"\n',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'Streamable HTTP only',
  },
  {
    name: 'the end alone, of event streams',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "type": "sse", "url": "https://x.test/sse" } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'have given up',
  },
  {
    name: 'no such path',
    fires: true,
    given: { stderr: 'Error POSTing to endpoint (HTTP 404): {"detail":"Not Found"}' },
    params: { status: 404 },
  },
  {
    name: 'an endpoint for events',
    fires: true,
    given: { stderr: '405 status sending message to https://x.test/sse: Method Not Allowed' },
    params: { status: 405 },
  },
  { name: 'no request that it knows', fires: true, given: { stderr: 'Error POSTing to endpoint (HTTP 400): bad' } },
  {
    name: 'a page',
    fires: true,
    given: { stderr: 'StreamableHTTPError: Streamable HTTP error: Unexpected content type: text/html; charset=utf-8' },
    params: { type: 'text/html' },
  },
  {
    name: 'event streams at an address of the other kind',
    fires: true,
    given: { config: '{ "servers": { "a": { "type": "sse", "url": "https://x.test/v1/mcp" } } }' },
  },
  {
    name: 'a session that is over',
    fires: false,
    given: { stderr: 'Error POSTing to endpoint (HTTP 404): Session not found' },
  },
  { name: 'what a local server asks', fires: false, given: { stderr: 'GET /users: 404 Not Found' } },
];
