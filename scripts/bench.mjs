// npm run bench: every figure is a ratio between two things measured in turn in this run, never a time.
//   node scripts/bench.mjs [--readme]     --readme writes the table into README.md
import { execFileSync } from 'node:child_process';
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

const rows = [...(await lintRows()), ...probeRows()];
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
    const server = join(root, 'test/servers', file);
    const folder = mkdtempSync(join(scratch, 'w-'));
    mkdirSync(join(folder, '.vscode'));
    writeFileSync(
      join(folder, '.vscode/mcp.json'),
      JSON.stringify({ servers: { s: { command: process.execPath, args: [server] } } }),
    );
    const run = (...args) => execFileSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
    const ours = () => run(join(root, 'dist/cli.js'), 'diagnose', '--yes');
    const floor = () => run(join(root, 'scripts/bench-floor.mjs'), process.execPath, server);
    return [`diagnose, ${name}`, 'the bare handshake', ratios(ours, floor, 21)];
  });
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
