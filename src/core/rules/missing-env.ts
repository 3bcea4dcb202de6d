import { factsOf } from '../facts';
import { addEnv } from '../fixes/add-env';
import { programName } from '../launch/probe-class';
import { candidate } from './rule';
import type { ServerEntry } from '../config/config-file';
import type { Examples, Page, Rule, Subject } from './rule';

export const rule: Rule = {
  id: 'missing-env',
  label: 'missing-env',
  cause: 'missing-setting',
  specificity: 7,
  messages: {
    default: 'The server needs {names}, and does not get it. Add it to `env`.',
    several: 'The server needs {names}, and does not get them. Add them to `env`.',
  },
  match: (subject) => {
    const { facts, file, entry, plan } = subject;
    if (!hasDied(subject)) return [];
    const missing = factsOf(facts, 'setting-missing').filter(({ name }) => !entry || !isGiven(entry, name));
    const names = missing.map(({ name }) => name);
    const evidence = [...new Map(missing.map((fact) => [fact.evidence.line, fact.evidence])).values()];
    if (names.length === 0) return [];
    // By id: the plan may come from another bundle, with client objects of its own.
    const reader = file?.readers.find(({ client }) => client.id === plan?.client.id);
    return [
      candidate({
        message: names.length === 1 ? 'default' : 'several',
        params: { names },
        span: entry?.env.find(({ name }) => names.some((needed) => needed === name))?.nameSpan ?? null,
        evidence,
        fixes: file && entry && reader ? addEnv(file, entry, reader.location.variables, names) : [],
      }),
    ];
  },
};

/** A server that runs may say what it would like to have; only one that ended was missing it. */
function hasDied({ facts, entry }: Subject): boolean {
  return factsOf(facts, 'ended').length > 0 || factsOf(facts, 'refused').length > 0 || entry === null;
}

/** The entry names it with a value: then it is lost on the way (as `docker run` without `-e`), not missing. */
function isGiven(entry: ServerEntry, name: string): boolean {
  const setting = entry.env.find((candidate) => candidate.name === name);
  const value = setting?.value?.safe.trim() ?? '';
  const isEmpty = value === '' || /^\$\{[^}]*\}$/.test(value);
  return setting !== undefined && (!isEmpty || CONTAINERS.has(programName(entry.command?.safe ?? '')));
}

const CONTAINERS = new Set(['docker', 'podman', 'nerdctl']);

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
      stderr: 'ACME_API_KEY is not set, using defaults',
    },
  },
];
