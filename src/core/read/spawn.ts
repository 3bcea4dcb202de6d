import { fill, safe } from '../text';
import { clientMatches, stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type SpawnFact =
  /** `code`: Node's name for what the system answered. `program` is null where it is not said which one. */
  | Told<'spawn-failed', { code: Safe; program: Safe | null }>
  /** The folder in which it was to be started is none; Windows and Go say that apart. */
  | Told<'folder-refused', { path: Safe | null }>;

/** The layer that starts programs: its error as an object, or the sentence that a client made of it. */
export function read(start: Said): readonly SpawnFact[] {
  const { spawnError } = start;
  if (spawnError) {
    const text = fill('spawn {program} {code}', { program: spawnError.program, code: spawnError.code });
    return [{ kind: 'spawn-failed', ...spawnError, evidence: { kind: 'spawn', line: null, text } }];
  }
  const folders = FOLDER.flatMap((pattern) => said(start, pattern));
  if (folders.length > 0)
    return folders
      .slice(0, 1)
      .map(({ groups: [, path = null], evidence }) => ({ kind: 'folder-refused', path, evidence }));
  const named = [...NAMED, ...IN_SENTENCES].flatMap((pattern) =>
    said(start, pattern).flatMap(({ groups: [, first, second], evidence }) => {
      const inSentence = IN_SENTENCES.includes(pattern);
      const program = inSentence ? (first ?? second) : first;
      const code = codeOf(inSentence ? undefined : second);
      return program ? [{ kind: 'spawn-failed' as const, code, program, evidence }] : [];
    }),
  );
  if (named.length > 0) return named;
  return UNNAMED.flatMap((pattern) =>
    said(start, pattern).map(({ groups: [, ...codes], evidence }) => ({
      kind: 'spawn-failed' as const,
      code: codeOf(codes.find((code) => code !== undefined)),
      program: null,
      evidence,
    })),
  );
}

/** A client says in its log what it could not start; without one it stands among what was printed. uv has its own reader. */
function said(start: Said, pattern: RegExp) {
  const all = [...clientMatches(start, pattern), ...stderrMatches(start, pattern)];
  return all.filter(({ evidence }) => !OF_UV.test(evidence.text));
}

const OF_UV = /\bFailed to spawn: `?|^\s*(?:╰─▶ |Caused by: )/;

/** The same in every language: Node's name, the system's number, or its sentence; without any it was not found. */
function codeOf(said: Safe | undefined): Safe {
  return CODES.find(([form]) => said !== undefined && form.test(said))?.[1] ?? safe('ENOENT');
}

const CODES: readonly (readonly [RegExp, Safe])[] = [
  [/^(?:EACCES|5|13|permission denied|access is denied)$/i, safe('EACCES')],
  [/^(?:EINVAL|cmd \/c)$/, safe('EINVAL')],
  [/^ENOTDIR$|^20$/, safe('ENOTDIR')],
  // A file that is no program for this system: on Windows the script beside a batch file is such a one.
  [/^(?:8|86|193|216|exec format error|UNKNOWN)$/i, safe('ENOEXEC')],
];

/** Windows' error 267, in whatever language it is told; Go's and Rust's words for the folder. */
const FOLDER = [
  /\bos error 267\b|\b(?:error=|Win32Exception \()267\b|\[WinError 267\]/,
  /\b(?:[Ww]orking directory|cwd|[Cc]urrent directory) ['"]?((?![~$])\S{1,300}?)['"]? (?:does not exist|doesn't exist|not found|is not a directory)\b/,
  /\b(?:[Ww]orking directory|cwd) (?:does not exist|doesn't exist|not found|is missing)(?:: ?(?![~$])(\S{1,300}))?$|^chdir: [Nn]o such file or directory$/,
  /\bchdir ([^:]{1,400}|[A-Z]:[^:]{1,400}): (?:no such file or directory|not a directory)/,
  // The folder was deleted: Node.js' words for it, then those of shells and Python.
  /\bENOENT: [\w ,]{5,60}\b(?:uv_cwd|getcwd)\b|^ENOENT:? uv_cwd\b|\bgetcwd\(\) failed: No such file|\berror retrieving current directory: getcwd: .{1,80}: No such file or directory/,
  /\bFileNotFoundError: \[Errno 2\] No such file or directory$|\bos\.getcwd\(\).{0,40}No such file/,
];

const LOOKED_FOR = '(?:No such file or directory|The system cannot find the (?:file|path) specified)';

/** Programs that entries name, which is how a sentence about one of them is told from one about a file. */
const RUNNER =
  '(npx|npm|pnpm|node|uvx?|bunx?|deno|docker|podman|python3?|pipx|java|dotnet|cargo|go|ruby|php)(?:\\.exe|\\.cmd)?';
const NOUN = '(?:command|program|executable(?: file)?|binary|runtime)';
const ABSENT =
  '(?:was |is |are |could )?(?:not (?:be )?(?:found|installed|available|recognized|in (?:the |your )?PATH)|missing)\\b';

/** Clients and launchers in sentences of their own: what was looked for, and that it is not there. */
const IN_SENTENCES = [
  new RegExp(
    `^(?:\\w{0,30}Error: |[Ee]rror: |[Ff]ailed to start\\b.{0,60}: )?(?:the |${NOUN} ){0,2}['"\`]?${RUNNER}['"\`]?:? (?:${NOUN} )?${ABSENT}`,
    'i',
  ),
  new RegExp(
    `\\b(?:could not|cannot|can't|unable to|failed to) (?:find|locate|resolve) (?:the |${NOUN}:? ){0,2}['"\`]?${RUNNER}(?:['"\`.,;]|$| (?:in|on|${NOUN})\\b)`,
    'i',
  ),
  new RegExp(`\\bwhich: no ${RUNNER} in \\(|\\bwhich\\(["']${RUNNER}["']\\) (?:returned|is) (?:None|null)\\b`),
  new RegExp(`(?:\\bENOENT|\\bFileNotFoundError|\\bNo such file or directory): ${RUNNER}$`),
];

