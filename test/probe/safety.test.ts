import assert from 'node:assert/strict';
import { execFile, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { cli, diagnose, server, vscodeWorkspace } from './cli';
import type { AddressInfo } from 'node:net';

const node = (name: string, ...args: string[]) => ({ command: process.execPath, args: [server(name), ...args] });

describe('nothing starts without consent', () => {
  it('diagnose without --yes and without a terminal starts nothing, and says so', async () => {
    const folder = vscodeWorkspace({
      s: { command: process.execPath, args: ['-e', "require('fs').writeFileSync('started', '')"] },
    });
    const { code, stdout, stderr } = await cli(['diagnose', '--format', 'json'], { cwd: folder });
    assert.equal(existsSync(join(folder, 'started')), false);
    assert.match(stderr, /needs your consent/);
    assert.equal(code, 4);
    assert.equal(JSON.parse(stdout).files[0].servers[0].status, 'not-asked');
  });

  it('the same with --yes does start it: the test above can fail', async () => {
    const folder = vscodeWorkspace({
      s: { command: process.execPath, args: ['-e', "require('fs').writeFileSync('started', '')"] },
    });
    await cli(['diagnose', '--format', 'json', '--yes'], { cwd: folder });
    assert.equal(existsSync(join(folder, 'started')), true);
  });

  it('check and explain start nothing at all', async () => {
    const folder = vscodeWorkspace({
      s: { command: process.execPath, args: ['-e', "require('fs').writeFileSync('started', '')"] },
    });
    await cli(['check'], { cwd: folder });
    await cli(['explain'], { cwd: folder, input: 'spawn npx ENOENT' });
    assert.equal(existsSync(join(folder, 'started')), false);
  });
});

const PACKAGE = 'no-such-package-4711-handshake';

describe('a hostile .npmrc in a cloned folder', () => {
  const withRegistry = async (run: (folder: string, requests: string[]) => Promise<void>) => {
    const requests: string[] = [];
    const registry = createServer(({ url = '', headers }, response) => {
      requests.push(`${url} ${headers.authorization ?? ''}`);
      response.writeHead(404).end('{}');
    });
    await new Promise<void>((listening) => registry.listen(0, '127.0.0.1', listening));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const { port } = registry.address() as AddressInfo;
    const npmrc = `registry=http://127.0.0.1:${port}/\n//127.0.0.1:${port}/:_authToken=\${MY_TOKEN}\n`;
    const folder = vscodeWorkspace(
      { s: { command: 'npx', args: ['-y', PACKAGE] } },
      { '.npmrc': npmrc, 'package.json': {} },
    );
    try {
      await run(folder, requests);
    } finally {
      registry.close();
    }
  };

  it('gets no request when the folder is checked, or diagnosed without consent', () =>
    withRegistry(async (folder, requests) => {
      await cli(['check'], { cwd: folder });
      await cli(['diagnose'], { cwd: folder, env: { MY_TOKEN: 'hunter2hunter2' } });
      assert.deepEqual(requests, []);
    }));

  it('gets no request from a look-up: only the start that was agreed to asks it, as the client would', () =>
    withRegistry(async (folder, requests) => {
      // What npx itself asks when the client starts it: that much was agreed to.
      await promisify(execFile)('npx', ['-y', PACKAGE], { cwd: folder }).catch(() => {});
      const ofTheStart = requests.splice(0).length;
      assert.ok(ofTheStart > 0);
      const [diagnosed] = await diagnose(folder, ['--no-trial'], { MY_TOKEN: 'hunter2hunter2' });
      assert.equal(diagnosed?.findings[0]?.rule, 'npm-package-missing');
      assert.equal(requests.length, ofTheStart, requests.join('\n'));
    }));
});

describe('every process is ended', () => {
  /** A process that has ended but was not waited for yet does not run; only /proc can tell it from one that does. */
  const isRunning = (pid: number) => {
    try {
      process.kill(pid, 0);
      return process.platform !== 'linux' || !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    } catch {
      return false;
    }
  };
  const pidsIn = (file: string): number[] => JSON.parse(readFileSync(file, 'utf8'));

  const startedPids = async (folder: string): Promise<number[]> => {
    const file = join(folder, 'pids.json');
    while (!existsSync(file) || readFileSync(file, 'utf8') === '') await new Promise((tick) => setTimeout(tick, 20));
    return pidsIn(file);
  };

  it('a server that ignores SIGTERM, and its grandchild in a session of its own', async () => {
    const folder = vscodeWorkspace({ s: node('stubborn', 'pids.json') });
    await diagnose(folder, ['--timeout', '1', '--no-trial']);
    const pids = pidsIn(join(folder, 'pids.json'));
    assert.equal(pids.length, 2);
    assert.deepEqual(pids.filter(isRunning), []);
  });

  it('children that cleared their environment, in the group and out of it, and what forks without end', async () => {
    const folder = vscodeWorkspace({ s: { command: resolve('test/servers/scatters.sh'), args: ['pids.json'] } });
    await diagnose(folder, ['--timeout', '2', '--no-trial']);
    const pids = pidsIn(join(folder, 'pids.json'));
    assert.ok(pids.length > 1);
    assert.deepEqual(pids.filter(isRunning), []);
  });

  it('a child that cleared its environment and left the process group', async () => {
    const folder = vscodeWorkspace({ s: { command: resolve('test/servers/escapes.sh'), args: ['pids.json'] } });
    await diagnose(folder, ['--timeout', '1', '--no-trial']);
    const pids = pidsIn(join(folder, 'pids.json'));
    assert.equal(pids.length, 1);
    assert.deepEqual(pids.filter(isRunning), []);
  });

  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    it(`and so they are when the diagnosis itself gets ${signal}`, async () => {
      const folder = vscodeWorkspace({ s: node('stubborn', 'pids.json') });
      const child = spawn(process.execPath, [resolve('dist/cli.js'), 'diagnose', '--yes'], {
        cwd: folder,
        stdio: 'ignore',
      });
      const ended = new Promise((done) => child.once('exit', done));
      const pids = await startedPids(folder);
      assert.deepEqual(pids.filter(isRunning), pids);
      child.kill(signal);
      await ended;
      assert.deepEqual(pids.filter(isRunning), []);
    });
  }

  const killed = {
    'a server that ignores SIGTERM, and its grandchild in a session of its own': node('stubborn', 'pids.json'),
    'children that cleared their environment, in the group and out of it, and what forks without end': {
      command: resolve('test/servers/scatters.sh'),
      args: ['pids.json'],
    },
  };
  for (const [name, entry] of Object.entries(killed)) {
    it(`and even when the diagnosis is killed without warning: ${name}`, async () => {
      const folder = vscodeWorkspace({ s: entry });
      const words = [resolve('dist/cli.js'), 'diagnose', '--yes'];
      const child = spawn(process.execPath, words, { cwd: folder, stdio: 'ignore' });
      const pids = await startedPids(folder);
      assert.ok(pids.length > 1 && pids.every(isRunning), String(pids));
      child.kill('SIGKILL');
      const until = Date.now() + 5_000;
      while (pids.some(isRunning) && Date.now() < until) await new Promise((tick) => setTimeout(tick, 20));
      assert.deepEqual(pids.filter(isRunning), []);
    });
  }
});

