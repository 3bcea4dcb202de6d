import assert from 'node:assert/strict';
import { parse } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { readersOf } from '../../src/core/clients';
import { check } from '../../src/core/check';
import { parseConfig } from '../../src/core/config/parse';
import { addEnv } from '../../src/core/fixes/add-env';
import { applyEdits } from '../../src/core/fixes/fix';
import { useAbsolutePath } from '../../src/core/fixes/use-absolute-path';
import { planLaunch } from '../../src/core/launch/plan-launch';
import { hideShapes as mask } from '../../src/core/secrets/mask';
import { findingsFor } from './given';

const world = {
  platform: 'linux',
  base: { PATH: '/usr/bin' },
  baseIsExactFor: null,
  home: '/h',
  workspaceFolder: '/w',
  processCwd: '/w',
  answers: {},
  envFile: () => ({ kind: 'unread' as const }),
} as const;

function cure(text: string, fix: 'keys' | 'path', path = '/w/.vscode/mcp.json'): string {
  const file = parseConfig(path, text);
  const entry = file.maps[0]?.servers[0];
  const [reader] = readersOf(path);
  assert.ok(entry && reader);
  const place = {
    path: mask('/n/bin/npx'),
    tool: null,
    interpreter: { onPath: false, folder: mask('/n/bin') },
  };
  const subject = { file, entry, plan: planLaunch(entry, reader, world) };
  const cured =
    fix === 'keys'
      ? addEnv(file, entry, reader.location.variables, [mask('A_KEY'), mask('B_URL')])[0]
      : useAbsolutePath(subject, place, true);
  assert.ok(cured);
  return applyEdits(text, cured.edits);
}

