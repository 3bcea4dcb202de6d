import { dockerRun } from '../deduce/docker-run';
import { clientNameOf } from '../deduce/client-name';
import { givesValue } from '../deduce/given-variable';
import { outOfReach, WSLENV } from '../deduce/out-of-reach';
import { settingAmongArgs } from '../deduce/setting-among-args';
import { unnamedSetting } from '../deduce/unnamed-setting';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { MEANINGS } from '../entry/key-names';
import { renameKey } from '../fixes/rename-key';
import { hideShapes } from '../secrets/mask';
import { fill, safe } from '../text';
import { defineRule, firstWay } from './rule';
import type { DockerRun } from '../deduce/docker-run';
import type { ConfigFile, Field, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Evidence, FactOf } from '../facts';
import type { Candidate, Examples, Page, Say, Way } from './rule';

const READS = [
  'setting-missing',
  'option-missing',
  'argument-missing',
  'credentials-refused',
  'http-refused',
  'env-dropped',
  'key-not-read',
  'closed',
  'ended',
  'unexplained',
  'silent',
  'entry',
] as const;

const MESSAGES = {
  container:
    '{names} stands in `env`, and the container does not get it: `docker run` hands on only what `-e NAME` says. Add `-e {first}` behind `run`.',
  unread: '{client} does not read `{key}`, so none of the variables in it reach the server. It is `{meant}` here.',
  other:
    'The variables stand under `{key}`, and most clients look for them under `env`. Does the documentation of this one say so?',
  unknown:
    'Where `env` of its entry sets {names} already, that does not reach the server: does this client hand it on, and does a launcher in between?',
  said: 'The variables that the server needs do not reach it. Write them into `env` of its entry: what your shell or a file sets, a client need not hand on.',
  client:
    '`-e {name}` hands on what the client itself has, and that has no such variable: what a shell sets, a client from the desktop does not see. Set it in `env`.',
  wsl: '{names} stands in `env` on the side of Windows, and Linux behind `wsl` does not get it: only what `WSLENV` names crosses over. Add `WSLENV` with the names.',
  launcher:
    '`env` sets {names}, and `{program}` hands on nothing of that to what it starts. Name it among the options of `{program}`, or set it where the server runs.',
  argument:
    '{name} is set among the args, and no shell reads those: the server gets it as an argument. What it reads from its environment belongs in `env`.',
  beside:
    '{name} stands beside `env`, where clients know no such key: it is no variable of the server. Set it in `env`.',
  remote:
    '{names} stands in `env`, and nothing is started here that could get it: a remote server gets headers. Put the value into `headers`, as the server’s documentation says.',
  unnamed:
    '{names} stands in `env`, and the server says that it gets no such thing: this client or a launcher does not hand it on, or the server reads it by another name. Its documentation says by which.',
  default:
    '{names} stands in `env`, and the server says that it does not get it. Does this client hand on `env`, and does a launcher in between?',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;
type Read = Parameters<Here>[0];

export const rule = defineRule({
  id: 'env-not-passed',
  label: 'env-not-passed',
  cause: 'env-not-passed',
  stage: 'settings',
  reads: READS,
  over: ['missing-env'],
  messages: MESSAGES,
  // One that runs misses nothing of what it says.
  match: (subject, say) => firstWay(subject.facts.first('silent') ? SHOWN : [...SHOWN, ...MISSED], subject, say),
});

/** A way that only an entry shows. */
// @__NO_SIDE_EFFECTS__
function inEntry(way: (subject: Read, entry: ServerEntry, say: Say<typeof MESSAGES>) => Candidate | null): Here {
  return (subject, say) => (subject.entry ? way(subject, subject.entry, say) : null);
}

/** The key of another client. */
const underOtherKey = inEntry((subject, entry, say) => {
  const { facts, file } = subject;
  const missing = facts.first('setting-missing');
  const failed =
    missing ??
    facts.first('env-dropped') ??
    facts.first('closed') ??
    facts.first('ended') ??
    facts.first('unexplained');
  if (!failed) return null;
  const shown = (name: Safe) => [
    { kind: 'entry' as const, line: null, text: name },
    ...(failed.evidence ? [failed.evidence] : []),
  ];
  const unread = facts.all('key-not-read').find(({ meant }) => meant === entry.keys.env);
  if (unread) {
    const key = hideShapes(unread.key.name);
    const { meant } = unread;
    const fixes = file ? renameKey(file, entry, unread) : [];
    const more = { span: unread.key.nameSpan, evidence: shown(key), fixes };
    return say('unread', { key, meant, client: clientNameOf(subject) }, more);
  }
  // Of a client that nobody knows it is only known what most have.
  const other = entry.env.length === 0 ? entry.fields.find(isOtherEnv) : undefined;
  if (!other) return null;
  const key = hideShapes(other.name);
  const isThere = missing !== undefined && other.inside.some(({ name }) => name === missing.name);
  const confidence = isThere ? 'likely' : 'possible';
  return say('other', { key }, { severity: 'information', confidence, span: other.nameSpan, evidence: shown(key) });
});

const besideEnv = inEntry(({ file }, entry, say) => {
  const field = entry.fields.find((each) => isSetting(each, entry));
  if (!field) return null;
  const name = hideShapes(field.name);
  const set = { [field.name]: field.value?.raw.reveal() ?? '' };
  const edits = file && field.value ? editorOf(file).setProperties(file, [...entry.path, entry.keys.env], set) : [];
  const fixes = entryFix(entry, 'set-in-env', fill('Set {name} in env', { name }), edits);
  return say('beside', { name }, { ...shownBy(name), span: field.nameSpan, fixes });
});

const amongArgs = inEntry(({ file }, entry, say) => {
  const given = settingAmongArgs(entry);
  if (!given) return null;
  const { words, name, value } = given;
  const edits = file
    ? [
        ...words.flatMap((word) => editorOf(file).replaceItem(file, word, [])),
        ...editorOf(file).setProperties(file, [...entry.path, entry.keys.env], { [name]: value }),
      ]
    : [];
  const fixes = entryFix(entry, 'set-in-env', fill('Set {name} in env', { name }), edits, 'maybe');
  return say('argument', { name }, { ...shownBy(name), span: words.at(-1)?.span ?? null, fixes });
});

/** The server runs where `env` does not reach. */
const beyondReach = inEntry(({ file }, entry, say) => {
  const beyond = outOfReach(entry);
  if (!beyond) return null;
  const { by, names } = beyond;
  const [first = safe('env')] = names;
  const wslenv = { [WSLENV]: names.map((name) => `${name}/u`).join(':') };
  const edits = file ? editorOf(file).setProperties(file, [...entry.path, entry.keys.env], wslenv) : [];
  const fixes = by === 'wsl' ? entryFix(entry, 'share-with-wsl', safe('Add WSLENV with the names'), edits) : [];
  const span = entry.env.find(({ name }) => name === first)?.nameSpan ?? null;
  return say(by, { names, program: entry.command?.safe ?? first }, { ...shownBy(first), span, fixes });
});

/** Somebody has seen it. */
const dropped: Here = ({ facts }, say) => {
  const said = facts.first('env-dropped');
  return said ? say('said', {}, { confidence: 'likely', evidence: [said.evidence] }) : null;
};

/** What a server misses of an entry that nobody shows: it may be missing there, or on the way. */
const ofUnknownEntry: Here = ({ facts, entry, isCommandLine = false }, say) => {
  const [unsaid] = entry && !isCommandLine ? [] : facts.all('setting-missing');
  return unsaid ? say('unknown', { names: [unsaid.name] }, doubtful(unsaid.evidence)) : null;
};

/** What it misses, where `docker run` was to take it from the environment of the client: the entry gives it no value. */
const takenFromClient = inEntry(({ facts }, entry, say) => {
  const container = dockerRun(entry);
  const isNamed = (wanted: string) => container?.options.some(({ safe: option }) => option === wanted) === true;
  const open = facts
    .all('setting-missing')
    .find(({ name }) => isNamed(name) && !entry.env.some((setting) => setting.name === name));
  return open ? say('client', { name: open.name }, doubtful(open.evidence)) : null;
});

function doubtful(evidence: Evidence): Partial<Candidate> {
  return { severity: 'information', confidence: 'possible', evidence: [evidence] };
}

function shownBy(text: Safe): Pick<Candidate, 'severity' | 'confidence' | 'evidence'> {
  return { severity: 'warning', confidence: 'likely', evidence: [{ kind: 'entry', line: null, text }] };
}

/** `docker run` hands on what it is told to. */
const inContainer = inEntry(({ facts, file }, entry, say) => {
  const container = dockerRun(entry);
  if (!container?.image || container.isOpen) return null;
  const isLost = (name: string) => !container.variables.some((variable) => variable === name);
  const missing = missedOf(facts, entry);
  const named = missing.map(({ name }) => name).filter(isLost);
  const lost = entry.env.filter(({ name, isRemoval }) => !isRemoval && isLost(name) && !isDockers(name));
  const names = named.length > 0 ? named : lost.map(({ name }) => entry.mask(name));
  const [first] = names;
  if (first === undefined) return null;
  const isAll = names.length > 1 && names.length === entry.env.length;
  const setting = isAll
    ? entry.fields.find(({ name }) => name === entry.keys.env)
    : entry.env.find(({ name }) => name === first);
  const how =
    named.length > 0
      ? ({ severity: 'error', confidence: 'evident', evidence: missing.map(({ evidence }) => evidence) } as const)
      : shownBy(first);
  const fixes = file ? [handOn(file, entry, container, names)] : [];
  return say('container', { names, first }, { ...how, span: setting?.nameSpan ?? null, fixes });
});

/** The server misses what its entry sets, and nothing shows where it is lost. */
const onTheWay = inEntry((subject, entry, say) => {
  const { fact, given = [] } = unnamedSetting(subject) ?? {};
  if (fact && given.length > 0)
    return say('unnamed', { names: given }, { confidence: 'likely', evidence: [fact.evidence] });
  const missing = missedOf(subject.facts, entry);
  const [first] = missing;
  if (!first || dockerRun(entry)) return null;
  const names = missing.map(({ name }) => name);
  return say('default', { names }, { confidence: 'possible', evidence: [first.evidence] });
});

/** Where the entry, or somebody, shows that it is lost. */
const SHOWN: readonly Here[] = [underOtherKey, besideEnv, amongArgs, beyondReach, dropped];
/** Where a server misses something. */
const MISSED: readonly Here[] = [ofUnknownEntry, takenFromClient, inContainer, onTheWay];

function missedOf(facts: Read['facts'], entry: ServerEntry): readonly FactOf<'setting-missing'>[] {
  return facts
    .all('setting-missing')
    .filter(({ name }) => entry.env.some((setting) => setting.name === name && givesValue(setting)));
}

/** Variables under a name that some client has for them. */
function isOtherEnv({ name, is }: Field): boolean {
  return is === 'map' && name !== 'env' && MEANINGS.get(name) === 'env';
}

/** A variable by its name, with a value, that the entry does not set where it belongs. */
function isSetting({ name, is }: Field, { env }: ServerEntry): boolean {
  const isValue = is === 'text' || is === 'number' || is === 'boolean';
  return isValue && /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name) && !env.some((setting) => setting.name === name);
}

