import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Explainer, explain } from '../../src/core/explain';
import { LIMITS } from '../../src/core/limits';
import { LogReader, startsIn } from '../../src/core/log';
import { marginOf } from '../../src/core/log/margin';
import { readStart } from '../../src/core/read';
import { hideShapes } from '../../src/core/secrets/mask';

/** What is said of each start of a log: server, how it ended, the rule that is named first, the line that decides. */
const told = (log: string) =>
  explain(log).starts.map(({ server, findings: [first] }) => [
    server,
    first?.rule ?? null,
    first?.evidence.find(({ line }) => line !== null)?.line ?? null,
  ]);
const first = (log: string) => explain(log).findings[0]?.rule ?? null;

// Constructed, after the forms that these clients are reported to write: two servers, three starts.
const claudeDesktop = `2026-05-01T08:00:00.000Z [weather] [info] Initializing server... { metadata: undefined }
2026-05-01T08:00:00.010Z [notes] [info] Initializing server... { metadata: undefined }
2026-05-01T08:00:00.020Z [weather] [info] Server started and connected successfully { metadata: undefined }
Error: WEATHER_API_KEY environment variable is required
    at Object.<anonymous> (/srv/weather.js:3:9)
2026-05-01T08:00:00.300Z [weather] [info] Server transport closed { metadata: undefined }
2026-05-01T08:00:00.301Z [weather] [error] Server disconnected. For troubleshooting guidance, please visit our debugging documentation
2026-05-01T08:00:01.000Z [notes] [error] spawn uvx ENOENT { metadata: { context: 'connection' } }
2026-05-01T08:00:01.001Z [notes] [info] Server transport closed { metadata: undefined }
2026-05-01T08:05:00.000Z [weather] [info] Initializing server... { metadata: undefined }
2026-05-01T08:05:00.200Z [weather] [info] Message from server: {"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-06-18","capabilities":{},"serverInfo":{"name":"w","version":"1"}}}`;

const vscode = `2026-05-01 08:00:00.000 [info] Starting server weather
2026-05-01 08:00:00.001 [info] Connection state: Starting
2026-05-01 08:00:00.002 [info] Starting server from LocalProcess extension host
2026-05-01 08:00:00.010 [info] Connection state: Running
2026-05-01 08:00:00.200 [warning] [server stderr] Error: WEATHER_API_KEY environment variable is required
2026-05-01 08:00:00.300 [info] Connection state: Error Process exited with code 1
2026-05-01 08:00:00.301 [error] Server exited before responding to \`initialize\` request.
2026-05-01 08:01:00.000 [info] Starting server notes
2026-05-01 08:01:00.001 [info] Connection state: Starting
2026-05-01 08:01:00.010 [info] Connection state: Error spawn uvx ENOENT
2026-05-01 08:05:00.000 [info] Starting server weather
2026-05-01 08:05:00.001 [info] Connection state: Starting
2026-05-01 08:05:00.010 [info] Connection state: Running
2026-05-01 08:05:00.400 [info] Discovered 13 tools`;

const cursor = `2026-05-01 08:00:00.000 [info] user-weather: Starting new stdio process with command: node weather.js
2026-05-01 08:00:00.200 [error] user-weather: Error: WEATHER_API_KEY environment variable is required
2026-05-01 08:00:00.201 [info] user-weather: Client closed for command
2026-05-01 08:00:00.202 [error] user-weather: Failed to reload client: MCP error -32000: Connection closed
2026-05-01 08:01:00.000 [info] user-notes: Starting new stdio process with command: uvx notes
2026-05-01 08:01:00.100 [error] user-notes: Client error for command A system error occurred (spawn uvx ENOENT)
2026-05-01 08:01:00.101 [info] user-notes: Client closed for command
2026-05-01 08:05:00.000 [info] user-weather: Starting new stdio process with command: node weather.js
2026-05-01 08:05:00.400 [info] user-weather: Successfully connected to stdio server`;

