import assert from 'node:assert/strict';
import { explain } from '../../src/core/explain';

describe('a failure that somebody wrote down', () => {
  const rulesOf = (recorded: object) => explain(JSON.stringify(recorded)).findings.map(({ rule }) => rule);

  it('is not blamed for args that were left out of it', () => {
    assert.deepEqual(rulesOf({ config: { command: 'npx' }, stderr: 'spawn npx ENOENT' }).slice(0, 1), [
      'runner-not-on-path',
    ]);
  });
  it('is judged for the client and the system that it names', () => {
    const first = (client: string, os: string) =>
      rulesOf({ client, os, config: { command: 'npx', args: ['-y', 'x'] }, log: 'spawn npx ENOENT' })[0];
    assert.equal(first('Cline', 'Windows 11'), 'windows-npx-shim');
    assert.equal(first('VS Code Insiders', 'Windows'), 'runner-not-on-path');
    assert.equal(first('Cline', 'macOS 15'), 'runner-not-on-path');
    assert.equal(first('some other client', 'Windows/WSL'), 'runner-not-on-path');
  });
  it('may have its configuration as a part of a file, as servers without their key, or as a command line', () => {
    const container = { command: 'docker', args: ['run', '--rm', 'acme/mcp'] };
    const log = 'MCP error -32000: Connection closed';
    for (const config of [
      container,
      { acme: container },
      { command: ['docker', ...container.args] },
      JSON.stringify(container),
      `"acme": ${JSON.stringify(container)}`,
    ])
      assert.equal(rulesOf({ config, log })[0], 'docker-not-interactive', JSON.stringify(config));
    for (const config of ['npx -y @acme/mcp', 'claude mcp add acme -- npx -y @acme/mcp', ['npx', '-y', '@acme/mcp']])
      assert.equal(rulesOf({ config, log })[0], 'first-run-download-timeout', JSON.stringify(config));
    const json = JSON.stringify({ command: 'npx', args: ['-y', '@acme/mcp'] });
    for (const config of [
      '$ npx -y @acme/mcp',
      'ACME_URL=https://x.test npx -y @acme/mcp',
      'claude mcp add acme npx -y @acme/mcp',
      'copilot mcp add acme -- npx -y @acme/mcp',
      'npx @modelcontextprotocol/inspector npx -y @acme/mcp',
      'goose session --with-extension "npx -y @acme/mcp"',
      `code --add-mcp '${json}'`,
      `vscode:mcp/install?${encodeURIComponent(json)}`,
      `cursor://anysphere.cursor-deeplink/mcp/install?name=acme&config=${btoa(json)}`,
      'Command: npx\nArgs: -y @acme/mcp',
      'command: npx, args: -y @acme/mcp',
      'command = "npx"\nargs = ["-y", "@acme/mcp"]',
      'type: stdio\ncommand: npx\nargs: ["-y", "@acme/mcp"]',
      '"command": "npx", "args": ["-y", "@acme/mcp"]',
    ])
      assert.equal(rulesOf({ config, log })[0], 'first-run-download-timeout', config);
    for (const config of [
      'https://x.test/mcp',
      'claude mcp add --transport http acme https://x.test/mcp',
      '"url": "https://x.test/mcp"',
    ])
      assert.equal(
        rulesOf({ config, log })[0],
        rulesOf({ config: { type: 'http', url: 'https://x.test/mcp' }, log })[0],
        config,
      );
    assert.ok(!rulesOf({ config: 'npx', log }).includes('nothing-to-run'));
    // One entry, as each client would have it in a file of its own.
    for (const client of ['Claude Desktop', 'Codex', 'Goose'])
      assert.ok(
        rulesOf({ client, config: { command: 'npx', args: ['-y', 'a'], environment: { KEY: 'x' } }, log }).includes(
          'key-not-read',
        ),
        client,
      );
    assert.deepEqual(rulesOf({ config: 'as the README has it', log }), ['connection-closed']);
    // Told in the keys of most clients it is retold, where the client's file is no JSON; in a file it stands as it is read.
    const retold = { type: 'stdio', command: 'npx', args: ['-y', 'a'], env: { KEY: 'x' } };
    assert.ok(!rulesOf({ client: 'Goose', config: retold, log }).includes('key-not-read'));
    assert.ok(rulesOf({ client: 'Goose', config: { extensions: { a: retold } }, log }).includes('key-not-read'));
  });
  it('is judged alike where a client has broken its sentence into lines', () => {
    const config = { command: 'nix', args: ['run', '/srv/acme', '--'] };
    const words =
      'MCP startup failed: handshaking with MCP server failed: connection closed: initialize response'.split(' ');
    const whole = ['MCP client for `acme` failed to start:', ...words];
    const told = rulesOf({ client: 'Codex', config, log: whole.join(' ') });
    assert.equal(told[0], 'server-exits-immediately');
    for (const at of [1, 4, 9, 11, 12])
      assert.deepEqual(
        rulesOf({
          client: 'Codex',
          config,
          log: `⚠ ${whole.slice(0, at).join(' ')}\n  ${whole.slice(at).join(' ')}`,
        }),
        told,
        String(at),
      );
  });
  it('is one line of its text where the breaks of a page stand in it', () => {
    const log =
      '2026-05-01 08:00:00.000 [info] Connection state: Running<br>2026-05-01 08:00:00.100 [warning] [server stderr] Error: ACME_TOKEN is not set';
    const [first] = explain(JSON.stringify({ log })).findings;
    assert.equal(first?.rule, 'missing-env');
    assert.deepEqual(
      first?.evidence.map(({ line }) => line),
      [1],
    );
  });
  it('is about the program of its entry where its path was shortened in one of the two', () => {
    const command = '/path/to/.venv/bin/python';
    for (const [log, rule] of [
      ['Error: spawn /Users/jo/acme/.venv/bin/python ENOENT', 'script-path-wrong'],
      ['Error: spawn .../.venv/bin/python ENOENT', 'script-path-wrong'],
      ['fork/exec /Users/jo/acme/.venv/bin/python: permission denied', 'bin-not-executable'],
      ['Error: spawn /opt/acme/bin/render ENOENT', 'system-binary-missing'],
    ])
      assert.equal(rulesOf({ config: { command, args: ['a.py'] }, log })[0], rule, log);
    const args = ['C:\\Users\\...\\My Server\\index.js'];
    const log = String.raw`Error: Cannot find module 'C:\Users\jo\My'`;
    assert.equal(rulesOf({ config: { command: 'node', args }, log })[0], 'path-quoting');
  });
  it('is judged by what it started where a client says that it failed, in whatever words and wherever they stand', () => {
    const config = { command: 'npx', args: ['-y', '@acme/mcp'] };
    for (const text of [
      'MCP error -32000: Connection closed',
      'McpError: MCP error -32000: Connection closed',
      'Server disconnected',
      'MCP acme - Disconnected',
      'Client error for command\nNo server info found',
      'write EPIPE',
    ])
      for (const field of ['stderr', 'log'])
        assert.equal(rulesOf({ config, [field]: text })[0], 'first-run-download-timeout', `${field}: ${text}`);
    assert.deepEqual(rulesOf({ config, stderr: 'Connection closed\nsomething else' }), []);
  });
  it('has the file that it quotes read as a parser reads it', () => {
    const first = (config: string): string | undefined =>
      explain(
        JSON.stringify({ client: 'Cline', os: null, config, stderr: null, stdout: null, log: null, exit: null }),
      ).findings.find(({ label }) => label !== null)?.rule;
    const whole = '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }';
    const broken = [
      '',
      ' \n',
      whole.replaceAll('"', ''),
      `<<<<<<< HEAD\n${whole}`,
      whole.replace(':', ' ='),
      `\0${whole}`,
    ];
    for (const text of broken) assert.equal(first(text), 'config-json-invalid', text);
    assert.equal(first(`\uFEFF${whole}`), 'strict-json');
    assert.notEqual(first(whole), 'config-json-invalid');
  });

  it('was where somebody says, in whichever spelling', () => {
    const shim = (os: string) =>
      rulesOf({ os, log: 'spawn npx ENOENT', config: { command: 'npx', args: ['-y', 'x'] } })[0] === 'windows-npx-shim';
    for (const os of ['Windows', 'Windows 11', 'Win11', 'win10', 'win32', 'Windows_NT 10.0.22631'])
      assert.ok(shim(os), os);
    for (const os of ['darwin', 'Darwin', 'WSL2', 'Winnipeg', 'NixOS']) assert.ok(!shim(os), os);
    const remote = { url: 'https://x.test/mcp', type: 'http' };
    for (const client of ['Claude Desktop', 'claude-desktop', 'ClaudeDesktop', 'claude_desktop 0.9'])
      assert.equal(rulesOf({ client, config: remote, log: 'failed' })[0], 'local-servers-only', client);
  });
  it('is blamed for args that are there and name nothing', () => {
    assert.deepEqual(rulesOf({ config: { command: 'npx', args: ['-y'] }, stderr: '' }), ['nothing-to-run']);
  });
});