/** What the command line of Docker itself reads. */
function isDockers(name: string): boolean {
  return /^(?:DOCKER|PODMAN|BUILDKIT|COMPOSE)_|^(?:PATH|HOME|HTTPS?_PROXY|NO_PROXY)$/i.test(name);
}

function handOn(file: ConfigFile, entry: ServerEntry, { run }: DockerRun, names: readonly Safe[]): Fix {
  const [first, ...more] = names;
  return {
    id: 'hand-on-env',
    title: fill(more.length > 0 ? 'Hand on {first} and {count} more with -e' : 'Hand on {first} with -e', {
      first: first ?? fill('it', {}),
      count: more.length,
    }),
    applicability: 'safe',
    preferred: true,
    needs: [],
    edits: editorOf(file).replaceItem(file, run, ['run', ...names.flatMap((name) => ['-e', name])]),
    trying: 'never',
    entryPath: entry.path,
  };
}

export const page: Page = {
  title: 'A variable does not reach the server',
  what: 'The entry sets a variable, and the server does not see it: something in between does not hand it on.',
  why: '`env` is given to the program in `command`. `docker run` is a program of its own, and gives its container only what `-e` or `--env-file` names. Sandboxes and some launchers do the same.',
  remedy: 'Name it for the container: `"args": ["run", "-i", "-e", "NAME", …]`; the value stays in `env`.',
  exceptions: 'Variables that Docker itself reads (`DOCKER_HOST`) are meant for it.',
};