describe('a log of two servers and three starts', () => {
  const rows: readonly [name: string, log: string, prefix: string, weather: number, notes: number][] = [
    ['Claude Desktop’s', claudeDesktop, '', 4, 8],
    ['VS Code’s', vscode, '', 5, 10],
    ['Cursor’s', cursor, 'user-', 2, 6],
  ];
  for (const [name, log, prefix, weather, notes] of rows) {
    it(`${name}: the right cause for the right server, in the line where it stands`, () =>
      assert.deepEqual(
        told(log).toSorted(([a], [b]) => String(a).localeCompare(String(b))),
        [
          [`${prefix}notes`, 'runner-not-on-path', notes],
          [`${prefix}weather`, 'missing-env', weather],
          [`${prefix}weather`, null, null],
        ],
      ));
    it(`${name}: what recovered is not blamed`, () => {
      assert.equal(first(log), 'runner-not-on-path');
      const recovered = log
        .split('\n')
        .filter((line) => !line.includes('notes') && !line.includes('uvx'))
        .join('\n');
      assert.equal(first(recovered), null);
      const before = recovered.split(/\n(?=.*08:05:00)/)[0] ?? '';
      assert.equal(first(before), 'missing-env');
    });
  }
});

describe('a log that VS Code wrote', () => {
  const log = readFileSync('test/recordings/vscode-1.139.1.log', 'utf8');
  it('tells of a server that was not found, and of one that failed and recovered', () => {
    const numberOf = (words: string) => log.split('\n').findIndex((line) => line.includes(words)) + 1;
    assert.deepEqual(told(log), [
      ['notes', 'runner-not-on-path', numberOf('ENOENT')],
      ['weather', 'missing-env', numberOf('[server stderr] Error: WEATHER_API_KEY')],
      ['weather', null, null],
    ]);
  });
  it('keeps stderr, the client’s own words and the times apart', () => {
    const [notes, weather] = startsIn(log, hideShapes);
    const from = { via: 'log', client: 'vscode', at: '2026-11-25 23:44:07.596' };
    assert.deepEqual(notes?.from, { ...from, server: 'notes', platform: null });
    assert.equal(weather?.from.platform, 'linux');
    assert.deepEqual([notes?.stderr.length, weather?.outcome, weather?.exit?.code], [0, 'ended', 1]);
    assert.ok(weather?.stderr.every(({ text }) => !text.includes('[server stderr]')));
  });
});

describe('a log of no known form', () => {
  it('is no client’s for a sentence that others have as well', () => {
    const log = "Connected to server via stdio\nModuleNotFoundError: No module named 'mcp'";
    assert.deepEqual(
      startsIn(log, hideShapes).map(({ from, outcome }) => [from.client, outcome]),
      [[null, 'unknown']],
    );
  });
  it('tells of its system by the paths in it', () => {
    const platform = (log: string) => startsIn(log, hideShapes)[0]?.from.platform;
    assert.equal(platform('at C:\\Users\\u\\a.js'), 'win32');
    assert.equal(platform("Error: '/Users/u/a.js'"), 'darwin');
    assert.equal(platform('see https://example.org/home/u'), null);
    assert.equal(platform('C:\\Users\\u and /home/u/'), null);
    assert.equal(first('C:\\Users\\u\\app> Error: spawn npx ENOENT'), 'windows-npx-shim');
  });
  it('is one start, and the words in which a client gives up are not the server’s', () => {
    const [start, ...more] = startsIn('KeyError: "X_KEY"\nMCP error -32000: Connection closed', hideShapes);
    assert.deepEqual(more, []);
    assert.deepEqual([start?.stderr.length, start?.client.length, start?.client[0]?.number], [1, 1, 2]);
  });
  it('has a line to read first, and never the question itself', () => {
    const [finding] = explain(
      'loading\nError: the frobnicator is upside down\nMCP error -32000: Connection closed',
    ).findings;
    assert.deepEqual([finding?.rule, finding?.label, finding?.evidence[0]?.line], ['no-handshake', null, 2]);
    assert.deepEqual(
      explain('MCP error -32000: Connection closed').findings.map(({ rule, label }) => [rule, label]),
      [['connection-closed', null]],
    );
    assert.deepEqual(explain('all is well\nlistening').findings, []);
  });
});

