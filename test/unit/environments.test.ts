import assert from 'node:assert/strict';
import { guiEnvironment, withoutNpmScript } from '../../src/core/launch/base-environment';
import { policies } from '../../src/core/environments';
import type { Platform } from '../../src/core/platform';
import type { PolicyId } from '../../src/core/environments';

interface Row {
  readonly name: string;
  readonly policy: PolicyId;
  readonly platform?: Platform;
  readonly base: Record<string, string>;
  readonly envFile?: Record<string, string>;
  readonly env?: Record<string, string | null>;
  readonly gives: Record<string, string>;
}

const rows: readonly Row[] = [
  {
    name: 'VS Code appends PATH',
    policy: 'vscode',
    base: { PATH: '/a' },
    env: { PATH: '/b' },
    gives: { PATH: '/a:/b' },
  },
  {
    name: 'VS Code appends with ; on Windows, under the key as written',
    policy: 'vscode',
    platform: 'win32',
    base: { Path: 'C:\\a' },
    env: { Path: 'C:\\b' },
    gives: { Path: 'C:\\a;C:\\b' },
  },
  {
    name: 'VS Code: another spelling is a second variable',
    policy: 'vscode',
    base: { PATH: '/a' },
    env: { Path: '/b' },
    gives: { PATH: '/a', Path: '/b' },
  },
  {
    name: 'VS Code: envFile replaces PATH',
    policy: 'vscode',
    base: { PATH: '/a' },
    envFile: { PATH: '/c' },
    gives: { PATH: '/c' },
  },
  {
    name: 'VS Code: env is appended to what envFile says',
    policy: 'vscode',
    base: { PATH: '/a' },
    envFile: { PATH: '/c' },
    env: { PATH: '/b' },
    gives: { PATH: '/c:/b' },
  },
  { name: 'VS Code: null removes', policy: 'vscode', base: { A: '1', B: '2' }, env: { A: null }, gives: { B: '2' } },
  {
    name: 'VS Code passes all on',
    policy: 'vscode',
    base: { VSCODE_PID: '1', SECRET: 'x' },
    gives: { VSCODE_PID: '1', SECRET: 'x' },
  },
  {
    name: 'the SDK passes a short list on',
    policy: 'sdk-whitelist',
    base: { PATH: '/a', HOME: '/h', LANG: 'C' },
    env: { K: 'v' },
    gives: { HOME: '/h', PATH: '/a', K: 'v' },
  },
  {
    name: 'the SDK leaves shell functions out',
    policy: 'sdk-whitelist',
    base: { TERM: '() { :; }', PATH: '/a' },
    gives: { PATH: '/a' },
  },
  {
    name: 'the SDK has another list on Windows',
    policy: 'sdk-whitelist',
    platform: 'win32',
    base: { HOME: 'x', USERPROFILE: 'u', PATHEXT: '.EXE' },
    gives: { USERPROFILE: 'u' },
  },
  {
    name: 'the SDK: env.PATH replaces',
    policy: 'sdk-whitelist',
    base: { PATH: '/a' },
    env: { PATH: '/b' },
    gives: { PATH: '/b' },
  },
  {
    name: 'Windows knows no case: the SDK’s list finds Path',
    policy: 'sdk-whitelist',
    platform: 'win32',
    base: { Path: 'C:\\a', SystemRoot: 'C:\\Windows' },
    gives: { PATH: 'C:\\a', SYSTEMROOT: 'C:\\Windows' },
  },
  {
    name: 'Copilot CLI passes PATH on',
    policy: 'path-only',
    base: { PATH: '/a', HOME: '/h' },
    gives: { PATH: '/a', PYTHONUNBUFFERED: '1' },
  },
  { name: 'full inheritance', policy: 'full-inherit', base: { A: '1' }, env: { B: '2' }, gives: { A: '1', B: '2' } },
];

describe('environment policies', () => {
  for (const { name, policy, platform = 'linux', base, envFile = {}, env = {}, gives } of rows) {
    it(name, () => assert.deepEqual(policies[policy].apply({ base, envFile, env, forwarded: [], platform }), gives));
  }
});

describe('the environment of a program that npm has not started', () => {
  it('has nothing of what npm hands to its scripts, and keeps what is the person’s own', () => {
    const own = {
      PATH: '/w/node_modules/.bin:/node_modules/.bin:/usr/lib/node_modules/npm/node_modules/@npmcli/run-script/lib/node-gyp-bin:/opt/bin:/bin',
      npm_lifecycle_event: 'npx',
      npm_config_loglevel: 'silent',
      INIT_CWD: '/w',
      NPM_CONFIG_REGISTRY: 'https://registry.test',
      LANG: 'C',
    };
    assert.deepEqual(
      { ...withoutNpmScript(own, 'linux') },
      { PATH: '/opt/bin:/bin', NPM_CONFIG_REGISTRY: 'https://registry.test', LANG: 'C' },
    );
    const onWindows = { Path: 'C:\\w\\node_modules\\.bin;C:\\Windows', npm_execpath: 'C:\\npm-cli.js' };
    assert.deepEqual({ ...withoutNpmScript(onWindows, 'win32') }, { Path: 'C:\\Windows' });
  });
  it('is as it is where npm has started nothing', () => {
    const own = { PATH: '/w/node_modules/.bin:/bin', npm_config_loglevel: 'silent' };
    assert.deepEqual(withoutNpmScript(own, 'linux'), own);
  });
});

describe('the environment of a program from the desktop', () => {
  const own = { PATH: '/opt/tools:/usr/bin', NVM_DIR: '/home/u/.nvm', LANG: 'C' };
  const rows = {
    darwin: { PATH: '/usr/bin:/bin:/usr/sbin:/sbin', LANG: 'C' },
    linux: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games', LANG: 'C' },
    win32: own,
  } as const;
  for (const platform of ['darwin', 'linux', 'win32'] as const)
    it(`has what no shell has added, on ${platform}`, () =>
      assert.deepEqual({ ...guiEnvironment(own, platform) }, rows[platform]));
});
