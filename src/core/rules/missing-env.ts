import { isBareFailure, muteEnd, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { mayDownload } from '../deduce/downloads';
import { givesValue } from '../deduce/given-variable';
import { knownServer } from '../deduce/known-server';
import { isAboutRemote } from '../deduce/remote-side';
import { unnamedSetting } from '../deduce/unnamed-setting';
import { MEANINGS } from '../entry/key-names';
import { addEnv } from '../fixes/add-env';
import { CONTAINERS } from '../launch/containers';
import { hasVariable } from '../launch/launch-plan';
import { programName } from '../launch/program-name';
import { hideShapes } from '../secrets/mask';
import { defineRule, firstWay } from './rule';
import type { Value } from '../config/config-file';
import type { Evidence, FactOf } from '../facts';
import type { Safe } from '../text';
import type { Examples, Page, Subject, Way } from './rule';

const READS = [
  'setting-missing',
  'option-missing',
  'argument-missing',
  'credentials-refused',
  'http-refused',
  'crashed',
  'silent',
  ...READ_OF_BARE_FAILURE,
] as const;

const MESSAGES = {
  default: 'The server needs {names}, and does not get it. Add it to `env`.',
  several: 'The server needs {names}, and does not get them. Add them to `env`.',
  empty: 'The server needs {names}. It stands in `env`, but comes out empty: give it a value.',
  option:
    'The server needs {what}, and does not get it. Its documentation says by which variable of `env`, or by which argument, it is given.',
  none: 'It was refused for want of credentials, and the entry sets no variable at all: {line}. If the server takes a key, its documentation says by which variable of `env`.',
  known: '`{package}` can do nothing without `{name}`, and this entry does not set it: add it to `env`.',
  maybe:
    'Many servers end at once without a key or an address of their own, and this entry sets no variable: does the server’s documentation name one?',
  either: 'The server needs one of {names}, and gets none. Add one to `env`.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'missing-env',
  label: 'missing-env',
  cause: 'missing-setting',
  stage: 'settings',
  reads: READS,
  messages: MESSAGES,
  // A server that runs may say what it would like to have; only one that ended was missing it.
  match: (subject, say) => (subject.facts.first('silent') ? [] : firstWay(WAYS, subject, say)),
});

/** What it names, and does not get. */
const named: Here = (subject, say) => {
  const { facts, file, entry, plan } = subject;
  const missing = facts
    .all('setting-missing')
    .filter((setting) => !isGiven(subject, setting.name) && !isOvertaken(setting, facts.all('crashed')));
  const [first] = missing;
  if (!first) return null;
  const names = missing.map(({ name }) => name);
  const isListed = names.every((name) => entry?.env.some((setting) => setting.name === name));
  const toAdd = first.isAlternative ? [first.name] : names;
  const message = first.isAlternative ? 'either' : isListed ? 'empty' : names.length === 1 ? 'default' : 'several';
  return say(
    message,
    { names },
    {
      // Only where it is known what the server gets, and said that this is a setting, nothing else can be meant.
      confidence: plan && missing.every(({ isCalledSetting }) => isCalledSetting) ? 'evident' : 'likely',
      span: entry?.env.find(({ name }) => names.some((needed) => needed === name))?.nameSpan ?? null,
      evidence: [...new Map(missing.map((fact) => [fact.evidence.line, fact.evidence])).values()],
      fixes: file && entry && plan ? addEnv(file, entry, plan.location.variables, toAdd) : [],
    },
  );
};

/** Nothing but an end, of a package that gets no setting. */
const suggested: Here = (subject, say) => {
  const bare = needy(subject);
  if (!bare || !(isBareFailure(subject) || muteEnd(subject)?.exit?.code === 1)) return null;
  const { command, known } = bare;
  return known ? say('known', known, suggestedBy(command)) : say('maybe', {}, suggestedBy(command));
};

const refused: Here = (subject, say) => {
  const line = refusedWithout(subject);
  return line ? say('none', { line: line.text }, { confidence: 'possible', evidence: [line] }) : null;
};

/** What it needs, in words that are no name. */
const unnamed: Here = (subject, say) => {
  const { fact, given = [] } = unnamedSetting(subject) ?? {};
  // What the entry seems to give is lost on the way, or has another name.
  return fact && given.length === 0
    ? say('option', { what: fact.what }, { confidence: 'likely', evidence: [fact.evidence] })
    : null;
};

const WAYS: readonly Here[] = [named, suggested, refused, unnamed];

/** What it died of came later, and is about something else. */
function isOvertaken(setting: FactOf<'setting-missing'>, crashes: readonly FactOf<'crashed'>[]): boolean {
  const last = crashes.at(-1)?.evidence;
  if (!last || (last.line ?? 0) <= (setting.evidence.line ?? 0)) return false;
  return !crashes.some(({ evidence }) => evidence.line === last.line && evidence.text.includes(setting.name));
}

