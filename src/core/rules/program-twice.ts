import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { programName } from '../launch/program-name';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'program-twice',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry'],
  precludesStart: true,
  over: ['wrong-subcommand-or-flag', 'npm-no-bin', 'npm-package-missing', 'script-path-wrong', 'wrong-package'],
  messages: {
    default:
      '`{word}` stands in `command`, and once more as the first of `args`: the program takes the second for what it is to run. Leave that out.',
  },
  match: ({ entry, file }, say) => {
    if (!entry || entry.transport !== 'stdio' || !REPEATED.has(entry.program)) return [];
    const [first] = entry.args;
    if (!first || programName(first.safe) !== entry.program || /[/\\]/.test(first.safe)) return [];
    const edits = file ? editorOf(file).replaceItem(file, first, []) : [];
    return [
      say(
        'default',
        { word: first.safe },
        {
          confidence: 'likely',
          span: first.span,
          evidence: [{ kind: 'entry', line: null, text: first.safe }],
          fixes: file
            ? entryFix(entry, 'leave-out', fill('Leave out the second {word}', { word: first.safe }), edits)
            : [],
        },
      ),
    ];
  },
});

/** Programs that are not written to run themselves. */
const REPEATED = new Set('npx uvx bunx pnpx node deno docker podman uv python java dotnet'.split(' '));

export const page: Page = {
  title: 'The program stands twice',
  what: '`command` names the program, and `args` begins with its name again.',
  why: 'A whole line was copied into `args`, and its first word into `command` as well.',
  remedy: 'Begin `args` with what stands behind the program: `"command": "npx", "args": ["-y", "server"]`.',
  exceptions: 'A subcommand of the same name as its program is left alone.',
};

const entry = (command: string, ...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command, args } } }),
});

export const examples: Examples = () => [
  { name: 'npx', fires: true, given: entry('npx', 'npx', '-y', 'acme'), params: { word: 'npx' } },
  { name: 'by a path', fires: true, given: entry('/usr/bin/docker', 'docker', 'run', '-i', 'acme') },
  { name: 'once', fires: false, given: entry('npx', '-y', 'acme') },
  { name: 'further behind', fires: false, given: entry('npx', '-y', 'npx') },
  { name: 'a program of its own', fires: false, given: entry('acme', 'acme') },
];
