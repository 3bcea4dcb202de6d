import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'other-runtime-version',
  label: 'other-runtime-version',
  cause: 'runtime-version-other',
  stage: 'load',
  reads: ['runtime-lacking', 'exit-code'],
  over: ['deps-not-installed'],
  messages: {
    default:
      'The server needs {runtime}, or another version of it than the one at hand. Install that, and start the server with it.',
  },
  match: ({ facts, entry }, say) => {
    const span = entry?.command?.span ?? null;
    const byNumber = facts.all('exit-code').filter(({ says }) => says === 'no-dotnet');
    const lacking = [
      ...facts.all('runtime-lacking'),
      ...byNumber.map((ended) => ({ ...ended, runtime: safe('.NET') })),
    ];
    return lacking.map(({ runtime, evidence }) =>
      say('default', { runtime }, { confidence: 'likely', span, evidence: [evidence] }),
    );
  },
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
  { name: '.NET, by its number alone', fires: true, given: { exit: { code: 2147516566, signal: null } } },
  { name: '.NET, by its number with a sign', fires: true, given: { exit: { code: -2147450730, signal: null } } },
  { name: 'another number', fires: false, given: { exit: { code: -2147450749, signal: null } } },
  { name: 'a variable', fires: false, given: { ...died, stderr: 'ReferenceError: config is not defined' } },
];
