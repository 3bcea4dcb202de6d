// npm run precision: how often each confidence of each rule was right, on failures whose cause is known.
//   node scripts/precision.mjs [FILE.jsonl …]     a failure a line, with `cause` beside what `explain` takes; without one
//                                                 those of test/fixtures/speakers.json
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** What `evident` has to be worth: below it the rule says `likely`. */
const WANTED = 0.97;
const CONFIDENCES = ['proven', 'evident', 'likely', 'possible'];

const root = fileURLToPath(new URL('..', import.meta.url));
const explain = await engine();
const tally = new Map();
for (const { cause, ...evidence } of cases(process.argv.slice(2)))
  for (const { rule, label, cause: coarse, confidence } of explain(JSON.stringify(evidence)).findings) {
    if (label === null) continue;
    const ofRule = tally.get(rule) ?? {};
    const [right, all] = ofRule[confidence] ?? [0, 0];
    tally.set(rule, { ...ofRule, [confidence]: [right + Number(cause === label || cause === coarse), all + 1] });
  }
print();

function cases(files) {
  if (files.length === 0) return JSON.parse(readFileSync(join(root, 'test/fixtures/speakers.json'), 'utf8'));
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line)),
  );
}

async function engine() {
  const scratch = mkdtempSync(join(tmpdir(), 'precision-'));
  const outfile = join(scratch, 'explain.mjs');
  const options = { bundle: true, format: 'esm', mainFields: ['module', 'main'], outfile };
  await build({ absWorkingDir: root, entryPoints: ['src/core/explain/index.ts'], ...options });
  const engine = await import(pathToFileURL(outfile).href);
  rmSync(scratch, { recursive: true });
  return engine.explain;
}

function print() {
  const rows = [...tally].toSorted(([a], [b]) => a.localeCompare(b));
  for (const [rule, byConfidence] of rows) console.log(row(rule, byConfidence));
  const sums = Object.fromEntries(
    CONFIDENCES.map((confidence) => {
      const counts = rows.flatMap(([, by]) => (by[confidence] ? [by[confidence]] : []));
      return [confidence, [0, 1].map((index) => counts.reduce((sum, count) => sum + count[index], 0))];
    }),
  );
  console.log(row('all', sums));
  const [right, all] = sums.evident;
  if (right < WANTED * all) process.exitCode = 1;
}

function row(name, byConfidence) {
  const cells = CONFIDENCES.map((confidence) => {
    const [right, all] = byConfidence[confidence] ?? [0, 0];
    const mark = confidence === 'evident' && right < WANTED * all ? ' !' : '';
    return (all === 0 ? '' : `${confidence} ${right}/${all}${mark}`).padEnd(20);
  });
  return `${name.padEnd(36)}${cells.join('')}`.trimEnd();
}
