import { accountOf } from '../deduce/account';
import { sideOf } from '../deduce/remote-side';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'protocol-mismatch',
  label: 'protocol-mismatch',
  cause: 'protocol-mismatch',
  stage: 'handshake',
  // A version that is not taken is refused by a status as well.
  over: ['remote-wrong-endpoint-or-transport', 'server-hangs'],
  reads: ['protocol-refused', 'version-left', 'tools-not-listed', 'http-refused', 'timed-out', 'account', 'ended'],
  messages: {
    version:
      'Client and server know no common version of the protocol. Update the older of the two: mostly the server.',
    left: 'The client has asked for version {asked} of the protocol, the server answered with {answered}, and the client left: it knows no version as new as that. Update the client, or take an older release of the server.',
    accept:
      'The client does not say that it takes both `application/json` and `text/event-stream`, as the protocol asks. Update the client, or what stands between the two.',
    ids: 'The entry tells its client which ids its requests have (`requestIdFormat`), as some servers drop those of the other kind without an answer. Where this file is another client’s, the key is not read; else try the other kind, or update the server.',
    list: 'The server has answered `tools/list` with an error, or with something else than a list of tools: {line}. Update the server.',
    default:
      'One side sends a message that the other does not know, or not at this point. Update the older of the two: mostly the server.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const left = facts.first('version-left');
    if (left) {
      const { asked, answered, evidence } = left;
      // By its answer the server looks as one that is ready.
      return [say('left', { asked, answered }, { confidence: 'likely', evidence: [evidence], standsWhenReady: true })];
    }
    const unlisted = facts.first('tools-not-listed')?.evidence;
    if (unlisted) return [say('list', { line: unlisted.text }, { confidence: 'possible', evidence: [unlisted] })];
    // Oh My Pi's, for servers that decode numbers alone. It reads the key in its own files only (changelog, 17.2.4).
    const ids = entry?.fields.find(({ name }) => name === 'requestIdFormat');
    if (ids && (facts.first('timed-out') ?? accountOf(subject, 'silent'))) {
      const evidence = [{ kind: 'entry', line: null, text: safe('requestIdFormat') }] as const;
      return [say('ids', {}, { confidence: 'possible', span: ids.span, evidence })];
    }
    const unaccepted = facts.all('http-refused').find(({ status }) => status === 406);
    if (unaccepted && sideOf(subject, unaccepted) === 'remote')
      return [say('accept', {}, { confidence: 'possible', evidence: [unaccepted.evidence] })];
    return facts
      .all('protocol-refused')
      .map(({ isVersion, evidence }) =>
        say(isVersion ? 'version' : 'default', {}, { confidence: 'likely', evidence: [evidence] }),
      );
  },
});

export const page: Page = {
  title: 'Client and server speak different versions',
  what: 'The handshake began, and one side refused what the other one sent: its version, its method, or its order.',
  why: 'The protocol grows: newer clients ask first which revision a server has (`server/discover`), and older servers take nothing before `initialize`.',
  remedy: 'Update the server; where it is the newest, the client. Authors: update the SDK.',
  exceptions: '`Method not found` for lists that a server does not have is no failure.',
};

/** A log of Claude Desktop, up to the answer in that version. */
const shaken = (answered: string): readonly string[] => [
  '2025-05-25T15:00:09.924Z [acme] [info] Initializing server...',
  '2025-05-25T15:00:09.996Z [acme] [info] Message from client: {"method":"initialize","params":{"protocolVersion":"2024-11-05","capabilities":{}},"jsonrpc":"2.0","id":0}',
  `2025-05-25T15:00:10.006Z [acme] [info] Message from server: {"jsonrpc":"2.0","id":0,"result":{"capabilities":{},"protocolVersion":"${answered}","serverInfo":{"name":"acme","version":"1"}}}`,
];

export const examples: Examples = () => [
  {
    name: 'an answer in a newer version, after which the client leaves',
    fires: true,
    given: {
      log: [...shaken('2025-03-26'), '2025-05-25T15:00:10.011Z [acme] [info] Client transport closed'].join('\n'),
    },
    params: { asked: '2024-11-05', answered: '2025-03-26' },
    confidence: 'likely',
  },
  {
    name: 'an older version, which clients take',
    fires: false,
    given: {
      log: [...shaken('2024-10-07'), '2025-05-25T15:00:10.011Z [acme] [info] Client transport closed'].join('\n'),
    },
  },
  {
    name: 'a newer version that the client takes',
    fires: false,
    given: {
      log: [
        ...shaken('2025-03-26'),
        '2025-05-25T15:00:10.007Z [acme] [info] Message from client: {"method":"notifications/initialized","jsonrpc":"2.0"}',
        '2025-05-25T15:00:10.011Z [acme] [info] Client transport closed',
      ].join('\n'),
    },
  },
  {
    name: 'a client that does not say what it takes',
    fires: true,
    behind: 'remote-wrong-endpoint-or-transport',
    given: { log: 'Error POSTing to endpoint (HTTP 406): Not Acceptable' },
    says: 'text/event-stream',
  },
  {
    name: 'somebody else refuses a local server so',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": ["/a.js"] } } }',
      stderr: 'Error: Request failed with status code 406',
      exit: { code: 1, signal: null },
    },
  },
  {
    name: 'the version',
    fires: true,
    given: { stderr: "Error connecting to transport: Server's protocol version is not supported: 2026-01-26" },
  },
  {
    name: 'a question before the first message',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr: 'Error: MCP serve error: expect initialized notification, but received: Some(Request("server/discover"))',
    },
  },
  {
    name: 'ids of a kind that a server drops',
    fires: true,
    given: {
      config: '{ "mcpServers": { "a": { "command": "acme", "requestIdFormat": "string" } } }',
      stderr: 'MCP error -32001: Request timed out',
    },
    says: 'requestIdFormat',
  },
  {
    name: 'the same, and it has crashed',
    fires: false,
    given: {
      config: '{ "mcpServers": { "a": { "command": "acme", "requestIdFormat": "string" } } }',
      stderr: 'Error: it is broken',
      exit: { code: 1, signal: null },
    },
  },
  {
    name: 'no list of tools',
    fires: true,
    given: { log: '✗ acme has failed to load:\n- Failed to retrieve tools from result for custom tool acme' },
    says: 'a list of tools',
  },
  {
    name: 'the answer',
    fires: true,
    given: { refused: '{"jsonrpc":"2.0","id":0,"error":{"code":-32602,"message":"Unsupported protocol version"}}' },
  },
  {
    name: 'a list that it does not have',
    fires: false,
    given: { stderr: 'MCP error -32601: Method not found: prompts/list' },
  },
];
