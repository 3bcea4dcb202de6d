// npm test: installs what is missing, checks, builds and runs every suite; says what it does while it does it.
//   npm test -- [STEP…] [--repeat N]     only these steps: check build unit probe newest oldest ui live; so many times
// It ends with what failed, each by its name, and the last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureDependencies } from './dependencies.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'handshake-tests-'));
const tally = join(scratch, 'tally');
const bin = (name) => join(root, 'node_modules', '.bin', name);
const node = (...args) => [process.execPath, ...args];
const mocha = (...args) => node(bin('mocha'), '--reporter', 'test/tally.cjs', '--enable-source-maps', ...args);

/** What is run, in this order. A command that fails without having counted a failed test counts as one. */
const steps = {
  check: [
    ['generated files are fresh', node('scripts/index.mjs', '--check')],
    ['formatting', [bin('oxfmt'), '--check']],
    ['types', [bin('tsc'), '-p', '.']],
    ['lint, layers included', [bin('oxlint'), '--type-aware', '--deny-warnings']],
    ['nothing unused', [bin('knip')]],
  ],
  build: [['build', node('scripts/build.mjs', '--tests')]],
  unit: [['unit tests', mocha('--timeout', '10000', 'out/test/unit/*.test.js')]],
  probe: [['probes of real processes', mocha('--timeout', '60000', 'out/test/probe/*.test.js')]],
  newest: [['in the newest VS Code', node('scripts/editor/run-tests.mjs', 'newest')]],
  oldest: [['in the oldest VS Code', node('scripts/editor/run-tests.mjs', 'oldest')]],
  ui: [['what a person sees, driven', mocha('--timeout', '180000', 'test/ui/*.test.mjs')]],
  live: [['published servers', mocha('--timeout', '300000', 'out/test/live/*.test.js')]],
};
const canDrive = process.platform === 'linux' && process.arch === 'x64';
// What `npm test --silent` hands on would silence the npx of every server that a test starts.
delete process.env['npm_config_loglevel'];

const usual = Object.keys(steps).filter((name) => name !== 'live' && (name !== 'ui' || canDrive));

const words = process.argv.slice(2);
const repeatAt = words.indexOf('--repeat');
const times = repeatAt < 0 ? 1 : Number(words[repeatAt + 1]);
const asked = repeatAt < 0 ? words : words.toSpliced(repeatAt, 2);
const unknown = asked.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`There is no step ${unknown.join(', ')}. Steps: ${Object.keys(steps).join(', ')}.`);
  process.exit(2);
}
if (!Number.isInteger(times) || times < 1) {
  console.error('--repeat needs a number.');
  process.exit(2);
}
const repeated = Array.from({ length: times }, () => asked.filter((step) => step !== 'build')).flat();
const chosen = asked.length === 0 ? usual : ['build', ...repeated];

const brokenCommands = [];
try {
  if (asked.length === 0) {
    if (!canDrive) console.log('Left out: the driven suites, whose browser exists for Linux on x64 only.');
    console.log('Left out: published servers, which take minutes to download: npm run test:live.');
  }
  await ensureDependencies((sentence) => console.log(sentence));
  for (const [name, command] of chosen.flatMap((step) => steps[step])) {
    console.log(`\n== ${name}`);
    const failedBefore = counted().failed;
    if (!(await succeeds(command)) && counted().failed === failedBefore) brokenCommands.push(name);
  }
} catch (error) {
  brokenCommands.push(error.message);
}
const { passed, failed, titles } = counted();
rmSync(scratch, { recursive: true, force: true });
const failures = failed + brokenCommands.length;
if (failures > 0) console.log(`\nFailed:\n${[...titles, ...brokenCommands].map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${passed} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;

function succeeds([file, ...args]) {
  const env = { ...process.env, MOCHA_TALLY: tally };
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: 'inherit', env, shell: process.platform === 'win32' });
    child.once('error', (error) => {
      console.error(`${file} could not be started: ${error.message}`);
      resolve(false);
    });
    child.once('exit', (code) => resolve(code === 0));
  });
}

/** The sum of what the suites have written down so far. */
function counted() {
  const lines = existsSync(tally) ? readFileSync(tally, 'utf8').trim().split('\n') : [];
  const counts = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const titles = counts.flatMap(({ failed }) => failed.map(({ title, message }) => `${title}: ${message}`));
  return { passed: sum('passes'), failed: sum('failures'), titles };
}
