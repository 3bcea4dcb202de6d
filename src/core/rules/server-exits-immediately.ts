import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { mayDownload } from '../deduce/downloads';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'server-exits-immediately',
  label: 'server-exits-immediately',
  cause: 'server-dies-at-start',
  stage: 'end',
  reads: ['account', 'announced', ...READ_OF_BARE_FAILURE],
  plain: true,
  messages: {
    default:
      'The server ended by itself, with exit code 0 and without a word: it never began to serve. Start the file that runs the server, not one that only defines it.',
    package:
      'The server ended by itself, with exit code 0 and without a word: it never began to serve. Is this the package of a server, and does it want a subcommand (`stdio`, `serve`)?',
    maybe:
      'Start the same command in a terminal: what it prints there is the reason. If it ends without a word, it never began to serve; is this the file that runs the server?',
    announced:
      'The server says that it has begun to serve, and then it was over: it left by itself and without an error. A server does that when its input ends: in a container without `-i`, behind a script that does not hand its input on, or when the client has closed it.',
    told: 'The input of the server ended before it was asked anything, and it left as it should. What starts it closes its input: update the client, or see what stands between the two.',
  },
  match: (subject, say) => {
    const { facts, plan, entry } = subject;
    const account = accountOf({ facts }, 'input-ended');
    if (account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    const told = accountOf({ facts }, 'ended');
    if (told) return [say('maybe', {}, { confidence: 'possible', evidence: [told.evidence] })];
    const announced = facts.first('announced');
    const ended = facts.first('ended');
    const end = ended?.exit?.code === 0 && !ended.hadHandshake ? ended.evidence : null;
    if (announced && end && !facts.first('verdict-line')?.isError)
      return [say('announced', {}, { confidence: 'possible', evidence: [announced.evidence, end] })];
    const own = entry && (entry.program === 'uv' || !mayDownload({ plan, entry })) ? entry.command : null;
    if (own && isBareFailure(subject)) return [say('maybe', {}, suggestedBy(own))];
    if (!end || ended?.isWordless !== true) return [];
    const message = mayDownload({ plan, entry }) ? 'package' : 'default';
    return [say(message, {}, { confidence: 'likely', evidence: [end] })];
  },
});

export const page: Page = {
  title: 'The server ends at once, in silence',
  what: 'The process started, did what it was told without an error, and left with exit code 0, before anybody could speak with it.',
  why: 'The file defines a server and never runs it (`mcp.run()` is missing, or stands behind a check that is false here), a promise is not awaited, a folder that it was given is not there, or it read the end of its input.',
  remedy:
    'Start the file or the subcommand that serves. In Python: `if __name__ == "__main__": mcp.run()`. In Node.js: connect the transport and await it.',
  exceptions: 'A container without `-i` ends like this, too: that is another cause.',
};

export const examples: Examples = () => [
  {
    name: 'the end alone, of a script',
    fires: true,
    behind: 'wrong-interpreter',
    given: {
      config: '{ "mcpServers": { "a": { "command": "python", "args": ["/srv/acme/server.py"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'Start the same command in a terminal',
  },
  {
    name: 'the end alone, of a project',
    fires: true,
    behind: 'first-run-download-timeout',
    given: {
      config:
        '{ "mcpServers": { "a": { "command": "uv", "args": ["--directory", "/srv/acme", "run", "server.py"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'Start the same command in a terminal',
  },
  {
    name: 'the end alone, and a line that says more',
    fires: false,
    given: {
      config: '{ "mcpServers": { "a": { "command": "python", "args": ["/srv/acme/server.py"] } } }',
      log: 'ValueError: the index is broken\nMCP error -32000: Connection closed',
    },
  },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'it gets EOF on stdin before initialize, and exits' },
  },
  {
    name: 'a script',
    fires: true,
    given: {
      exit: { code: 0, signal: null },
      config: '{ "servers": { "a": { "command": "python", "args": ["main.py"] } } }',
    },
  },
  {
    name: 'a package',
    fires: true,
    given: {
      exit: { code: 0, signal: null },
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }',
    },
  },
  {
    name: 'it says that it serves, and ends',
    fires: true,
    given: { exit: { code: 0, signal: null }, stderr: 'Acme MCP server running on stdio' },
    says: 'begun to serve',
  },
  {
    name: 'it says that it serves, and what went wrong then',
    fires: false,
    given: { exit: { code: 1, signal: null }, stderr: 'Acme MCP server running on stdio\nError: the index is broken' },
  },
  { name: 'it says something', fires: false, given: { exit: { code: 0, signal: null }, stderr: 'Bye.' } },
  { name: 'another code', fires: false, given: { exit: { code: 1, signal: null } } },
];