describe('fixes are small edits', () => {
  it('keys go into a new env and new inputs, in the indentation of the file', () => {
    const text = '{\n\t"servers": {\n\t\t"s": {\n\t\t\t"command": "x" // why\n\t\t}\n\t}\n}\n';
    const cured = cure(text, 'keys');
    assert.match(cured, /\t\t\t"command": "x", \/\/ why\n/);
    assert.match(
      cured,
      /\t\t\t"env": \{\n\t\t\t\t"A_KEY": "\$\{input:a-key\}",\n\t\t\t\t"B_URL": "\$\{input:b-url\}"\n\t\t\t\}/,
    );
    assert.match(cured, /"inputs": \[/);
  });

  it('what stands in env and inputs already stays', () => {
    const text =
      '{ "servers": { "s": { "command": "x", "env": { "OLD": "1" /* kept */ } } }, "inputs": [{ "type": "promptString", "id": "a-key", "description": "d" }] }';
    const { servers, inputs } = parse(cure(text, 'keys'));
    assert.deepEqual(servers.s.env, { OLD: '1', A_KEY: '${input:a-key}', B_URL: '${input:b-url}' });
    assert.deepEqual(
      inputs.map(({ id }: { id: string }) => id),
      ['a-key', 'b-url'],
    );
    assert.match(cure(text, 'keys'), /\/\* kept \*\//);
  });

  it('a secret is asked for unseen, an address is not', () => {
    const { inputs } = parse(cure('{ "servers": { "s": { "command": "x" } } }', 'keys'));
    assert.deepEqual(
      inputs.map(({ password }: { password?: boolean }) => password),
      [true, undefined],
    );
  });

  it('a trailing comma and the comment behind it stay where they are', () => {
    const text = '{\n  "servers": {\n    "s": {\n      "command": "x", // why\n    },\n  },\n}';
    const cured = cure(text, 'keys', '/h/.config/Code/User/mcp.json');
    assert.ok(cured.includes('"command": "x", // why\n      "env": {\n'), cured);
    assert.ok(cured.includes('"B_URL": "${input:b-url}"\n      },\n    },\n  },\n  "inputs": [\n'), cured);
    assert.ok(cured.endsWith('\n  ],\n}'), cured);
  });

  it('each client gets the syntax that it knows', () => {
    const text = '{ "mcpServers": { "s": { "command": "x" } } }';
    const env = (path: string) => parse(cure(text, 'keys', path)).mcpServers.s.env.A_KEY;
    assert.equal(env('/w/.cursor/mcp.json'), '${env:A_KEY}');
    assert.equal(env('/h/claude_desktop_config.json'), 'YOUR_A_KEY');
  });

  it('a path is appended where the client appends, and complete where it replaces', () => {
    assert.deepEqual(parse(cure('{ "servers": { "s": { "command": "npx" } } }', 'path')).servers.s, {
      command: '/n/bin/npx',
      env: { PATH: '/n/bin' },
    });
    const desktop = cure(
      '{ "mcpServers": { "s": { "command": "npx", "args": ["x"] } } }',
      'path',
      '/h/claude_desktop_config.json',
    );
    assert.deepEqual(parse(desktop).mcpServers.s, {
      command: '/n/bin/npx',
      args: ['x'],
      env: { PATH: '/n/bin:/usr/bin' },
    });
  });

  const layouts = {
    'one line': '{ "servers": { "s": { "command": "npx" } } }',
    'trailing commas': '{ "servers": { "s": { "command": "npx", }, }, }',
    CRLF: '{\r\n  "servers": {\r\n    "s": {\r\n      "command": "npx"\r\n    }\r\n  }\r\n}\r\n',
    'a comment at the end': '{\n  "servers": {\n    "s": {\n      "command": "npx" // c\n    }\n  }\n}',
    'an empty env': '{ "servers": { "s": { "env": {}, "command": "npx" } } }',
    'a comment in env': '{ "servers": { "s": { "command": "npx", "env": { /* none */ } } } }',
    'null in place of env': '{ "servers": { "s": { "command": "npx", "env": null } }, "inputs": null }',
    'a name that stands twice':
      '{ "servers": { "s": { "command": "a", "env": {} }, "s": { "command": "npx", "env": {}, "env": {} } } }',
    'a comment of many lines': '/*\n * x\n */\n{\n    "servers": { "s": { "command": "npx" } }\n}',
    'a BOM': '\uFEFF{ "servers": { "s": { "command": "npx" } } }',
  };
  for (const [name, text] of Object.entries(layouts)) {
    it(`leave a file that parses: ${name}`, () => {
      for (const fix of ['keys', 'path'] as const) {
        const errors: ParseError[] = [];
        const cured = cure(text, fix);
        parse(cured.replace(/^\uFEFF/, ''), errors, { allowTrailingComma: true });
        assert.deepEqual(errors, [], cured);
        assert.equal(cured.includes('\r\n'), text.includes('\r\n'));
        const { env } = parse(cured.replace(/^\uFEFF/, '')).servers.s;
        assert.ok(Object.keys(env).length > 0, cured);
      }
    });
  }

  it('are not offered in a file that cannot be read', () => {
    const file = parseConfig('/w/.vscode/mcp.json', '{ "servers": { "s": { "command": "node"');
    const entry = file.maps[0]?.servers[0];
    assert.ok(entry);
    assert.deepEqual(addEnv(file, entry, 'vscode', [mask('A_KEY')])[0]?.edits, []);
  });

  const twoKeys = {
    'in many lines, with comments and a trailing comma': [
      '{\n  "mcpServers": {\n    // mine\n    "a": { "command": "x" }, // why\n    "b": { "command": "y" },\n  },\n  "servers": {\n    "c": { "command": "z" }\n  }\n}',
      '{\n  "mcpServers": {},\n  "servers": {\n    "c": { "command": "z" },\n    // mine\n    "a": { "command": "x" }, // why\n    "b": { "command": "y" }\n  }\n}',
    ],
    'on one line': [
      '{ "servers": { "c": { "command": "z" } }, "mcpServers": { "a": { "command": "x" } } }',
      '{ "servers": { "c": { "command": "z" }, "a": { "command": "x" } }, "mcpServers": {} }',
    ],
    'of one name, in many lines, with comments': [
      '{\n  "servers": {\n    // mine\n    "a": { "command": "x" } // why\n  }, // first\n  "servers": {\n    "c": { "command": "z" }\n  }\n}',
      '{\n   // first\n  "servers": {\n    "c": { "command": "z" },\n    // mine\n    "a": { "command": "x" } // why\n  }\n}',
    ],
    'of one name, on one line': [
      '{ "servers": { "a": { "command": "x" } }, "servers": { "c": { "command": "z" } } }',
      '{ "servers": { "c": { "command": "z" }, "a": { "command": "x" } } }',
    ],
    'into an empty map': [
      '{\n  "mcpServers": {\n    "a": { "command": "x" }\n  },\n  "servers": {}\n}',
      '{\n  "mcpServers": {},\n  "servers": {\n    "a": { "command": "x" }\n  }\n}',
    ],
  } as const;
  for (const [name, [text, moved]] of Object.entries(twoKeys)) {
    it(`leave nothing to fix: two root keys, ${name}`, () => {
      const [finding] = check('/w/.vscode/mcp.json', text).findings;
      const cured = applyEdits(text, finding?.fixes[0]?.edits ?? []);
      assert.equal(cured, moved);
      assert.deepEqual(check('/w/.vscode/mcp.json', cured).findings, []);
    });
  }

  it('are not offered where two servers of one name would meet', () => {
    const text =
      '{ "servers": { "a": { "command": "z" } }, "mcpServers": { "a": { "command": "x" }, "b": { "command": "y" } } }';
    assert.deepEqual(check('/w/.vscode/mcp.json', text).findings[0]?.fixes, []);
    const twice = text.replace('mcpServers', 'servers');
    assert.equal(check('/w/.vscode/mcp.json', twice).findings[0]?.rule, 'map-twice');
    assert.deepEqual(check('/w/.vscode/mcp.json', twice).findings[0]?.fixes, []);
  });

  const pathRows: readonly [path: string, expected: RegExp][] = [
    ['/w/.vscode/mcp.json', /"PATH": "\/n\/bin"/],
    ['/w/.cursor/mcp.json', /"PATH": "\/n\/bin:\$\{env:PATH\}"/],
    ['/w/.github/mcp.json', /"PATH": "\/n\/bin:\$\{PATH\}"/],
    ['/h/.config/Claude/claude_desktop_config.json', /"PATH": "\/n\/bin:\/usr\/bin"/],
  ];
  for (const [path, expected] of pathRows)
    it(`no whole PATH of this machine in a shared file: ${path}`, () => {
      const root = path.includes('.vscode') ? 'servers' : 'mcpServers';
      const cured = cure(`{ "${root}": { "s": { "command": "npx" } } }`, 'path', path);
      assert.match(cured, expected);
    });
  it('no cure by a full path where its interpreter cannot be put on PATH', () => {
    assert.throws(() => cure('[mcp_servers.s]\ncommand = "npx"\n', 'path', '/w/.codex/config.toml'));
    assert.throws(() => cure('mcpServers:\n  - name: s\n    command: npx\n', 'path', '/w/.continue/mcpServers/a.yaml'));
  });

  it('leave nothing to fix: the root key', () => {
    const text = '{\n  "mcpServers": { // mine\n    "s": { "command": "x" } } }';
    const [finding] = check('/w/.vscode/mcp.json', text).findings;
    const cured = applyEdits(text, finding?.fixes[0]?.edits ?? []);
    assert.equal(cured, text.replace('mcpServers', 'servers'));
    assert.deepEqual(check('/w/.vscode/mcp.json', cured).findings, []);
  });

  it('an earlier SDK goes in front of the package, once', () => {
    const stderr = "ModuleNotFoundError: No module named 'mcp.server.fastmcp'";
    const cured = (args: readonly string[]) => {
      const config = JSON.stringify({ servers: { s: { command: 'uvx', args } } });
      const [finding] = findingsFor({ config, stderr, exit: { code: 1, signal: null } });
      const [fix] = finding?.fixes ?? [];
      return fix && parse(applyEdits(config, fix.edits)).servers.s.args;
    };
    assert.deepEqual(cured(['--from', 'acme', 'acme-mcp']), ['--with', 'mcp<2', '--from', 'acme', 'acme-mcp']);
    assert.equal(cured(['--with', 'mcp<2', 'acme-mcp']), undefined);
  });

  it('a container calls the machine, wherever the address stands, and Docker on Linux is told that name', () => {
    const env = { DB: 'postgres://u@localhost:5432/x', SITE: 'https://localhost.example/' };
    const args = ['run', '-i', '--rm', '-e', 'DB', '-e', 'SITE', '-e', 'API=http://127.0.0.1:80/', 'acme/mcp'];
    const config = JSON.stringify({ servers: { s: { command: 'docker', args, env } } });
    const cured = (platform: 'linux' | 'darwin') => {
      const stderr = 'Error: connect ECONNREFUSED 127.0.0.1:5432';
      const [finding] = findingsFor({ config, stderr, exit: { code: 1, signal: null }, platform });
      return parse(applyEdits(config, finding?.fixes[0]?.edits ?? [])).servers.s;
    };
    const called = 'API=http://host.docker.internal:80/';
    assert.deepEqual(cured('darwin').args, args.with(8, called));
    assert.deepEqual(
      cured('linux').args,
      args.with(8, called).toSpliced(1, 0, '--add-host=host.docker.internal:host-gateway'),
    );
    assert.deepEqual(cured('linux').env, { ...env, DB: 'postgres://u@host.docker.internal:5432/x' });
  });
});
