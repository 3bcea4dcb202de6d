// npm run bench: every figure is a ratio between two things measured in turn in this run, never a time.
//   node scripts/bench.mjs [--readme]     --readme writes the table into README.md
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parseTree } from 'jsonc-parser';

const root = fileURLToPath(new URL('..', import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), 'handshake-bench-'));

/** Settings as VS Code fills them in, and such as every client takes. */
const VARIED = { root: '${workspaceFolder}', env: { ACME_API_KEY: '${input:acme-key}', ACME_REGION: 'eu' } };
const PLAIN = { root: 'data', env: { ACME_MODE: 'fast', ACME_REGION: 'eu' } };

const rows = [...(await lintRows()), ...probeRows(), ...manyRows(), explainRow()];
rmSync(scratch, { recursive: true, force: true });
const table = [
  '| what | against | ratio (quartiles) |',
  '| --- | --- | --- |',
  ...rows.map((row) => `| ${row.join(' | ')} |`),
].join('\n');
console.log(`\n${table}`);
if (process.argv.includes('--readme')) intoReadme(table);

/** Reading and linting a file, against the parser's bare tree of the same text. */
async function lintRows() {
  const bundle = join(scratch, 'check.mjs');
  const options = { bundle: true, format: 'esm', mainFields: ['module', 'main'], outfile: bundle, minify: true };
  await build({ absWorkingDir: root, entryPoints: ['src/core/check.ts'], ...options });
  const { check } = await import(pathToFileURL(bundle).href);
  const files = {
    'one client': ['/w/.vscode/mcp.json', 'servers', VARIED],
    'four clients': ['/w/.mcp.json', 'mcpServers', PLAIN],
  };
  return Object.entries(files).flatMap(([readers, [path, root, env]]) =>
    [10, 1_000, 10_000].map((count) => {
      const text = configOf(count, root, env);
      const repeats = Math.max(1, Math.round(2_000 / count));
      const many = (work) => () => {
        for (let repeat = 0; repeat < repeats; repeat += 1) work();
      };
      const ours = many(() => check(path, text));
      const bare = many(() => parseTree(text, [], { allowTrailingComma: true }));
      return [
        `lint, ${count.toLocaleString('en')} servers, ${readers}`,
        'jsonc-parser’s tree alone',
        ratios(ours, bare, 15),
      ];
    }),
  );
}

function configOf(count, key, { root: folder, env }) {
  const entry = (index) => ({
    command: 'npx',
    args: ['-y', `@acme/server-${index}`, '--root', folder],
    env,
  });
  const servers = Object.fromEntries(Array.from({ length: count }, (_, index) => [`server-${index}`, entry(index)]));
  return JSON.stringify(
    { inputs: [{ type: 'promptString', id: 'acme-key', description: 'key', password: true }], [key]: servers },
    null,
    2,
  );
}

/** `diagnose` of a healthy server as a whole process, against the bare handshake as a whole process. */
function probeRows() {
  execFileSync(process.execPath, ['scripts/build.mjs', '--minify'], { cwd: root });
  const servers = { 'a server without a library': 'healthy.mjs', 'a server on the SDK': 'sdk-v1.mjs' };
  return Object.entries(servers).map(([name, file]) => {
    const ours = diagnosing({ s: small(file) });
    return [`diagnose, ${name}`, 'the bare handshake', ratios(ours, bareHandshakes(1, file), 21)];
  });
}

/** Many servers: against as many bare handshakes at once, and with some beside them that never answer. */
function manyRows() {
  const ten = diagnosing(numbered('s', 10, 'healthy.mjs'));
  const nine = numbered('s', 9, 'healthy.mjs');
  const hanging = numbered('hangs', 4, 'silent.mjs');
  return [
    ['diagnose, ten servers', 'ten bare handshakes at once', ratios(ten, bareHandshakes(10, 'healthy.mjs'), 11)],
    [
      'the last of nine servers, beside four that hang',
      'the nine alone',
      ratios(diagnosing({ ...hanging, ...nine }, 9), diagnosing(nine, 9), 11),
    ],
  ];
}

function small(file) {
  return { command: process.execPath, args: [join(root, 'test/servers', file)] };
}

/** A log of 50 MB with thousands of starts, against Node's own splitting of it into lines; both as whole processes. */
function explainRow() {
  const log = join(scratch, 'mcp.log');
  const start = (count) => {
    const at = new Date(1_790_000_000_000 + count * 1_000).toISOString();
    const frame = (line) => `    at step (/srv/weather/build/${line}.js:3:9) with what a frame says besides\n`;
    return [
      `${at} [weather] [info] Initializing server...\n`,
      `Error: Cannot find module '/srv/weather/build/index.js'\n`,
      ...Array.from({ length: count % 40 }, (_, line) => frame(line)),
      `${at} [weather] [info] Server transport closed unexpectedly\n`,
    ].join('');
  };
  const block = Array.from({ length: 400 }, (_, count) => start(count)).join('');
  writeFileSync(log, block.repeat(Math.ceil((50 * 1024 * 1024) / block.length)));
  const splitting = `require('node:readline').createInterface({ input: require('node:fs').createReadStream(process.argv[1]) }).on('line', () => {});`;
  const node = (words) => () => spawnSync(process.execPath, words, { stdio: 'ignore' });
  const ours = node([join(root, 'dist/cli.js'), 'explain', log]);
  return ['explain a log of 50 MB', 'Node’s readline over it', ratios(ours, node(['-e', splitting, log]), 7)];
}

function numbered(prefix, count, file) {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, small(file)]));
}

/** Runs `diagnose` over these servers; to its end, or until so many of them are told as ready. */
function diagnosing(servers, until = 0) {
  const folder = mkdtempSync(join(scratch, 'w-'));
  mkdirSync(join(folder, '.vscode'));
  writeFileSync(join(folder, '.vscode/mcp.json'), JSON.stringify({ servers }));
  const words = [join(root, 'dist/cli.js'), 'diagnose', '--yes'];
  if (until === 0) return () => execFileSync(process.execPath, words, { cwd: folder, stdio: 'ignore' });
  // Killed as soon as they are there: what it has started is ended by its guardian.
  const told = `("$0" "$@" --format jsonl --timeout 5 & echo $! > pid; wait)`;
  const script = `${told} | (grep -m ${until} '"status":"ready"' > ready; kill -KILL $(cat pid))`;
  return () => execFileSync('sh', ['-c', script, process.execPath, ...words], { cwd: folder, stdio: 'ignore' });
}

function bareHandshakes(count, file) {
  const { command, args } = small(file);
  return () => execFileSync(process.execPath, [join(root, 'scripts/bench-floor.mjs'), String(count), command, ...args]);
}

/** The median and the quartiles of the ratios of pairs that are run one after the other. */
function ratios(ours, theirs, pairs) {
  const timed = (work) => {
    const began = performance.now();
    work();
    return performance.now() - began;
  };
  for (let warmUp = 0; warmUp < 2; warmUp += 1) {
    ours();
    theirs();
  }
  const sorted = Array.from({ length: pairs }, () => timed(ours) / timed(theirs)).toSorted((a, b) => a - b);
  const at = (part) => sorted[Math.floor(part * (sorted.length - 1))].toFixed(2);
  return `**${at(0.5)}** (${at(0.25)} to ${at(0.75)})`;
}

function intoReadme(figures) {
  const path = join(root, 'README.md');
  const readme = readFileSync(path, 'utf8');
  writeFileSync(path, readme.replace(/(<!-- bench -->\n)[\s\S]*?(\n<!-- \/bench -->)/, `$1\n${figures}\n$2`));
}
