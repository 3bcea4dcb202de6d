import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { cli, diagnose, server, workspace } from './cli';
import type { AddressInfo } from 'node:net';
import type { DiagnosedFinding } from './cli';

/** One plain mistake of the first week, and what a person must be told of it. */
interface Broken {
  readonly entry: object;
  readonly label: string;
  /** How sure at least; where a trial can show it, proven. */
  readonly confidence?: string;
  /** The id of the first fix, where an edit or a command cures it. */
  readonly fix?: string;
  readonly message: RegExp;
}

describe('twelve plain mistakes, each beside healthy servers', () => {
  const script = (name: string) => ({ command: process.execPath, args: [server(name)] });
  const inline = (code: string) => ({ command: process.execPath, args: ['-e', code] });
  const healthy = script('healthy');
  let refusing: http.Server;
  let home: string;
  let project: string;
  let port = 0;

  before(async () => {
    refusing = http.createServer(({ url }, response) => {
      if (url === '/mcp') response.writeHead(401, { 'www-authenticate': 'Bearer' }).end('{}');
      else
        response.writeHead(200, { 'content-type': 'application/json' }).end('{"authorization_servers":["http://a"]}');
    });
    await new Promise<void>((listening) => refusing.listen(0, '127.0.0.1', listening));
    ({ port } = refusing.address() as AddressInfo);
    home = workspace({});
    const tools = join(home, 'tools');
    mkdirSync(tools);
    const runs = `exec '${process.execPath}' -e "import('${server('healthy')}').then(({ serve }) => serve())"`;
    writeFileSync(join(tools, 'acme-run'), `#!/bin/sh\n${runs}\n`);
    chmodSync(join(tools, 'acme-run'), 0o755);
    for (const name of ['.bash_profile', '.profile', '.zprofile'])
      writeFileSync(join(home, name), `echo hello\nexport PATH="${tools}:$PATH"\n`);
    project = workspace({ 'package.json': {}, 'package-lock.json': {} });
    writeFileSync(join(project, 'index.js'), "require('express-of-acme');\n");
  });
  after(() => {
    refusing.closeAllConnections();
    refusing.close();
  });

  const broken: Record<string, () => Broken> = {
    'a package that does not exist': () => ({
      entry: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-memry'] },
      label: 'npm-package-missing',
      confidence: 'evident',
      fix: 'replace-package-name',
      message: /Did you mean `@modelcontextprotocol\/server-memory`/,
    }),
    'a misspelt runner': () => ({
      entry: { command: 'npxx', args: ['-y', 'acme'] },
      label: 'runner-not-installed',
      fix: 'correct-runner',
      message: /Did you mean `npx`/,
    }),
    'a runner that only the login shell has': () => ({
      entry: { command: 'acme-run' },
      label: 'runner-not-on-path',
      confidence: 'proven',
      fix: 'use-absolute-path',
      message: /tools\/acme-run: use the full path/,
    }),
    'a missing module': () => ({
      entry: { command: process.execPath, args: [join(project, 'index.js')] },
      label: 'deps-not-installed',
      fix: 'install-dependencies',
      message: /lacks the package `express-of-acme`/,
    }),
    'a missing key': () => ({
      entry: inline("console.error('Error: ACME_API_KEY environment variable is required'); process.exit(1)"),
      label: 'missing-env',
      confidence: 'evident',
      fix: 'add-env-input',
      message: /needs ACME_API_KEY/,
    }),
    'an end in silence': () => ({
      entry: inline('process.exit(0)'),
      label: 'server-exits-immediately',
      message: /exit code 0 and without a word/,
    }),
    'a hang': () => ({
      entry: inline('setInterval(() => {}, 1000)'),
      label: 'server-hangs',
      message: /did not answer `initialize` within 4 s/,
    }),
    'a server that nobody runs': () => ({
      entry: { type: 'http', url: 'http://127.0.0.1:9/mcp' },
      label: 'remote-unreachable',
      confidence: 'evident',
      message: /the connection is refused/,
    }),
    'a wrong token': () => ({
      entry: { type: 'http', url: `http://127.0.0.1:${port}/mcp`, headers: { Authorization: 'Bearer abcdefgh' } },
      label: 'remote-auth-missing',
      confidence: 'evident',
      message: /refuses the credentials/,
    }),
  };

  it('those of an entry: named first, with their cure, and the healthy ones in peace', async () => {
    const entries = Object.entries(broken).map(([name, make]) => [name, make()] as const);
    const servers = Object.fromEntries(entries.map(([name, { entry }]) => [name, entry]));
    const folder = workspace({ '.vscode/mcp.json': { servers: { first: healthy, ...servers, last: healthy } } });
    const diagnosed = await diagnose(folder, ['--timeout', '4'], { HOME: home });
    for (const [name, { label, confidence, fix, message }] of entries) {
      const [found] = diagnosed.find((each) => each.name === name)?.findings ?? [];
      assert.equal(found?.label, label, `${name}: ${found?.message}`);
      assert.match(found?.message ?? '', message);
      if (confidence) assert.equal(found?.confidence, confidence, name);
      if (fix) assert.equal(found?.fixes[0]?.id, fix, name);
    }
    const others = diagnosed.filter(({ name }) => name === 'first' || name === 'last');
    assert.deepEqual(
      others.map(({ status, findings }) => [status, findings]),
      [
        ['ready', []],
        ['ready', []],
      ],
    );
  }).timeout(120_000);

  it('a banner on stdout: an advice where the client bears it, a warning where nobody knows', async () => {
    const chatty = script('chatty');
    for (const [path, servers, severity] of [
      ['.cursor/mcp.json', 'mcpServers', 'warning'],
      ['.vscode/mcp.json', 'servers', 'information'],
    ] as const) {
      const [found] = await diagnose(workspace({ [path]: { [servers]: { s: chatty, healthy } } }));
      assert.deepEqual([found?.status, found?.findings[0]?.label], ['ready', 'stdout-server-logs']);
      assert.equal(found?.findings[0]?.severity, severity);
    }
  });

  it('a file that cannot be parsed: the place, and nothing is started', async () => {
    const folder = workspace({});
    mkdirSync(join(folder, '.vscode'));
    const text = '{\n  "servers": {\n    "s": { "command": "node" "args": [] }\n  }\n}\n';
    writeFileSync(join(folder, '.vscode/mcp.json'), text);
    const { stdout } = await cli(['diagnose', '--yes', '--format', 'json'], { cwd: folder });
    const [{ findings, servers }] = JSON.parse(stdout).files as [{ findings: DiagnosedFinding[]; servers: unknown[] }];
    assert.equal(findings[0]?.label, 'config-json-invalid');
    assert.deepEqual(findings[0]?.range.start.line, 2);
    assert.ok(servers.every((each) => (each as { start: unknown }).start === null));
  });

  it('`mcpServers` in VS Code’s file: renamed in one step, and ready', async () => {
    const folder = workspace({ '.vscode/mcp.json': { mcpServers: { s: healthy } } });
    const { stdout } = await cli(['check', '--format', 'json'], { cwd: folder });
    const [finding] = JSON.parse(stdout).files[0].findings as DiagnosedFinding[];
    assert.deepEqual([finding?.label, finding?.severity], ['config-wrong-schema', 'error']);
    await cli(['fix', '.vscode/mcp.json', '--rule', 'wrong-root-key'], { cwd: folder });
    assert.deepEqual(
      (await diagnose(folder)).map(({ status }) => status),
      ['ready'],
    );
  });
});
