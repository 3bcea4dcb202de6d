import { accountOf } from '../deduce/account';
import { clientNameOf } from '../deduce/client-name';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'client-bug',
  label: 'client-bug',
  cause: 'client-bug',
  stage: 'end',
  reads: ['client-crashed', 'client-misplaced', 'tools-not-listed', 'account'],
  over: [
    'server-startup-crash',
    'no-handshake',
    'runner-not-on-path',
    'runner-not-installed',
    'cwd-missing',
    'script-path-wrong',
  ],
  messages: {
    misplaced:
      'The client cannot start a server from where it runs itself ({line}): a notebook, a service, or the other side of a remote window. Run the client elsewhere, or update it.',
    asks: 'The server has answered the question for its tools with an error ({line}). {client} asks it of servers that have offered no tools, too, and gives those up that refuse: there the client is wrong. Update it.',
    told: 'What is told here is of the client, and not of the server: {line}. Update the client, or report it to its makers.',
    default:
      'Code of the client itself has failed: {line}. Nothing in this entry explains it: update the client, or report it to its makers with this line.',
  },
  match: (subject, say) => {
    const { facts } = subject;
    const crashed = facts.first('client-crashed');
    const failed = crashed ?? facts.first('client-misplaced');
    const account = accountOf({ facts }, 'client');
    const unlisted = facts.first('tools-not-listed')?.evidence;
    if (!failed && unlisted) {
      const given = { client: clientNameOf(subject), line: unlisted.text };
      return [say('asks', given, { confidence: 'possible', evidence: [unlisted] })];
    }
    if (!failed)
      return account
        ? [say('told', { line: account.evidence.text }, { confidence: 'possible', evidence: [account.evidence] })]
        : [];
    const { evidence } = failed;
    return [
      say(crashed ? 'default' : 'misplaced', { line: evidence.text }, { confidence: 'likely', evidence: [evidence] }),
    ];
  },
});

export const page: Page = {
  title: 'The client itself has failed',
  what: 'The error was thrown in the files of the client, and not in those of a server.',
  why: 'Clients change quickly, and each handles commands, variables and messages with code of its own.',
  remedy:
    'Update the client. Where that does not help, try the same entry in another client, and report the line to the makers of this one.',
  exceptions: 'A client that stumbles over what the server sends fails like this, too: what the server printed tells.',
};

const ofWindow =
  '    at vscode-file://vscode-app/Applications/Acme.app/Contents/Resources/app/out/workbench.desktop.main.js:100:20';

export const examples: Examples = () => [
  {
    name: 'an event loop that starts no processes',
    fires: true,
    given: {
      stderr:
        '  File "/usr/lib/python3.12/asyncio/base_events.py", line 523, in _make_subprocess_transport\n    raise NotImplementedError\nNotImplementedError',
    },
  },
  {
    name: 'the same function, and a program that is not there',
    fires: false,
    given: {
      stderr:
        '  File "/usr/lib/python3.12/asyncio/unix_events.py", line 207, in _make_subprocess_transport\n    transp = _UnixSubprocessTransport(self, protocol, args, shell,\nFileNotFoundError: [Errno 2] No such file or directory: \'npx\'',
    },
  },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'the same config works fine in Gemini CLI and Qwen Code' },
  },
  {
    name: 'a client in a notebook',
    fires: true,
    given: { log: 'io.UnsupportedOperation: fileno' },
  },
  {
    name: 'a question that the server refuses',
    fires: true,
    behind: 'protocol-mismatch',
    given: { log: '✗ acme has failed to load:\n- Failed to retrieve result for custom tool acme' },
    says: 'no tools',
  },
  {
    name: 'an extension of an editor',
    fires: true,
    given: {
      log: "TypeError: Cannot read properties of undefined (reading 'env')\n    at McpHub.connect (/home/u/.vscode/extensions/acme.client-1.0.0/dist/extension.js:100:20)",
    },
  },
  {
    name: 'an error without a class, of the code of a window',
    fires: true,
    given: { log: `Error: Illegal value for lineNumber\n${ofWindow}` },
  },
  { name: 'the network, seen by a client', fires: false, given: { log: `TypeError: fetch failed\n${ofWindow}` } },
  {
    name: 'a server that has gone, seen by a client',
    fires: false,
    given: { log: `Error: MCP error -32000: Connection closed\n${ofWindow}` },
  },
  {
    name: 'a server',
    fires: false,
    given: {
      stderr:
        "TypeError: Cannot read properties of undefined (reading 'env')\n    at main (/home/u/.npm/_npx/15b07286cbcc3329/node_modules/acme/index.js:1:1)",
      exit: { code: 1, signal: null },
    },
  },
];
