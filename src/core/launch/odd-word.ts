/** The first word of an entry that its program takes for something else than was meant, by the form of the command line alone. */
export interface OddWord {
  /** Where it stands among the args; null where the program itself is it. */
  readonly at: number | null;
  readonly is: Oddity;
  /** What to put in front of it, or in its place; empty where it is only to be left out. */
  readonly meant: string;
  /** How many words behind it go with it. */
  readonly takes?: number;
}

/**
 * `subcommand`: the program knows no such subcommand, and takes the word behind `meant`. `doubled`: the program itself
 * stands for that word already. `module`: it is a file, where a module is named. `flag`: one of another program's.
 * `installs`: with it the program puts something on the machine, and ends. `address`: a server is meant, and an archive
 * of a package is taken. `value`: an option in front of it takes it for its value, which is missing. `source`: it says
 * where a package comes from, and nothing behind it what to run. `late`: it belongs in front of what is run, which gets it.
 * `apart`: what stands behind it belongs to it. `drive`: it was a flag, and a shell has taken it for a folder.
 * `sibling`: a subcommand of the program `meant`, which has this one's other words. `file`: a package is wanted, and it is a file, for which there is another program. `incomplete`: nothing says what to
 * run, and the program ends by itself.
 */
type Oddity =
  | 'subcommand'
  | 'doubled'
  | 'module'
  | 'flag'
  | 'installs'
  | 'address'
  | 'value'
  | 'source'
  | 'late'
  | 'apart'
  | 'drive'
  | 'sibling'
  | 'file'
  | 'incomplete';

/** What one kind of mistake looks like in the words behind a program; null where they may be right. */
interface Judge {
  /** Whose words can look so. */
  readonly programs: Iterable<string>;
  readonly judge: (args: readonly string[], program: string) => OddWord | null;
}

/** Judges the words behind a program; null where they may be right. Sources: the manual of each program. */
export function oddWord(program: string, args: readonly string[]): OddWord | null {
  const kind = program.startsWith('py') ? program.replace(/^python[\d.]*$|^py$/, 'python') : program;
  for (const { judge } of judgesOf.get(kind) ?? []) {
    const odd = judge(args, kind);
    if (odd) return odd;
  }
  return null;
}

/** A flag of npx in front of what ends at a flag that it does not know. */
function flagOfNpx([first = '']: readonly string[]): OddWord | null {
  return YES_OF_NPX.test(first) ? { at: 0, is: 'flag', meant: 'npx' } : null;
}

/** `-m` in front of the name of a package, as Python has it for a module. */
function flagOfPython([first, name = '']: readonly string[]): OddWord | null {
  return first === '-m' && /^[a-z]/i.test(name) ? { at: 0, is: 'flag', meant: 'python' } : null;
}

const YES_OF_NPX = /^(?:-y|--yes)$/;
const TAKES_NO_YES = ['node', 'python', 'uvx', 'uv', 'docker', 'podman', 'deno'];

function fileForModule(args: readonly string[]): OddWord | null {
  const at = args.findIndex((arg) => !/^-[uBEIOPbiqs]+$/.test(arg));
  const name = args[at + 1] ?? '';
  return args[at] === '-m' && /^[\w./\\-]+\.py$/.test(name)
    ? { at: at + 1, is: 'module', meant: moduleOf(name) }
    : null;
}

/** `src/acme/server.py` as Python names it. */
function moduleOf(file: string): string {
  return file
    .replace(/^\.[/\\]/, '')
    .replace(/\.py$/, '')
    .replaceAll(/[/\\]/g, '.');
}

function archiveOfJava(args: readonly string[]): OddWord | null {
  const at = args.findIndex((arg) => !arg.startsWith('-'));
  const isGiven = args.some((arg) => /^-(?:jar|cp|classpath|-class-path|m)$/.test(arg));
  return !isGiven && args[at]?.endsWith('.jar') ? { at, is: 'subcommand', meant: '-jar' } : null;
}

function doubled([first = '', second]: readonly string[]): OddWord | null {
  const isDoubled = second !== undefined && /^(?:run|exec|dlx|x|install)$/.test(first) && !second.startsWith('-');
  return isDoubled ? { at: 0, is: 'doubled', meant: '' } : null;
}

/** What takes its first word for the name of a package. */
const FETCHES = ['npx', 'bunx', 'pnpx', 'uvx'];

/** npm takes an address for that of an archive, uv likewise: a page that speaks MCP is none. */
function address(args: readonly string[], program: string): OddWord | null {
  const at = firstFetched(args);
  const isServer = SPEAKS_MCP.test(args[at] ?? '');
  return isServer ? { at, is: 'address', meant: program === 'uvx' ? '' : 'mcp-remote' } : null;
}

