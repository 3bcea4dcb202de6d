import { replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'dash-of-prose',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry'],
  precludesStart: true,
  over: ['wrong-subcommand-or-flag', 'npm-package-missing', 'docker-not-interactive', 'env-not-passed'],
  messages: {
    default:
      '{arg} begins with a dash as it is printed in texts, which no program takes for the sign of a flag. It is {right}.',
  },
  match: ({ entry, file }, say) => {
    if (!entry?.hasArg(DASH)) return [];
    return entry.args
      .filter(({ raw }) => DASH.test(raw.reveal()))
      .map((arg) => {
        const [, name = ''] = DASH.exec(arg.raw.reveal()) ?? [];
        const written = (name.length > 1 && !name.startsWith('=') ? '--' : '-') + name;
        const right = entry.mask(written);
        const fixes = file
          ? entryFix(entry, 'write-dash', fill('Write {right}', { right }), [replaceText(arg, written)])
          : [];
        return say(
          'default',
          { arg: arg.safe, right },
          { span: arg.span, evidence: [{ kind: 'entry', line: null, text: arg.safe }], fixes },
        );
      });
  },
});

const DASH = /^[\u2010-\u2015\u2212]+(?=[a-z])(.*)$/is;

export const page: Page = {
  title: 'A dash of prose in place of a hyphen',
  what: 'A flag begins with an en dash or an em dash (–, —).',
  why: 'Word processors, chats and web pages put such dashes in the place of hyphens, two of them as one.',
  remedy: 'Write hyphens: `--rm`, `-y`.',
  exceptions: 'Inside a sentence such dashes are right.',
};

const entry = (...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command: 'acme', args } } }),
});

export const examples: Examples = () => [
  { name: 'two hyphens as one', fires: true, given: entry('run', '–rm'), params: { right: '--rm' } },
  { name: 'one', fires: true, given: entry('–y'), params: { right: '-y' } },
  { name: 'hyphens', fires: false, given: entry('--rm', '-y') },
  { name: 'in a sentence', fires: false, given: entry('Notes – mine') },
];
