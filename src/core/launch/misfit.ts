import { programName } from './program-name';

/**
 * What is wrong, by its form alone, with what an entry would have its client start. `command-line`: `command` holds
 * arguments besides the program. `shell`, `interpreter`: the program is given nothing to run, and would take what the
 * client says, our `initialize` first, for its commands. Such a thing is never started.
 */
export interface Misfit {
  readonly kind: 'command-line' | 'shell' | 'interpreter';
  readonly program: string;
}

/** Judges a program and its args; null where nothing is wrong with their form. Of most programs the args do not matter. */
export function misfitOf(command: string, argsOf: () => readonly string[]): Misfit | null {
  if (/\s/.test(command)) {
    const byPath = RUNNER_BY_PATH.exec(command)?.[1];
    if (byPath !== undefined) return { kind: 'command-line', program: byPath };
    const [first = '', second] = command.trim().split(/\s+/);
    const isLine = second !== undefined && (isCommandLine(first, second, command) || SHELL_WORDS.test(command));
    if (isLine) return { kind: 'command-line', program: programOf(command.trim().split(/\s+/)) };
  }
  const program = programName(command);
  const prefix = PREFIXES.get(program);
  if (prefix) {
    const args = argsOf();
    // Without a word that tells it to run something it reads what is typed.
    if (program === 'cmd' && !args.some((arg) => /^\/[a-z]*[ck]/i.test(arg))) return { kind: 'shell', program };
    const [inner, ...rest] = args.slice(args.findIndex((arg) => !prefix.test(arg)));
    if (inner === undefined || prefix.test(inner)) return program === 'cmd' ? { kind: 'shell', program } : null;
    return /\s/.test(inner) ? null : misfitOf(inner, () => rest);
  }
  const reader = READERS.get(program.startsWith('python') ? program.replace(/^python[\d.]+$/, 'python') : program);
  return reader && argsOf().every((arg, index, args) => isIdle(arg, args[index - 1], reader))
    ? { kind: reader.is, program }
    : null;
}

/** A runner by its path, which may have blanks in it, and the path of what it is to run. */
const RUNNER_BY_PATH =
  /^["']?((?:[A-Za-z]:)?[/\\](?:.{0,300}?[/\\])?(?:node|python[\d.]{0,4}|uvx?|npx|bunx?|deno|java|ruby|php|tsx)(?:\.exe|\.cmd)?)["']? +["']?(?:\/|~[/\\]|\.{1,2}[/\\]|[A-Za-z]:[/\\])/i;

/** What only a shell reads: no file is called that. */
const SHELL_WORDS = /\s(?:&&|\|\||\||;|2?>{1,2})(?:\s|$)/;

/** The first word that is no variable of the shell. */
function programOf(words: readonly string[]): string {
  return words.find((word) => !ASSIGNMENT.test(word)) ?? words[0] ?? '';
}

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** A line of another tool that writes down how a server is started. */
const WITH_RUNNER = /^\w[\w-]*\s.*\s(?:npx|uvx|node|docker|bunx)\s\S/;

/** Nothing but small words, as of `xcrun mcpbridge`: what has blanks in its name has capitals, a folder or an ending. */
const PLAIN_WORDS = /^[a-z][a-z\d-]{1,30}(?: [a-z\d@:=][a-z\d@:=-]*)+$/;

/** A path may have blanks in it. What follows the bare name of a known program, or begins like a flag, is no path. */
function isCommandLine(first: string, second: string, line: string): boolean {
  const isBareName = programName(first) === first.toLowerCase();
  return (
    ASSIGNMENT.test(first) ||
    (isBareName && (WITH_RUNNER.test(line) || PLAIN_WORDS.test(line))) ||
    /^--?[a-z]/i.test(second) ||
    /\.(?:exe|cmd|bat)["']? +(?:--?[a-z]|[^\s\\]+$)/i.test(line) ||
    (isBareName && (READERS.has(first) || PREFIXES.has(first) || RUNNERS.has(first) || /^python[\d.]+$/.test(first)))
  );
}

function isIdle(arg: string, before: string | undefined, { idle, idleWithValue, idleWord }: StdinReader): boolean {
  if (arg.startsWith('-') && (idle.test(arg) || idleWithValue?.test(arg))) return true;
  if (before?.startsWith('-') && idleWithValue?.test(before)) return true;
  return arg === idleWord || arg.trim() === '';
}

/** A program that reads from stdin what it is to do, where nothing but flags that leave it idle is given to it. */
interface StdinReader {
  readonly is: 'shell' | 'interpreter';
  readonly idle: RegExp;
  /** Flags of that kind whose value stands in the arg behind them. */
  readonly idleWithValue?: RegExp;
  /** A word that is no flag and leaves it idle. */
  readonly idleWord?: string;
}

const SHELL: StdinReader = { is: 'shell', idle: /^-[eils]*$|^--(?:login|noprofile|norc|posix)$/ };
const POWERSHELL: StdinReader = {
  is: 'shell',
  idle: /^-(?:NoProfile|NoLogo|NonInteractive|NoExit)$/i,
  idleWithValue: /^-(?:ExecutionPolicy|ep)$/i,
};

/** Sources: the manual of each program. A flag that is not listed means that it may well have something to run. */
const READERS: ReadonlyMap<string, StdinReader> = new Map(
  Object.entries({
    npx: {
      is: 'shell',
      // Of a text with a blank in it npx makes one flag that it does not know, and no package.
      idle: /^(?:-\S* .*|-y|--yes|-q|--quiet|--no-install|--offline|--prefer-offline|--prefer-online|--package=.*|--)$/,
      idleWithValue: /^(?:-p|--package)$/,
    },
    sh: SHELL,
    bash: SHELL,
    zsh: SHELL,
    dash: SHELL,
    fish: SHELL,
    powershell: POWERSHELL,
    pwsh: POWERSHELL,
    node: {
      is: 'interpreter',
      idle: /^(?:-|--|-i|--interactive|--no-warnings|--no-deprecation|--enable-source-maps|--inspect(?:-brk)?(?:=.*)?)$/,
      idleWithValue: /^(?:-r|--require|--import)$/,
    },
    python: { is: 'interpreter', idle: /^-[uBEIOPbiqs]*$/, idleWithValue: /^-[WX]$/ },
    ruby: { is: 'interpreter', idle: /^-w?$/ },
    perl: { is: 'interpreter', idle: /^-[wT]*$/ },
    php: { is: 'interpreter', idle: /^-[anq]?$/ },
    lua: { is: 'interpreter', idle: /^-[iE]?$/ },
    deno: { is: 'interpreter', idle: /^-q$/, idleWord: 'repl' },
  } satisfies Record<string, StdinReader>),
);

/** Programs that run what stands behind their own words. */
const PREFIXES: ReadonlyMap<string, RegExp> = new Map([
  ['cmd', /^\/[a-z]$/i],
  ['env', /^-|^[A-Za-z_]\w*=/],
]);

/** Other programs that stand first on a command line which somebody pasted whole. */
const RUNNERS = new Set(
  'npm pnpm pnpx yarn bun bunx uv uvx pip pipx poetry docker podman dotnet dnx java go cargo sudo wsl'.split(' '),
);
