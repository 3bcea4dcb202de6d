import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { cli, server, vscodeWorkspace } from './cli';

const node = (name: string) => ({ command: process.execPath, args: [server(name)] });

/** A command line on a terminal of 60 columns, where the one question gets this answer. */
function onTerminal(words: readonly string[], cwd: string, answer: string): Promise<string> {
  const line = [process.execPath, resolve('dist/cli.js'), ...words].join(' ');
  const child = spawn('script', ['-qec', `stty cols 60; exec ${line}`, '/dev/null'], { cwd });
  return new Promise((done) => {
    let said = '';
    child.stdout.on('data', (piece: Buffer) => {
      const before = said;
      said += String(piece);
      if (!before.includes('[N]one?') && said.includes('[N]one?')) child.stdin.write(`${answer}\n`);
    });
    child.once('close', () => done(said));
  });
}

describe('what a person reads on the command line', () => {
  it('check: clients by their names, one line for what is right, a sum, and what is next', async () => {
    const folder = vscodeWorkspace({ a: node('healthy'), b: node('silent'), c: { comand: 'node' } });
    const { stdout } = await cli(['check'], { cwd: folder });
    assert.match(stdout, /^\.vscode\/mcp\.json {2}read by VS Code\n {2}✗ c {2}cannot start as it is written\n/);
    assert.match(stdout, /\n {2}· no fault seen: a, b\n/);
    assert.match(
      stdout,
      /\n1 of 3 servers cannot start as it is written: c\.\n\nNext: mcp-handshake fix \.vscode\/mcp\.json --all\n$/,
    );
    assert.doesNotMatch(stdout, /not-asked/);
  });

  it('diagnose: what fails first, and the command that cures it', async () => {
    const folder = vscodeWorkspace({ fine: node('healthy'), weather: node('needs-keys') });
    const { stdout } = await cli(['diagnose', '--yes', '--no-trial'], { cwd: folder });
    assert.match(stdout, /✗ weather {2}does not start.*✓ fine {5}ready in \d+ ms: healthy 1\.0\.0, 1 tool\n/s);
    assert.match(stdout, /\nNext: mcp-handshake fix \.vscode\/mcp\.json --server weather\n$/);
  });

  it('fix --dry-run: starts nothing, and says why there is nothing to see', async () => {
    const writes = ['-e', "require('fs').writeFileSync('started', '')"];
    const folder = vscodeWorkspace({ a: { command: process.execPath, args: writes } });
    const { stdout, stderr } = await cli(['fix', '.vscode/mcp.json', '--dry-run'], { cwd: folder });
    assert.match(stdout, /The file alone shows nothing that an edit can cure\. With --yes/);
    assert.equal(stderr, '');
    assert.equal(existsSync(join(folder, 'started')), false);
  });

  describe('on a terminal', () => {
    const two = () => vscodeWorkspace({ one: node('healthy'), weather: node('needs-keys') });

    it('one question for all, results as they come, and lines that end with a word', async () => {
      const said = await onTerminal(['diagnose', '--no-trial'], two(), 'a');
      assert.match(said, /Start these 2 servers\?/);
      assert.equal(said.split('To prove a cure').length, 2, 'what holds for all is said once');
      assert.match(said, /ready: one: 1 tool, \d+ ms/);
      const lines = said
        .slice(said.indexOf('.vscode/mcp.json'))
        .replaceAll(/\u001B\[[\d;]*[A-Za-z]/g, '')
        .split(/\r?\n/);
      const sentence = lines.filter((line) => /^ {6}error|^ {8}\w/.test(line)).slice(0, 3);
      assert.ok(
        sentence.every((line) => line.length <= 60),
        sentence.join('\n'),
      );
      assert.match(sentence.join(' ').replaceAll(/ +/g, ' '), /and does not get them\./);
    });

    it('none is none', async () => {
      const said = await onTerminal(['diagnose'], two(), 'n');
      assert.match(said, /None of 2 servers was checked\./);
    });
  });
});
