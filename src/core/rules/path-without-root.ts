import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'path-without-root',
  label: 'script-path-wrong',
  cause: 'path-or-cwd-wrong',
  stage: 'spawn',
  reads: ['path-without-root', 'file', 'ready'],
  over: ['script-path-wrong', 'wrong-cwd'],
  messages: {
    default:
      '{path} lacks its first slash: it is looked for below the folder in which the client starts servers. Write `/{path}`.',
  },
  asks: ({ facts, plan }) =>
    plan?.kind === 'stdio' ? facts.all('path-without-root').map(({ path }) => ({ kind: 'file', path })) : [],
  match: ({ facts, entry, file, plan, platform }, say) =>
    facts.all('path-without-root').flatMap(({ path, where }) => {
      const is = facts.answerTo({ kind: 'file', path })?.is ?? 'unknown';
      const isThere = is === 'file' || is === 'folder';
      if (isThere || facts.first('ready') || (plan?.platform ?? platform) === 'win32') return [];
      const rooted = `/${where.raw.reveal()}`;
      const edits = file?.problems.length === 0 ? [replaceText(where, rooted)] : [];
      const fixes = entry ? entryFix(entry, 'add-first-slash', fill('Write /{path}', { path }), edits) : [];
      const evidence = [{ kind: 'entry', line: null, text: path }] as const;
      return [
        say('default', { path }, { severity: 'warning', confidence: 'likely', span: where.span, evidence, fixes }),
      ];
    }),
});

export const page: Page = {
  title: 'The first slash of a path is missing',
  what: 'A path begins with `Users/` or `home/` and the name of a person, as one from the root of the disk does, and has no slash in front.',
  why: 'It was copied without its first sign. Without that a path is looked for in the folder in which the client starts servers.',
  remedy: 'Put the slash in front.',
  exceptions: 'Where there is such a file below the working directory, nothing is said.',
};

const given = (arg: string) => ({
  config: JSON.stringify({ servers: { a: { command: 'node', args: [arg] } } }),
});

export const examples: Examples = () => [
  {
    name: 'a script',
    fires: true,
    given: given('Users/ann/Projects/acme/build/index.js'),
    params: { path: 'Users/ann/Projects/acme/build/index.js' },
  },
  { name: 'with the slash', fires: false, given: given('/Users/ann/Projects/acme/build/index.js') },
  { name: 'a folder of the project', fires: false, given: given('home/src/acme/server.js') },
  {
    name: 'it is there',
    fires: false,
    given: {
      ...given('home/acme/build/index.js'),
      world: [{ kind: 'file', path: fill('home/acme/build/index.js', {}), is: 'file' }],
    },
  },
];
