import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { diagnoseFile } from '../../src/node/diagnose';
import { agreeing, cli, diagnose, options, vscodeWorkspace, workspace } from './cli';

const PACKAGE = 'no-such-package-4711-handshake';
/** Starts nothing of npm's or uv's, and says what they would: only the look-up that follows runs them. */
const says = (text: string) => ({
  command: process.execPath,
  args: ['-e', `console.error(${JSON.stringify(text)}); process.exit(1)`, PACKAGE],
});
const refusedByNpm = says(`npm error code E404\nnpm error 404  '${PACKAGE}@*' is not in this registry.`);
const refusedByUv = says(`Because ${PACKAGE} was not found in the package registry and you require ${PACKAGE}`);

/** A folder with a program of this name in it, which writes down how it was run, and then says `E404`. */
function witness(folder: string, name: string): { ran: () => boolean; log: () => string } {
  const file = join(folder, `${name}.log`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, name),
    `#!/bin/sh\n{ echo "args: $*"; echo "cwd: $(pwd -P)"; env; } >> ${file}\necho E404 >&2\nexit 1\n`,
  );
  chmodSync(join(folder, name), 0o755);
  return { ran: () => existsSync(file), log: () => readFileSync(file, 'utf8') };
}
const onPath = (...folders: string[]) => ({
  PATH: [...folders, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
});

describe('a look-up runs nothing that a repository brought along', () => {
  it('neither from the opened folder nor from the repository around it', async () => {
    const repository = workspace({
      '.git/HEAD': '',
      'packages/a/.vscode/mcp.json': { servers: { s: refusedByNpm } },
    });
    const places = ['node_modules/.bin', 'tools', 'packages/a/bin'].map((folder) => join(repository, folder));
    const planted = places.map((folder) => witness(folder, 'npm'));
    const [diagnosed] = await diagnose(join(repository, 'packages/a'), ['--no-trial'], onPath(...places));
    assert.equal(diagnosed?.findings[0]?.rule, 'npm-package-missing');
    assert.deepEqual(
      planted.map(({ ran }) => ran()),
      [false, false, false],
    );
  });

  it('nor where a link hides whose it is, on either side', async () => {
    const folder = vscodeWorkspace({ s: refusedByNpm });
    const planted = witness(join(folder, 'bin'), 'npm');
    const links = workspace({});
    symlinkSync(folder, join(links, 'workspace'));
    symlinkSync(join(folder, 'bin'), join(links, 'bin'));
    const config = join(links, 'workspace/.vscode/mcp.json');
    await cli(['diagnose', config, '--yes', '--no-trial'], {
      cwd: links,
      env: onPath(join(folder, 'bin'), join(links, 'bin')),
    });
    assert.equal(planted.ran(), false);
  });

  it('the person’s own is run: the tests above can fail', async () => {
    const bin = workspace({});
    const own = witness(bin, 'npm');
    await diagnose(vscodeWorkspace({ s: refusedByNpm }), ['--no-trial'], onPath(bin));
    assert.equal(own.ran(), true);
  });
});

describe('a look-up runs in a place of its own', () => {
  it('npm gets nothing of the script that we are run by', async () => {
    const bin = workspace({});
    const npm = witness(bin, 'npm');
    const env = {
      ...onPath(bin),
      npm_lifecycle_event: 'x',
      npm_config_registry: 'http://127.0.0.1:9/',
      npm_config_userconfig: '/x/.npmrc',
      NPM_CONFIG_FUND: 'false',
    };
    await diagnose(vscodeWorkspace({ s: refusedByNpm }), ['--no-trial'], env);
    assert.match(npm.log(), new RegExp(`^args: view .* ${PACKAGE} name$`, 'm'));
    assert.doesNotMatch(npm.log(), /^npm_/m);
    // With a prefix of its own npm does not read what is set for the whole machine.
    assert.doesNotMatch(npm.log(), /--prefix/);
    assert.match(npm.log(), /^NPM_CONFIG_FUND=false$/m);
  });

  it('nobody else can put anything above it, and uv looks for nothing there', async () => {
    const bin = workspace({});
    const uv = witness(bin, 'uv');
    const shared = workspace({ '.venv/pyvenv.cfg': '', 'pyproject.toml': '' });
    await diagnose(vscodeWorkspace({ s: refusedByUv }), ['--no-trial'], { ...onPath(bin), TMPDIR: shared });
    const [, cwd = ''] = /^cwd: (.+)$/m.exec(uv.log()) ?? [];
    assert.notEqual(cwd, '');
    assert.ok(!cwd.startsWith(shared), cwd);
    for (const flag of ['--system', '--no-config', '--no-python-downloads']) assert.ok(uv.log().includes(flag), flag);
    assert.equal(existsSync(cwd), false, 'it is gone afterwards');
  });
});

describe('consent for a package that does not exist', () => {
  const forgets = async (name: string) => {
    const stderr = `npm error code E404\nnpm error 404  '${name}' is not in this registry.`;
    const folder = vscodeWorkspace({ s: says(stderr) });
    const file = join(folder, '.vscode/mcp.json');
    let forgotten = 0;
    const asked = options(folder, agreeing);
    const consents = { ...asked.consents, forget: async () => void (forgotten += 1) };
    await diagnoseFile(file, readFileSync(file, 'utf8'), { ...asked, consents }, new AbortController().signal);
    return forgotten > 0;
  };
  it('is void where the entry names it: anyone could publish it tomorrow', async () =>
    assert.equal(await forgets(`${PACKAGE}@*`), true));
  it('stands where another package wants it', async () => {
    assert.equal(await forgets(`${PACKAGE}@^1.0.0`), false);
    assert.equal(await forgets('@acme/no-such-package-4711-shared@*'), false);
  });
});
