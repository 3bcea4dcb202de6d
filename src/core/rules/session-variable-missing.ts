import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'session-variable-missing',
  label: 'env-not-passed',
  cause: 'env-not-passed',
  stage: 'settings',
  reads: ['session-variable-missing', 'argument-refused', 'ready', 'entry'],
  over: ['missing-env', 'wrong-cwd', 'server-startup-crash', 'missing-credential-file'],
  messages: {
    named:
      'The server needs {name}, which a session of yours has, and does not get it: some clients hand on little of their environment. Write it into `env`, with its value.',
    default:
      'The server does not find a folder that it knows by a variable of the session (`HOME`, `APPDATA`, `SystemRoot`): some clients hand on little of their environment. Write it into `env`, with its value.',
    plugin:
      '`{what}` is a plugin of Docker, which looks for those in folders that it knows by variables of the session (`HOME`, `USERPROFILE`, `ProgramFiles`). If it is there in a terminal, this client hands on too little of its environment: write them into `env`.',
    screen:
      'The server wants to show a window, and finds no screen: {name} is not set where it is started. Write it into `env`, or run the server without a window.',
  },
  match: ({ facts, entry }, say) => {
    if (facts.first('ready')) return [];
    const plugin = facts.first('argument-refused');
    if (plugin && PLUGINS.has(plugin.what) && /^docker\b/.test(plugin.evidence.text))
      return [say('plugin', { what: plugin.what }, { confidence: 'possible', evidence: [plugin.evidence] })];
    const missing = facts.first('session-variable-missing');
    if (!missing) return [];
    const { name, evidence } = missing;
    // What the entry sets is not missing for that reason.
    if (name !== null && entry?.env.some((setting) => setting.name === name)) return [];
    const more = { confidence: 'likely', evidence: [evidence] } as const;
    if (name === null) return [say('default', {}, more)];
    return [say(name.endsWith('DISPLAY') ? 'screen' : 'named', { name }, more)];
  },
});

/** Subcommands of Docker that are programs of their own. */
const PLUGINS: ReadonlySet<string> = new Set(['mcp', 'compose', 'buildx', 'model', 'ai', 'scout', 'sandbox']);

export const page: Page = {
  title: 'A variable of the session does not reach the server',
  what: 'Programs find the folder of the person, that of the system or the screen by variables that every session sets. The server was started without one of them.',
  why: 'Some clients give their servers a short list of variables and nothing else, and programs that are started as services have few themselves. What then fails mostly says nothing of a variable: a path begins with `undefined`, or a socket cannot be made.',
  remedy:
    'Write the variable with its value into `env` of the entry: `echo $HOME` in a terminal shows it, on Windows `echo %APPDATA%`.',
  exceptions: 'A variable that the server itself asks for, as a key or an address, is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a plugin of Docker',
    fires: true,
    behind: 'wrong-subcommand-or-flag',
    given: { ...died, stderr: 'docker: unknown command: docker mcp' },
    params: { what: 'mcp' },
  },
  { name: 'Go', fires: true, given: { ...died, stderr: 'panic: $HOME is not defined' }, params: { name: 'HOME' } },
  {
    name: 'Go, on Windows',
    fires: true,
    given: { ...died, stderr: 'error: %AppData% is not defined' },
    params: { name: 'AppData' },
  },
  { name: 'Python', fires: true, given: { ...died, stderr: 'RuntimeError: Could not determine home directory.' } },
  {
    name: 'a path that begins with nothing',
    fires: true,
    given: { ...died, stderr: "Error: ENOENT: no such file or directory, mkdir 'undefined\\acme\\logs'" },
  },
  {
    name: 'the sockets of Windows',
    fires: true,
    given: { ...died, stderr: 'OSError: [WinError 10106] The requested service provider could not be loaded' },
  },
  {
    name: 'a screen',
    fires: true,
    given: { ...died, stderr: 'Error: Missing X server or $DISPLAY' },
    params: { name: 'DISPLAY' },
  },
  { name: 'a setting of its own', fires: false, given: { ...died, stderr: 'ACME_HOME is not set' } },
  { name: 'an operand', fires: false, given: { ...died, stderr: 'TypeError: undefined is not a function' } },
  {
    name: 'the entry sets it',
    fires: false,
    given: {
      ...died,
      config: JSON.stringify({ servers: { a: { command: 'acme', env: { HOME: '/srv' } } } }),
      stderr: 'panic: $HOME is not defined',
    },
  },
];
