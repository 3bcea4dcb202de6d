import { accountOf } from '../deduce/account';
import { editorOf } from '../edit';
import { switchRunner } from '../fixes/switch-runner';
import { knownPackages, writtenInPython } from '../known-packages';
import { captured } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-package',
  label: 'wrong-package',
  cause: 'wrong-package',
  stage: 'fetch',
  reads: ['entry', 'pypi-no-executables', 'ready', 'account'],
  messages: {
    npm: '`{name}` is published on PyPI, and `{runner}` fetches from npm: what it finds there under that name is another thing, or nothing. Run it with `uvx`.',
    pypi: '`{name}` is published on npm, and `{runner}` fetches from PyPI: what it finds there under that name is another thing, or nothing. Run it with `npx`.',
    reference:
      '`{name}` was never published on npm: that server is written in Python, and its package is `{meant}` on PyPI. Run it with `uvx`.',
    told: 'The package that is started may be another one than the server’s. Take the name that its documentation has today.',
    library:
      'The package {name} is a library: there is no program in it to run. Take the name of the server’s own package; a server that is on npm runs with `npx`.',
  },
  match: ({ facts, entry, file }, say) => {
    const [library] = facts.all('pypi-no-executables');
    if (library) {
      const { name, evidence } = library;
      return [say('library', { name }, { confidence: 'likely', evidence: [evidence] })];
    }
    const account = accountOf({ facts }, 'other-package');
    if (account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    const here = entry ? ECOSYSTEMS.get(entry.program) : undefined;
    if (!(entry?.hasArg(KNOWN) || (here === 'pypi' && entry?.hasArg(SCOPED))) || !here || facts.first('ready'))
      return [];
    const arg = entry?.args.find(({ safe: word }) => !word.startsWith('-'));
    const name = arg && captured(arg.safe, /^(@?[^@\s]{1,214})(?:@\S{1,64})?$/)?.[1];
    const meant = here === 'npm' ? writtenInPython.get(name ?? '') : undefined;
    if (
      !entry.command ||
      !arg ||
      !name ||
      (!meant && !isOfOther(name, here) && !(here === 'pypi' && SCOPED.test(name)))
    )
      return [];
    const evidence = [{ kind: 'entry', line: null, text: arg.safe }] as const;
    const other = here === 'npm' ? 'uvx' : 'npx';
    const switched = file ? switchRunner(file, entry, other, meant ?? name, true) : null;
    const renamed = file && meant ? editorOf(file).replaceItem(file, arg, [meant]) : [];
    const fix = switched && { ...switched, edits: [...switched.edits, ...renamed] };
    const more = {
      severity: 'warning',
      confidence: 'likely',
      span: arg.span,
      evidence,
      fixes: fix ? [fix] : [],
    } as const;
    return [meant ? say('reference', { name, meant }, more) : say(here, { name, runner: entry.command.safe }, more)];
  },
});

const ECOSYSTEMS: ReadonlyMap<string, 'npm' | 'pypi'> = new Map([
  ['npx', 'npm'],
  ['uvx', 'pypi'],
] as const);

/** A name that only npm has. */
const SCOPED = /^@[\w.-]+\/[\w.-]+/;

/** Looks at most entries once, and makes nothing of them. */
const KNOWN = new RegExp(
  `^(?:${[...knownPackages.npm, ...knownPackages.pypi, ...writtenInPython.keys()].map((name) => name.replaceAll('.', '\\.')).join('|')})(?:@|$)`,
);

/** Published under this name by the authors of a server, in the other ecosystem only. */
function isOfOther(name: string, here: 'npm' | 'pypi'): boolean {
  const has = (ecosystem: 'npm' | 'pypi') => knownPackages[ecosystem].some((each) => each === name);
  return has(here === 'npm' ? 'pypi' : 'npm') && !has(here);
}

export const page: Page = {
  title: 'The name belongs to another package',
  what: 'The package exists and was installed, and it is not the server: it has no program.',
  why: 'The name is that of a library or an SDK, or of a stand-in that somebody published under the name of a server of the other ecosystem.',
  remedy: 'Look up the server’s own name, and whether it is on npm (`npx`) or on PyPI (`uvx`).',
  exceptions: 'A package whose program has another name is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'in somebody’s words',
    fires: true,
    given: { log: 'npx fetched an unrelated package with the same name' },
    says: 'may be another one',
  },
  {
    name: 'a scope, which only npm has',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "uvx", "args": ["@acme/server"] } } }' },
  },
  {
    name: 'a reference server in Python',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-git"] } } }',
    },
    params: { meant: 'mcp-server-git' },
  },
  {
    name: 'uv',
    fires: true,
    given: { ...died, stderr: 'Package `mcp-types` does not provide any executables.' },
    params: { name: 'mcp-types' },
  },
  {
    name: 'a bridge of npm’s',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "uvx", "args": ["mcp-remote", "https://x.test/mcp"] } } }' },
    params: { name: 'mcp-remote' },
  },
  {
    name: 'a server of PyPI’s',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "mcp-server-fetch"] } } }' },
  },
  {
    name: 'where it is published',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "mcp-remote", "https://x.test"] } } }' },
  },
  {
    name: 'a program of another name',
    fires: false,
    given: {
      ...died,
      stderr:
        'An executable named `a` is not provided by package `b`.\nThe following executables are available:\n- b-mcp',
    },
  },
];
