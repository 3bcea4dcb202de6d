import assert from 'node:assert/strict';
import { check } from '../../src/core/check';
import { readersOf, workspaceFiles, workspaceFolderOf } from '../../src/core/clients';
import { parseConfig } from '../../src/core/config/parse';
import { editorOf } from '../../src/core/edit';
import { applyEdits } from '../../src/core/fixes/fix';

const TOML = '/home/u/.codex/config.toml';
const YAML = '/w/.continue/mcpServers/a.yaml';
const GOOSE = '/home/u/.config/goose/config.yaml';

/** The servers of a text, as plain values. */
function serversOf(path: string, text: string) {
  return parseConfig(path, text).maps.flatMap(({ servers }) =>
    servers.map(({ name, command, args, env, url, cwd }) => ({
      name,
      command: command?.safe,
      args: args.map(({ safe }) => safe),
      env: Object.fromEntries(env.map(({ name: key, value }) => [key, value?.safe])),
      ...(url && { url: url.safe }),
      ...(cwd && { cwd: cwd.safe }),
    })),
  );
}

const a = { name: 'a', command: 'npx', args: ['-y', 'x'], env: { K: 'v' } };

describe('TOML and YAML', () => {
  const rows: Readonly<Record<string, { path: string; text: string; servers: readonly unknown[] }>> = {
    'a table with a table of its own': {
      path: TOML,
      text: 'model = "x"\n[mcp_servers.a]\ncommand = "npx"\nargs = ["-y", \'x\']\n[mcp_servers.a.env]\nK = "v"\n',
      servers: [a],
    },
    'the outer table comes later': {
      path: TOML,
      text: '[mcp_servers.a.env]\nK = "v"\n[mcp_servers.a]\ncommand = "npx"\nargs = ["-y", "x"]\n',
      servers: [a],
    },
    'tables in braces, and names with dots': {
      path: TOML,
      text: 'mcp_servers.a = { command = "npx", args = ["-y", "x"], env.K = "v" }\n[mcp_servers."b.c"]\nurl = "https://x.test"\n',
      servers: [a, { name: 'b.c', command: undefined, args: [], env: {}, url: 'https://x.test' }],
    },
    'lists of tables, dates and numbers elsewhere': {
      path: TOML,
      text: '[[profiles]]\nat = 1979-05-27T07:32:00Z\n[[profiles]]\nn = 0x1F\n[profiles.deep]\nx = 1\n[mcp_servers.a]\ncommand = "npx"\n',
      servers: [{ name: 'a', command: 'npx', args: [], env: {} }],
    },
    'a list with names': {
      path: YAML,
      text: 'name: x\nmcpServers:\n  - name: a\n    command: npx\n    args: ["-y", x]\n    env:\n      K: v\n  - command: nobody\n',
      servers: [a],
    },
    'names of its own': {
      path: GOOSE,
      text: 'extensions:\n  a:\n    type: stdio\n    cmd: npx\n    args:\n      - -y\n      - x\n    envs: { K: v }\n',
      servers: [a],
    },
    'what another entry has, by its name': {
      path: GOOSE,
      text: 'base: &base\n  cmd: npx\n  args: [-y, x]\n  envs: { K: w }\nextensions:\n  a:\n    <<: *base\n    envs: { K: v }\n',
      servers: [a],
    },
  };
  for (const [name, { path, text, servers }] of Object.entries(rows))
    it(`are read: ${name}`, () => {
      assert.deepEqual(serversOf(path, text), servers);
      assert.deepEqual(check(path, text).findings, []);
    });

  it('have the place of every value', () => {
    for (const { path, text } of Object.values(rows))
      for (const { name, nameSpan, command } of parseConfig(path, text).maps.flatMap(({ servers }) => servers)) {
        assert.match(text.substr(nameSpan.offset, nameSpan.length), new RegExp(`^['"]?${name}['"]?$`));
        if (command) assert.match(text.substr(command.span.offset, command.span.length), /^['"]?npx['"]?$/);
      }
  });

  it('with a mistake are invalid, at its place', () => {
    for (const [path, text] of [
      [TOML, '[mcp_servers.a]\ncommand = = "x"\n'],
      [YAML, 'mcpServers:\n  - name: [a\n'],
    ] as const) {
      const [finding] = check(path, text).findings;
      assert.equal(finding?.rule, 'config-json-invalid');
      assert.ok((finding?.span.offset ?? 0) > 10);
    }
  });

  it('cannot make work without end', () => {
    const names = Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`);
    const bomb = ['a0: &a0 [x]', ...names, 'extensions: *a40', ''].join('\n');
    assert.deepEqual(serversOf(GOOSE, bomb), []);
    assert.deepEqual(serversOf(GOOSE, 'extensions: &e\n  a: *e\n'), []);
    for (const deep of ['['.repeat(100_000), '- '.repeat(100_000)])
      assert.equal(check(YAML, deep).findings[0]?.rule, 'config-json-invalid');
    for (const deep of [`a = ${'['.repeat(100_000)}`, `a = "${'x'.repeat(5_000_000)}"`])
      assert.equal(check(TOML, deep).findings[0]?.rule, 'config-json-invalid');
  });
});

describe('edits of TOML and YAML', () => {
  const edited = (path: string, text: string, values: Readonly<Record<string, string>>) => {
    const file = parseConfig(path, text);
    const [entry] = file.maps.flatMap(({ servers }) => servers);
    assert.ok(entry);
    return applyEdits(text, editorOf(file).setProperties(file, [...entry.path, entry.keys.env], values));
  };
  const rows: readonly [name: string, path: string, before: string, after: string][] = [
    [
      'a new env in a table',
      TOML,
      '[mcp_servers.a] # mine\r\ncommand = "npx" # why\r\n\r\n[other]\r\n',
      '[mcp_servers.a] # mine\r\ncommand = "npx" # why\r\nenv = { K = "v" }\r\n\r\n[other]\r\n',
    ],
    [
      'a table of env',
      TOML,
      '[mcp_servers.a]\ncommand = "npx"\n[mcp_servers.a.env]\nOLD = "1" # kept\n',
      '[mcp_servers.a]\ncommand = "npx"\n[mcp_servers.a.env]\nOLD = "1" # kept\nK = "v"\n',
    ],
    [
      'an env in braces',
      TOML,
      '[mcp_servers.a]\ncommand = "npx"\nenv = { OLD = "1" }\n',
      '[mcp_servers.a]\ncommand = "npx"\nenv = { OLD = "1", K = "v" }\n',
    ],
    [
      'an empty env in braces',
      TOML,
      '[mcp_servers.a]\ncommand = "npx"\nenv = {}\n',
      '[mcp_servers.a]\ncommand = "npx"\nenv = { K = "v" }\n',
    ],
    [
      'a value that is there',
      TOML,
      '[mcp_servers.a]\ncommand = "npx"\nenv = { K = "w" }\n',
      '[mcp_servers.a]\ncommand = "npx"\nenv = { K = "v" }\n',
    ],
    [
      'a new env in a list',
      YAML,
      'mcpServers:\n  - name: a\n    command: npx # why\nother: 1\n',
      'mcpServers:\n  - name: a\n    command: npx # why\n    env:\n      K: "v"\nother: 1\n',
    ],
    [
      'an env in lines',
      GOOSE,
      'extensions:\n  a:\n    cmd: npx\n    envs:\n      OLD: 1\n',
      'extensions:\n  a:\n    cmd: npx\n    envs:\n      OLD: 1\n      K: "v"\n',
    ],
    [
      'a value that is there',
      GOOSE,
      'extensions:\n  a:\n    cmd: npx\n    envs: { K: w }\n',
      'extensions:\n  a:\n    cmd: npx\n    envs: { K: "v" }\n',
    ],
    [
      'behind a list',
      GOOSE,
      'extensions:\n  a:\n    cmd: npx\n    args:\n      - x\nlast: 1\n',
      'extensions:\n  a:\n    cmd: npx\n    args:\n      - x\n    envs:\n      K: "v"\nlast: 1\n',
    ],
  ];
  for (const [name, path, before, after] of rows)
    it(`add a setting: ${name}`, () => {
      assert.equal(edited(path, before, { K: 'v' }), after);
      assert.deepEqual(parseConfig(path, after).problems, []);
    });

  const items: readonly [name: string, path: string, before: string, put: readonly string[], after: string][] = [
    ['an array', TOML, '[mcp_servers.a]\nargs = ["x", "z"]\n', ['w', 'x'], '[mcp_servers.a]\nargs = ["w", "x", "z"]\n'],
    ['out of an array', TOML, '[mcp_servers.a]\nargs = ["x", "z"]\n', [], '[mcp_servers.a]\nargs = ["z"]\n'],
    [
      'lines',
      YAML,
      'mcpServers:\n  - name: a\n    args:\n      - x\n      - z\n',
      ['w', 'x'],
      'mcpServers:\n  - name: a\n    args:\n      - "w"\n      - "x"\n      - z\n',
    ],
    [
      'lines that end as Windows ends them',
      YAML,
      'mcpServers:\r\n  - name: a\r\n    args:\r\n      - x\r\n',
      ['w', 'x'],
      'mcpServers:\r\n  - name: a\r\n    args:\r\n      - "w"\r\n      - "x"\r\n',
    ],
    [
      'out of lines',
      YAML,
      'mcpServers:\n  - name: a\n    args:\n      - x\n      - z\n',
      [],
      'mcpServers:\n  - name: a\n    args:\n      - z\n',
    ],
    [
      'brackets',
      YAML,
      'mcpServers:\n  - name: a\n    args: [x, z]\n',
      ['w', 'x'],
      'mcpServers:\n  - name: a\n    args: ["w", "x", z]\n',
    ],
  ];
  for (const [name, path, before, put, after] of items)
    it(`change a list: ${name}`, () => {
      const file = parseConfig(path, before);
      const item = file.maps[0]?.servers[0]?.args[0];
      assert.ok(item);
      assert.equal(applyEdits(before, editorOf(file).replaceItem(file, item, put)), after);
    });

  it('rename a key of the root, in every header', () => {
    const text = '[mcpServers.a]\ncommand = "x"\n[mcpServers.a.env]\nK = "v"\n';
    const [finding] = check(TOML, text).findings;
    const cured = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    assert.equal(cured, text.replaceAll('mcpServers', 'mcp_servers'));
  });
});

describe('which file is whose', () => {
  const rows: readonly [path: string, scope: string | undefined, folder: string | null][] = [
    ['/w/.vscode/mcp.json', 'workspace', '/w'],
    ['/home/u/p/.cursor/mcp.json', 'workspace', '/home/u/p'],
    ['/home/u/.cursor/mcp.json', 'user', null],
    ['C:\\Users\\u\\.cursor\\mcp.json', 'user', null],
    ['/home/u/.config/Claude/claude_desktop_config.json', 'user', null],
    ['/Users/u/Library/Application Support/Code/User/mcp.json', 'user', null],
    ['/home/u/.copilot/mcp-config.json', 'user', null],
    ['/x/User/globalStorage/rooveterinaryinc.roo-cline/settings/mcp_settings.json', 'user', null],
    ['/w/.roo/mcp.json', 'workspace', '/w'],
    ['/w/.kiro/settings/mcp.json', 'workspace', '/w'],
    ['/w/mcp.json', undefined, '/w'],
  ];
  for (const [path, scope, folder] of rows)
    it(`${path} is of ${folder ?? 'the user'}`, () => {
      assert.equal(readersOf(path)[0]?.location.scope, scope);
      assert.equal(workspaceFolderOf(path), folder);
    });

  it('the files of a workspace are read by those that keep them there', () => {
    for (const file of workspaceFiles)
      if (file !== 'mcp.json') assert.ok(readersOf(`/w/${file.replace('*', 'x')}`).length > 0, file);
  });
});