/** It gets a value: then that is wrong, or lost on the way (as by `docker run` without `-e`); missing it is not. */
function isGiven({ entry, plan }: Pick<Subject, 'entry' | 'plan'>, name: string): boolean {
  const setting = entry?.env.find((each) => each.name === name);
  if (setting && CONTAINERS.has(programName(entry?.command?.safe ?? ''))) return true;
  if (plan?.kind === 'stdio') return hasVariable(plan, name);
  return setting !== undefined && givesValue(setting);
}

/** A package that is started without any setting: of a known one only where it needs one. */
function needy(subject: Pick<Subject, 'entry' | 'plan' | 'isCommandLine'>): Needy | null {
  const { entry } = subject;
  const command = entry?.command;
  if (!entry || !command || !mayDownload(subject) || !givesNone(subject)) return null;
  if (entry.program === 'uv') return null; // a project, mostly the person's own
  const runs = knownServer(entry);
  if (!runs) return { command, known: null };
  const { name, server } = runs;
  return server.secret ? { command, known: { package: hideShapes(name), name: hideShapes(server.secret) } } : null;
}

interface Needy {
  readonly command: Value;
  readonly known: { readonly package: Safe; readonly name: Safe } | null;
}

/** Somebody has refused a server of this machine whose entry gives it no key, in no way. */
function refusedWithout(subject: Subject<'http-refused' | 'credentials-refused'>): Evidence | null {
  const { facts, entry } = subject;
  const refused = facts.all('http-refused').find(({ status }) => status === 401 || status === 403);
  const evidence = facts.first('credentials-refused')?.evidence ?? refused?.evidence;
  if (!evidence || !entry?.command || isAboutRemote({ entry }, evidence.text)) return null;
  return givesNone(subject) ? evidence : null;
}

/** Its entry hands no setting on, in no way that could be one. Of a command line alone that is not known. */
function givesNone({ entry, isCommandLine = false }: Pick<Subject, 'entry' | 'isCommandLine'>): boolean {
  if (!entry || isCommandLine) return false;
  const { env, forwarded, envFile, args, fields } = entry;
  const isOfEnv =
    env.length + forwarded.length > 0 || envFile !== null || fields.some(({ name }) => MEANINGS.get(name) === 'env');
  return !isOfEnv && !args.some(({ safe: word }) => MAY_BE_KEY.test(word));
}

const MAY_BE_KEY = /key|token|secret|auth|pass|cred|=|\bhttps?:|^-e/i;

