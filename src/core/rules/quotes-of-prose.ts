import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'quotes-of-prose',
  label: 'path-quoting',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry'],
  precludesStart: true,
  over: ['runner-not-on-path', 'runner-not-installed', 'script-path-wrong', 'path-quoting', 'npm-package-missing'],
  messages: {
    default:
      '{word} stands between quotes as they are printed in texts, and they are taken for a part of it. It is {right}.',
  },
  match: ({ entry, file }, say) => {
    if (!entry || !(entry.hasCommand(QUOTED) || entry.hasArg(QUOTED))) return [];
    const words = [...(entry.command ? [entry.command] : []), ...entry.args];
    return words.flatMap((word) => {
      const written = QUOTED.exec(word.raw.reveal())?.[1];
      if (written === undefined) return [];
      const right = entry.mask(written);
      const title = fill('Write {right}', { right });
      return [
        say(
          'default',
          { word: word.safe, right },
          {
            span: word.span,
            evidence: [{ kind: 'entry', line: null, text: word.safe }],
            fixes: file ? entryFix(entry, 'write-without-quotes', title, [replaceText(word, written)]) : [],
          },
        ),
      ];
    });
  },
});

/** A whole word between marks that no program takes for quotes. */
const QUOTED = /^[\u2018-\u201F\u00AB\u00BB]([^\u2018-\u201F\u00AB\u00BB]{1,400})[\u2018-\u201F\u00AB\u00BB]$/;

export const page: Page = {
  title: 'Quotes of prose around a word',
  what: 'A command or an argument stands between curly quotes (“ ”, ‘ ’).',
  why: 'Word processors, chats and web pages put such marks in the place of plain quotes. Between the quotes of the file they are letters like others.',
  remedy: 'Leave them out: an item of `args` needs no quotes but those of the file.',
  exceptions: 'Inside a sentence such marks are right.',
};

const entry = (command: string, ...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command, args } } }),
});

export const examples: Examples = () => [
  { name: 'the program', fires: true, given: entry('“npx”', '-y', 'acme'), params: { right: 'npx' } },
  { name: 'a path', fires: true, given: entry('node', '‘/srv/a.js’'), params: { right: '/srv/a.js' } },
  { name: 'a sentence with a quotation', fires: false, given: entry('acme', '--title', 'Notes on “Faust”') },
  { name: 'none', fires: false, given: entry('npx', '-y', 'acme') },
];
