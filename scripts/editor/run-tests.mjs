// Runs the suites of test/editor inside a real VS Code: node scripts/editor/run-tests.mjs newest|oldest
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { HOSTS } from './install.mjs';
import { pickEditor } from './pick.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const [which = 'newest'] = process.argv.slice(2);
const version = { newest: 'stable', oldest: '1.100.0' }[which];
process.env.CODE_SERVER_VERSION = HOSTS[which].codeServer;

const { executable, why } = await pickEditor();
console.log(executable ? `The embedded VS Code, because ${why}.` : `A desktop VS Code, because ${why}.`);
const userData = mkdtempSync(join(tmpdir(), 'handshake-user-'));
try {
  await runTests({
    ...(executable ? { vscodeExecutablePath: executable } : { version }),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out/test/editor/index.js'),
    launchArgs: [join(root, 'test/fixtures/workspace'), `--user-data-dir=${userData}`],
    extensionTestsEnv: { MOCHA_TALLY: process.env.MOCHA_TALLY },
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  rmSync(userData, { recursive: true, force: true });
}
