import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { isShell } from '../launch/probe-class';
import { fill } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'argument-torn',
  label: 'path-quoting',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry'],
  over: ['script-path-wrong', 'cwd-missing', 'wrong-subcommand-or-flag', 'invalid-setting-value'],
  messages: {
    default:
      'One argument was taken apart at its blanks, and its quotes stand at the ends of the pieces: the program gets each as an argument of its own, quotes and all. Write `{whole}` as one item.',
  },
  match: ({ entry, file }, say) => {
    const torn = entry && !isShell(entry.program) && entry.hasArg(OPENS) ? tornArgument(entry.args) : null;
    const first = torn && entry?.args[torn.from];
    if (!entry || !torn || !first) return [];
    const whole = entry.mask(torn.whole);
    const more = {
      confidence: 'likely',
      severity: 'warning',
      span: first.span,
      evidence: [{ kind: 'entry', line: null, text: first.safe }],
      fixes: file ? joined(file, entry, torn) : [],
    } as const;
    return [say('default', { whole }, more)];
  },
});

interface Torn {
  /** Which of the args are its pieces: from the one, to the other that is the last. */
  readonly from: number;
  readonly to: number;
  readonly whole: string;
}

/** A quote at the beginning of a word that does not end in it, and none further on. */
const OPENS = /^(["'])(?!\1)[^"']+$/;

/** What a shell would take for one word: from a quote at the beginning of an argument to the same at the end of a later one. */
function tornArgument(args: readonly Value[]): Torn | null {
  const texts = args.map(({ raw }) => raw.reveal());
  const from = texts.findIndex((text) => OPENS.test(text));
  const to = texts.findIndex((text, at) => at > from && /["']/.test(text));
  const [, quote = ''] = OPENS.exec(texts[from] ?? '') ?? [];
  const last = texts[to] ?? '';
  return from >= 0 && last.endsWith(quote) && /^[^"']*["']$/.test(last)
    ? {
        from,
        to,
        whole: texts
          .slice(from, to + 1)
          .join(' ')
          .slice(1, -1),
      }
    : null;
}

function joined(file: ConfigFile, entry: ServerEntry, { from, to, whole }: Torn): readonly Fix[] {
  if (entry.keys.isCommandLine || file.problems.length > 0) return [];
  const args = entry.args.map(({ raw }) => raw.reveal()).toSpliced(from, to - from + 1, whole);
  const edits = editorOf(file).setProperties(file, entry.path, { [entry.keys.args]: args });
  return entryFix(entry, 'join-words', fill('Write {whole} as one argument', { whole: entry.mask(whole) }), edits);
}

export const page: Page = {
  title: 'One argument in several',
  what: 'An item of `args` begins with a quote, and a later one ends with it.',
  why: 'A command line was taken apart at its blanks to make `args`, and the quotes that held one argument together went to its ends.',
  remedy: 'Write the argument as one item, without the quotes: no shell reads `args`, and blanks do no harm in them.',
  exceptions: 'The text of a script for a shell may have quotes anywhere.',
};

const entry = (...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command: 'uvx', args: ['mcp-server-fetch', ...args] } } }),
});

export const examples: Examples = () => [
  {
    name: 'a value of two words',
    fires: true,
    given: entry('--user-agent', '"Acme', 'Agent"'),
    params: { whole: 'Acme Agent' },
  },
  { name: 'a path', fires: true, given: entry("'/srv/My", "Files'", '-v'), params: { whole: '/srv/My Files' } },
  { name: 'one item', fires: false, given: entry('--user-agent', 'Acme Agent') },
  { name: 'inches', fires: false, given: entry('5"', '6"') },
  { name: 'an apostrophe', fires: false, given: entry("'tis", 'so') },
  { name: 'JSON that a blank has parted', fires: false, given: entry('{"a":', '"b"}') },
  {
    name: 'a script',
    fires: false,
    given: { config: JSON.stringify({ servers: { a: { command: 'sh', args: ['-c', "'a", "b'"] } } }) },
  },
];
