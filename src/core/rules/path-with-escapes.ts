import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'path-with-escapes',
  label: 'path-quoting',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['path-with-escapes'],
  over: ['script-path-wrong', 'path-of-one-machine', 'path-quoting'],
  messages: {
    default:
      '{path} has a tab, a line end or the like in it: in this format a backslash with the letter behind it is one such sign. Write each backslash twice.',
  },
  match: ({ facts, entry, file }, say) =>
    facts.all('path-with-escapes').map(({ path, meant, where }) => {
      const fixes =
        file && entry
          ? entryFix(entry, 'double-backslashes', safe('Write each backslash twice'), [replaceText(where, meant)])
          : [];
      return say(
        'default',
        { path },
        { span: where.span, evidence: [{ kind: 'entry', line: null, text: path }], fixes },
      );
    }),
});

export const page: Page = {
  title: 'Backslashes of a path were taken for something else',
  what: 'In JSON `\\t` is a tab, `\\n` a line end, `\\b` and `\\f` signs of their own. `C:\\tools\\new` is then a path with a tab and a line end in it.',
  why: 'A path was pasted as Windows writes it, and by chance it is still valid.',
  remedy: 'Write each backslash twice, or `/` in their place.',
  exceptions: 'None: no path has such signs.',
};

const entry = (command: string) => ({ config: `{ "servers": { "a": { "command": "${command}" } } }` });

export const examples: Examples = () => [
  { name: 'a tab', fires: true, given: entry('C:\\tools\\new.exe') },
  { name: 'twice', fires: false, given: entry('C:\\\\tools\\\\acme.exe') },
];
