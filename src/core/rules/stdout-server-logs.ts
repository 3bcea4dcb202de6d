import { pollutedStdout, READ_OF_POLLUTED_STDOUT } from '../deduce/polluted-stdout';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'stdout-server-logs',
  label: 'stdout-server-logs',
  cause: 'stdout-pollution',
  stage: 'stream',
  reads: READ_OF_POLLUTED_STDOUT,
  messages: {
    default:
      'The server writes to stdout, where only messages of the protocol may stand: {first}. Look for its quiet switch, or have it log to stderr.',
    unseen:
      'The server writes to stdout, where only messages of the protocol may stand. Look for its quiet switch, or have it log to stderr.',
  },
  match: (subject, say) => {
    const polluted = pollutedStdout(subject, 'server');
    if (!polluted) return [];
    const { first, ...more } = polluted;
    return [first === null ? say('unseen', {}, more) : say('default', { first }, more)];
  },
});

export const page: Page = {
  title: 'The server writes into the protocol',
  what: 'stdout of a local server belongs to the protocol: one message a line. This server, or a library that it uses, prints something else there, and the client could not read it.',
  why: '`print` and `console.log` write to stdout. In a terminal that looks right; a client takes it for a broken message.',
  remedy: 'Look for a switch that silences it or sends its log to a file. In the code, log to stderr.',
  exceptions:
    'Some clients skip lines that are no message. A configuration that cannot be read gives the same words; then the name of the file stands beside them.',
};

export const examples: Examples = () => [
  {
    name: 'V8’s parser',
    fires: true,
    given: { stderr: `Unexpected token 'S', "Starting M"... is not valid JSON` },
    params: { first: 'Starting M' },
  },
  {
    name: 'Go’s parser',
    fires: true,
    given: { stderr: "calling initialize: invalid character 'S' looking for beginning of value" },
  },
  {
    name: 'a date in brackets',
    fires: true,
    given: { stderr: "Expected ',' or ']' after array element in JSON at position 5 (line 1 column 6)" },
  },
  {
    name: 'the line itself',
    fires: true,
    given: { stdout: 'Server listening' },
    params: { first: 'Server listening' },
  },
  {
    name: 'a configuration that cannot be read',
    fires: false,
    given: { stderr: `mcp.json: Unexpected token 'S', "Starting M"... is not valid JSON` },
  },
  {
    name: 'it died of something else',
    fires: false,
    given: { stdout: 'Server starting', stderr: 'TypeError: x is not a function', exit: { code: 1, signal: null } },
  },
  {
    name: 'it is ready, for a client that may give up on it',
    fires: true,
    given: {
      path: '/w/.cursor/mcp.json',
      config: '{ "mcpServers": { "a": { "command": "node" } } }',
      stdout: 'Server listening',
      ready: true,
    },
  },
  {
    name: 'it fails for a client that skips such lines',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "node" } } }', stdout: 'Server listening', silent: true },
  },
  { name: 'a log of one that is ready', fires: false, given: { stdout: 'Server listening', ready: true } },
];
