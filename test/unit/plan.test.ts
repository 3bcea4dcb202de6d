import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { clientOfApp, clients, readersOf } from '../../src/core/clients';
import { parseConfig } from '../../src/core/config/parse';
import { parseEnvFile } from '../../src/core/config/env-file';
import { isInsideEnvelope, isOutside } from '../../src/core/launch/envelope';
import { isOnNetwork } from '../../src/core/launch/network-path';
import { planLaunch } from '../../src/core/launch/plan-launch';
import { resolveProgram } from '../../src/core/launch/resolve';
import { spawnForm } from '../../src/core/launch/spawn-form';
import { isOurSide } from '../../src/editor/language/our-side';
import { machine } from './given';
import { plan } from './planned';
import type { Platform } from '../../src/core/platform';

describe('what VS Code would start', () => {
  it('resolves its variables, and leaves what it does not know', () => {
    const { command, args } = plan({
      command: '${workspaceFolder}/bin/x',
      args: ['${env:FROM_SHELL}', '${env:UNSET}', '${input:key}', '${VAR}', '${userHome}', '${/}'],
    });
    assert.equal(command.reveal(), '/w/bin/x');
    assert.deepEqual(args.reveal(), ['yes', '', 'answered', '${VAR}', '/home/u', '/']);
  });

  it('knows no variable, input or program that every object has', () => {
    const { args, unresolved } = plan({ command: 'x', args: ['${env:constructor}', '${input:toString}'] });
    assert.deepEqual(args.reveal(), ['', '${input:toString}']);
    assert.deepEqual(unresolved, [{ kind: 'input', id: 'toString' }]);
    for (const command of ['constructor', 'toString', '__proto__', 'toString x'])
      assert.equal(plan({ command }).probeClass.code, 'local', command);
  });

  it('expands a tilde at the start of command, args and cwd, and nowhere else', () => {
    const { command, args, cwd, env } = plan({
      command: '~/x',
      args: ['~/a', '--dir=~/b'],
      cwd: '~',
      env: { D: '~/c' },
    });
    assert.deepEqual([command.reveal(), ...args.reveal(), cwd], ['/home/u/x', '/home/u/a', '--dir=~/b', '/home/u']);
    assert.equal(env.reveal()['D'], '~/c');
  });

  it('starts in the folder of the file, a relative cwd joined to it', () => {
    assert.equal(plan({ command: 'x' }).cwd, '/w');
    assert.equal(plan({ command: 'x', cwd: 'sub' }).cwd, '/w/sub');
    assert.equal(plan({ command: 'x' }, { workspaceFolder: null }).cwd, '/home/u');
  });

  it('reads envFile', () =>
    assert.equal(plan({ command: 'x', envFile: '${workspaceFolder}/.env' }).env.reveal()['FROM_FILE'], '1'));

  it('replaces nothing in a .mcp.json, and ignores cwd there', () => {
    const { args, cwd } = plan({ command: 'x', args: ['${workspaceFolder}'], cwd: '/elsewhere' }, {}, '/w/.mcp.json');
    assert.deepEqual(args.reveal(), ['${workspaceFolder}']);
    assert.equal(cwd, '/w');
  });

  const classes: readonly [string, object, string][] = [
    ['a local program', { command: 'node', args: ['server.js'] }, 'background local'],
    ['a downloader', { command: '/usr/bin/npx', args: ['-y', 'x'] }, 'explicit downloads'],
    ['a downloader on Windows', { command: 'C:\\n\\npx.cmd', args: ['x'] }, 'explicit downloads'],
    ['uv tool run', { command: 'uv', args: ['tool', 'run', 'x'] }, 'explicit downloads'],
    ['a shell', { command: 'bash', args: ['-c', 'x'] }, 'explicit wrapper'],
    ['a port', { command: 'x', args: ['--port', '3000'] }, 'explicit port'],
    ['an input without an answer', { command: 'x', env: { K: '${input:other}' } }, 'explicit needs-input'],
    ['a command variable', { command: '${command:pick}' }, 'never needs-client'],
    ['a sandbox', { command: 'x', sandboxEnabled: true }, 'never sandboxed'],
  ];
  for (const [name, entry, expected] of classes) {
    it(`classes ${name} as ${expected}`, () => {
      const { kind, code } = plan(entry).probeClass;
      assert.equal(`${kind} ${code}`, expected);
    });
  }
});