describe('a secret', () => {
  it('comes out as its token, in every format and from every stream', async () => {
    const entry = { ...node('leaks'), env: { HANDSHAKE_API_KEY: 'hunter2-in-the-entry' } };
    const env = { HANDSHAKE_PARENT_TOKEN: 'hunter2-in-the-parent' };
    for (const format of ['text', 'json', 'jsonl']) {
      const folder = vscodeWorkspace({ s: entry });
      const { stdout, stderr } = await cli(['diagnose', '--yes', '--format', format], { cwd: folder, env });
      assert.doesNotMatch(stdout + stderr, /hunter2|ghp_0123/);
      assert.match(stdout, /‹env HANDSHAKE_API_KEY›/);
      if (format !== 'text') assert.match(stdout, /‹env HANDSHAKE_PARENT_TOKEN›/);
    }
  });
});

describe('a cure', () => {
  it('never puts a helper that the server missed in place of its command', async () => {
    const script = "require('child_process').spawn('handshake-helper')";
    const [diagnosed] = await diagnose(vscodeWorkspace({ s: { command: process.execPath, args: ['-e', script] } }));
    assert.deepEqual([diagnosed?.findings[0]?.rule, diagnosed?.findings[0]?.fixes], ['system-binary-missing', []]);
    assert.match(diagnosed?.findings[0]?.message ?? '', /It calls handshake-helper/);
  });

  it('survives a look-up that cannot be made', async () => {
    const npm404 =
      "console.error(`npm error code E404\\nnpm error 404  'acme-weathr@*' is not in this registry.`); process.exit(1)";
    const folder = vscodeWorkspace({ s: { command: process.execPath, args: ['-e', npm404, 'acme-weathr'] } });
    const [diagnosed] = await diagnose(folder, [], { HOME: '/dev/null', XDG_RUNTIME_DIR: '/dev/null' });
    assert.equal(diagnosed?.findings[0]?.rule, 'npm-package-missing');
  });
});

