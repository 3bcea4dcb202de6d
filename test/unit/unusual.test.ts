import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { findingsOf } from '../../src/core/report';

const VSCODE = '/w/.vscode/mcp.json';
const file = (fields: unknown, root = 'servers'): string => JSON.stringify({ [root]: { a: fields } });

/** What looks wrong at first sight, and is right. */
const unusual: Readonly<Record<string, readonly [path: string, text: string]>> = {
  'comments and trailing commas where they are read': [
    VSCODE,
    '{ // mine\n "servers": { "a": { "command": "x", }, }, }',
  ],
  'npx without -y': [VSCODE, file({ command: 'npx', args: ['@acme/server'] })],
  'cmd /c npx in a file that others open on Windows': [
    VSCODE,
    file({ command: 'cmd', args: ['/c', 'npx', '-y', '@acme/server'] }),
  ],
  'a package from GitHub': [VSCODE, file({ command: 'npx', args: ['-y', 'github:acme/server#main'] })],
  'the folder of a container': [VSCODE, file({ command: 'node', args: ['/workspaces/acme/dist/a.js'] })],
  'http in front of an address of the older transport': [VSCODE, file({ type: 'http', url: 'https://x.acme.io/sse' })],
  'an explicit stdio': [VSCODE, file({ type: 'stdio', command: 'x' })],
  'an address without a type, in VS Code': [VSCODE, file({ url: 'https://x.acme.io/mcp' })],
  'no servers yet': [VSCODE, '{ "servers": {} }'],
  'headers that are empty': [VSCODE, file({ url: 'https://x.acme.io/mcp', headers: {} })],
  'what the gallery adds': [VSCODE, file({ command: 'x', gallery: 'https://x.test', version: '0.0.1-seed' })],
  'names with a slash and dots': [VSCODE, '{ "servers": { "io.github.acme/a.b": { "command": "x" } } }'],
  'a login that everybody has on this machine': [
    VSCODE,
    file({ command: 'x', args: ['postgresql://postgres:postgres@localhost:5432/db'] }),
  ],
  'braces that are no variable': [VSCODE, file({ command: 'x', env: { DRIVER: '{ODBC Driver 17 for SQL Server}' } })],
  'a published port, and a name handed on': [
    VSCODE,
    file({ command: 'docker', args: ['run', '-i', '--rm', '-p', '127.0.0.1:80:80', '-e', 'A_TOKEN', 'acme/mcp'] }),
  ],
  'a variable set in the words of docker': [
    VSCODE,
    JSON.stringify({
      inputs: [{ type: 'promptString', id: 'k', description: 'k' }],
      servers: { a: { command: 'docker', args: ['run', '-i', '-e', 'A_KEY=${input:k}', 'acme/mcp'] } },
    }),
  ],
  'docker compose run': [
    '/w/.mcp.json',
    file({ command: 'docker', args: ['compose', 'run', '--rm', 'acme'] }, 'mcpServers'),
  ],
  'a program in a package of programs': [VSCODE, file({ command: 'uvx', args: ['--from', 'acme', 'acme'] })],
  'a version before a release': [VSCODE, file({ command: 'uvx', args: ['acme@0.0.1a4'] })],
  'uv with what mcp install writes': [
    VSCODE,
    file({ command: 'uv', args: ['run', '--with', 'mcp', 'mcp', 'run', 'a.py'] }),
  ],
  'pnpm dlx': [VSCODE, file({ command: 'pnpm', args: ['dlx', '@acme/server@latest'] })],
  'a relative program': [
    '/w/.continue/mcpServers/a.yaml',
    'mcpServers:\n  - name: a\n    command: venv/bin/python\n    args: [a.py]\n',
  ],
  'a type of Copilot CLI': [
    '/h/.copilot/mcp-config.json',
    file({ type: 'local', command: 'x', tools: ['*'] }, 'mcpServers'),
  ],
  'an address of Gemini CLI': ['/w/.gemini/settings.json', file({ httpUrl: 'https://x.acme.io/mcp' }, 'mcpServers')],
  'a list of opencode': [
    '/w/opencode.json',
    file({ type: 'local', command: ['bunx', 'acme'], environment: { A: '{env:A}' } }, 'mcp'),
  ],
  'a default behind a variable': [
    '/w/.mcp.json',
    file({ command: '${CLAUDE_PROJECT_DIR:-.}/a', env: { A: '${A:-b}' } }, 'mcpServers'),
  ],
  'a helper for headers': [
    '/w/.mcp.json',
    file({ type: 'http', url: 'https://x.acme.io/mcp', headersHelper: 'node h.js' }, 'mcpServers'),
  ],
  'a table of tools': [
    '/w/.codex/config.toml',
    '[mcp_servers.a]\ncommand = "x"\n\n[mcp_servers.a.tools.b]\napproval_mode = "auto"\n',
  ],
  'keys that nobody reads': [
    '/w/.cursor/mcp.json',
    file({ command: 'x', description: 'mine', defer_loading: true, tags: [] }, 'mcpServers'),
  ],
  'a PATH for the desktop': [
    '/h/claude_desktop_config.json',
    file({ command: 'x', env: { PATH: '/opt/homebrew/bin:/usr/bin' } }, 'mcpServers'),
  ],
  'where programs are installed': [VSCODE, file({ command: 'C:\\Program Files\\Acme\\acme.exe', args: ['serve'] })],
  'a program in its bundle': [VSCODE, file({ command: '/Applications/Acme.app/Contents/MacOS/acme' })],
  'a setting of no importance that is empty': [VSCODE, file({ command: 'x', env: { PREFIX: '' } })],
  'a value that is a share': [VSCODE, file({ command: 'x', args: ['--zoom', '50%', '--mask', '%d-%s'] })],
  'a name where one is meant': [
    VSCODE,
    file({ command: 'x', env: { API_KEY_NAME: 'production', TOKEN_LIMIT: '4096', LOG_LEVEL: 'DEBUG' } }),
  ],
  'a secret of Continue’s': [
    '/w/.continue/mcpServers/a.yaml',
    'mcpServers:\n  - name: a\n    command: x\n    env:\n      A_KEY: ${{ secrets.A_KEY }}\n',
  ],
  'a variable in Continue’s JSON': [
    '/w/.continue/mcpServers/a.json',
    file({ command: 'x', env: { A: '${A}' } }, 'mcpServers'),
  ],
  'the content of a file, in Windsurf': [
    '/h/.codeium/windsurf/mcp_config.json',
    file({ command: 'x', env: { A: '${file:/h/.a}' } }, 'mcpServers'),
  ],
  'a variable where nobody knows': ['/w/.trae/mcp.json', file({ command: 'x', env: { A: '${A}' } }, 'mcpServers')],
  'another file altogether': ['/w/.zed/settings.json', '// mine\n{ "theme": "One" }'],
};

describe('what is merely unusual', () => {
  for (const [name, [path, text]] of Object.entries(unusual))
    it(`gets nothing serious: ${name}`, () => {
      const serious = findingsOf(check(path, text)).filter(
        ({ severity }) => severity === 'error' || severity === 'warning',
      );
      assert.deepEqual(
        serious.map(({ message }) => message),
        [],
      );
    });
});
