import assert from 'node:assert/strict';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { cli, diagnose, server, vscodeWorkspace, workspace } from './cli';
import type { AddressInfo } from 'node:net';

/** A home with a runner that only a version manager's folder has: a script for an interpreter that only it has, too. */
function homeWithRunner(runner: string, interpreter: string): string {
  const home = workspace({});
  const bin = join(home, '.nvm/versions/node/v22.1.0/bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, interpreter));
  writeFileSync(
    join(bin, runner),
    `#!/usr/bin/env ${interpreter}\nimport('${server('healthy')}').then(({ serve }) => serve());\n`,
  );
  chmodSync(join(bin, runner), 0o755);
  return home;
}

describe('the four causes, from a broken file to a tried cure', () => {
  it('wrong-root-key: found by reading, cured by a rename', async () => {
    const folder = workspace({
      '.vscode/mcp.json': { mcpServers: { s: { command: process.execPath, args: [server('healthy')] } } },
    });
    const checked = await cli(['check', '--format', 'json'], { cwd: folder });
    assert.equal(checked.code, 1);
    const [finding] = JSON.parse(checked.stdout).files[0].findings;
    assert.deepEqual(
      [finding.rule, finding.label, finding.clients, finding.range.start],
      ['wrong-root-key', 'config-wrong-schema', ['vscode'], { line: 1, character: 2 }],
    );
    const fixed = await cli(['fix', '.vscode/mcp.json', '--rule', 'wrong-root-key'], { cwd: folder });
    assert.equal(fixed.code, 0, fixed.stderr);
    const [diagnosed] = await diagnose(folder);
    assert.equal(diagnosed?.status, 'ready');
  });

  it('runner-not-on-path: the full path, and the PATH that its first line needs, proven', async () => {
    const home = homeWithRunner('handshake-runner', 'handshake-node');
    const folder = vscodeWorkspace({ s: { command: 'handshake-runner' } });
    const [diagnosed] = await diagnose(folder, [], { HOME: home });
    const [finding] = diagnosed?.findings ?? [];
    assert.deepEqual([finding?.rule, finding?.confidence], ['runner-not-on-path', 'proven']);
    assert.deepEqual(finding?.fixes[0]?.trial, { status: 'passed', control: 'failed', movedOnTo: null });

    const { code } = await cli(['fix', '.vscode/mcp.json', '--server', 's', '--yes'], {
      cwd: folder,
      env: { HOME: home },
    });
    assert.equal(code, 0);
    const bin = join(home, '.nvm/versions/node/v22.1.0/bin');
    const { servers } = JSON.parse(readFileSync(join(folder, '.vscode/mcp.json'), 'utf8'));
    assert.deepEqual(servers.s, { command: join(bin, 'handshake-runner'), env: { PATH: bin } });
    const [again] = await diagnose(folder, [], { HOME: home });
    assert.deepEqual([again?.status, again?.findings], ['ready', []]);
  });

  it('runner-not-on-path: what only the login shell has on its PATH, proven', async () => {
    const home = workspace({});
    const tools = join(home, 'tools of mine');
    mkdirSync(tools);
    writeFileSync(
      join(tools, 'handshake-tool'),
      `#!/bin/sh\nexec '${process.execPath}' -e "import('${server('healthy')}').then(({ serve }) => serve())"\n`,
    );
    chmodSync(join(tools, 'handshake-tool'), 0o755);
    const noisy = `echo 'Welcome back! PATH is fine'\nexport PATH="${tools}:$PATH"\nsleep 300 &\n`;
    for (const name of ['.bash_profile', '.profile', '.zprofile']) writeFileSync(join(home, name), noisy);
    const folder = vscodeWorkspace({ s: { command: 'handshake-tool' }, gone: { command: 'handshake-tol-4711' } });
    const [found, gone] = await diagnose(folder, [], { HOME: home });
    const [finding] = found?.findings ?? [];
    assert.deepEqual([finding?.rule, finding?.confidence], ['runner-not-on-path', 'proven'], finding?.message);
    assert.match(
      finding?.evidence.at(-1)?.text ?? '',
      /tools of mine\/handshake-tool \(the PATH of your login shell\)/,
    );
    assert.equal(gone?.findings[0]?.rule, 'runner-not-installed');
  });

  it('runner-not-on-path: as from the desktop, what this terminal has is not there, and it is never proven', async () => {
    const tools = workspace({});
    const runs = `exec '${process.execPath}' -e "import('${server('healthy')}').then(({ serve }) => serve())"`;
    writeFileSync(join(tools, 'handshake-tool'), `#!/bin/sh\n${runs}\n`, { mode: 0o755 });
    const folder = workspace({ '.cursor/mcp.json': { mcpServers: { s: { command: 'handshake-tool' } } } });
    const env = { PATH: `${tools}:${process.env['PATH'] ?? ''}` };
    assert.equal((await diagnose(folder, [], env))[0]?.status, 'ready');
    const [diagnosed] = await diagnose(folder, ['--base', 'gui'], env);
    const [finding] = diagnosed?.findings ?? [];
    assert.deepEqual([finding?.rule, finding?.confidence], ['runner-not-on-path', 'likely'], finding?.message);
    assert.equal(diagnosed?.environment?.certainty, 'estimated');
  });

  it('runner-not-on-path: a copy inside the workspace is no cure', async () => {
    const home = homeWithRunner('handshake-runner', 'handshake-node');
    const folder = vscodeWorkspace({ s: { command: 'handshake-runner' } }, { home: 'x' });
    const inside = {
      HOME: folder,
      PATH: `${join(home, '.nvm/versions/node/v22.1.0/bin')}/../../../../../nowhere:.:${dirname(process.execPath)}`,
    };
    writeFileSync(join(folder, 'handshake-runner'), '#!/bin/sh\ntouch started\n');
    chmodSync(join(folder, 'handshake-runner'), 0o755);
    // Where installers put programs, in a home that is the workspace.
    mkdirSync(join(folder, '.local/bin'), { recursive: true });
    copyFileSync(join(folder, 'handshake-runner'), join(folder, '.local/bin/handshake-runner'));
    for (const PATH of [inside.PATH, dirname(process.execPath)]) {
      const [diagnosed] = await diagnose(folder, ['--no-trial'], { ...inside, PATH });
      const paths = diagnosed?.findings.flatMap(({ fixes }) => fixes.map(({ title }) => title)) ?? [];
      assert.deepEqual(paths, []);
    }
  });

  it('missing-env: every key is named at once, tried with placeholders, and asked for', async () => {
    const folder = vscodeWorkspace({ s: { command: process.execPath, args: [server('needs-keys')] } });
    const [diagnosed] = await diagnose(folder);
    const [finding] = diagnosed?.findings ?? [];
    assert.deepEqual(
      [finding?.rule, finding?.params['names']],
      ['missing-env', ['HANDSHAKE_API_KEY', 'HANDSHAKE_REGION_CODE']],
    );
    assert.deepEqual(
      finding?.fixes.map(({ id }) => id),
      ['add-env-input', 'add-env-variable'],
    );
    assert.deepEqual(finding?.fixes[0]?.trial, {
      status: 'needs-value',
      control: 'not-run',
      movedOnTo: 'the handshake',
    });

    await cli(['fix', '.vscode/mcp.json', '--server', 's', '--yes'], { cwd: folder });
    const [waiting] = await diagnose(folder);
    assert.deepEqual([waiting?.status, waiting?.reason?.code], ['waiting', 'needs-input']);
    const [again] = await diagnose(folder, [
      '--set',
      'HANDSHAKE_API_KEY=abcdefgh',
      '--set',
      'HANDSHAKE_REGION_CODE=eu',
    ]);
    assert.deepEqual([again?.status, again?.findings], ['ready', []]);
  });

  it('npm-package-missing: the registry is asked, and the name that was meant is found', async () => {
    const folder = vscodeWorkspace({ s: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-memry'] } });
    const [diagnosed] = await diagnose(folder);
    const [finding] = diagnosed?.findings ?? [];
    assert.equal(finding?.rule, 'npm-package-missing');
    assert.equal(finding?.params['similar'], '@modelcontextprotocol/server-memory');
    assert.ok(
      finding?.fixes.every(({ trial }) => trial.status === 'not-run'),
      'a package that nobody named is never started',
    );
    await cli(['fix', '.vscode/mcp.json', '--server', 's', '--yes'], { cwd: folder });
    const [again] = await diagnose(folder);
    assert.deepEqual([again?.status, again?.findings], ['ready', []]);
  }).timeout(120_000);

  it('npm-package-missing: the twin on PyPI', async () => {
    const home = workspace({});
    const folder = vscodeWorkspace({ s: { command: 'npx', args: ['-y', 'mcp-server-time'] } });
    const isThere = process.env['PATH']?.split(':').some((each) => existsSync(join(each, 'uvx'))) === true;
    if (!isThere) {
      const [alone] = await diagnose(folder, [], { HOME: home });
      assert.match(alone?.findings[0]?.message ?? '', /There is one on PyPI, and `uvx`, .* is not on this machine/);
      assert.deepEqual(alone?.findings[0]?.fixes, []);
    }
    mkdirSync(join(home, '.local/bin'), { recursive: true });
    writeFileSync(join(home, '.local/bin/uvx'), '#!/bin/sh\n', { mode: 0o755 });
    const [diagnosed] = await diagnose(folder, [], { HOME: home });
    const [finding] = diagnosed?.findings ?? [];
    assert.equal(finding?.rule, 'npm-package-missing');
    assert.deepEqual(
      finding?.fixes.map(({ id, preferred }) => [id, preferred]),
      [['switch-runner', true]],
    );
  }).timeout(120_000);
});

describe('what the user saw, and what we say', () => {
  it('side by side for the same server: -32000, and the cause', async () => {
    const entry = { command: process.execPath, args: [server('needs-keys')] };
    const client = new Client({ name: 'reference', version: '1.0.0' });
    const theirs = await client.connect(new StdioClientTransport({ ...entry, stderr: 'ignore' })).then(
      () => 'connected',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );
    const [ours] = await diagnose(vscodeWorkspace({ s: entry }), ['--no-trial']);
    assert.equal(theirs, 'MCP error -32000: Connection closed');
    assert.equal(
      ours?.findings[0]?.message,
      'The server needs HANDSHAKE_API_KEY and HANDSHAKE_REGION_CODE, and does not get them. Add them to `env`.',
    );
  });
});

describe('causes of a start', () => {
  it('bin-not-executable: the file is looked at, and a folder is none', async () => {
    const folder = vscodeWorkspace({
      file: { command: '${workspaceFolder}/run.sh' },
      folder: { command: '${workspaceFolder}/.vscode' },
      healthy: { command: process.execPath, args: [server('healthy')] },
    });
    writeFileSync(join(folder, 'run.sh'), '#!/bin/sh\nexit 0\n', { mode: 0o644 });
    const [file, other, healthy] = await diagnose(folder);
    const [finding] = file?.findings ?? [];
    assert.deepEqual([finding?.rule, finding?.confidence], ['bin-not-executable', 'evident']);
    assert.deepEqual(
      finding?.fixes.map(({ id }) => id),
      ['make-executable'],
    );
    assert.ok(other?.findings.every(({ rule }) => rule !== 'bin-not-executable'));
    assert.deepEqual([healthy?.status, healthy?.findings], ['ready', []]);
  });

  it('build-missing and script-path-wrong: the project beside the script decides', async () => {
    const script = (path: string) => ({ command: process.execPath, args: ['${workspaceFolder}/' + path] });
    const folder = vscodeWorkspace(
      {
        unbuilt: script('acme/dist/index.js'),
        elsewhere: script('nowhere/dist/index.js'),
        wrong: script('acme/sever.js'),
      },
      { 'acme/package.json': { name: 'acme' }, 'acme/server.js': '' },
    );
    const found = (await diagnose(folder)).map(({ findings: [first] }) => [first?.rule, first?.confidence]);
    assert.deepEqual(found, [
      ['build-missing', 'likely'],
      ['script-path-wrong', 'likely'],
      ['script-path-wrong', 'evident'],
    ]);
  });

  it('wrong-interpreter and deps-not-installed: what this Python does not have', async () => {
    const python = (name: string) => ({ command: 'python3', args: ['-I', '-S', '${workspaceFolder}/' + name] });
    const folder = vscodeWorkspace(
      { sdk: python('sdk.py'), other: python('other.py'), part: python('part.py') },
      {
        'sdk.py': 'import mcp\n',
        'other.py': 'import no_such_module_4711\n',
        'part.py': 'import json.no_such_part\n',
      },
    );
    const found = (await diagnose(folder)).map(({ findings: [first] }) => first?.rule);
    assert.deepEqual(found, ['wrong-interpreter', 'deps-not-installed', 'no-handshake']);
  });

  it('wrong-interpreter: the Python of the virtual environment beside it', async () => {
    const folder = vscodeWorkspace(
      { s: { command: 'python3', args: ['-I', '-S', '${workspaceFolder}/sdk.py'] } },
      { 'sdk.py': 'import mcp\n', 'pyproject.toml': '' },
    );
    mkdirSync(join(folder, '.venv/bin'), { recursive: true });
    writeFileSync(join(folder, '.venv/bin/python'), '');
    const [diagnosed] = await diagnose(folder);
    const [fix] = diagnosed?.findings[0]?.fixes ?? [];
    assert.equal(fix?.title, `Use ${join(folder, '.venv/bin/python')}`);
    assert.equal(fix?.trial.status, 'not-run', 'what the workspace brought along is never started in its place');
  });

  it('npx-cache-corrupt and package-broken-release: the published release tells them apart', async () => {
    const cache = join(workspace({}), '_npx/0123456789abcdef/node_modules');
    mkdirSync(join(cache, 'acme'), { recursive: true });
    mkdirSync(join(cache, 'ms'));
    writeFileSync(join(cache, 'ms/package.json'), JSON.stringify({ name: 'ms', version: '2.1.3' }));
    const start = (name: string, wanted: string) => {
      writeFileSync(join(cache, 'acme', name), `import '../ms/${wanted}';\n`);
      return { command: process.execPath, args: [join(cache, 'acme', name)] };
    };
    const folder = vscodeWorkspace({ cut: start('a.mjs', 'index.js'), never: start('b.mjs', 'extra.js') });
    const found = (await diagnose(folder)).map(({ findings: [first] }) => [first?.rule, first?.confidence]);
    assert.deepEqual(found, [
      ['npx-cache-corrupt', 'evident'],
      ['package-broken-release', 'evident'],
    ]);
  }).timeout(120_000);

  it('port-in-use: with the process that has the port', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await new Promise((listening) => holder.on('listening', listening));
    const { port } = holder.address() as AddressInfo;
    const script = `require('net').createServer().listen(${port}, '127.0.0.1')`;
    const [diagnosed] = await diagnose(vscodeWorkspace({ s: { command: process.execPath, args: ['-e', script] } }));
    holder.close();
    const [finding] = diagnosed?.findings ?? [];
    assert.deepEqual([finding?.rule, finding?.params['pid']], ['port-in-use', process.pid], finding?.message);
  });

  it('wrong-subcommand-or-flag: said of the word in the entry', async () => {
    const script =
      "require('node:util').parseArgs({ options: { port: { type: 'string' } } }); setInterval(() => {}, 1000)";
    const folder = vscodeWorkspace({ s: { command: process.execPath, args: ['-e', script, '--', '--prot=1'] } });
    const [diagnosed] = await diagnose(folder);
    assert.equal(diagnosed?.findings[0]?.rule, 'wrong-subcommand-or-flag');
    assert.deepEqual(diagnosed?.findings[0]?.params, { what: '--prot' });
  });
});
