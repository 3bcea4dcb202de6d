import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, diagnose, server, workspace } from './cli';
import type { DiagnosedServer } from './cli';

const node = JSON.stringify(process.execPath);
const script = (name: string) => JSON.stringify(server(name));

describe('files in other formats', () => {
  const rows: readonly [path: string, text: string][] = [
    ['.codex/config.toml', `[mcp_servers.s]\ncommand = ${node}\nargs = [${script('healthy')}]\n`],
    [
      '.continue/mcpServers/a.yaml',
      `name: x\nmcpServers:\n  - name: s\n    command: ${node}\n    args:\n      - ${script('healthy')}\n`,
    ],
  ];
  for (const [path, text] of rows)
    it(`${path}: its server is started, found without being named`, async () => {
      const [found] = await diagnose(workspace({ [path]: text }));
      assert.deepEqual([found?.name, found?.status], ['s', 'ready']);
    });

  it('are changed by fixes as by hand', async () => {
    const path = '.codex/config.toml';
    const text = `# mine\n[mcp_servers.s]\ncommand = ${node} # which\nargs = [${script('needs-keys')}]\n`;
    const folder = workspace({ [path]: text });
    const { code, stderr } = await cli(['fix', path, '--yes', '--rule', 'missing-env'], { cwd: folder });
    assert.equal(code, 0, stderr);
    const fixed = readFileSync(join(folder, path), 'utf8');
    assert.ok(fixed.startsWith(text), fixed);
    assert.match(fixed, /\nenv = \{ \w+ = "YOUR_\w+"/);
    assert.equal((await cli(['check', path], { cwd: folder })).code, 0);
  });
});

describe('one file and several clients', () => {
  const inOneFile = async (entry: Readonly<Record<string, unknown>>, command = 'check') => {
    const folder = workspace({ '.mcp.json': { mcpServers: { s: entry } } });
    const words = [command, '.mcp.json', '--format', 'json', ...(command === 'diagnose' ? ['--yes'] : [])];
    const { stdout } = await cli(words, { cwd: folder });
    const [file]: { servers: DiagnosedServer[] }[] = JSON.parse(stdout).files;
    return file?.servers[0]?.findings ?? [];
  };

  it('what holds for one of them is said for that one: only Copilot CLI reads cwd here', async () => {
    const rulesOf = async (path: string) => {
      const found = await inOneFile({ command: 'node', args: [path], cwd: '/no/such/folder' });
      return found.map(({ rule, clients }) => [rule, clients]);
    };
    const missing = ['cwd-missing', ['copilot-cli']];
    assert.deepEqual(await rulesOf(server('healthy')), [['key-ignored', ['vscode', 'claude-code']], missing]);
    // A path that is meant from that folder is what the others will not find.
    assert.deepEqual(await rulesOf('a.js'), [['wrong-cwd', ['vscode', 'claude-code']], missing]);
  });

  it('what holds for all is said once, of a start too', async () => {
    const found = await inOneFile({ command: 'no-such-runner-anywhere' }, 'diagnose');
    assert.deepEqual(
      found.map(({ rule, clients }) => [rule, clients.toSorted()]),
      [['runner-not-installed', ['claude-code', 'copilot-cli', 'vscode']]],
    );
  });

  it('a comment is an error for the one that refuses it, and the others are not stopped by it', async () => {
    const text = `{ // mine\n "mcpServers": { "s": { "command": ${node}, "args": [${script('healthy')}] } } }`;
    const { stdout } = await cli(['diagnose', '.mcp.json', '--yes', '--format', 'json'], {
      cwd: workspace({ '.mcp.json': text }),
    });
    const [file] = JSON.parse(stdout).files;
    assert.deepEqual(
      file.findings.map(({ rule, clients }: { rule: string; clients: string[] }) => [rule, clients]),
      [['strict-json', ['claude-code']]],
    );
    assert.equal(file.servers[0].status, 'ready');
  });
});
