// node scripts/record-failures.mjs [NAME …]: makes the failures of test/recordings/failures.mjs with real tools, and keeps
// what `diagnose --save` saw of each in test/recordings/failures/, without the paths of this machine.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import { homedir, hostname, tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { failures } from '../test/recordings/failures.mjs';

const CLI = resolve('dist/cli.js');
const OUT = resolve('test/recordings/failures');
const base = realpathSync(mkdtempSync(join(tmpdir(), 'handshake-record-')));
const home = join(base, 'home');
const tools = join(base, 'tools');
mkdirSync(home);
mkdirSync(tools);

/** What npm installs lies in a folder of its own for each, what pip installs in an environment; the rest is the machine's. */
const bins = new Map();
function binOf(tool) {
  if (!bins.has(tool)) bins.set(tool, install(tool));
  return bins.get(tool);
}

function install(tool) {
  if (tool === 'npx-cache') return null;
  if (tool === 'uv') {
    execFileSync('python3', ['-m', 'venv', join(tools, 'uv')]);
    execFileSync(join(tools, 'uv/bin/pip'), ['install', '--quiet', 'uv'], { stdio: 'inherit' });
    return join(tools, 'uv/bin');
  }
  if (!tool.includes('@')) return dirname(execFileSync('which', [tool], { encoding: 'utf8' }).trim());
  const [name, version] = tool.split('@');
  const prefix = join(tools, tool);
  mkdirSync(prefix, { recursive: true });
  // The packages in which the programs themselves are: those of their names fetch them by a script.
  const where = {
    node: `node-${process.platform}-${process.arch}`,
    bun: `@oven/bun-${process.platform}-${process.arch}`,
  }[name];
  const words = ['install', '--prefix', prefix, '--silent', '--no-audit', '--no-fund', `${where ?? name}@${version}`];
  execFileSync('npm', words, { stdio: 'inherit' });
  if (!where) return join(prefix, 'node_modules/.bin');
  const bin = join(prefix, 'node_modules', where, 'bin');
  if (name === 'bun' && !existsSync(join(bin, 'bunx'))) symlinkSync('bun', join(bin, 'bunx'));
  return bin;
}

const server = http.createServer(({ url }, response) => {
  if (url === '/401') response.writeHead(401).end();
  else if (url === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html>');
  else if (url === '/307') response.writeHead(307, { location: '/mcp/' }).end();
  else response.writeHead(404).end();
});
await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
const { port } = server.address();

/** A folder with the file of a client that has the one entry, and what the entry wants beside it. */
function stage({ name, entry, client = 'vscode', files = {}, executable = {} }) {
  const folder = join(base, name);
  const fill = (text) =>
    text
      .replaceAll('{node}', process.execPath)
      .replaceAll('{folder}', folder)
      .replaceAll('{port}', String(port))
      .replaceAll('{repository}', process.cwd());
  const [path, root] =
    client === 'vscode' ? ['.vscode/mcp.json', 'servers'] : ['claude_desktop_config.json', 'mcpServers'];
  const write = (file, content, mode) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), content, { mode });
  };
  for (const [file, content] of Object.entries(files)) write(file, content, 0o644);
  for (const [file, content] of Object.entries(executable)) write(file, content, 0o755);
  write(path, fill(JSON.stringify({ [root]: { [name]: entry } }, null, 2)), 0o644);
  return { folder, path };
}

/** What npx has installed once, without one of its packages. */
function tearCache() {
  spawnSync('npx', ['-y', '@modelcontextprotocol/server-memory'], {
    env: environment([]),
    input: '',
    timeout: 120_000,
  });
  for (const each of readdirSync(join(home, '.npm/_npx')))
    rmSync(join(home, '.npm/_npx', each, 'node_modules/zod/v4/core/core.js'), { force: true });
}

function environment(needs) {
  const own = needs.map(binOf).filter((bin) => bin !== null);
  const python = dirname(
    execFileSync('python3', ['-c', 'import sys; print(sys.executable)'], { encoding: 'utf8' }).trim(),
  );
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(?:npm_config_|NPM_CONFIG_|UV_|PIP_|NODE_EXTRA_CA|SSL_CERT|HTTPS?_PROXY|LANG)/.test(name),
  );
  return {
    ...Object.fromEntries(kept),
    HOME: home,
    PATH: [...own, dirname(process.execPath), python, '/usr/bin', '/bin'].join(delimiter),
  };
}

/** What it printed, whatever its exit: a server that fails is what is wanted. */
function run(program, words, options) {
  return new Promise((printed) => execFile(program, words, options, (_, stdout) => printed(stdout)));
}

/** A record without what this machine has in its environment besides. */
function lean(text) {
  const record = JSON.parse(text);
  for (const { world } of record.files) world.base = { HOME: world.base.HOME, PATH: world.base.PATH };
  return `${JSON.stringify(record, null, 1)}\n`;
}

/** The text of a record without what is only this machine's: its folders, its user, the registries that it asks. */
function neutral(text, folder) {
  const registry = (name) => new URL(name).host.replaceAll('.', String.raw`\.`);
  const asked = [execFileSync('npm', ['config', 'get', 'registry'], { encoding: 'utf8' }).trim()];
  const replaced = [
    [folder, '/home/user/project'],
    [home, '/home/user'],
    [join(base, 'tools'), '/opt/tools'],
    [base, '/home/user'],
    [process.cwd(), '/opt/mcp-handshake'],
    [
      dirname(execFileSync('python3', ['-c', 'import sys; print(sys.prefix)'], { encoding: 'utf8' }).trim()),
      '/opt/python',
    ],
    [homedir(), '/home/user'],
    [hostname(), 'machine'],
  ].reduce((changed, [from, to]) => (from.length > 3 ? changed.replaceAll(from, to) : changed), text);
  return asked.reduce(
    (changed, host) => changed.replaceAll(new RegExp(registry(host), 'g'), 'registry.example'),
    replaced,
  );
}

mkdirSync(OUT, { recursive: true });
const wanted = process.argv.slice(2);
let missed = 0;
try {
  for (const failure of failures.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    const { name, rule, needs = [], client = 'vscode' } = failure;
    const { folder, path } = stage(failure);
    if (needs.includes('npx-cache')) tearCache();
    const record = join(base, `${name}.json`);
    const words = [
      'diagnose',
      path,
      '--client',
      client,
      '--format',
      'json',
      '--yes',
      '--no-trial',
      '--timeout',
      '30',
      '--save',
      record,
    ];
    const stdout = await run(process.execPath, [CLI, ...words], { cwd: folder, env: environment(needs) });
    const [first] = JSON.parse(stdout).files[0].servers[0].findings.filter(({ label }) => label !== null);
    const isRight = first?.rule === rule;
    if (!isRight) missed += 1;
    console.log(
      `${isRight ? 'ok    ' : 'OTHER '} ${name}: ${first?.rule ?? 'nothing'}${isRight ? '' : `, and not ${rule}`}`,
    );
    if (existsSync(record))
      writeFileSync(join(OUT, `${name}.json`), neutral(lean(readFileSync(record, 'utf8')), folder));
  }
} finally {
  server.close();
  rmSync(base, { recursive: true, force: true });
}
writeFileSync(
  `${OUT}.json`,
  `${JSON.stringify(Object.fromEntries(failures.map(({ name, rule }) => [name, rule])), null, 2)}\n`,
);
if (missed > 0) process.exitCode = 1;