/** Node's, Go's, Bun's, Java's, .NET's and Python's words for a program that could not be started, and what clients make of them. */
const NAMED = [
  /\bspawn (\S(?:.{0,510}?\S)?) (ENOENT|EACCES|EINVAL|ENOTDIR|UNKNOWN)\b/,
  /exec: "([^"]{1,512})": executable file not found in/,
  // Claude Code's, before it starts anything.
  /\bWindows requires '(?=cmd \/c' wrapper to execute (\S{1,60}))(cmd \/c)'/,
  /\bexecvpe?\((\S{1,100}?)\) failed: No such file/,
  /\bfork\/exec ([^:]{1,512}|[A-Z]:[^:]{1,512}): (no such file or directory|permission denied|exec format error)/,
  /Executable not found in \$PATH: "([^"]{1,512})"/,
  /\bENOENT: no such file or directory, (?:posix_spawn|uv_spawn) '([^']{1,512})'/,
  /\bCannot run program "([^"]{1,512})"(?: \(in directory "[^"]{0,512}"\))?: .{0,60}?\berror[=:] ?(\d{1,4})\b/,
  /\btrying to start process '([^']{1,512})' with working directory '[^']{0,512}'\. (Permission denied|Access is denied|Exec format error)?/,
  /\bfailed to spawn command\. \(path="([^"]{1,512})"/,
  /\bfrom configuration `Stdio\([^:`]{1,100}: ([^\s`]{1,256})[^`]{0,512}` `(No such file or directory|[Pp]ermission denied)\b/,
  // A name with a dot or a slash is a file that some code wanted to open.
  /\[Errno 2\] No such file or directory: ['"]([^'"./\\\s]{1,256})['"]/,
  /\bExecutable (?:doesn't exist|not found): ([\w.@-]{1,60})$/,
  /\bENOENT: ([\w.@-]{1,60}) not found\b/,
  /\b[Cc]ommand (?:was )?not found (?:on|in) (?:the |your )?\$?PATH: ([\w.@-]{1,60}?)(?:\.$|\. |[,;]|$)/,
  /[Cc]ommand ['"`‘“]([^'"`’”\s]{1,256})['"`’”] (?:was |is )?not found\b/,
  /[Cc]ommand ['"`‘“]([^'"`’”\s]{1,256})['"`’”] needed to run .{1,200} was not found\b/,
  /\b(?!command\b)([\w.-]{1,60}) (?:was )?not found (?:on|in) (?:the |your )?\$?PATH\b/,
];

const STARTS = '(?:run|spawn|start|execute|launch)(?:ning|ing)?';
const WHAT = '(?:the |MCP |stdio |child |local |server |command |process |program |extension ){0,5}';

/** The same without a name: Python names every file but a program that it was to start. */
const UNNAMED = [
  /\bspawn (EINVAL|EACCES|UNKNOWN)\b/,
  /^(?:Error: )?(?:spawn )?(EACCES|ENOENT|EINVAL)$/,
  /^command not found$|^No such file or directory \(os error 2\)$/,
  new RegExp(
    `\\b(?:MCP startup failed|M[Cc][Pp] error: -\\d{5}|[Tt]ransport creation error): (?:${LOOKED_FOR}|program not found)`,
  ),
  /\bspawn Unknown system error -(8|86)\b/,
  // Rust's, where clients name the server and not the program.
  new RegExp(
    `\\b${STARTS}\\b ?${WHAT}(?:['"\`]?[^'"\`\\s:]{1,256}['"\`]?)?: (?:${LOOKED_FOR}|program not found|Permission denied \\(os error (13)\\))`,
  ),
  /\bprogram not found$/,
  /(?:^|: )Permission denied \(os error (13)\)$/,
  /\b(?:spawn|start|launch|execute)(?:ing)? (?:the )?(?:process|server|program|command)\b[^'"]{0,60}\bNo such file or directory|^(?!.*can't open file).*\[(?:Errno 2|WinError 2)\][^:'"]{3,60}$/i,
  // What Windows puts in the place of a Python that is not there.
  /^Python was not found; run without arguments\b/,
  /\bos error (193|216)\b|\[WinError (193|216)\]|\bCreateProcess error=(\d{1,3})\b/,
];
