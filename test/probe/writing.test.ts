import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  linkSync,
  lstatSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { cli, server, vscodeWorkspace, workspace } from './cli';

const FILE = '.vscode/mcp.json';
const broken = '{ "mcpServers": { "a": { "command": "/bin/true" } } }\n';
const fix = (cwd: string, file = FILE) => cli(['fix', file, '--server', 'a'], { cwd });

describe('a fix is written', () => {
  it('to a file with several names, which stay names of one file', async () => {
    const folder = workspace({ [FILE]: broken });
    linkSync(join(folder, FILE), join(folder, 'other'));
    const { code } = await fix(folder);
    assert.equal(code, 0);
    assert.match(readFileSync(join(folder, 'other'), 'utf8'), /"servers"/);
    assert.equal(statSync(join(folder, FILE)).ino, statSync(join(folder, 'other')).ino);
  });

  it('through a link within the folder, which stays a link', async () => {
    const folder = workspace({ 'real.json': broken, '.vscode/keep': '' });
    symlinkSync('../real.json', join(folder, FILE));
    assert.equal((await fix(folder)).code, 0);
    assert.ok(lstatSync(join(folder, FILE)).isSymbolicLink());
    assert.match(readFileSync(join(folder, 'real.json'), 'utf8'), /"servers"/);
  });

  it('not through a link out of the folder: the file itself has to be named', async () => {
    const elsewhere = workspace({ 'real.json': broken });
    const folder = workspace({ '.vscode/keep': '' });
    symlinkSync(join(elsewhere, 'real.json'), join(folder, FILE));
    const { code, stderr } = await fix(folder);
    assert.equal(code, 2);
    assert.match(stderr, new RegExp(`is a link to ${realpathSync(elsewhere)}/real\\.json`));
    assert.equal(readFileSync(join(elsewhere, 'real.json'), 'utf8'), broken);
  });

  it('not over bytes that are no UTF-8', async () => {
    const folder = workspace({ '.vscode/keep': '' });
    const bytes = Buffer.concat([Buffer.from('// caf\u00e9 ', 'latin1'), Buffer.from(`\n${broken}`)]);
    writeFileSync(join(folder, FILE), bytes);
    const { code, stderr } = await fix(folder);
    assert.equal(code, 2);
    assert.match(stderr, /bytes that are no UTF-8/);
    assert.ok(readFileSync(join(folder, FILE)).equals(bytes));
  });

  it('not over anything but a regular file', async () => {
    const folder = workspace({ 'text.json': broken, '.vscode/keep': '' });
    execFileSync('mkfifo', [join(folder, FILE)]);
    const writer = spawn('sh', ['-c', `cat text.json >${FILE}`], { cwd: folder, stdio: 'ignore' });
    const { code, stderr } = await fix(folder);
    writer.kill();
    assert.equal(code, 2, stderr);
    assert.match(stderr, /no regular file/);
  });
});

describe('fix --dry-run', () => {
  it('hides values by their place: what no client reads, and comments too', async () => {
    const secret = 'correct horse battery';
    const folder = workspace({
      [FILE]: `{
  "mcpServers": {
    // "OLD_MODE": "${secret} one"
    "a": {
      "command": "/bin/true",
      "env": { "MODE": "${secret} two" }, // was "${secret} three", "PLAIN": "${secret} four"
      "note": "${secret} five",
      "nested": { "list": ["${secret} six", 123456789] }
    }
  }
}
`,
    });
    const { code, stdout } = await cli(['fix', FILE, '--server', 'a', '--dry-run'], { cwd: folder });
    assert.equal(code, 0);
    assert.match(stdout, /^-  "mcpServers": \{$/m);
    assert.match(stdout, /^\+  "servers": \{$/m);
    for (const part of ['one', 'two', 'four', 'five', 'six', '123456789'])
      assert.ok(!stdout.includes(part === '123456789' ? part : `${secret} ${part}`), `${part}:\n${stdout}`);
  });
});

describe('an answer', () => {
  it('that cannot be written is a failure of ours, and is said', async () => {
    const folder = workspace({ [FILE]: broken });
    const full = openSync('/dev/full', 'w');
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'check'], {
      cwd: folder,
      stdio: ['ignore', full, 'pipe'],
    });
    let said = '';
    child.stderr?.on('data', (text) => (said += String(text)));
    const code = await new Promise((done) => child.once('close', done));
    assert.equal(code, 3);
    assert.match(said, /cannot be written \(ENOSPC\)/);
  });

  it('that nobody reads on is no failure', async () => {
    const folder = workspace({ [FILE]: broken });
    const line = `"${process.execPath}" "${resolve('dist/cli.js')}" check --format json`;
    execFileSync('bash', ['-c', `{ ${line}; echo $? >code; } 2>said | true; until [ -s code ]; do sleep 0.05; done`], {
      cwd: folder,
    });
    assert.equal(readFileSync(join(folder, 'code'), 'utf8'), '0\n');
    assert.equal(readFileSync(join(folder, 'said'), 'utf8'), '');
  });
});

