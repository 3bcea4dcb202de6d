// Failures that can be made here with real tools, by the rule that must name each. `scripts/record-failures.mjs` makes
// them and keeps what was seen beside this file.

const node = (code, ...more) => ({ command: '{node}', args: ['-e', code, ...more] });
const python = (code) => ({ command: 'python3', args: ['-I', '-c', code] });
const uvx = (...args) => ({ command: 'uvx', args });
const npx = (...args) => ({ command: 'npx', args: ['-y', ...args] });
const local = (path) => ({ url: `http://127.0.0.1:{port}${path}`, type: 'http' });

/**
 * Each with its entry, the files of its folder (`files`; those of `executable` may be run), and what is to be had first
 * (`needs`). `{node}`, `{folder}`, `{repository}` and `{port}` stand for what the machine has.
 */
export const failures = [
  // Node.js
  {
    name: 'file-in-node-18',
    rule: 'node-too-old',
    needs: ['node@18'],
    entry: { command: 'node', args: ['-e', 'new File([], "a")'] },
  },
  {
    name: 'operator-in-node-12',
    rule: 'node-too-old',
    needs: ['node@12'],
    entry: { command: 'node', args: ['{folder}/index.js'] },
    files: { 'index.js': 'let a;\na ??= 1;\n' },
  },
  {
    name: 'builtin-in-node-20',
    rule: 'node-too-old',
    needs: ['node@20'],
    entry: { command: 'node', args: ['-e', 'require("node:sqlite")'] },
  },
  {
    name: 'elf-header',
    rule: 'native-module-abi',
    entry: node('require("{folder}/a.node")'),
    files: { 'a.node': 'x'.repeat(4096) },
  },
  {
    name: 'package-of-a-checkout',
    rule: 'deps-not-installed',
    entry: { command: '{node}', args: ['{folder}/index.js'] },
    files: { 'package.json': '{}', 'index.js': 'require("acme-of-nowhere");\n' },
  },
  {
    name: 'typescript-in-node',
    rule: 'wrong-interpreter',
    needs: ['node@20'],
    entry: { command: 'node', args: ['{folder}/index.ts'] },
    files: { 'package.json': '{ "type": "module" }', 'index.ts': 'export const a: number = 1;\n' },
  },
  { name: 'script-not-there', rule: 'script-path-wrong', entry: { command: '{node}', args: ['{folder}/gone.js'] } },
  {
    name: 'build-not-made',
    rule: 'build-missing',
    entry: { command: '{node}', args: ['{folder}/dist/index.js'] },
    files: { 'package.json': '{}' },
  },
  { name: 'port-taken', rule: 'port-in-use', entry: node('require("net").createServer().listen({port}, "127.0.0.1")') },
  {
    name: 'heap',
    rule: 'resource-exhaustion',
    entry: {
      command: '{node}',
      args: ['--max-old-space-size=20', '-e', 'const a = []; for (;;) a.push(new Array(1e5).fill({}))'],
    },
  },
  { name: 'type-error', rule: 'server-startup-crash', entry: node('undefined.x') },
  { name: 'exit-without-a-word', rule: 'server-exits-immediately', entry: node('') },
  {
    name: 'listens-on-http',
    rule: 'not-stdio-mode',
    entry: node(
      'const s = require("http").createServer().listen(0, "127.0.0.1", () => console.error("listening on http://127.0.0.1:" + s.address().port))',
    ),
  },
  {
    name: 'flag-not-known',
    rule: 'wrong-subcommand-or-flag',
    entry: node('require("util").parseArgs({})', '--', '--stdio'),
  },
  {
    name: 'tool-not-there',
    rule: 'system-binary-missing',
    entry: node('require("child_process").spawn("kubectl-of-nowhere")'),
  },
  { name: 'backend-refuses', rule: 'backend-unavailable', entry: node('require("net").connect(1, "127.0.0.1")') },
  {
    name: 'dirname-in-a-module',
    rule: 'package-broken-release',
    entry: { command: '{node}', args: ['{folder}/node_modules/acme/index.js'] },
    files: {
      'node_modules/acme/package.json': '{ "type": "module" }',
      'node_modules/acme/index.js': 'console.log(__dirname);\n',
    },
  },
  {
    name: 'setting-of-its-own',
    rule: 'missing-env',
    entry: node('throw new Error("ACME_TOKEN environment variable is required")'),
  },
  {
    name: 'lines-on-stdout',
    rule: 'stdout-server-logs',
    client: 'claude-desktop',
    entry: { command: '{node}', args: ['{repository}/test/servers/chatty.mjs'] },
  },
  {
    name: 'question',
    rule: 'waiting-for-input',
    entry: node('process.stderr.write("Do you want to continue? [Y/n] "); setInterval(() => {}, 1000)'),
  },
  // npm, pnpm, bun
  { name: 'npm-no-such-package', rule: 'npm-package-missing', entry: npx('acme-of-nowhere-4711') },
  { name: 'npm-no-such-version', rule: 'npm-version-missing', entry: npx('ms@99.0.0') },
  { name: 'npm-no-program', rule: 'npm-no-bin', entry: npx('ms@2.1.3') },
  {
    name: 'npm-registry-refuses',
    rule: 'registry-access',
    entry: { ...npx('ms@2.1.2'), env: { npm_config_registry: 'http://127.0.0.1:1/', npm_config_fetch_retries: '0' } },
  },
  { name: 'npm-flag-of-its-own', rule: 'wrong-subcommand-or-flag', entry: { command: 'npm', args: ['exce', 'acme'] } },
  {
    name: 'npx-cache-with-a-hole',
    rule: 'npx-cache-corrupt',
    needs: ['npx-cache'],
    entry: npx('@modelcontextprotocol/server-memory'),
  },
  {
    name: 'pnpm-no-such-package',
    rule: 'npm-package-missing',
    needs: ['pnpm@9'],
    entry: { command: 'pnpm', args: ['dlx', 'acme-of-nowhere-4711'] },
  },
  {
    name: 'bun-no-such-package',
    rule: 'npm-package-missing',
    needs: ['bun@1'],
    entry: { command: 'bunx', args: ['acme-of-nowhere-4711'] },
  },
  { name: 'bun-module', rule: 'other-runtime-version', entry: node('require("bun:sqlite")') },
  // Python and its tools
  { name: 'python-without-the-sdk', rule: 'wrong-interpreter', entry: python('import mcp') },
  { name: 'python-without-a-package', rule: 'deps-not-installed', entry: python('import acme_of_nowhere') },
  {
    name: 'python-script-not-there',
    rule: 'script-path-wrong',
    entry: { command: 'python3', args: ['{folder}/gone.py'] },
  },
  { name: 'python-key-error', rule: 'missing-env', entry: python('import os; os.environ["ACME_TOKEN"]') },
  {
    name: 'python-encoding',
    rule: 'stdio-encoding',
    entry: {
      command: 'python3',
      args: ['-c', 'print("\\u2713")'],
      env: { PYTHONIOENCODING: 'ascii', PYTHONUTF8: '0' },
    },
  },
  {
    name: 'sqlite-lock',
    rule: 'instance-lock',
    entry: python(
      'import sqlite3; a = sqlite3.connect("{folder}/a.db", isolation_level=None); a.execute("begin exclusive"); sqlite3.connect("{folder}/a.db", timeout=0).execute("create table t (x)")',
    ),
  },
  {
    name: 'argparse',
    rule: 'missing-argument',
    entry: python(
      'import argparse; p = argparse.ArgumentParser(); p.add_argument("--root", required=True); p.parse_args([])',
    ),
  },
  { name: 'uvx-no-such-package', rule: 'pypi-package-missing', needs: ['uv'], entry: uvx('acme-of-nowhere-4711') },
  {
    name: 'uvx-no-such-program',
    rule: 'uvx-entrypoint-mismatch',
    needs: ['uv'],
    entry: uvx('--from', 'mcp-server-time', 'mcp-time'),
  },
  { name: 'uvx-a-library', rule: 'wrong-package', needs: ['uv'], entry: uvx('six') },
  {
    name: 'uvx-no-such-python',
    rule: 'python-version-mismatch',
    needs: ['uv'],
    entry: { ...uvx('--python', '3.99', 'mcp-server-time'), env: { UV_PYTHON_DOWNLOADS: 'never' } },
  },
  {
    name: 'uvx-index-refuses',
    rule: 'registry-access',
    needs: ['uv'],
    entry: {
      ...uvx('--no-cache', 'mcp-server-time'),
      env: { UV_DEFAULT_INDEX: 'http://127.0.0.1:1/simple', UV_HTTP_RETRIES: '0' },
    },
  },
  {
    name: 'uv-flag-of-uvx',
    rule: 'wrong-subcommand-or-flag',
    needs: ['uv'],
    entry: { command: 'uv', args: ['run', '--form', 'acme'] },
  },
  {
    name: 'uv-folder-not-there',
    rule: 'script-path-wrong',
    needs: ['uv'],
    entry: { command: 'uv', args: ['--directory', '{folder}/gone', 'run', 'server.py'] },
  },
  // Containers, other runtimes, shells, the system
  {
    name: 'docker-without-a-daemon',
    rule: 'docker-daemon-down',
    needs: ['docker'],
    entry: { command: 'docker', args: ['run', '-i', '--rm', 'acme/mcp'] },
  },
  {
    name: 'docker-flag',
    rule: 'docker-run-args',
    needs: ['docker'],
    entry: { command: 'docker', args: ['run', '-i', '--rmm', 'acme/mcp'] },
  },
  {
    name: 'java-no-such-jar',
    rule: 'script-path-wrong',
    needs: ['java'],
    entry: { command: 'java', args: ['-jar', '{folder}/gone.jar'] },
  },
  {
    name: 'java-class-of-tomorrow',
    rule: 'other-runtime-version',
    needs: ['java'],
    entry: { command: 'java', args: ['-cp', '{folder}', 'Main'] },
    files: { 'Main.class': Buffer.from('cafebabe00000063000a', 'hex') },
  },
  {
    name: 'go-without-a-module',
    rule: 'wrong-cwd',
    needs: ['go'],
    entry: { command: 'go', args: ['run', '.'], cwd: '{folder}' },
  },
  {
    name: 'first-line-leads-nowhere',
    rule: 'interpreter-missing',
    entry: { command: '{folder}/run' },
    executable: { run: '#!/usr/bin/env handshake-of-nowhere\n' },
  },
  {
    name: 'not-executable',
    rule: 'bin-not-executable',
    entry: { command: '{folder}/run' },
    files: { run: '#!/bin/sh\n' },
  },
  {
    name: 'not-for-this-machine',
    rule: 'wrong-arch-or-libc',
    entry: { command: '{folder}/run' },
    executable: { run: Buffer.from('7f454c46020101000000000000000000', 'hex') },
  },
  { name: 'no-such-runner', rule: 'runner-not-installed', entry: { command: 'handshake-runner-of-nowhere' } },
  { name: 'no-such-folder', rule: 'cwd-missing', entry: { command: '{node}', args: ['-e', ''], cwd: '{folder}/gone' } },
  // Remote servers
  { name: 'nobody-listens', rule: 'remote-unreachable', entry: { url: 'http://127.0.0.1:1/mcp', type: 'http' } },
  { name: 'wants-a-token', rule: 'remote-auth-missing', entry: local('/401') },
  { name: 'no-endpoint', rule: 'remote-wrong-endpoint-or-transport', entry: local('/404') },
  { name: 'a-page', rule: 'remote-wrong-endpoint-or-transport', entry: local('/page') },
  { name: 'elsewhere', rule: 'remote-redirect', entry: local('/307') },
];