describe('the envFile of VS Code', () => {
  it('is read by its own rules', () => {
    const text = '# c\nA=1\nexport B: two # gone\nC="x\\ny"\nD=\'#kept\'\n\nE=a=b\nbroken\n';
    assert.deepEqual(parseEnvFile(text), { A: '1', B: 'two', C: 'x\ny', D: '#kept', E: 'a=b' });
  });
  it('costs no more than its length', () => assert.deepEqual(parseEnvFile(`A${' '.repeat(1_000_000)}B`), {}));
});

describe('the envelope of a trial', () => {
  const written = plan({ command: 'npx', args: ['x'] });
  const rows: readonly [string, object, boolean][] = [
    ['the same program by its path', { command: '/opt/bin/npx', args: ['x'] }, true],
    ['PATH added', { command: '/opt/bin/npx', args: ['x'], env: { PATH: '/opt/bin' } }, true],
    ['another program', { command: '/opt/bin/node', args: ['x'] }, false],
    ['inside the workspace', { command: '/w/node_modules/.bin/npx', args: ['x'] }, false],
    ['by a way back into it', { command: '/opt/../w/npx', args: ['x'] }, false],
    ['by a relative path', { command: './npx', args: ['x'] }, false],
    ['other args', { command: '/opt/bin/npx', args: ['y'] }, false],
    ['a switch that quietens it', { command: 'npx', args: ['x'], env: { DOTENV_CONFIG_QUIET: 'true' } }, true],
    ['such a switch with another value', { command: 'npx', args: ['x'], env: { PYTHONUTF8: '/x' } }, false],
    ['another variable', { command: 'npx', args: ['x'], env: { NODE_OPTIONS: '--require x' } }, false],
    ['another folder', { command: 'npx', args: ['x'], cwd: '/tmp' }, false],
  ];
  for (const [name, entry, inside] of rows) {
    it(`${inside ? 'has' : 'has not'} room for ${name}`, () =>
      assert.equal(isInsideEnvelope(written, plan(entry)), inside));
  }
  it('knows the many spellings of a path', () => {
    assert.ok(!isOutside('/w/./x', '/w') && !isOutside('//w/x', '/w') && !isOutside('C:\\W\\x', 'c:\\w'));
  });
  it('knows a folder from one whose name begins the same', () => assert.ok(isOutside('/w2/x', '/w')));
});

describe('finding a program', () => {
  const rows: readonly [Platform, string, string[], string[], string | null][] = [
    ['linux', 'npx', ['/a', '/b'], ['/b/npx'], '/b/npx'],
    ['linux', './npx', ['/a'], ['/cwd/./npx'], '/cwd/./npx'],
    ['linux', '/x/npx', [], ['/x/npx'], '/x/npx'],
    ['linux', 'npx', ['/a'], ['/cwd/npx'], null],
    ['win32', 'npx', ['C:\\a', 'C:\\b'], ['C:\\a\\npx.CMD', 'C:\\b\\npx.EXE'], 'C:\\a\\npx.CMD'],
    ['win32', 'npx', ['C:\\a'], ['C:\\a\\npx', 'C:\\a\\npx.EXE'], 'C:\\a\\npx.EXE'],
    ['win32', 'C:\\x\\npx', [], ['C:\\x\\npx.CMD'], null],
  ];
  for (const [platform, command, path, files, found] of rows) {
    it(`${platform}: ${command} among ${files.join(', ')}`, () => {
      const where = { platform, path, cwd: platform === 'win32' ? 'C:\\cwd' : '/cwd' };
      assert.equal(resolveProgram(command, where, { isProgram: (file) => files.includes(file) }), found);
    });
  }
});

describe('starting a program on Windows', () => {
  const onWindows = (entry: object) => plan(entry, { platform: 'win32', base: { Path: 'C:\\n' } });
  it('takes a shell for a .cmd, everything in quotes', () => {
    const form = spawnForm(onWindows({ command: 'npx', args: ['-y', 'a"b'] }), (path) => path === 'C:\\n\\npx.CMD');
    assert.deepEqual(form, { file: '"npx"', args: ['"-y"', '"a""b"'], shell: true });
  });
  it('starts an .exe directly', () => {
    const form = spawnForm(onWindows({ command: 'node', args: ['a b'] }), (path) => path === 'C:\\n\\node.EXE');
    assert.deepEqual(form, { file: 'node', args: ['a b'], shell: false });
  });
});

