import { sideOf } from '../deduce/remote-side';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'protocol-mismatch',
  label: 'protocol-mismatch',
  cause: 'protocol-mismatch',
  stage: 'handshake',
  // A version that is not taken is refused by a status as well.
  over: ['remote-wrong-endpoint-or-transport'],
  reads: ['protocol-refused', 'http-refused', 'ended'],
  messages: {
    version:
      'Client and server know no common version of the protocol. Update the older of the two: mostly the server.',
    accept:
      'The client does not say that it takes both `application/json` and `text/event-stream`, as the protocol asks. Update the client, or what stands between the two.',
    default:
      'One side sends a message that the other does not know, or not at this point. Update the older of the two: mostly the server.',
  },
  match: (subject, say) => {
    const { facts } = subject;
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

export const examples: Examples = () => [
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
