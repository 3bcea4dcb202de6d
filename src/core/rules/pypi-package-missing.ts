import { answerTo, factsOf } from '../facts';
import { replaceInArg } from '../fixes/replace-arg';
import { switchRunner } from '../fixes/switch-runner';
import { candidate } from './rule';
import type { Examples, Page, Rule } from './rule';

export const rule: Rule = {
  id: 'pypi-package-missing',
  label: 'pypi-package-missing',
  cause: 'pypi-package-missing',
  specificity: 8,
  messages: {
    default: 'There is no package `{name}` on PyPI. Correct the name.',
    similar: 'There is no package `{name}` on PyPI. Did you mean `{similar}`?',
    twin: 'There is no package `{name}` on PyPI. There is one on npm: run it with `npx`.',
  },
  match: ({ facts, entry }) => {
    const refused = factsOf(facts, 'pypi-name-refused')[0];
    if (!refused) return [];
    const { name, evidence } = refused;
    const sameName = (text: string) => normalised(text.split(/[@=<>[]/)[0] ?? '') === normalised(name);
    const arg = entry?.args.find(({ safe: text }) => sameName(text));
    if (entry && !arg) return []; // a dependency is missing: nothing in this file names it
    const similar = answerTo(facts, { kind: 'pypi-name', name })?.similar ?? [];
    const twin = answerTo(facts, { kind: 'npm-name', name })?.exists === 'yes';
    const [best] = similar;
    const runner = entry && twin ? switchRunner(entry, 'npx', name, best === undefined) : null;
    return [
      candidate({
        message: best ? 'similar' : twin ? 'twin' : 'default',
        params: { name, ...(best ? { similar: best } : {}) },
        span: arg?.span ?? null,
        evidence: [evidence],
        fixes: [
          ...(entry && arg ? similar.map((to, index) => replaceInArg(entry, arg, name, to, index === 0)) : []),
          ...(runner ? [runner] : []),
        ],
        wants: [
          { kind: 'pypi-name', name },
          { kind: 'npm-name', name },
        ],
      }),
    ];
  },
};

/** PyPI holds `a_b`, `a.b` and `A-B` for one name. */
function normalised(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-');
}

export const page: Page = {
  title: 'There is no PyPI package of that name',
  what: '`uvx` (or pip) asked the package index for the name and was told that there is none.',
  why: 'The name is misspelt, was never published, or belongs to npm and runs with `npx`.',
  remedy: 'Correct the name. A server that lives in a repository runs with `uvx --from git+https://…`.',
  exceptions: 'A package that exists, but not in the version asked for, is another cause.',
};

export const examples: Examples = () => [
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
    name: 'no such version',
    fires: false,
    given: { stderr: '  ╰─▶ Because there is no version of mcp-weather==9.9 and you require mcp-weather==9.9' },
  },
];