describe('a log that does not end', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 4, 1) + second * 1000).toISOString();
  const failed = (server: string, second: number, lines: number) => [
    `${at(second)} [${server}] [info] Initializing server...`,
    `Error: ${server.toUpperCase()}_KEY environment variable is required`,
    ...Array.from({ length: lines }, (_, index) => `    at step (/srv/${server}/${index}.js:3:9)`),
    `${at(second)} [${server}] [info] Server transport closed`,
  ];

  it('keeps the last starts, and the last one of each server, within its room', () => {
    const reader = new LogReader();
    for (const line of failed('notes', 0, 3)) reader.push(line);
    for (let second = 1; second < 2_000; second += 1)
      for (const line of failed('weather', second, 40)) reader.push(line);
    const { starts, forgotten } = reader.told(hideShapes);
    assert.equal(starts.length + forgotten, 2_000);
    assert.ok(starts.length <= LIMITS.loggedStarts, `${starts.length} starts`);
    assert.deepEqual(
      [starts.find(({ from }) => from.server === 'notes')?.stderr[0]?.text, starts.at(-1)?.from.at],
      ['Error: NOTES_KEY environment variable is required', at(1_999)],
    );
    assert.equal(starts.at(-1)?.stderr[0]?.number, 5 + 3 - 2 + 1_998 * 43 + 2);
  });

  it('keeps the first and the last lines of one start, and counts the others', () => {
    const reader = new LogReader();
    for (let line = 1; line <= 50_000; line += 1) reader.push(`step ${line} of the flood`);
    const [start] = reader.told(hideShapes).starts;
    const lines = start?.stderr ?? [];
    assert.deepEqual([lines[0]?.number, lines.at(-1)?.number], [1, 50_000]);
    assert.equal(lines.length + (start?.dropped.stderr ?? 0), 50_000);
    assert.ok(lines.length <= LIMITS.logged.first.lines + LIMITS.logged.last.lines, `${lines.length} lines`);
  });

  it('is read alike in pieces of any size, and a record only as a whole', () => {
    const record = JSON.stringify({
      stderr: 'Error: ACME_KEY environment variable is required – now',
      exit: { code: 1 },
    });
    for (const text of [claudeDesktop, vscode, cursor, record, `{ begin\r\n${cursor}`])
      for (const size of [1, 7, 64]) {
        const explainer = new Explainer();
        const bytes = new TextEncoder().encode(text);
        for (let from = 0; from < bytes.length; from += size) explainer.push(bytes.subarray(from, from + size));
        assert.deepEqual(explainer.explained(), explain(text));
      }
  });

  it('hides a private key of which the room cuts off the beginning', () => {
    const reader = new LogReader();
    const key = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj';
    for (let line = 0; line < LIMITS.logged.first.lines; line += 1) reader.push('x');
    reader.push(['-----BEGIN', 'PRIVATE', 'KEY-----'].join(' '));
    for (let line = 0; line < LIMITS.logged.last.lines + 10; line += 1) reader.push(key);
    const text = reader
      .told(hideShapes)
      .starts.flatMap(({ stderr }) => stderr.map((line) => line.text))
      .join('\n');
    assert.doesNotMatch(text, /MIIEvQ/);
  });

  it('is over for a server whose last start that says anything was ready', () => {
    const later = (line: string) => line.replace('08:05:00', '09:00:00');
    const begun = `${later('2026-05-01T08:05:00.000Z')} [notes] [info] Initializing server...\n${later('2026-05-01T08:05:00.001Z')} [notes] [info] Server started and connected successfully`;
    assert.match(explain(`${claudeDesktop}\n${begun}`).findings[0]?.rule ?? '', /runner|windows/);
  });
});

