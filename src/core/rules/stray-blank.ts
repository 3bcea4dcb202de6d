import { editorOf, replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { hideShapes } from '../secrets/mask';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'stray-blank',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry', 'ready'],
  precludesStart: true,
  over: [
    'runner-not-on-path',
    'runner-not-installed',
    'script-path-wrong',
    'npm-package-missing',
    'wrong-subcommand-or-flag',
    'missing-env',
    'cwd-missing',
  ],
  messages: {
    word: '`{word}` begins or ends with a blank, and that is taken for a part of it: no program, flag or file has such a name. Leave the blank out.',
    comma:
      '`{word}` ends with a comma, and that is taken for a part of it: in a list the comma stands behind the quotes. Leave it out.',
    variable:
      'The name of the variable `{word}` has a blank in it: no server asks for such a name. Leave the blank out.',
  },
  match: ({ facts, entry, file }, say) => {
    if (!entry || entry.transport !== 'stdio' || facts.first('ready')) return [];
    const words = [...(entry.command ? [entry.command] : []), ...entry.args];
    const ofWords = words
      .filter(({ raw }) => STRAY.test(raw.reveal()))
      .map((value) => {
        const edits = file?.problems.length === 0 ? [replaceText(value, value.raw.reveal().trim())] : [];
        const fixes = entryFix(entry, 'trim-blanks', TITLE, edits);
        const evidence = [{ kind: 'entry', line: null, text: value.safe }] as const;
        return say('word', { word: value.safe }, { ...MORE, span: value.span, evidence, fixes });
      });
    const ofCommas = entry.args
      .filter(({ raw }) => STRAY_COMMA.test(raw.reveal()))
      .map((value) => {
        const edits = file?.problems.length === 0 ? [replaceText(value, value.raw.reveal().slice(0, -1))] : [];
        const fixes = entryFix(entry, 'trim-blanks', safe('Leave the comma out'), edits);
        const evidence = [{ kind: 'entry', line: null, text: value.safe }] as const;
        return say('comma', { word: value.safe }, { ...MORE, span: value.span, evidence, fixes });
      });
    const ofNames = entry.env
      .filter(({ name }) => /\w\s|\s\w/.test(name))
      .map(({ name, nameSpan: span }) => {
        const edits = file && !/\s/.test(name.trim()) ? editorOf(file).renameKey(file, span, name.trim()) : [];
        const word = hideShapes(name);
        const evidence = [{ kind: 'entry', line: null, text: word }] as const;
        return say(
          'variable',
          { word },
          { ...MORE, span, evidence, fixes: entryFix(entry, 'trim-blanks', TITLE, edits) },
        );
      });
    return [...ofWords, ...ofCommas, ...ofNames];
  },
});

const TITLE = safe('Leave the blank out');
const MORE = { severity: 'warning', confidence: 'likely' } as const;

/** One word with a blank, or a break, around it. A blank alone may be a value, and so may a sentence. */
const STRAY = /^\s+\S+$|^\S+\s+$/;

/** A flag, or a package with a scope, and a comma behind it: no name has one. */
const STRAY_COMMA = /^(?:--?[a-z][\w-]*|@[\w.-]+\/[\w.@-]+)?,$/i;

export const page: Page = {
  title: 'A blank or a comma around a word',
  what: 'A command, an argument or the name of a variable begins or ends with a blank or a break, or an argument ends with a comma.',
  why: 'It was copied with what stood beside it. In a terminal the shell drops such blanks; in a config file they belong to the word.',
  remedy: 'Leave them out.',
  exceptions: 'A sentence may end as it likes, and so may the value of a variable.',
};

const entry = (command: string, args: readonly string[] = [], env = {}) => ({
  config: JSON.stringify({ servers: { a: { command, args, env } } }),
});

export const examples: Examples = () => [
  { name: 'behind the program', fires: true, given: entry('npx ', ['-y', 'acme']) },
  { name: 'in front of a package', fires: true, given: entry('npx', ['-y', ' acme']) },
  { name: 'a break', fires: true, given: entry('node', ['/srv/a.js\n']) },
  { name: 'the name of a variable', fires: true, given: entry('acme', [], { 'ACME_KEY ': 'abc' }) },
  { name: 'a comma', fires: true, given: entry('npx', ['-y,', '@acme/mcp']) },
  { name: 'a comma in a value', fires: false, given: entry('npx', ['-y', '@acme/mcp', '--tools', 'a,']) },
  { name: 'a value', fires: false, given: entry('acme', ['--delimiter', ' '], { ACME_KEY: 'abc ' }) },
  { name: 'a sentence', fires: false, given: entry('acme', ['--title', 'My notes ']) },
];