describe('a record', () => {
  it('that cannot be written is a failure of ours; the answer is given all the same', async () => {
    const folder = vscodeWorkspace({ s: { command: process.execPath, args: [server('healthy')] } });
    const words = ['diagnose', '--yes', '--save', join(folder, 'no/such/folder')];
    const { code, stdout, stderr } = await cli(words, { cwd: folder });
    assert.equal(code, 3);
    assert.match(stdout, /✓ s {2}ready/);
    assert.match(stderr, /the record cannot be written to .* \(ENOENT\)/);
  });

  it('is for whoever wrote it alone', async () => {
    const folder = vscodeWorkspace({ s: { command: process.execPath, args: [server('healthy')] } });
    await cli(['diagnose', '--yes', '--save', 'record.json'], { cwd: folder });
    assert.equal(statSync(join(folder, 'record.json')).mode & 0o777, 0o600);
  });

  it('of any form is read without a fault', async () => {
    const folder = workspace({});
    const start = {
      server: 1,
      client: null,
      readers: 'x',
      start: { stderr: 5, exit: 'no' },
      looked: [{ kind: 'program' }],
    };
    const files = [
      { path: 1 },
      { path: '/w/.vscode/mcp.json', text: '{"servers":{"a":{"command":"x"}}}', starts: [start] },
    ];
    for (const input of [
      { record: 1 },
      { record: 1, files: {} },
      { record: 1, files },
      { record: 1, files: [null, []] },
    ])
      assert.equal((await cli(['explain'], { cwd: folder, input: JSON.stringify(input) })).code, 4);
    const damaged = {
      ...start,
      server: '["servers","a"]',
      client: 'vscode',
      start: { outcome: 'not-spawned', spawnError: { code: 'ENOENT', program: 'x' } },
      looked: [{ kind: 'program', name: 'x', onPath: 'no' }],
    };
    const input = JSON.stringify({ record: 1, files: [{ ...files[1], starts: [damaged] }] });
    const { code, stderr } = await cli(['explain'], { cwd: folder, input });
    assert.equal(code, 2);
    assert.match(stderr, /this record cannot be read/);
  });
});

describe('what explain prints', () => {
  const explained = async (input: string) => (await cli(['explain'], { cwd: workspace({}), input })).stdout;

  it('is the last start that failed with what decides, and of the others a line each', async () => {
    const line = (second: number, server: string, text: string) =>
      `2026-05-01T08:00:0${second}.000Z [${server}] [info] ${text}\n`;
    const text = await explained(
      line(0, 'weather', 'Initializing server...') +
        'Error: WEATHER_API_KEY environment variable is required\n' +
        line(1, 'weather', 'Server transport closed') +
        line(2, 'notes', 'Initializing server...') +
        line(3, 'notes', 'spawn uvx ENOENT') +
        line(4, 'notes', 'Server transport closed'),
    );
    assert.match(text, /^notes, 2026-05-01T08:00:02\.000Z\n +error Nothing named `uvx` was found/);
    assert.match(text, /log 5 │ spawn uvx ENOENT/);
    assert.match(
      text,
      /\nThe other starts, the last one first:\n  · weather, 2026-05-01T08:00:00\.000Z: .*WEATHER_API_KEY/,
    );
  });

  it('is one sentence where nothing is known', async () => {
    assert.equal((await explained('hello\n')).trim(), 'No cause that we know is in this text.');
  });
});

describe('a second interrupt', () => {
  it('ends the command line at once, and its servers too', async () => {
    const entry = { command: process.execPath, args: [server('stubborn'), 'pids.json'] };
    const folder = vscodeWorkspace({ s: entry });
    const words = [resolve('dist/cli.js'), 'diagnose', '--yes', '--no-trial'];
    const child = spawn(process.execPath, words, { cwd: folder, stdio: 'ignore' });
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    const pids = await until(() => readFileSync(join(folder, 'pids.json'), 'utf8'));
    child.kill('SIGINT');
    await new Promise((tick) => setTimeout(tick, 100));
    const began = performance.now();
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    assert.ok(performance.now() - began < 1_200, 'it waited for a farewell');
    for (const pid of JSON.parse(pids)) assert.throws(() => isAlive(pid), /ESRCH|zombie/);
  });
});

async function until(read: () => string): Promise<string> {
  for (;;) {
    try {
      const text = read();
      if (text !== '') return text;
    } catch {
      // it is not there yet
    }
    await new Promise((tick) => setTimeout(tick, 20));
  }
}

function isAlive(pid: number): void {
  process.kill(pid, 0);
  if (/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))) throw new Error('zombie');
}
