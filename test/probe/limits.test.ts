import assert from 'node:assert/strict';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, openSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { diagnoseFile } from '../../src/node/diagnose';
import { CLI, cli, diagnose, options, server, vscodeWorkspace, workspace } from './cli';

describe('what a file holds bounds what it costs', () => {
  it('a secret may be as long as it likes, and is never printed', async () => {
    const folder = vscodeWorkspace({
      s: { command: 'node', args: ['a.js'], cwd: '/no/such/folder', env: { MY_API_KEY: 'hunter2 '.repeat(8_000) } },
    });
    for (const [words, expected] of [
      [['check'], 1],
      [['diagnose', '--yes', '--no-trial'], 1],
    ] as const) {
      const { code, stdout, stderr } = await cli(words, { cwd: folder });
      assert.equal(code, expected, stderr.slice(0, 1_000));
      assert.doesNotMatch(stdout + stderr, /hunter2/);
    }
  });

  it('many servers take no longer to tell one by one than at once', async () => {
    const servers = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`s${index}`, { command: 'npx', args: ['-y', `@acme/s-${index}`] }]),
    );
    const folder = vscodeWorkspace(servers);
    const secondsFor = async (format: string) => {
      const began = performance.now();
      const { stdout } = await cli(['diagnose', '--format', format], { cwd: folder });
      assert.match(stdout, /s499/);
      return performance.now() - began;
    };
    const atOnce = await secondsFor('json');
    assert.ok((await secondsFor('jsonl')) < 3 * atOnce);
  });
});

describe('a log of 50 MB', () => {
  it('is explained in an amount of memory that it has not room in', () => {
    const folder = workspace({});
    const log = join(folder, 'mcp.log');
    const start = (server: string) =>
      [
        `2026-05-01T08:00:00.000Z [${server}] [info] Initializing server...`,
        `Error: ${server.toUpperCase()}_KEY environment variable is required`,
        ...Array.from({ length: 40 }, (_, line) => `    at step (/srv/weather/${line}.js:3:9) and ${'x'.repeat(60)}`),
        `2026-05-01T08:00:01.000Z [${server}] [info] Server transport closed`,
      ].join('\n') + '\n';
    const block = start('weather').repeat(100);
    writeFileSync(log, start('notes') + block.repeat(Math.ceil((50 * 1024 * 1024) / block.length)));
    const words = ['--max-old-space-size=40', CLI, 'explain', log, '--format', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    assert.equal(stderr, '');
    const { findings, starts, forgotten } = JSON.parse(stdout) as {
      findings: { rule: string }[];
      starts: { server: string; findings: { rule: string }[] }[];
      forgotten: number;
    };
    assert.ok(forgotten > 1_000, String(forgotten));
    assert.equal(findings[0]?.rule, 'missing-env');
    // The last start of each server is among those that are kept, be it the first of all.
    assert.equal(starts.find(({ server: name }) => name === 'notes')?.findings[0]?.rule, 'missing-env');
  });
});

describe('an envFile', () => {
  const reads = (envFile: string, more: Readonly<Record<string, unknown>> = {}) =>
    vscodeWorkspace({ s: { command: process.execPath, args: [server('needs-keys')], envFile } }, more);
  const keys = 'HANDSHAKE_API_KEY=abcdefgh\nHANDSHAKE_REGION_CODE=eu\n';
  const seconds = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return (performance.now() - began) / 1000;
  };

  it('is read when a person asks', async () => {
    const [diagnosed] = await diagnose(reads('${workspaceFolder}/.env', { '.env': keys }));
    assert.equal(diagnosed?.status, 'ready');
  });

  it('is not opened by a look at the file: nobody reads from the other end of a pipe', async () => {
    const folder = reads('${workspaceFolder}/pipe');
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    // Opening it for writing succeeds at once as soon as somebody has it open for reading.
    const isRead = () => {
      try {
        closeSync(openSync(join(folder, 'pipe'), constants.O_WRONLY | constants.O_NONBLOCK));
        return true;
      } catch {
        return false;
      }
    };
    const child = spawn(process.execPath, [resolve('dist/cli.js'), 'check'], { cwd: folder, stdio: 'ignore' });
    let wasRead = false;
    const watch = setInterval(() => (wasRead ||= isRead()), 5);
    const ended = new Promise((done) => child.once('exit', done));
    const late = setTimeout(() => child.kill('SIGKILL'), 5_000);
    assert.equal(await ended, 0);
    clearTimeout(late);
    clearInterval(watch);
    assert.equal(wasRead, false);
  });

  const refused: Record<string, { envFile: string; why: RegExp; make?: (folder: string) => void }> = {
    'a pipe': {
      envFile: '${workspaceFolder}/x',
      why: /no regular file/,
      make: (folder) => execFileSync('mkfifo', [join(folder, 'x')]),
    },
    'a device': { envFile: '/dev/zero', why: /outside the workspace/ },
    'a link to a device': {
      envFile: '${workspaceFolder}/x',
      why: /outside the workspace/,
      make: (folder) => symlinkSync('/dev/zero', join(folder, 'x')),
    },
    'a file of gigabytes': {
      envFile: '${workspaceFolder}/x',
      why: /larger than 1 MB/,
      make: (folder) => {
        writeFileSync(join(folder, 'x'), '');
        truncateSync(join(folder, 'x'), 2 ** 31);
      },
    },
    'a file of somebody else': { envFile: '/etc/passwd', why: /outside the workspace/ },
    'nothing at all': { envFile: '${workspaceFolder}/x', why: /cannot read the envFile/ },
  };
  for (const [name, { envFile, why, make }] of Object.entries(refused)) {
    it(`that is ${name} keeps the server from being started, in words`, async () => {
      const folder = reads(envFile);
      make?.(folder);
      const took = await seconds(async () => {
        const [diagnosed] = await diagnose(folder, ['--no-trial']);
        assert.deepEqual([diagnosed?.status, diagnosed?.reason?.code], ['skipped', 'env-file']);
        assert.match(diagnosed?.reason?.text ?? '', why);
      });
      assert.ok(took < 5, `${took} s`);
    });
  }

  it('that changes while the question is open is not started', async () => {
    const folder = reads('${workspaceFolder}/.env', { '.env': keys });
    const file = join(folder, '.vscode/mcp.json');
    const report = await diagnoseFile(
      file,
      readFileSync(file, 'utf8'),
      options(folder, async (requests) => {
        writeFileSync(join(folder, '.env'), `${keys}NODE_OPTIONS=--require=./evil.js\n`);
        return new Set(requests.map(({ unit }) => unit));
      }),
      new AbortController().signal,
    );
    assert.deepEqual([report.servers[0]?.status, report.servers[0]?.reason?.code], ['skipped', 'env-file-changed']);
  });
});

describe('a file that is named to us', () => {
  it('ends, whatever it is', async () => {
    const { code, stdout } = await cli(['check', '/dev/zero'], { cwd: vscodeWorkspace({}) });
    assert.equal(code, 1);
    assert.match(stdout, /larger than 8 MB/);
  });
});