/** Where what is to be fetched stands: behind the switches that one puts in front of it. */
function firstFetched(args: readonly string[]): number {
  return args.findIndex((arg) => !/^(?:-y|-q|--yes|--quiet)$/.test(arg));
}

const SPEAKS_MCP = /^https?:\/\/[^/\s]+(?:\/[\w./-]*)?\/(?:mcp|sse)\/?$/;

function installs(args: readonly string[], program: string): OddWord | null {
  const does = INSTALLS.get(program);
  const at = does ? args.findIndex((arg) => !arg.startsWith('-')) : -1;
  if (!does || at < 0) return null;
  const words = args.slice(at).filter((arg) => !arg.startsWith('-'));
  return does.test(words.join(' ')) ? { at, is: 'installs', meant: '' } : null;
}

const OF_NPM = /^(?:install|i|add|ci)(?: |$)/;
const OF_MOST = /^install \S/;
const OF_IMAGES = /^(?:pull|build) \S/;
const OF_CLIENTS = /^mcp add(?:-json)? \S/;

/** By their programs, the words that install, fetch or write down something. */
const INSTALLS: ReadonlyMap<string, RegExp> = new Map([
  ['npm', OF_NPM],
  [
    'npx',
    /^(?:npm (?:install|i|add|ci)|(?:@smithery\/cli|mcp-get|@michaellatman\/mcp-get)(?:@[\w.-]{1,20})? install)(?: |$)/,
  ],
  ['pnpm', OF_NPM],
  ['yarn', /^add \S/],
  ['bun', /^(?:add|install) \S/],
  ['uv', /^(?:add|sync|tool install|pip install)(?: |$)/],
  ...'pip pip3 pipx brew cargo go gem apt apt-get winget choco'.split(' ').map((name) => [name, OF_MOST] as const),
  ['dotnet', /^tool install \S/],
  ['git', /^clone \S/],
  ['docker', OF_IMAGES],
  ['podman', OF_IMAGES],
  ...['claude', 'gemini', 'codex'].map((name) => [name, OF_CLIENTS] as const),
]);

/** `--directory run …`: the folder is missing, and the subcommand is taken for it. */
function swallowed(args: readonly string[]): OddWord | null {
  const at = args.findIndex((arg, index) => arg === 'run' && /^--(?:directory|project)$/.test(args[index - 1] ?? ''));
  return at > 0 && !args.slice(at + 1).includes('run') ? { at, is: 'value', meant: args[at - 1] ?? '' } : null;
}

/** `uvx --directory … run server.py`: uv has that subcommand, and uvx takes it for the name of a package. */
function ofUv(args: readonly string[]): OddWord | null {
  let at = 0;
  while (/^--(?:directory|project)$/.test(args[at] ?? '')) at += 2;
  const runs = args[at + 1];
  const isOfUv = args[at] === 'run' && runs !== undefined && (at > 0 || runs.endsWith('.py'));
  return isOfUv ? { at, is: 'sibling', meant: 'uv' } : null;
}

/** `uvx --from acme`, and nothing to run. */
function sourceAlone(args: readonly string[]): OddWord | null {
  const isAlone = args.length === 2 && args[0] === '--from' && !args[1]?.startsWith('-');
  return isAlone ? { at: 0, is: 'source', meant: '' } : null;
}

/** Where a package comes from, behind the package: that gets it, and no server reads such an address. */
function lateSource(args: readonly string[]): OddWord | null {
  const [name = ''] = args;
  const at = args.findIndex((arg, index) => arg === '--from' && SOURCE.test(args[index + 1] ?? ''));
  return at > 0 && /^[a-z][\w.-]*$/i.test(name) ? { at, is: 'late', meant: name, takes: 1 } : null;
}

const SOURCE = /^git\+|^https?:\/\/.*\.(?:whl|zip|tar\.gz)$|^[a-z][\w.-]*(?:\[\w,]*\])?(?:==|$)/i;

/** An option that ends where its value begins, and the name of a header without what is to be sent. */
function apart(args: readonly string[]): OddWord | null {
  const at = args.findIndex((arg, index) => {
    const next = args[index + 1] ?? '-';
    const isHeader = /^[\w-]+:$/.test(arg) && args[index - 1] === '--header';
    return !next.startsWith('-') && (isHeader || /^--[a-z][\w-]*=$/i.test(arg));
  });
  return at < 0 ? null : { at, is: 'apart', meant: args[at]?.endsWith(':') ? ' ' : '', takes: 1 };
}

/** `/c`, as a shell that has its drives under such names hands it on. Source: the path conversion of MSYS2. */
function drive([first = '', second]: readonly string[]): OddWord | null {
  return /^[A-Za-z]:[\\/]$/.test(first) && second !== undefined ? { at: 0, is: 'drive', meant: '/c' } : null;
}

