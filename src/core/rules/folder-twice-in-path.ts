import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'folder-twice-in-path',
  label: 'wrong-cwd',
  cause: 'path-or-cwd-wrong',
  stage: 'cwd',
  reads: ['path-repeats-folder', 'file'],
  messages: {
    default:
      '{path} begins with the name of the folder from which it is looked for, and there is no such file: the client starts servers in {folder} itself. Write {rest}.',
  },
  asks: ({ facts, plan }) =>
    plan?.kind === 'stdio' && plan.unresolved.length === 0
      ? facts.all('path-repeats-folder').map(({ path }) => ({ kind: 'file', path }))
      : [],
  match: ({ facts, entry, file }, say) =>
    facts.all('path-repeats-folder').flatMap(({ path, folder, rest, where }) => {
      if (facts.answerTo({ kind: 'file', path })?.is !== 'nothing') return [];
      const evidence = [{ kind: 'lookup', line: null, text: fill('there is no {path}', { path }) }] as const;
      const fixes =
        file && entry
          ? entryFix(entry, 'leave-out-folder', fill('Write {rest}', { rest }), [replaceText(where, rest)], 'maybe')
          : [];
      return [say('default', { path, folder, rest }, { confidence: 'likely', span: where.span, evidence, fixes })];
    }),
});

export const page: Page = {
  title: 'The folder stands twice in the path',
  what: 'A relative path begins with the name of the folder that it starts from, and leads nowhere.',
  why: 'The path was written from the root of the repository, and the configuration lies in a folder of it: that folder is the workspace of whoever opens it.',
  remedy: 'Leave the folder’s name out.',
  exceptions: 'Projects often have a folder of their own name in them; where the file is there, nothing is said.',
};

const given = (is: 'nothing' | 'file', path = 'backend/app/server.py') => ({
  path: '/r/backend/.vscode/mcp.json',
  config: JSON.stringify({ servers: { a: { command: 'python', args: [path] } } }),
  world: [{ kind: 'file', path: fill('backend/app/server.py', {}), is } as const],
});

export const examples: Examples = () => [
  { name: 'from the root of the repository', fires: true, given: given('nothing'), params: { rest: 'app/server.py' } },
  { name: 'it is there', fires: false, given: given('file') },
  { name: 'another folder', fires: false, given: given('nothing', 'app/server.py') },
];