describe('a path on another machine', () => {
  const rows: readonly [Platform, string, boolean][] = [
    ['win32', '\\\\server\\share\\.env', true],
    ['win32', '//server/share', true],
    ['win32', 'C:\\x', false],
    ['win32', '\\x', false],
    ['linux', '//x', false],
  ];
  for (const [platform, path, expected] of rows)
    it(`${platform}: ${path} is ${expected ? 'one' : 'none'}`, () =>
      assert.equal(isOnNetwork(path, platform), expected));
});

describe('clients', () => {
  const readers: Record<string, readonly string[]> = {
    '/w/.vscode/mcp.json': ['vscode'],
    '/w/.mcp.json': ['claude-code', 'copilot-cli', 'visual-studio', 'vscode'],
    'C:\\w\\.cursor\\mcp.json': ['cursor'],
    '/h/.config/Claude/claude_desktop_config.json': ['claude-desktop'],
    '/h/.config/Code/User/profiles/1/mcp.json': ['vscode'],
    '/w/mcp.json': [],
    '/w/.vscode/settings.json': [],
  };
  for (const [path, ids] of Object.entries(readers)) {
    it(`${path} is read by ${ids.join(', ') || 'nobody'}`, () =>
      assert.deepEqual(
        readersOf(path)
          .map(({ client }) => client.id)
          .toSorted(),
        ids,
      ));
  }
  it('have the names of their files', () => {
    const files = readdirSync('src/core/clients').map((file) => file.replace(/\.ts$/, ''));
    for (const { id } of clients) assert.ok(files.includes(id), id);
  });
});

describe('the plan of a remote server', () => {
  const text = JSON.stringify({
    servers: {
      s: {
        type: 'http',
        url: 'https://${env:ACME_HOST}/mcp',
        headers: { Authorization: 'Bearer ${input:token}', 'X-Key': 'hunter2hunter2' },
      },
    },
  });
  const file = parseConfig('/w/.vscode/mcp.json', text);
  const [map] = file.maps;
  const [entry] = map?.servers ?? [];
  const [reader] = map?.readers ?? [];
  it('has the address and the headers as the client would send them, and shows no value of one', () => {
    assert.ok(entry && reader);
    const planned = planLaunch(entry, reader, { ...machine, platform: 'linux', base: { ACME_HOST: 'acme.test' } });
    assert.ok(planned?.kind === 'http');
    assert.equal(planned.url.reveal(), 'https://acme.test/mcp');
    assert.deepEqual(planned.shown, { url: 'https://acme.test/mcp', headers: ['Authorization', 'X-Key'] });
    assert.deepEqual(planned.unresolved, [{ kind: 'input', id: 'token' }]);
    assert.doesNotMatch(JSON.stringify(planned), /hunter2/);
    assert.equal(planned.mask('X-Key: hunter2hunter2'), 'X-Key: ‹header X-Key›');
  });
});

describe('whose environment is known exactly', () => {
  const rows: readonly [appName: string, path: string, certainty: string][] = [
    ['Visual Studio Code', '/w/.vscode/mcp.json', 'exact'],
    ['Visual Studio Code - Insiders', '/w/.vscode/mcp.json', 'exact'],
    ['Cursor', '/w/.vscode/mcp.json', 'source'],
    ['Cursor', '/w/.cursor/mcp.json', 'estimated'],
    ['An editor that nobody knows', '/w/.vscode/mcp.json', 'source'],
  ];
  for (const [appName, path, certainty] of rows)
    it(`${path} in ${appName}: ${certainty}`, () => {
      const baseIsExactFor = clientOfApp(appName)?.id ?? null;
      assert.equal(plan({ command: 'node' }, { baseIsExactFor }, path).environment.certainty, certainty);
    });
});

describe('the sides of a remote window', () => {
  const rows: readonly [scheme: string, remoteName: string | undefined, isOurs: boolean][] = [
    ['file', undefined, true],
    ['file', 'wsl', true],
    ['vscode-userdata', undefined, true],
    ['vscode-userdata', 'wsl', false],
    ['vscode-vfs', undefined, false],
  ];
  for (const [scheme, remoteName, isOurs] of rows)
    it(`${scheme} in ${remoteName ?? 'a window of its own'} is ${isOurs ? 'ours' : 'not ours'}`, () =>
      assert.equal(isOurSide(scheme, remoteName), isOurs));
});