const died = { exit: { code: 1, signal: null } };
const container = (args: readonly string[]) =>
  JSON.stringify({ servers: { a: { command: 'docker', args, env: { ACME_TOKEN: 'abc' } } } });

export const examples: Examples = () => [
  {
    name: 'nobody knows what the entry sets',
    fires: true,
    behind: 'missing-env',
    given: { log: 'Error: ACME_TOKEN is not set' },
    says: 'sets ACME_TOKEN already',
  },
  {
    name: 'the entry sets nothing',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": ["/a.js"] } } }',
      log: 'Error: ACME_TOKEN is not set',
    },
  },
  {
    name: 'under a name that other clients have for it',
    fires: true,
    given: {
      config:
        '{ "mcpServers": { "a": { "command": "npx", "args": ["acme"], "environment": { "ACME_TOKEN": "abc" } } } }',
      log: 'MCP error -32000: Connection closed',
    },
    params: { key: 'environment' },
  },
  {
    name: 'a variable among the args',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "@acme/mcp", "ACME_API_KEY=abc"] } } }',
    },
    params: { name: 'ACME_API_KEY' },
  },
  {
    name: 'the value of an option',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "@acme/mcp", "--set", "ACME_API_KEY=abc"] } } }',
    },
  },
  {
    name: 'a container, and the server misses it',
    fires: true,
    given: { ...died, config: container(['run', '-i', 'acme/mcp']), stderr: 'ACME_TOKEN is not set' },
    params: { names: ['ACME_TOKEN'] },
  },
  {
    name: 'a container that is to get what nobody sets',
    fires: true,
    behind: 'missing-env',
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "docker", "args": ["run", "-i", "-e", "ACME_TOKEN", "acme/mcp"] } } }',
      stderr: 'ACME_TOKEN is not set',
    },
    says: 'hands on what the client itself has',
  },
  { name: 'a container, by the entry alone', fires: true, given: { config: container(['run', '-i', 'acme/mcp']) } },
  {
    name: 'on the side of Windows',
    fires: true,
    given: {
      config:
        '{ "servers": { "a": { "command": "wsl", "args": ["npx", "-y", "acme"], "env": { "ACME_TOKEN": "abc" } } } }',
    },
    params: { names: ['ACME_TOKEN'] },
  },
  {
    name: 'on both sides',
    fires: false,
    given: {
      config:
        '{ "servers": { "a": { "command": "wsl", "args": ["npx", "-y", "acme"], "env": { "ACME_TOKEN": "abc", "WSLENV": "ACME_TOKEN" } } } }',
    },
  },
  {
    name: 'behind a launcher',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "ssh", "args": ["host", "acme"], "env": { "ACME_TOKEN": "abc" } } } }',
    },
    params: { names: ['ACME_TOKEN'], program: 'ssh' },
  },
  {
    name: 'in a container that runs already',
    fires: true,
    given: { config: container(['exec', '-i', 'acme', 'node', 'a.js']) },
    says: 'hands on nothing',
  },
  {
    name: 'in a container that runs already, and named',
    fires: false,
    given: { config: container(['exec', '-i', '-e', 'ACME_TOKEN', 'acme', 'node', 'a.js']) },
  },
  {
    name: 'a launcher that keeps the environment',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "sudo", "args": ["-E", "acme"], "env": { "ACME_TOKEN": "abc" } } } }',
    },
  },
  {
    name: 'beside env',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "acme", "ACME_TOKEN": "abc" } } }' },
    params: { name: 'ACME_TOKEN' },
  },
  {
    name: 'beside env and in it',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "acme", "ACME_TOKEN": "abc", "env": { "ACME_TOKEN": "abc" } } } }',
    },
  },
  {
    name: 'a remote server',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "https://x.test/mcp", "env": { "ACME_TOKEN": "abc" } } } }',
    },
  },
  {
    name: 'a header that takes it',
    fires: false,
    given: {
      config:
        '{ "servers": { "a": { "type": "http", "url": "https://x.test/mcp", "headers": { "X-Key": "${env:ACME_TOKEN}" }, "env": { "ACME_TOKEN": "abc" } } } }',
    },
  },
  {
    name: 'another launcher',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "acme", "env": { "ACME_TOKEN": "abc" } } } }',
      stderr: 'ACME_TOKEN is not set',
    },
  },
  {
    name: 'without the name of a variable',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "acme", "env": { "ACME_API_KEY": "abc" } } } }',
      stderr: 'Error: API key is required',
    },
    params: { names: ['ACME_API_KEY'] },
    says: 'by another name',
  },
  {
    name: 'what is missing is not what the entry sets',
    fires: false,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "acme", "env": { "ACME_HOST": "abc" } } } }',
      stderr: 'Error: API key is required',
    },
  },
  {
    name: 'the key of another vendor',
    fires: false,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "acme", "env": { "ACME_API_KEY": "abc" } } } }',
      stderr: 'Error: OpenAI API key is required',
    },
  },
  {
    name: 'a value that is none',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "acme", "env": { "ACME_TOKEN": "abc" } } } }',
      stderr: 'GET /v1/me  Authorization: Bearer undefined',
    },
    says: 'by another name',
  },
  {
    name: 'a key of another client',
    fires: true,
    given: {
      ...died,
      path: '/w/opencode.json',
      config: '{ "mcp": { "a": { "type": "local", "command": ["acme"], "env": { "ACME_TOKEN": "abc" } } } }',
      stderr: 'ACME_TOKEN is not set',
    },
    params: { key: 'env', meant: 'environment' },
  },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'environment variables are not being passed to the MCP server' },
  },
  {
    name: 'it is handed on',
    fires: false,
    given: { config: container(['run', '-i', '-e', 'ACME_TOKEN', 'acme/mcp']) },
  },
  {
    name: 'in one arg',
    fires: false,
    given: { config: container(['run', '-i', '--env=ACME_TOKEN', 'acme/mcp']) },
  },
];
