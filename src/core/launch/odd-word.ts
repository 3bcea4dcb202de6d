/** The first word of an entry that its program takes for something else than was meant, by the form of the command line alone. */
export interface OddWord {
  /** Where it stands among the args. */
  readonly at: number;
  /**
   * `subcommand`: the program knows no such subcommand, and takes the word behind `meant`. `doubled`: the program itself
   * stands for that word already. `module`: it is a file, where a module is named. `flag`: one of another program's.
   */
  readonly is: 'subcommand' | 'doubled' | 'module' | 'flag';
  /** What to put in front of it, or in its place; empty where it is only to be left out. */
  readonly meant: string;
}

/** Judges the words behind a program; null where they may be right. Sources: the manual of each program. */
export function oddWord(program: string, args: readonly string[]): OddWord | null {
  const kind = program.replace(/^python[\d.]*$|^py$/, 'python');
  const [first = '', second] = args;
  if (YES_OF_NPX.test(first) && TAKES_NO_YES.has(kind)) return { at: 0, is: 'flag', meant: '' };
  if (kind === 'python') {
    const at = args.findIndex((arg) => !/^-[uBEIOPbiqs]+$/.test(arg));
    const name = args[at + 1] ?? '';
    return args[at] === '-m' && /^[\w./\\-]+\.py$/.test(name)
      ? { at: at + 1, is: 'module', meant: moduleOf(name) }
      : null;
  }
  if (kind === 'java') {
    const at = args.findIndex((arg) => !arg.startsWith('-'));
    const isGiven = args.some((arg) => /^-(?:jar|cp|classpath|-class-path|m)$/.test(arg));
    return !isGiven && args[at]?.endsWith('.jar') ? { at, is: 'subcommand', meant: '-jar' } : null;
  }
  const own = args.findIndex((arg) => !/^(?:-y|-q|--yes|--quiet)$/.test(arg));
  const word = args[own] ?? '';
  if (FETCHES.has(kind) && /^(?:run|exec|dlx|x)$/.test(word) && second !== undefined && own === 0)
    return { at: 0, is: 'doubled', meant: '' };
  const meant = NEEDS_SUBCOMMAND.get(kind)?.find(({ unlike }) => unlike.test(first));
  return meant ? { at: 0, is: 'subcommand', meant: meant.words } : null;
}

const YES_OF_NPX = /^(?:-y|--yes)$/;
/** What ends at a flag that it does not know. */
const TAKES_NO_YES: ReadonlySet<string> = new Set(['node', 'python', 'uvx', 'uv', 'docker', 'podman', 'deno']);
/** What takes its first word for the name of a package. */
const FETCHES: ReadonlySet<string> = new Set(['npx', 'bunx', 'pnpx', 'uvx']);

interface LeftOut {
  /** The form of what is no subcommand. */
  readonly unlike: RegExp;
  /** What belongs in front of that. */
  readonly words: string;
}

const CONTAINER: readonly LeftOut[] = [{ unlike: /^[a-z][\w.-]*\/[\w./-]+(?::[\w.-]+)?$/i, words: 'run -i --rm' }];

/** Programs whose first word is a subcommand. */
const NEEDS_SUBCOMMAND: ReadonlyMap<string, readonly LeftOut[]> = new Map([
  [
    'uv',
    [
      { unlike: /^[\w./\\:-]+\.py$/, words: 'run' },
      { unlike: /^(?!generate-)[a-z][\w]*[-_][\w-]+$/i, words: 'tool run' },
    ],
  ],
  ['pipx', [{ unlike: /^[a-z]\w*-[\w-]+$/i, words: 'run' }]],
  ['go', [{ unlike: /^[\w./\\:-]+\.go$/, words: 'run' }]],
  ['docker', CONTAINER],
  ['podman', CONTAINER],
]);

/** `src/acme/server.py` as Python names it. */
function moduleOf(file: string): string {
  return file
    .replace(/^\.[/\\]/, '')
    .replace(/\.py$/, '')
    .replaceAll(/[/\\]/g, '.');
}