export const page: Page = {
  title: 'A setting that the server needs is missing',
  what: 'The server ended because an environment variable that it needs is not set.',
  why: 'Keys and addresses are given to a server in `env`. What your shell exports does not reach it in every client.',
  remedy:
    'Add every name to `env`. In VS Code a secret is best asked for (`${input:…}`), so that it is not in the file; `${env:NAME}` takes it from the environment of the client.',
  exceptions:
    'Where the entry gives the name a value already, it is lost on the way: `docker run` hands on only what `-e NAME` says. That is another cause. A server that goes on running is not accused.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'the end alone, of a package that is known to need a key',
    fires: true,
    behind: 'first-run-download-timeout',
    given: {
      config: '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "tavily-mcp"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'TAVILY_API_KEY',
  },
  {
    name: 'the same, of one that nobody knows',
    fires: true,
    behind: 'first-run-download-timeout',
    given: {
      config: '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "acme-mcp"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'Many servers end at once',
  },
  {
    name: 'the same, of one that is known to need none',
    fires: false,
    given: {
      config: '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-memory"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'the same, of one that gets a key',
    fires: false,
    given: {
      config: '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "acme-mcp"], "env": { "ACME": "v" } } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'without the name of a variable',
    fires: true,
    given: { exit: { code: 1, signal: null }, stderr: 'Error: API key is required' },
  },
  {
    name: 'a field of a configuration',
    fires: true,
    given: { exit: { code: 1, signal: null }, stderr: 'Failed to load configuration: missing field `api_key`' },
    params: { what: 'api_key' },
  },
  {
    name: 'refused, and nothing was given',
    fires: true,
    behind: 'bad-credentials',
    given: {
      exit: { code: 1, signal: null },
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme-mcp"] } } }',
      stderr: 'AxiosError: Request failed with status code 401',
    },
  },
  {
    name: 'a key that was refused',
    fires: false,
    given: { exit: { code: 1, signal: null }, stderr: 'Error: Invalid API key. An API key is required.' },
  },

  {
    name: 'a sentence',
    fires: true,
    given: { ...died, stderr: 'Error: BRAVE_API_KEY environment variable is required' },
    params: { names: ['BRAVE_API_KEY'] },
  },
  {
    name: 'a list',
    fires: true,
    given: {
      ...died,
      stderr: 'Missing required environment variables:\n  - ACME_URL: where it is\n  - ACME_API_TOKEN\nSee the README.',
    },
    params: { names: ['ACME_URL', 'ACME_API_TOKEN'] },
  },
  {
    name: 'Python’s KeyError',
    fires: true,
    given: { ...died, stderr: 'Traceback (most recent call last):\n  File "a.py", line 3\nKeyError: \'ACME_API_KEY\'' },
    params: { names: ['ACME_API_KEY'] },
  },
  {
    name: 'pydantic',
    fires: true,
    given: {
      ...died,
      stderr: '1 validation error for Settings\nACME_API_KEY\n  Field required [type=missing, input_value={}]',
    },
    params: { names: ['ACME_API_KEY'] },
  },
  {
    name: 'a name without an underscore',
    fires: true,
    given: { ...died, stderr: 'Error: TOKEN environment variable is required' },
    params: { names: ['TOKEN'] },
  },
  ...[
    'Error: ACME_TOKEN is missing or invalid',
    'Error: invalid or missing ACME_TOKEN',
    'Please set ACME_TOKEN=your-token in the environment',
    'ACME_TOKEN must be set to your personal token',
  ].map((stderr) => ({ name: stderr, fires: true, given: { ...died, stderr }, params: { names: ['ACME_TOKEN'] } })),
  {
    name: 'zod',
    fires: true,
    given: {
      ...died,
      stderr: '[\n  {\n    "path": [\n      "ACME_API_KEY"\n    ],\n    "message": "Required"\n  }\n]',
    },
    params: { names: ['ACME_API_KEY'] },
  },
  {
    name: 'a log level in front is no advice',
    fires: true,
    given: {
      ...died,
      stderr: '2025-11-02 10:00:01.000 [warning] [server stderr] Error: ACME_API_KEY environment variable is required',
    },
    params: { names: ['ACME_API_KEY'] },
  },
  {
    name: 'it stands there, empty',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "node", "env": { "ACME_API_KEY": "" } } } }',
      stderr: 'Error: ACME_API_KEY environment variable is required',
    },
    params: { names: ['ACME_API_KEY'] },
  },
  {
    name: 'without it',
    fires: true,
    given: { ...died, stderr: 'Error: Cannot run MCP server without ACME_TOKEN env' },
    params: { names: ['ACME_TOKEN'] },
  },
  {
    name: 'one or the other',
    fires: true,
    given: { ...died, stderr: 'Error: Either ACME_TOKEN or ACME_PASSWORD must be set' },
    params: { names: ['ACME_TOKEN', 'ACME_PASSWORD'] },
  },
  ...[
    'LOG_LEVEL not set, defaulting to info\nTypeError: Cannot read properties of undefined',
    'SENTRY_DSN is not set, error reporting disabled\nError: listen EADDRINUSE: address already in use',
    "node: /lib/libc.so.6: version `GLIBC_2.34' not found (required by node)",
    "NameError: name 'MAX_RETRIES' is not defined",
    'Error: 5 NOT_FOUND: the project was not found',
    'ACME_KEY is missing in the cache\nModuleNotFoundError: No module named x',
    'Error: relation "USER_TABLE" does not exist',
    'flag provided but not defined: -MY_FLAG',
    'Missing Basic authorization header',
    'Error: GITHUB_TOKEN is invalid or missing scope repo',
    'Error: X_KEY=abcdef is required to be a UUID',
    "Error: Missing argument 'DB_PATH'.",
    'Error: MODEL_NAME must be set to one of GPT_4, GPT_5',
    'Error: ACME_TOKEN has expired, a new one is required',
    'Missing required positional argument: INPUT_DIR',
    'Error: column USER_ID is missing',
    'Error: MAX_ROWS must be at least 10 and is required',
  ].map((stderr) => ({ name: `no setting: ${stderr.slice(0, 40)}`, fires: false, given: { ...died, stderr } })),
  {
    name: 'an error code is no setting',
    fires: false,
    given: { ...died, stderr: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'x' required by /srv/a.js" },
  },
  {
    name: 'the entry gives it',
    fires: false,
    given: {
      ...died,
      config:
        '{ "servers": { "a": { "command": "docker", "args": ["run", "-i", "x"], "env": { "ACME_API_KEY": "abcdefgh" } } } }',
      stderr: 'ACME_API_KEY is not set',
    },
  },
  {
    name: 'a server that goes on running',
    fires: false,
    given: {
      silent: true,
      config: '{ "servers": { "a": { "command": "node" } } }',
      stderr: 'ACME_API_KEY environment variable is not set',
    },
  },
];
