import { useRootKey } from '../fixes/root-key';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-root-key',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'file',
  reads: ['map-not-read'],
  precludesStart: true,
  messages: {
    default:
      'No client that reads this file looks for servers under `{key}`: none of the {servers} below is seen. Use `{expected}`.',
    one: 'No client that reads this file looks for servers under `{key}`: the server below is not seen. Use `{expected}`.',
    both: 'Only the servers under `{expected}` are seen. Move what stands under `{key}` there.',
  },
  match: ({ facts, file, entry }, say) =>
    entry || !file
      ? []
      : facts.all('map-not-read').map((map) => {
          const { key, expected } = map;
          const fix = useRootKey(file, map);
          const message = map.expectedIsThere ? 'both' : map.servers === 1 ? 'one' : 'default';
          return say(
            message,
            { key, expected, servers: map.servers },
            {
              span: map.span,
              evidence: [{ kind: 'entry', line: null, text: key }],
              clients: map.clients,
              fixes: fix ? [fix] : [],
            },
          );
        }),
});

export const page: Page = {
  title: 'The servers stand under a key that nobody reads',
  what: 'Each client looks for its servers under one key: `servers` in VS Code and Visual Studio, `mcpServers` in most others. This file has them under a key that none of the clients reading it looks at.',
  why: 'The entry was written for another client, or copied from a README that shows another client. Nothing is reported: the servers are simply not there.',
  remedy: 'Rename the key. Where both keys are in the file, move the entries under the one that is read.',
  exceptions:
    '`.mcp.json` is read by several clients: `servers` in it is right for Visual Studio, so it is left alone. A file that no known client reads may use either key.',
};

export const examples: Examples = () => [
  {
    name: 'mcpServers in the file of VS Code',
    fires: true,
    given: { path: '/w/.vscode/mcp.json', config: '{ "mcpServers": { "a": { "command": "node" } } }' },
    params: { key: 'mcpServers', expected: 'servers', servers: 1 },
  },
  {
    name: 'servers in the file of Cursor',
    fires: true,
    given: {
      path: '/w/.cursor/mcp.json',
      config: '{ "servers": { "a": { "command": "node" }, "b": { "url": "http://x" } } }',
    },
    params: { key: 'servers', expected: 'mcpServers', servers: 2 },
  },
  {
    name: 'both keys, one of them read',
    fires: true,
    given: {
      path: '/w/.vscode/mcp.json',
      config: '{ "mcpServers": { "a": { "command": "node" } }, "servers": { "b": { "command": "node" } } }',
    },
    params: { key: 'mcpServers', expected: 'servers' },
  },
  {
    name: 'servers in .mcp.json is Visual Studio’s',
    fires: false,
    given: { path: '/w/.mcp.json', config: '{ "servers": { "a": { "command": "node" } } }' },
  },
  {
    name: 'an empty map of another client harms nobody',
    fires: false,
    given: { path: '/w/.vscode/mcp.json', config: '{ "mcpServers": {}, "servers": { "a": { "command": "node" } } }' },
  },
  {
    name: 'the same server also stands under the right key',
    fires: false,
    given: {
      path: '/w/.vscode/mcp.json',
      config: '{ "mcpServers": { "a": { "command": "node" } }, "servers": { "a": { "command": "node" } } }',
    },
  },
  {
    name: 'one of two does',
    fires: true,
    given: {
      path: '/w/.vscode/mcp.json',
      config:
        '{ "mcpServers": { "a": { "command": "node" }, "b": { "command": "node" } }, "servers": { "a": { "command": "node" } } }',
    },
    params: { servers: 1 },
  },
  {
    name: 'a slip of the pen',
    fires: true,
    given: { path: '/h/claude_desktop_config.json', config: '{ "mcpServer": { "a": { "command": "node" } } }' },
    params: { key: 'mcpServer', expected: 'mcpServers' },
  },
  {
    name: 'other things under such a key',
    fires: false,
    given: { path: '/h/claude_desktop_config.json', config: '{ "mcpServer": { "port": 3000 } }' },
  },
  {
    name: 'a key of something else that is nearly one',
    fires: false,
    given: { path: '/h/.gemini/settings.json', config: '{ "server": { "dev": { "url": "http://localhost" } } }' },
  },
  {
    name: 'TOML with the key of JSON',
    fires: true,
    given: { path: '/h/.codex/config.toml', config: '[mcpServers.a]\ncommand = "node"' },
    params: { key: 'mcpServers', expected: 'mcp_servers' },
  },
  {
    name: 'a file of no known client',
    fires: false,
    given: { path: '/w/mcp.json', config: '{ "mcpServers": { "a": { "command": "node" } } }' },
  },
  {
    name: 'a file of an unknown client with a key of its own',
    fires: false,
    given: { path: '/w/opencode.json', config: '{ "mcp": { "a": { "command": ["node"] } } }' },
  },
];