describe('a configuration that a pasted text shows', () => {
  const found = (text: string) => explain(text).findings.map(({ rule }) => rule);
  const container = `{
  "mcpServers": {
    "acme": { "command": "docker", "args": ["run", "--rm", "acme/mcp"] }
  }
}`;

  it('is read for what its entry shows, with nothing else and beside the failure', () => {
    assert.deepEqual(found(container), ['docker-not-interactive']);
    assert.deepEqual(found(container.replaceAll('\n', ' ')), ['docker-not-interactive']);
    assert.deepEqual(found(`My file:\n\`\`\`json\n${container}\n\`\`\`\nMCP error -32000: Connection closed`), [
      'docker-not-interactive',
    ]);
    assert.deepEqual(found(`In one line: ${container.replaceAll(/\s+/g, ' ')} and then Connection closed`), [
      'docker-not-interactive',
    ]);
  });
  it('may be a part of one, or in the format of another client', () => {
    const part = '"acme": {\n  "command": "docker",\n  "args": ["run", "acme/mcp"]\n},';
    const toml = '[mcp_servers.acme]\ncommand = "docker"\nargs = ["run", "acme/mcp"]';
    const yaml = 'mcpServers:\n  acme:\n    command: docker\n    args: [run, acme/mcp]';
    for (const text of [part, `{${part.slice(0, -1)}}`, part.slice(8, -1), toml, yaml])
      assert.deepEqual(found(`${text}\nit says Connection closed`), ['docker-not-interactive'], text);
  });
  it('tells the line of the text in which the word stands that it rests on', () => {
    const lineIn = (text: string) => explain(text).findings[0]?.evidence[0]?.line;
    const part = '"acme": {\n  "command": "docker",\n  "args": ["run", "acme/mcp"]\n},';
    const toml = '[mcp_servers.acme]\ncommand = "docker"\nargs = ["run", "acme/mcp"]';
    assert.equal(lineIn(container), 3);
    assert.equal(lineIn(`My file:\n\`\`\`json\n${container}\n\`\`\``), 5);
    assert.equal(lineIn(`It ends.\n\n${part}`), 5);
    assert.equal(lineIn(`It ends.\n  {${part.slice(0, -1)}}`), 4);
    assert.equal(lineIn(`It ends.\n${part.slice(8, -1)}`), 4);
    assert.equal(lineIn(`It ends.\n${toml}`), 4);
    const cursor = (text: string) => `2025-04-03 16:53:14.524 [info] acme: ${text}`;
    const started = cursor('Starting new stdio process with command: npx -y @acme/notes@latest');
    assert.equal(
      lineIn([cursor('Handling CreateClient action'), started, cursor('Client closed for command')].join('\n')),
      2,
    );
    assert.equal(lineIn(`It ends.\nMy file: ${container.replaceAll(/\s+/g, ' ')}`), 2);
  });
  it('has the mistakes of its syntax told, and none for what was left out of it or cut off', () => {
    const broken = container.replace('"docker",', '"docker"');
    assert.equal(found(broken)[0], 'config-json-invalid');
    for (const text of [
      container.replace('"--rm"', '...'),
      container.replace('"--rm"', '<your options>'),
      container.slice(0, -4),
    ])
      assert.ok(!found(`${text}\nConnection closed`).includes('config-json-invalid'), text);
  });
  it('of several servers is about the one that the text speaks of', () => {
    const two = container.replace(
      '"acme": {',
      '"weather": { "command": "npx", "args": ["-y", "sunny"] },\n    "acme": {',
    );
    const first = (said: string) => explain(`${two}\n${said}`).findings[0]?.rule;
    assert.equal(first('weather: Connection closed'), 'first-run-download-timeout');
    assert.equal(first('acme/mcp: Connection closed'), 'docker-not-interactive');
    assert.equal(first('Connection closed'), 'docker-not-interactive');
  });
  it('gives no secret of its own away where the text says it, too', () => {
    const text = `${container.replace('] }', '], "env": { "PASS": "zq81-Xx0p-77ab-Lm3" } }')}\nError: refused: zq81-Xx0p-77ab-Lm3`;
    const told = JSON.stringify(explain(text));
    assert.ok(!told.includes('zq81-Xx0p'), told);
    const two = text.replace('"acme": {', '"weather": { "command": "sunny" },\n    "acme": {');
    const recorded = JSON.stringify(explain(JSON.stringify({ log: two })));
    assert.ok(!recorded.includes('zq81-Xx0p') && recorded.includes('‹env PASS›'), recorded);
  });
  it('takes nothing of other objects, whose lines are still read', () => {
    const text = '{\n  "code": "E1",\n  "command": "x"\n}\nModuleNotFoundError: No module named \'acme_mcp\'';
    assert.equal(found(text)[0], explain(text.slice(text.indexOf('Module'))).findings[0]?.rule);
    assert.equal(explain(`{\n  "error": "spawn npx ENOENT"\n}`).findings[0]?.rule, 'runner-not-on-path');
  });
});
