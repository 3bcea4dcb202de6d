import { accountOf } from '../deduce/account';
import { isForOtherPython } from '../deduce/other-python';
import { packageArg } from '../deduce/package-arg';
import { replacePackage } from '../fixes/replace-package';
import { switchRunner } from '../fixes/switch-runner';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ServerEntry } from '../config/config-file';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'pypi-package-missing',
  label: 'pypi-package-missing',
  cause: 'pypi-package-missing',
  stage: 'fetch',
  reads: ['pypi-name-refused', 'pypi-name', 'npm-name', 'account'],
  messages: {
    told: 'The Python index may have no package of that name. Is it written as its documentation has it, and was it published?',
    default: 'The Python index that was asked has no package `{name}`. Correct the name.',
    similar: 'The Python index that was asked has no package `{name}`. Did you mean `{similar}`?',
    twin: 'The Python index that was asked has no package `{name}`. There is one on npm: run it with `npx`.',
  },
  match: ({ facts, file, entry }, say) => {
    const refused = facts.first('pypi-name-refused');
    const account = refused ? undefined : accountOf({ facts }, 'package');
    if (account && (isOfPython(entry) || OF_PYTHON.test(account.evidence.text)))
      return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    if (!refused || isForOtherPython(refused)) return [];
    const { name, evidence } = refused;
    const named = packageArg(entry, (written) => normalised(written) === normalised(name));
    // A dependency is missing: nothing in this file names it.
    if (refused.wantedBy === 'package' || (entry && !named && refused.wantedBy !== 'user')) return [];
    const pypi = facts.answerTo({ kind: 'pypi-name', name });
    if (pypi?.exists === 'yes') return []; // the registry that this start asked is another one
    const similar = pypi?.similar ?? [];
    const twin = facts.answerTo({ kind: 'npm-name', name })?.exists === 'yes';
    const [best] = similar;
    const replacements =
      entry && named ? similar.map((to, index) => replacePackage(entry, named, to, index === 0)) : [];
    const runner = file && entry && twin ? switchRunner(file, entry, 'npx', name, best === undefined) : null;
    const more = {
      span: named?.arg.span ?? null,
      evidence: [evidence],
      fixes: [...replacements, ...(runner ? [runner] : [])],
      wants: [
        { kind: 'pypi-name', name },
        { kind: 'npm-name', name },
      ],
    } as const;
    return [best ? say('similar', { name, similar: best }, more) : say(twin ? 'twin' : 'default', { name }, more)];
  },
});

/** What the entry starts is fetched from the index of Python. */
function isOfPython(entry: ServerEntry | null): boolean {
  return entry !== null && /^(?:uv|uvx|pipx)$/.test(entry.program);
}

/** PyPI holds `a_b`, `a.b` and `A-B` for one name. */
function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

const OF_PYTHON = /\b(?:PyPI|uvx|pip)\b/;

export const page: Page = {
  title: 'There is no PyPI package of that name',
  what: '`uvx` (or pip) asked the package index for the name and was told that there is none.',
  why: 'The name is misspelt, was never published, or belongs to npm and runs with `npx`.',
  remedy: 'Correct the name. A server that lives in a repository runs with `uvx --from git+https://…`.',
  exceptions: 'A package that exists, but not in the version asked for, is another cause.',
};

export const examples: Examples = () => [
  {
    name: 'somebody says so',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "uvx", "args": ["acme-mcp"] } } }', log: 'package not found' },
    says: 'may have no package',
  },
  {
    name: 'the same of a package of npm',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["acme-mcp"] } } }', log: 'package not found' },
  },
  {
    name: 'what another package depends on',
    fires: false,
    given: {
      stderr:
        '× No solution found when resolving tool dependencies:\n╰─▶ Because acme-core was not found in the package registry and acme-mcp==1.0 depends on acme-core, we can conclude that acme-mcp==1.0 cannot be used.',
    },
  },
  {
    name: 'uv wraps the sentence',
    fires: true,
    given: {
      stderr:
        '  × No solution found when resolving tool dependencies:\n  ╰─▶ Because mcp-wether was not found in the package registry and you\n      require mcp-wether, we can conclude that your requirements are\n      unsatisfiable.',
    },
    params: { name: 'mcp-wether' },
  },
  {
    name: 'pip',
    fires: true,
    given: {
      stderr: 'ERROR: Could not find a version that satisfies the requirement acme-mcp==1.2 (from versions: none)',
    },
    params: { name: 'acme-mcp' },
  },
  {
    name: 'pip, and no version',
    fires: true,
    given: { stderr: 'ERROR: Could not find a version that satisfies the requirement acme-mcp (from versions: none)' },
    params: { name: 'acme-mcp' },
  },
  {
    name: 'pip, of what is there for another Python',
    fires: false,
    given: { stderr: 'ERROR: Could not find a version that satisfies the requirement mcp (from versions: none)' },
  },
  {
    name: 'a look-up knows better',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "uvx", "args": ["--from=mcp_wether==1.0", "x"] } } }',
      stderr: '  ╰─▶ Because mcp-wether was not found in the package registry and you require mcp-wether',
      world: [{ kind: 'pypi-name', name: safe('mcp-wether'), exists: 'no', similar: [safe('mcp-weather')] }],
    },
    params: { similar: 'mcp-weather' },
  },
  {
    name: 'it is one of npm’s',
    fires: true,
    given: {
      stderr: 'Because mcp-wether was not found in the package registry and you require mcp-wether',
      world: [{ kind: 'npm-name', name: safe('mcp-wether'), exists: 'yes', similar: [] }],
    },
  },
  {
    name: 'no such version',
    fires: false,
    given: { stderr: '  ╰─▶ Because there is no version of mcp-weather==9.9 and you require mcp-weather==9.9' },
  },
];
