import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'shell-words',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry'],
  precludesStart: true,
  over: ['wrong-subcommand-or-flag', 'nothing-to-run'],
  messages: {
    default:
      '{word} is a word of shells, and no shell reads these args: the program gets it as it stands. Leave it out, or put the whole line into a script of its own.',
    script:
      'A shell takes one text behind `{flag}` for its script: here that is `{word}` alone, and the words behind it are lost. Write the whole line as one text.',
  },
  match: ({ entry }, say) => {
    if (!entry || entry.transport !== 'stdio') return [];
    if (SHELLS.has(entry.program)) {
      const { args } = entry;
      const at = args.findIndex(({ safe: arg }) => /^-[a-z]*c$/.test(arg));
      const [flag, script, ...lost] = at < 0 ? [] : args.slice(at);
      if (!flag || !script || lost.length === 0 || !/^[\w./@-]+$/.test(script.safe) || !STARTS.test(script.safe))
        return [];
      const more = {
        confidence: 'likely',
        span: script.span,
        evidence: [{ kind: 'entry', line: null, text: script.safe }],
      } as const;
      return [say('script', { flag: flag.safe, word: script.safe }, more)];
    }
    const word = entry.hasArg(WORD)
      ? entry.args.find(({ safe: arg }, index, args) => WORD.test(arg) && !args[index - 1]?.safe.startsWith('-'))
      : undefined;
    if (!word) return [];
    const evidence = [{ kind: 'entry', line: null, text: word.safe }] as const;
    return [say('default', { word: word.safe }, { confidence: 'likely', span: word.span, evidence })];
  },
});

const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash', 'ash']);

/** One after the other, into each other, and into a file. */
const WORD = /^(?:&&|\|\||\||2>&1|\d?>{1,2}(?:\/\S*|&\d)?)$/;

/** What is mostly started so: a program, and no script. */
const STARTS = /^(?:npx|npm|node|uvx?|bunx?|deno|docker|podman|python[\d.]*|java|dotnet|go)$/;

export const page: Page = {
  title: 'Words of a shell where there is none',
  what: 'The args hold `&&`, `|`, `>` or the like, or a shell is given its script in several texts.',
  why: 'A client starts the program itself: nobody joins commands or turns output into files. `sh -c` takes the one text behind it, and calls the others `$0`, `$1` and so on.',
  remedy:
    'Leave such words out; put what must happen before the start into a script, and name that as `command`. For `sh -c`, write one text: `"args": ["-c", "npx -y server"]`.',
  exceptions: 'Behind a flag such a sign may be a value, as in `--delimiter |`.',
};

const entry = (command: string, ...args: string[]) => ({
  config: JSON.stringify({ servers: { a: { command, args } } }),
});

export const examples: Examples = () => [
  {
    name: 'two commands',
    fires: true,
    given: entry('node', 'build.js', '&&', 'node', 'index.js'),
    params: { word: '&&' },
  },
  { name: 'a file for what it says', fires: true, given: entry('npx', '-y', 'acme', '2>/dev/null') },
  {
    name: 'a script in pieces',
    fires: true,
    given: entry('bash', '-lc', 'npx', '-y', 'acme'),
    params: { word: 'npx' },
  },
  { name: 'a value', fires: false, given: entry('npx', '-y', 'acme', '--delimiter', '|') },
  { name: 'a script as one text', fires: false, given: entry('bash', '-c', 'cd /srv && npx -y acme') },
  { name: 'a script with its args', fires: false, given: entry('sh', '-c', 'exec "$0" "$@"', 'npx', '-y', 'acme') },
];