/** Constructed, after what is reported of these clients' logs: one server fails, another one does not. */
const others: readonly [
  client: string,
  log: string,
  told: readonly (readonly [string | null, string | null, number | null])[],
][] = [
  [
    'claude-desktop',
    `2026-05-01T08:00:00.000Z [info] [weather] Initializing server...
2026-05-01T08:00:00.200Z [error] [weather] spawn uvx ENOENT
2026-05-01T08:00:00.300Z [info] [weather] Server transport closed
2026-05-01T08:00:01.000Z [info] [notes] Initializing server...
2026-05-01T08:00:01.300Z [info] [notes] Message from server: {"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-06-18"}}`,
    [
      ['weather', 'runner-not-on-path', 2],
      ['notes', null, null],
    ],
  ],
  [
    'claude-code',
    `2026-05-01T08:00:00.000Z [DEBUG] MCP server "weather": Starting connection with timeout of 30000ms
2026-05-01T08:00:00.001Z [DEBUG] MCP server "notes": Starting connection with timeout of 30000ms
2026-05-01T08:00:00.100Z [ERROR] MCP server "weather" Server stderr: Error: WEATHER_API_KEY environment variable is required
2026-05-01T08:00:00.200Z [ERROR] MCP server "weather" Connection failed: MCP error -32000: Connection closed
2026-05-01T08:00:01.100Z [ERROR] MCP server "notes" Server stderr: Error: the cache is cold
2026-05-01T08:00:01.100Z [DEBUG] MCP server "notes": Successfully connected to stdio server in 1100ms`,
    [
      ['weather', 'missing-env', 3],
      ['notes', null, null],
    ],
  ],
  [
    'claude-code',
    `{"debug":"Starting connection with timeout of 30000ms","timestamp":"2026-05-01T08:00:00.000Z","sessionId":"a"}
{"error":"Server stderr: Traceback (most recent call last):\\n  File \\"/srv/a.py\\", line 3, in <module>\\nModuleNotFoundError: No module named 'acme'\\n","timestamp":"2026-05-01T08:00:00.500Z","sessionId":"a"}
{"error":"Connection failed: MCP error -32000: Connection closed","timestamp":"2026-05-01T08:00:00.600Z","sessionId":"a"}`.replaceAll(
      '\n{',
      '\r\n{',
    ),
    [[null, 'deps-not-installed', 2]],
  ],
  [
    'gemini-cli',
    `[DEBUG] [MCP STDERR (weather)]:  × No solution found when resolving tool dependencies:
  ╰─▶ Because acme-weather was not found in the package registry and you
      require acme-weather, we can conclude that your requirements are unsatisfiable.
Error during discovery for server 'weather': MCP error -32000: Connection closed`,
    [['weather', 'pypi-package-missing', 2]],
  ],
  [
    'copilot-cli',
    `Starting MCP client for weather with command: npx
[mcp server weather stderr] Error: WEATHER_API_KEY environment variable is required
[mcp server weather stderr]     at main (/srv/weather/index.js:3:9)
MCP transport for weather closed
Failed to start MCP client for weather: McpError: MCP error -32000: Connection closed`,
    [['weather', 'missing-env', 2]],
  ],
  [
    'trae',
    `2026-05-01T08:00:00.000+08:00 [info] [mcp.config.usrlocalmcp.weather] MCPServerManager#start Starting.
2026-05-01T08:00:00.100+08:00 [info] [mcp.config.usrlocalmcp.weather] MCPClient#onStderr [Server Internal Log] KeyError: 'WEATHER_API_KEY'
2026-05-01T08:00:00.200+08:00 [error] [mcp.config.usrlocalmcp.weather] MCPClient#onClose `,
    [['mcp.config.usrlocalmcp.weather', 'missing-env', 2]],
  ],
  [
    'lm-studio',
    `2026-05-01 08:00:00 [INFO] [Plugin(mcp/weather)] Starting MCP bridge
2026-05-01 08:00:01 [ERROR] [Plugin(mcp/weather)] stderr: Error: WEATHER_API_KEY environment variable is required
2026-05-01 08:00:01 [ERROR] [Plugin(mcp/notes)] stderr: Error: Cannot find module '/srv/notes/index.js'`,
    [
      ['weather', 'missing-env', 2],
      ['notes', 'script-path-wrong', 3],
    ],
  ],
  [
    'zed',
    `2026-05-01T08:00:00+03:00 INFO  [zed] ========== starting zed ==========
2026-05-01T08:00:01+03:00 ERROR [project::context_server_store] notes context server failed to start: failed to spawn command uvx notes: No such file or directory (os error 2)
2026-05-01T08:00:02+03:00 ERROR [context_server::client] cancelled csp request task for "initialize" id 0 which took over 60s
2026-05-01T08:00:02+03:00 ERROR [project::context_server_store] weather context server failed to start: Context server request timeout`,
    [
      ['notes', 'runner-not-on-path', 2],
      ['weather', 'server-hangs', 4],
    ],
  ],
  [
    'codex',
    `2026-05-01T08:00:00.100000Z  INFO codex_rmcp_client::rmcp_client: MCP server stderr (node): Error: WEATHER_API_KEY environment variable is required
2026-05-01T08:00:00.200000Z ERROR codex_core::session: Failed to create session: required MCP servers failed to initialize: weather: handshaking with MCP server failed: connection closed: initialize response
⚠ MCP client for \`weather\` failed to start: MCP startup failed: handshaking with MCP server failed: connection closed: initialize response`,
    [['weather', 'missing-env', 1]],
  ],
  [
    // The objects of its file, as they are shown to people.
    'claude-code',
    `  {
    "debug": "Starting connection with timeout of 30000ms",
    "timestamp": "2026-05-01T08:00:00.000Z",
    "sessionId": "4953b547",
    "cwd": "C:\\\\code"
  },
  {
    "error": "Server stderr: Error: WEATHER_API_KEY environment variable is required",
    "timestamp": "2026-05-01T08:00:00.800Z"
  },
  {
    "debug": "Connection failed: McpError: MCP error -32000: Connection closed",
    "timestamp": "2026-05-01T08:00:00.900Z"
  },`,
    [[null, 'missing-env', 8]],
  ],
  [
    // Kiro's, too, whose lists have a last line for those who look for more.
    'amazon-q',
    `✗ notes has failed to load after 2.22 s
 - Mcp error: -32002: connection closed: initialize response
 - run with Q_LOG_LEVEL=trace and see $TMPDIR/qlog/qchat.log for detail`,
    [['notes', 'no-handshake', null]],
  ],
  [
    'codex',
    `■ MCP client for \`notes\` failed to start: MCP startup failed: No such file or directory (os error 2)
⚠ MCP client for \`weather\` timed out after 10 seconds. Add or adjust \`startup_timeout_sec\` in your config.toml:
[mcp_servers.weather]
startup_timeout_sec = XX
2026-05-01T08:00:00.100000Z  INFO codex_rmcp_client::rmcp_client: MCP server stderr (node): Error: NOTES_TOKEN environment variable is required`,
    [
      ['notes', 'runner-not-on-path', 1],
      ['weather', 'server-hangs', 2],
      // Of which of the two it is, nobody says.
      [null, 'missing-env', 5],
    ],
  ],
  [
    'goose',
    `Warning: Failed to start extension 'notes' (Failed to start the MCP server from configuration \`Stdio(notes: uvx notes)\` \`No such file or directory (os error 2)\`), continuing without it
Failed to start extension: weather, "Failed to start the MCP server from configuration \`Stdio(weather: npx -y weather)\` \`Call to '' failed for 'initialize'. Error from mcp-server: Stdio process error: Error: WEATHER_API_KEY environment variable is required\\n    at Object.<anonymous> (/srv/weather.js:3:9)\\n\`"
Please check extension configuration for weather.
Failed to load extension maps: failed to initialize MCP client: ProcessExit(ProcessExit { stderr: "npm error code E404\\nnpm error 404 Not Found - GET https://registry.example/maps-mcp - Not found\\n", source: ConnectionClosed("initialize response") })`,
    [
      ['notes', 'runner-not-on-path', 1],
      ['weather', 'missing-env', 2],
      ['maps', 'npm-package-missing', 4],
    ],
  ],
  [
    'jetbrains-ai-assistant',
    `2026-05-01 08:00:00,092 INFO - Server started
2026-05-01 08:00:00,093 CLIENT - {"id":7,"method":"initialize","params":{"protocolVersion":"2024-11-05","capabilities":{},"clientInfo":{"name":"c","version":"1.0.0"}},"jsonrpc":"2.0"}
2026-05-01 08:00:00,983 SERVER - Error: WEATHER_API_KEY environment variable is required
    at Object.<anonymous> (/srv/weather.js:3:9)
2026-05-01 08:00:01,216 INFO - Server stopped
2026-05-01 08:05:00,092 INFO - Server started
2026-05-01 08:05:00,983 SERVER - {"jsonrpc":"2.0","id":0,"result":{"protocolVersion":"2025-06-18","capabilities":{},"serverInfo":{"name":"w","version":"1"}}}`,
    [
      [null, 'missing-env', 3],
      [null, null, null],
    ],
  ],
  [
    'opencode',
    `┌  MCP Servers
│
●  ✗ maps failed
│      Operation timed out after 30000ms
│      proto run maps -- mcp
│
●  ✗ notes failed
│      Executable not found in $PATH: "uvx"
│      uvx notes
│
●  ✓ weather connected
│      node weather.js
│
└  3 server(s)`,
    [
      ['maps', 'server-hangs', 4],
      ['notes', 'runner-not-on-path', 8],
      ['weather', null, null],
    ],
  ],
  [
    'amazon-q',
    `✗ notes has failed to load after 0.03 s
 - Mcp error: -32002: No such file or directory (os error 2)
 - run with Q_LOG_LEVEL=trace and see /run/user/1000/qlog/qchat.log for detail
✓ weather loaded in 0.50 s
✗ maps has failed to load after 1.03 s
 - MCP error: -32002: connection closed: initialize response`,
    [
      ['notes', 'runner-not-on-path', 2],
      ['weather', null, null],
      ['maps', 'no-handshake', null],
    ],
  ],
];

