import { dockerRun } from '../deduce/docker-run';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { CONTAINERS } from '../launch/containers';
import { fill } from '../text';
import { defineRule } from './rule';
import type { Fix } from '../fixes/fix';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
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
    substitution:
      'A shell would run what stands in {word}, and put there what that prints; no shell reads these args. Write the value itself.',
    variable:
      '{word} would set a variable in a shell, and no shell reads these args: it is taken for what is to be run. Set it in `env` of this entry.',
    script:
      'A shell takes one text behind `{flag}` for its script: here that is `{word}` alone, and the words behind it are lost. Write the whole line as one text.',
    program:
      'A shell looks for a file with a script in it under the name `{word}`, and that is a program. Put `-c` in front, and write the whole line as one text behind it; or start the program without a shell.',
  },
  match: ({ entry, file }, say) => {
    if (!entry || entry.transport !== 'stdio') return [];
    if (SHELLS.has(entry.program)) {
      const { args } = entry;
      const at = args.findIndex(({ safe: arg }) => /^-[a-z]*c$/.test(arg));
      const [flag, script, ...lost] = at < 0 ? [] : args.slice(at);
      const more = (word: Value) => ({
        confidence: 'likely' as const,
        span: word.span,
        evidence: [{ kind: 'entry' as const, line: null, text: word.safe }],
      });
      if (flag && script)
        return lost.length > 0 && (isFirstOf(script, lost) || lost.some(({ safe: arg }) => WORD.test(arg)))
          ? [say('script', { flag: flag.safe, word: script.safe }, more(script))]
          : [];
      const [file] = args.filter(({ safe: arg }) => !arg.startsWith('-'));
      return file && (STARTS.test(file.safe) || LINE.test(file.safe))
        ? [say('program', { word: file.safe }, more(file))]
        : [];
    }
    const set = entry.hasArg(SETS) ? firstWord(entry) : undefined;
    if (set && SETS.test(set.safe)) {
      const evidence = [{ kind: 'entry', line: null, text: set.safe }] as const;
      const fixes = file ? setInEnv(file, entry, set) : [];
      return [say('variable', { word: set.safe }, { confidence: 'likely', span: set.span, evidence, fixes })];
    }
    const filled = entry.hasArg(SUBSTITUTED) ? entry.args.find(({ safe: arg }) => SUBSTITUTED.test(arg)) : undefined;
    if (filled && !OTHER_SHELLS_OF_LINES.has(entry.program)) {
      const evidence = [{ kind: 'entry', line: null, text: filled.safe }] as const;
      return [say('substitution', { word: filled.safe }, { confidence: 'likely', span: filled.span, evidence })];
    }
    const word =
      entry.hasArg(WORD) || entry.hasArg(LINES)
        ? entry.args.find(
            ({ safe: arg }, index, args) =>
              (WORD.test(arg) || LINES.test(arg)) &&
              !args[index - 1]?.safe.startsWith('-') &&
              !OTHER_SHELLS.test(entry.program),
          )
        : undefined;
    if (!word) return [];
    const evidence = [{ kind: 'entry', line: null, text: word.safe }] as const;
    return [say('default', { word: word.safe }, { confidence: 'likely', span: word.span, evidence })];
  },
});

/** What a runner takes for what it is to run: the first word that is no option of its own. */
function firstWord(entry: ServerEntry): Value | undefined {
  if (CONTAINERS.has(entry.program)) return dockerRun(entry)?.image ?? undefined;
  return FETCHES.test(entry.program) || RUNS_FILES.test(entry.program)
    ? entry.args.find(({ safe: arg }) => !arg.startsWith('-'))
    : undefined;
}

function setInEnv(file: ConfigFile, entry: ServerEntry, word: Value): readonly Fix[] {
  const [, name = '', value = ''] = /^([^=]*)=(.*)$/s.exec(word.raw.reveal()) ?? [];
  const editor = editorOf(file);
  const set = editor.setProperties(file, [...entry.path, entry.keys.env], { [name]: value });
  const edits = set.length > 0 ? [...editor.replaceItem(file, word, []), ...set] : [];
  return entryFix(entry, 'set-in-env', fill('Set {name} in env', { name: entry.mask(name) }), edits);
}

const SETS = /^[A-Z][A-Z0-9_]{2,60}=/;
const FETCHES = /^(?:npx|bunx|pnpx|uvx)$/;
const RUNS_FILES = /^(?:node|python[\d.]*|py|tsx)$/;

