import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-package',
  label: 'wrong-package',
  cause: 'wrong-package',
  stage: 'fetch',
  reads: ['pypi-no-executables'],
  messages: {
    library:
      'The package {name} is a library: there is no program in it to run. Take the name of the server’s own package; a server that is on npm runs with `npx`.',
  },
  match: ({ facts }, say) =>
    facts
      .all('pypi-no-executables')
      .map(({ name, evidence }) => say('library', { name }, { confidence: 'likely', evidence: [evidence] })),
});

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
    name: 'uv',
    fires: true,
    given: { ...died, stderr: 'Package `mcp-types` does not provide any executables.' },
    params: { name: 'mcp-types' },
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
