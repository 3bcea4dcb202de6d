import assert from 'node:assert/strict';
import written from '../fixtures/reports.json';
import { explain } from '../../src/core/explain';

/** What people paste: a report, with all that they write around what was printed. */
interface Report {
  readonly name: string;
  readonly text: readonly string[];
  /** The rules of what is said, the first first. */
  readonly said: readonly string[];
}

const npx = '{ "mcpServers": { "acme": { "command": "npx", "args": ["-y", "acme-mcp"], "env": { "A": "b" } } } }';
const closed = 'MCP error -32000: Connection closed';

const reports: readonly Report[] = [
  {
    name: 'a form with headings: system and client stand below them',
    text: [
      '### Operating System',
      '',
      'Windows 11',
      '',
      '### Which client are you using?',
      '',
      'Windsurf 1.9',
      '',
      '### Logs',
      '```',
      'spawn npx ENOENT',
      '```',
    ],
    said: ['windows-npx-shim'],
  },
  {
    name: 'a list behind the error, and steps before it',
    text: [
      'I added the server and it never connects.',
      '1. Install Claude Desktop',
      '2. Add the config below',
      '```json',
      npx,
      '```',
      closed,
      '- **OS**: Windows 11',
      '- **Node**: v22.11.0',
    ],
    said: ['windows-npx-shim', 'first-run-download-timeout', 'node-too-old'],
  },
  {
    name: 'a table',
    text: ['| | |', '|---|---|', '| OS | macOS 14.5 |', '| Client | Claude Desktop |', npx, closed],
    said: ['runner-not-on-path', 'first-run-download-timeout', 'node-too-old'],
  },
  {
    name: 'sentences that name both',
    text: ["Hi, I'm on macOS with Claude Desktop and can't get this to work.", npx, 'It says "Client closed". Thanks!'],
    said: ['runner-not-on-path', 'first-run-download-timeout', 'node-too-old'],
  },
  {
    name: 'two systems are none',
    text: ['I tried it on macOS and on Windows.', npx, closed],
    said: ['first-run-download-timeout', 'runner-not-on-path'],
  },
  {
    name: 'where it works is another place',
    text: ['I have the same entry on macOS, and there it works in Claude Desktop.', npx, closed],
    said: ['first-run-download-timeout', 'runner-not-on-path'],
  },
  {
    name: 'what stands in a fence was printed, whatever it looks like',
    text: ['It fails like this:', '```', 'Platform: darwin', 'I could not open the index', '```', npx, closed],
    said: ['no-handshake'],
  },
  {
    name: 'a complaint is no line to read first',
    text: ['I can’t connect to my server from Claude Code.', 'Result: Failed to connect.', closed],
    said: ['connection-closed'],
  },
  {
    name: 'the log itself tells what was started, and where: Cursor’s',
    text: [
      '2025-04-24 16:16:51.800 [info] ster: getOrCreateClient for stdio server.  process.platform: win32 isElectron: true',
      '2025-04-24 16:16:51.823 [info] ster: Starting new stdio process with command: npx -y --package acme acme-mcp',
      '2025-04-24 16:16:54.058 [info] ster: Client closed for command',
      '2025-04-24 16:16:54.058 [error] ster: Failed to reload client: MCP error -32000: Connection closed',
    ],
    said: ['windows-npx-shim', 'first-run-download-timeout', 'node-too-old'],
  },
  {
    name: 'the log itself tells what was started: Claude Desktop’s, whose object is no word of the server',
    text: [
      '2025-01-02T13:05:10.001Z [acme] [info] Using MCP server command: /usr/bin/node with args and path: {',
      '  metadata: {',
      "    args: [ '/srv/acme/dist/index.js', [length]: 1 ],",
      '    paths: [',
      "      '/usr/bin'",
      '    ]',
      '  }',
      '} { metadata: undefined }',
      '2025-01-02T13:05:12.443Z [acme] [info] Server transport closed { metadata: undefined }',
      '2025-01-02T13:05:12.445Z [acme] [error] Server disconnected. { metadata: undefined }',
    ],
    said: ['build-missing', 'server-exits-immediately', 'no-handshake'],
  },
  {
    name: 'what was typed behind a prompt; a key that is not there is no mistake of it',
    text: ['➜ npx -y acme-mcp', closed],
    said: ['first-run-download-timeout', 'node-too-old'],
  },
  {
    name: 'a command line in a log shows no mistake in an entry',
    text: [
      '2025-04-24 16:16:51.823 [info] ster: Starting new stdio process with command: npx',
      '2025-04-24 16:16:54.058 [info] ster: Client closed for command',
      'npm error code E404',
      "npm error 404  'acme-mcp@*' is not in this registry.",
    ],
    said: ['npm-package-missing'],
  },
  {
    name: 'an error among the sentences is read as before',
    text: ['I run it with my own Python and get this:', "ModuleNotFoundError: No module named 'bs4'", 'Any ideas?'],
    said: ['deps-not-installed'],
  },
];

describe('a report that somebody pastes', () => {
  for (const { cause, ...report } of written)
    it(`is understood: ${report.log.replaceAll('\n', ' ').slice(0, 100)}`, () => {
      const text = 'config' in report ? JSON.stringify(report) : report.log;
      const { findings } = explain(text);
      assert.equal(findings.find(({ label }) => label !== null)?.cause, cause);
    });
  for (const { name, text, said } of reports)
    it(name, () => {
      const rules = explain(text.join('\n')).findings.map(({ rule }) => rule);
      assert.deepEqual(rules.slice(0, said.length), said);
    });
});
