// npm run mutants [-- NAME…]: makes one line of a copy of the source wrong at a time, and sees whether the test that
// guards it turns red. Each file of test/mutants/ is one: what it breaks, the file, the line before and after, the test.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'test/mutants');
const wanted = process.argv.slice(2);
const names = readdirSync(folder)
  .map((file) => file.replace(/\.patch$/, ''))
  .filter((name) => wanted.length === 0 || wanted.includes(name));

/** `# what` `file` `- line` `+ line` `red: test file › part of its title`. */
function mutantOf(name) {
  const [what, file, before, after, red] = readFileSync(join(folder, `${name}.patch`), 'utf8').split('\n');
  const [test, title] = red.replace('red: ', '').split(' › ');
  return { name, what: what.slice(2), file, before: before.slice(2), after: after.slice(2), test, title };
}

const copy = mkdtempSync(join(tmpdir(), 'handshake-mutants-'));
process.on('exit', () => rmSync(copy, { recursive: true, force: true }));
for (const part of ['src', 'test', 'scripts', 'media', 'package.json', 'tsconfig.json', 'README.md'])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

/** Builds the copy and runs the one test; its exit code, null where it did not build. */
function runs({ test, title }) {
  const node = (...words) => spawnSync(process.execPath, words, { cwd: copy, encoding: 'utf8', timeout: 240_000 });
  if (node('scripts/build.mjs', '--tests').status !== 0) return { built: false };
  const out = join('out/test', test.replace(/\.ts$/, '.js'));
  const mocha = join(root, 'node_modules/mocha/bin/mocha.js');
  const { stdout } = node(mocha, '--exit', '--timeout', '60000', '--reporter', 'json', '--fgrep', title, out);
  const { stats } = JSON.parse(stdout.slice(stdout.indexOf('{\n  "stats"')));
  return { built: true, ...stats };
}

let passed = 0;
for (const mutant of names.map(mutantOf)) {
  const path = join(copy, mutant.file);
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').filter((line) => line.trim() === mutant.before);
  let verdict = 'its line is not there, or more than once';
  if (lines.length === 1) {
    const sound = runs(mutant);
    writeFileSync(
      path,
      text.replace(mutant.before, () => mutant.after),
    );
    const broken = runs(mutant);
    writeFileSync(path, text);
    if (!sound.passes || sound.failures) verdict = `"${mutant.title}" is not green without it`;
    else if (!broken.built) verdict = 'it does not build';
    else verdict = broken.failures > 0 ? null : `survived "${mutant.title}"`;
  }
  if (verdict === null) passed += 1;
  console.log(`${verdict === null ? '✔' : '✗'} ${mutant.name}: ${verdict ?? mutant.what}`);
}
console.log(`\n${passed} of ${names.length} mutants are caught`);
process.exitCode = passed === names.length ? 0 : 1;