/** Permissions behind the script of Deno, which are its own and no script's. */
function latePermission(args: readonly string[]): OddWord | null {
  if (args[0] !== 'run') return null;
  const script = args.findIndex((arg, index) => index > 0 && !arg.startsWith('-'));
  const at = script < 0 ? -1 : args.findIndex((arg, index) => index > script && PERMISSION.test(arg));
  return at > 0 ? { at, is: 'late', meant: args[script] ?? '' } : null;
}

const PERMISSION = /^(?:-A|--allow-(?:all|net|env|read|write|run|sys|ffi|import)(?:=.*)?)$/;

/** A script for what runs packages. npm takes a path for that of a folder with a package in it; uvx refuses it. */
function fileForPackage(args: readonly string[], program: string): OddWord | null {
  const at = firstFetched(args);
  const file = FILES.get(program);
  return file?.form.test(args[at] ?? '') ? { at, is: 'file', meant: file.runner } : null;
}

interface FileRunner {
  /** The form of a file that it runs. */
  readonly form: RegExp;
  readonly runner: string;
}

const OF_NODE: FileRunner = { form: /^(?:\.{0,2}[/\\]|[A-Za-z]:[/\\]).*\.[cm]?js$/, runner: 'node' };
const FILES: ReadonlyMap<string, FileRunner> = new Map([
  ['npx', OF_NODE],
  ['pnpx', OF_NODE],
  ['uvx', { form: /\.py$/, runner: 'uv run' }],
]);

/** Command lines that end where what to run would begin, by their programs. What reads stdin then is a misfit. */
function incomplete(args: readonly string[], program: string): OddWord | null {
  const isIncomplete = ENDS_EARLY.get(program)?.test(args.join(' ')) === true;
  return isIncomplete ? { at: null, is: 'incomplete', meant: '' } : null;
}

const OF_CONTAINERS = /^(?:run(?: --?[a-z]\S*)*)?$/;
const ENDS_EARLY: ReadonlyMap<string, RegExp> = new Map([
  ['uvx', /^(?:(?:-q|--quiet|--isolated|--refresh|--offline)(?: |$))*$/],
  ['uv', /^(?:(?:tool )?run)?$/],
  ['pipx', /^(?:run)?$/],
  ['bunx', /^(?:--bun)?$/],
  ['pnpx', /^$/],
  ['deno', /^run(?: (?:-A|-q|--allow-\S+))*$/],
  ['docker', OF_CONTAINERS],
  ['podman', OF_CONTAINERS],
  ['python', /(?:^| )-m$/],
  ['java', /(?:^| )-(?:jar|cp|classpath)$/],
  ['go', /^run$/],
]);

interface LeftOut {
  /** The form of what is no subcommand. */
  readonly unlike: RegExp;
  /** What belongs in front of that. */
  readonly words: string;
}

const CONTAINER: readonly LeftOut[] = [
  { unlike: /^(?:-i|-it|-ti|--rm|-e|-v|--interactive|--env|--volume|--mount)$/, words: 'run' },
  { unlike: /^[a-z][\w.-]*\/[\w./-]+(?::[\w.-]+)?$/i, words: 'run -i --rm' },
];

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

function noSubcommand([first = '', ...others]: readonly string[], program: string): OddWord | null {
  if (first.startsWith('-') && others.includes('run')) return null;
  const meant = NEEDS_SUBCOMMAND.get(program)?.find(({ unlike }) => unlike.test(first));
  return meant ? { at: 0, is: 'subcommand', meant: meant.words } : null;
}

/** In the order in which they are asked. */
const JUDGES: readonly Judge[] = [
  { programs: TAKES_NO_YES, judge: flagOfNpx },
  { programs: ['python'], judge: fileForModule },
  { programs: ['java'], judge: archiveOfJava },
  { programs: ['uvx'], judge: ofUv },
  { programs: ['uvx', 'pipx'], judge: flagOfPython },
  { programs: FETCHES, judge: doubled },
  { programs: FETCHES, judge: address },
  { programs: INSTALLS.keys(), judge: installs },
  { programs: ['uv'], judge: swallowed },
  { programs: ['uvx'], judge: sourceAlone },
  { programs: ['uvx'], judge: lateSource },
  { programs: ['cmd'], judge: drive },
  { programs: ['deno'], judge: latePermission },
  { programs: FILES.keys(), judge: fileForPackage },
  { programs: ENDS_EARLY.keys(), judge: incomplete },
  { programs: NEEDS_SUBCOMMAND.keys(), judge: noSubcommand },
  { programs: [...FETCHES, 'node', 'python', 'uv'], judge: apart },
];

const judgesOf = new Map<string, readonly Judge[]>();
for (const each of JUDGES)
  for (const program of each.programs) judgesOf.set(program, [...(judgesOf.get(program) ?? []), each]);