describe('a slip of the pen', () => {
  for (const words of [['diagnos'], ['check', '--foo'], ['rule', 'nosuch'], ['diagnose', '--timeout', 'soon']]) {
    it(`is told in a sentence: ${words.join(' ')}`, async () => {
      const { code, stderr } = await cli(words, { cwd: vscodeWorkspace({}) });
      assert.equal(code, 2);
      assert.match(stderr, /^mcp-handshake: .+\n$/);
    });
  }

  it('args in one text start nothing: a bare npx would be a shell that reads our words', async () => {
    const [diagnosed] = await diagnose(vscodeWorkspace({ s: { command: 'npx', args: '-y x' } }));
    assert.deepEqual([diagnosed?.status, diagnosed?.reason?.code, diagnosed?.start], ['skipped', 'odd-args', null]);
  });
});

describe('bad files', () => {
  it('are told in a sentence, and nothing is written', async () => {
    const folder = vscodeWorkspace({}, { 'empty.json': '', 'binary.json': '\0\u0001', 'list.json': '[]' });
    const before = readdirSync(folder);
    for (const file of ['empty.json', 'binary.json', 'list.json', '.vscode/mcp.json']) {
      for (const command of ['check', 'diagnose', 'fix']) {
        const { code, stderr } = await cli([command, file, ...(command === 'check' ? [] : ['--yes'])], { cwd: folder });
        assert.ok(code === 0 || code === 1, `${command} ${file}: ${code} ${stderr}`);
      }
    }
    assert.deepEqual(readdirSync(folder), before);
    const missing = await cli(['check', 'nowhere.json'], { cwd: folder });
    assert.deepEqual([missing.code, missing.stderr], [2, 'mcp-handshake: nowhere.json cannot be read (ENOENT).\n']);
  });
});

describe('what would obey our own words', () => {
  const misfits: Record<string, object> = {
    'npx without a package': { command: 'npx', args: ['-y'] },
    'a shell': { command: 'bash', args: ['-l'] },
    'an interpreter': { command: process.execPath },
    'a whole command line': { command: 'npx -y acme' },
    'a path with arguments': { command: `${process.execPath} -e 1` },
  };
  for (const [name, entry] of Object.entries(misfits)) {
    it(`is never started, and is said for what it is: ${name}`, async () => {
      const [diagnosed] = await diagnose(vscodeWorkspace({ s: entry }));
      assert.deepEqual([diagnosed?.status, diagnosed?.start], ['skipped', null]);
      assert.match(diagnosed?.reason?.code ?? '', /^(?:nothing-to-run|command-line)$/);
      assert.equal(diagnosed?.findings[0]?.label, 'args-malformed');
    });
  }
});
