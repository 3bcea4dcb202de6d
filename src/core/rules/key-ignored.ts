import { hideShapes } from '../secrets/mask';
import { clientNameOf } from '../deduce/client-name';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'key-ignored',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['key-ignored', 'key-in-env', 'ready'],
  messages: {
    envFile:
      '{client} does not read `{key}` in this file: none of the variables in it reaches the server. Set them in `env`.',
    cwd: '{client} does not read `{key}` in this file: the server is started in another folder. Write full paths.',
    env: '`{key}` stands inside `{env}`: there it is a variable of that name, and the client does not see it. Put it one level up.',
  },
  match: (subject, say) => {
    const { facts } = subject;
    const isReady = facts.first('ready') !== undefined;
    return [
      ...facts.all('key-ignored').map(({ key, isFolder }) => {
        const name = hideShapes(key.name);
        return say(
          isFolder ? 'cwd' : 'envFile',
          { client: clientNameOf(subject), key: name },
          {
            severity: isFolder || isReady ? 'information' : 'warning',
            confidence: 'likely',
            span: key.nameSpan,
            evidence: [{ kind: 'entry', line: null, text: name }],
          },
        );
      }),
      ...facts.all('key-in-env').map(({ key, env }) => {
        const name = hideShapes(key.name);
        return say(
          'env',
          { key: name, env },
          {
            severity: 'warning',
            confidence: 'likely',
            span: key.nameSpan,
            evidence: [{ kind: 'entry', line: null, text: name }],
          },
        );
      }),
    ];
  },
});

export const page: Page = {
  title: 'A key that this client passes over',
  what: 'The entry has `envFile` or `cwd`, and its client reads neither in this file. Or a key of the entry stands inside `env`.',
  why: 'VS Code reads both in its own file and not in `.mcp.json`; Claude Code and Claude Desktop read neither. In TOML a line belongs to the table whose header stands above it.',
  remedy: 'Set the variables in `env`, and write full paths in `args`. Put keys of the entry above its `env` table.',
  exceptions: 'Where nobody knows whether a client reads a key, nothing is said.',
};

const entry = (fields: unknown, path: string, root = 'mcpServers') => ({
  path,
  config: JSON.stringify({ [root]: { a: fields } }),
});

export const examples: Examples = () => [
  {
    name: 'an envFile',
    fires: true,
    given: entry({ command: 'x', envFile: '.env' }, '/w/.mcp.json'),
    params: { key: 'envFile' },
  },
  { name: 'a folder', fires: true, given: entry({ command: 'x', cwd: '/w' }, '/h/claude_desktop_config.json') },
  {
    name: 'below the wrong header',
    fires: true,
    given: {
      path: '/w/.codex/config.toml',
      config: '[mcp_servers.a]\ncommand = "x"\n\n[mcp_servers.a.env]\nA = "b"\ncwd = "/w"\n',
    },
    params: { key: 'cwd', env: 'env' },
  },
  {
    name: 'VS Code’s own file',
    fires: false,
    given: entry({ command: 'x', envFile: '.env', cwd: '/w' }, '/w/.vscode/mcp.json', 'servers'),
  },
];