/** A script in several texts: its first word is a program, or others of them are words that only a shell reads. */
function isFirstOf(script: Value, rest: readonly Value[]): boolean {
  return /^[\w./@-]+$/.test(script.safe) && (STARTS.test(script.safe) || rest.some(({ safe: arg }) => WORD.test(arg)));
}

const SHELLS = new Set(['sh', 'bash', 'zsh', 'dash', 'ash']);

/** One after the other, into each other, and into a file. */
const WORD = /^(?:&&|\|\||\||2>&1|\d?>{1,2}(?:\/\S*|&\d)?)$/;

/** A folder to go to, and what is to be done there. */
const LINES = /^cd \S.{0,300}(?:&&|;)/;
/** Shells whose words are others, and what hands a line to one. */
const OTHER_SHELLS = /^(?:cmd|powershell|pwsh|fish|ssh|wsl|docker|podman|kubectl|nix-shell|nix|direnv)$/;

/** What a shell runs to put its output there: at the beginning of a word, or behind an equals sign or a colon. */
const SUBSTITUTED = /(?:^|[=:])(?:\$\([\w ./~"-]{1,200}\)|`[\w ./~"-]{1,200}`)/;
const OTHER_SHELLS_OF_LINES: ReadonlySet<string> = new Set(
  'cmd powershell pwsh fish ssh wsl nix-shell nix direnv env'.split(' '),
);

/** What is mostly started so: a program, and no script. */
const PROGRAMS = '(?:npx|npm|node|uvx?|bunx?|deno|docker|podman|python[\\d.]*|java|dotnet|go)';
const STARTS = new RegExp(`^${PROGRAMS}$`);
/** It, and what is behind it on a line. */
const LINE = new RegExp(`^${PROGRAMS} \\S`);

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
  { name: 'a folder to go to first', fires: true, given: entry('env', 'cd /srv/acme && ', 'uv run acme') },
  { name: 'a folder to go to, for a shell', fires: false, given: entry('ssh', 'host', 'cd /srv/acme && uv run acme') },
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
  {
    name: 'a script in pieces that no program begins',
    fires: true,
    given: entry('bash', '-c', 'source', '/srv/venv/bin/activate', '&&', 'python', 'a.py'),
    params: { word: 'source' },
  },
  { name: 'a program for a script', fires: true, given: entry('bash', 'npx', '-y', 'acme'), params: { word: 'npx' } },
  {
    name: 'a line for a script',
    fires: true,
    given: entry('sh', '-l', 'uvx acme --stdio'),
    params: { word: 'uvx acme --stdio' },
  },
  {
    name: 'a variable in front of the package',
    fires: true,
    given: entry('npx', 'ACME_REGION=eu', '-y', 'acme'),
    params: { word: 'ACME_REGION=eu' },
  },
  {
    name: 'a variable in front of the image',
    fires: true,
    given: entry('docker', 'run', '-i', '--rm', 'ACME_REGION=eu', 'acme/mcp'),
  },
  {
    name: 'a variable for the container',
    fires: false,
    given: entry('docker', 'run', '-i', '--rm', '-e', 'ACME_REGION=eu', 'acme/mcp'),
  },
  { name: 'words for the server', fires: false, given: entry('npx', '-y', 'acme', 'ACME_REGION=eu') },
  { name: 'a script', fires: false, given: entry('bash', './run.sh', '--stdio') },
  {
    name: 'what a command prints',
    fires: true,
    given: entry('node', '$(pwd)/server.js'),
    params: { word: '$(pwd)/server.js' },
  },
  {
    name: 'the same in a value',
    fires: true,
    given: entry('docker', 'run', '-i', '-v', '/x:/y', '-e', 'A=`id -u`', 'acme'),
  },
  { name: 'the same for a shell', fires: false, given: entry('sh', '-c', 'node $(pwd)/server.js') },
  { name: 'words in a sentence', fires: false, given: entry('npx', '-y', 'acme', '--hint', 'use `ls` (or $x)') },
  { name: 'a value', fires: false, given: entry('npx', '-y', 'acme', '--delimiter', '|') },
  { name: 'a script as one text', fires: false, given: entry('bash', '-c', 'cd /srv && npx -y acme') },
  { name: 'a script with its args', fires: false, given: entry('sh', '-c', 'exec "$0" "$@"', 'npx', '-y', 'acme') },
];