describe('a log of another client', () => {
  for (const [client, log, expected] of others)
    it(`${client}: ${expected.map(([server]) => server ?? 'one server').join(', ')}`, () => {
      assert.deepEqual(told(log), expected);
      assert.deepEqual(new Set(explain(log).starts.map((start) => start.client)), new Set([client]));
    });
});

describe('lines that somebody has told as one', () => {
  for (const [name, log, rule] of [
    [
      'npm’s',
      "failed to initialize server: <truncated> error code EACCES npm error syscall open npm error errno -13 npm error EACCES: permission denied, open '/Users/u/.npm/_cacache/tmp/9ea4': server terminated.",
      'cache-dir-permission',
    ],
    [
      'a trace of Python',
      'MCP error: Traceback (most recent call last): File "/srv/a.py", line 3, in <module> import acme ModuleNotFoundError: No module named \'acme\'',
      'deps-not-installed',
    ],
    [
      'a trace of Node.js, with its breaks as they are escaped',
      String.raw`connection failed {"stack":"Error: spawn uvx ENOENT\n    at ChildProcess.onexit (node:internal/child_process:285:19)\n"}`,
      'runner-not-on-path',
    ],
    [
      'a trace of Python, with its breaks as they are escaped',
      String.raw`server failed {"stderr":"Traceback (most recent call last):\n  File \"/srv/a.py\", line 3, in <module>\nModuleNotFoundError: No module named 'acme'\n"}`,
      'deps-not-installed',
    ],
    [
      'a sentence of the server before that of the client',
      'error: Failed to spawn: `acme_server` Caused by: program not found MCP error -32000: Connection closed',
      'uvx-entrypoint-mismatch',
    ],
  ] as const)
    it(name, () => assert.equal(first(log), rule));

  it('a folder of Windows whose name begins with n is no break', () => {
    const path = String.raw`C:\Users\u\npm\index.js`;
    const [start = assert.fail()] = startsIn(`Error: Cannot find module '${path}'`, hideShapes);
    const missing = readStart(start).find((fact) => fact.kind === 'module-missing');
    assert.equal(missing?.specifier, path);
  });
});

describe('the margin of a text', () => {
  it('is told of any number of lines', () => assert.equal(marginOf(Array.from({ length: 300_000 }, () => 'a')), null));
});
