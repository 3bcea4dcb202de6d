import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'install-build-failure',
  label: 'install-build-failure',
  cause: 'build-or-system-tool-missing',
  stage: 'fetch',
  reads: ['build-failed'],
  messages: {
    default:
      'A package that the server needs has no finished build for this machine, and building it here failed. Take a version of Python or Node.js for which there is one (`uvx --python 3.12 …`), or install the compilers.',
    named:
      '{name} has no finished build for this machine, and building it here failed. Take a version of Python or Node.js for which there is one (`uvx --python 3.12 …`), or install the compilers.',
  },
  match: ({ facts }, say) => {
    const failed = facts.first('build-failed');
    if (!failed) return [];
    const name = failed.name || null;
    const more = { confidence: 'likely', evidence: [failed.evidence] } as const;
    return [name === null ? say('default', {}, more) : say('named', { name }, more)];
  },
});

export const page: Page = {
  title: 'A dependency cannot be built here',
  what: 'The package client found only the source of something that the server needs, tried to compile it, and failed.',
  why: 'Authors publish finished builds for common systems and for versions of Python and Node.js that were there at that time. For others the source is compiled, and that needs compilers.',
  remedy:
    'Name a version for which there is a build: `uvx --python 3.12 NAME`, or an LTS release of Node.js. Or install the compilers: build-essential, Xcode’s command line tools, Visual Studio’s build tools.',
  exceptions: 'Where the release wants another Python at all, that is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'uv',
    fires: true,
    given: { ...died, stderr: '  × Failed to build `lxml==5.2.1`\n  ├─▶ The build backend returned an error' },
    params: { name: 'lxml' },
  },
  {
    name: 'the end of its tree',
    fires: true,
    given: { ...died, stderr: '  ╰─▶ Call to `maturin.build_wheel` failed (exit code: 1)' },
  },
  { name: 'npm', fires: true, given: { ...died, stderr: 'gyp ERR! find VS Could not find any Visual Studio' } },
  { name: 'a build of its own', fires: false, given: { ...died, stderr: 'Error: the index could not be built' } },
];
