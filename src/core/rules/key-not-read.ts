import { renameKey } from '../fixes/rename-key';
import { hideShapes } from '../secrets/mask';
import { clientNameOf } from '../deduce/client-name';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'key-not-read',
  label: 'config-wrong-schema',
  cause: 'config-wrong-schema',
  stage: 'entry',
  reads: ['key-not-read', 'setting-missing', 'env-dropped'],
  saidBySchema: true,
  precludesStart: true,
  over: ['nothing-to-run'],
  messages: {
    misspelt: 'No client reads `{key}`. It is `{meant}`, and what stands there does not count until then.',
    needed:
      'No client looks for `{key}` here, and without it this entry has nothing to start or to call. It is `{meant}`.',
    foreign: '{client} does not read `{key}`: what stands there does not reach the server. It is `{meant}` here.',
  },
  match: (subject, say) => {
    const { facts, entry, file } = subject;
    // What that does to the variables in it is said where the server misses them.
    const isMissed = facts.first('setting-missing') !== undefined || facts.first('env-dropped') !== undefined;
    const unread = facts.all('key-not-read').filter(({ meant }) => !isMissed || meant !== entry?.keys.env);
    return unread.map(({ key, meant, isMisspelt, isNeeded }) => {
      const name = hideShapes(key.name);
      const more = {
        severity: isNeeded ? 'error' : 'warning',
        span: key.nameSpan,
        evidence: [{ kind: 'entry', line: null, text: name }],
        fixes: file && entry ? renameKey(file, entry, { key, meant }) : [],
      } as const;
      if (isNeeded) return say('needed', { key: name, meant }, more);
      return isMisspelt
        ? say('misspelt', { key: name, meant }, more)
        : say('foreign', { key: name, meant, client: clientNameOf(subject) }, more);
    });
  },
});

export const page: Page = {
  title: 'A key that this client does not read',
  what: 'The entry has a key that its client knows under another name, or one with a slip of the pen. Clients pass over what they do not know.',
  why: '`env` is `environment` in opencode and `envs` in Goose, `cwd` is `working_directory` in Warp: the entry was written for another client.',
  remedy: 'Rename the key.',
  exceptions: 'Keys that mean nothing to any client (`description`, `tools`) are left alone: they harm nobody.',
};

const entry = (fields: unknown, path = '/w/.cursor/mcp.json') => ({
  path,
  config: JSON.stringify({ mcpServers: { a: fields } }),
});

export const examples: Examples = () => [
  {
    name: 'what is missed is said where it is missed',
    fires: false,
    given: {
      path: '/w/.codex/config.toml',
      config: '[mcp_servers.a]\ncommand = "npx"\nargs = ["x"]\nenvironment = { ACME_KEY = "b" }\n',
      stderr: 'Error: ACME_KEY is not set',
    },
  },
  {
    name: 'two letters in each other’s place',
    fires: true,
    given: entry({ command: 'npx', args: ['x'], evn: { A: 'b' } }),
    params: { meant: 'env' },
  },
  { name: 'one letter short', fires: true, given: entry({ command: 'npx', arg: ['x'] }), params: { meant: 'args' } },
  {
    name: 'opencode’s name',
    fires: true,
    given: entry({ command: 'npx', args: ['x'], environment: { A: 'b' } }),
    params: { meant: 'env' },
  },
  {
    name: 'Codex, in TOML',
    fires: true,
    given: {
      path: '/w/.codex/config.toml',
      config: '[mcp_servers.a]\ncommand = "npx"\nargs = ["x"]\nenvironment = { A = "b" }\n',
    },
  },
  {
    name: 'an address under another name',
    fires: true,
    given: entry({ link: 'https://x.test/mcp' }),
    params: { meant: 'url' },
  },
  {
    name: 'the command, with a slip',
    fires: true,
    given: entry({ comand: 'npx', args: ['x'] }),
    params: { meant: 'command' },
  },
  { name: 'its own', fires: false, given: entry({ command: 'npx', args: ['x'], env: { A: 'b' } }) },
  {
    name: 'what nobody knows',
    fires: false,
    given: entry({ command: 'npx', args: ['x'], description: 'mine', tools: [] }),
  },
  { name: 'both names', fires: false, given: entry({ command: 'npx', args: ['x'], env: {}, environment: {} }) },
];
