import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'other-runtime-version',
  label: 'other-runtime-version',
  cause: 'runtime-version-other',
  stage: 'load',
  reads: ['runtime-lacking'],
  over: ['deps-not-installed'],
  messages: {
    default:
      'The server needs {runtime}, or another version of it than the one at hand. Install that, and start the server with it.',
  },
  match: ({ facts, entry }, say) =>
    facts.all('runtime-lacking').map(({ runtime, evidence }) => {
      const span = entry?.command?.span ?? null;
      return say('default', { runtime }, { confidence: 'likely', span, evidence: [evidence] });
    }),
});

export const page: Page = {
  title: 'Another runtime is needed',
  what: 'The server was written or compiled for a runtime that is not the one that runs it: a newer Java or .NET, or Bun or Deno in place of Node.js.',
  why: 'The system’s runtime is older than the one that the server was compiled for, or `node` runs a file that uses what only Bun or Deno has.',
  remedy: 'Install the runtime that the server’s documentation names, and write its full path into `command`.',
  exceptions: 'Node.js and Python have causes of their own.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'Java',
    fires: true,
    given: {
      ...died,
      stderr:
        'Error: LinkageError occurred while loading main class acme.Main\njava.lang.UnsupportedClassVersionError: acme/Main has been compiled by a more recent version of the Java Runtime (class file version 61.0)',
    },
  },
  { name: 'Deno', fires: true, given: { ...died, stderr: 'ReferenceError: Deno is not defined' } },
  {
    name: 'Bun',
    fires: true,
    given: { ...died, stderr: "Error: Cannot find module 'bun:sqlite'\nRequire stack:\n- /p/server.cjs" },
  },
  { name: '.NET', fires: true, given: { ...died, stderr: 'You must install or update .NET to run this application.' } },
  { name: 'a variable', fires: false, given: { ...died, stderr: 'ReferenceError: config is not defined' } },
];
