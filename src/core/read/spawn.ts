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
    const code = nameOf(spawnError.code) ?? spawnError.code;
    return [{ kind: 'spawn-failed', ...spawnError, code, evidence: { kind: 'spawn', line: null, text } }];
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
  const fields = inFields(start);
  if (fields.length > 0) return fields;
  const unnamed = start.spoken.length === 1 ? [...UNNAMED, END_OF_CMD] : UNNAMED;
  return unnamed
    .flatMap((pattern) => said(start, pattern))
    .filter(({ evidence }) => !OF_FOLDER_OF_UV.test(evidence.text))
    .map(({ groups: [, ...codes], evidence }) => ({
      kind: 'spawn-failed' as const,
      code: codeOf(codes.find((code) => code !== undefined)),
      program: null,
      evidence,
    }));
}

/** uv runs, and misses the folder that it is to work in. */
const OF_FOLDER_OF_UV = /^error: No such file or directory \(os error 2\)$/;

/** Node's error, written out field by field, where the line that it begins with is not shown. */
function inFields(start: Said): readonly SpawnFact[] {
  const [code] = said(start, /^\s*['"]?code['"]?: ?['"](E[A-Z]{3,10})['"]/);
  return said(start, /^\s*['"]?syscall['"]?: ?['"]spawn ([^'"]{1,512})['"]/).flatMap(
    ({ groups: [, program], evidence }) =>
      program ? [{ kind: 'spawn-failed' as const, code: codeOf(code?.groups[1]), program, evidence }] : [],
  );
}

/** A client says in its log what it could not start; without one it stands among what was printed. uv has its own reader. */
function said(start: Said, pattern: RegExp) {
  const all = [...clientMatches(start, pattern), ...stderrMatches(start, pattern)];
  return all.filter(({ evidence }) => !OF_UV.test(evidence.text) && !DOES_WITHOUT.test(evidence.text));
}

/** A server that goes on without a tool; that a client does so without the server says nothing. */
const DOES_WITHOUT =
  /[,;]\s+(?:\w+\s+){0,2}(?:features?|support|tools?)\s+(?:(?:is|are)\s+)?(?:disabled|off|unavailable|limited)\b/;

/** Java begins likewise what was behind an exception, and names the class of that. */
const OF_UV = /\bFailed to spawn: `?|^\s*(?:╰─▶ |Caused by: (?!(?:[a-z]\w{0,40}\.){1,8}[A-Z]\w))/;

/** The same in every language: Node's name, the system's number, or its sentence; without any it was not found. */
function codeOf(said: Safe | undefined): Safe {
  return (said && nameOf(said)) ?? safe('ENOENT');
}

function nameOf(said: Safe): Safe | undefined {
  return CODES.find(([form]) => form.test(said))?.[1];
}

const CODES: readonly (readonly [RegExp, Safe])[] = [
  [/^(?:EACCES|5|13|permission denied|access is denied)$/i, safe('EACCES')],
  [/^(?:EINVAL|cmd \/c|batch file arguments are invalid)$/, safe('EINVAL')],
  [/^ENOTDIR$|^20$/, safe('ENOTDIR')],
  // A file that is no program for this system: on Windows the script beside a batch file is such a one.
  [/^(?:8|86|193|216|exec format error|UNKNOWN|ENOEXEC|EFTYPE|%1 is not a valid Win32 application)$/i, safe('ENOEXEC')],
];

/** Windows' error 267, in whatever language it is told; Go's and Rust's words for the folder. */
const FOLDER = [
  /\bos error 267\b|\b(?:error=|Win32Exception \()267\b|\[WinError 267\]/,
  /\b(?:[Ww]orking directory|cwd|[Cc]urrent directory) ['"]?((?![~$])\S{1,300}?)['"]? (?:does not exist|doesn't exist|not found|is not a directory)\b/,
  /\b(?:[Ww]orking directory|[Cc]urrent directory|cwd) (?:does not exist|doesn't exist|not found|is missing)(?:: ?(?![~$])(\S{1,300}))?$|^chdir: [Nn]o such file or directory$/,
  /^(?:\w{0,20}Error: )?spawn ENOTDIR\b|^chdir to ['"`](\S{1,300}?)['"`] failed\b/,
  /^error: [Ff]ailed to determine (?:the )?current directory\b|\bcurrent working directory was deleted\b/,
  /\b(?:[Pp]roject directory|[Cc]ould not find directory) ['"`]([^'"`]{1,400})['"`](?: does not exist\b|$)/,
  /\bchdir ([^:]{1,400}|[A-Z]:[^:]{1,400}): (?:no such file or directory|not a directory)/,
  /\b[Ff]ailed to change (?:the )?(?:working )?directory to [`'"]([^`'"]{1,400})[`'"]/,
  // The folder was deleted: Node.js' words for it, then those of shells and Python.
  /\bENOENT: [\w ,]{5,60}\b(?:uv_cwd|getcwd)\b|^ENOENT:? uv_cwd\b|\bgetcwd\(\) failed: No such file|\berror retrieving current directory: getcwd: .{1,80}: No such file or directory/,
  /\bFileNotFoundError: \[Errno 2\] No such file or directory$|\bos\.getcwd\(\).{0,40}No such file/,
];

const LOOKED_FOR = '(?:No such file or directory|The system cannot find the (?:file|path) specified)';

/** Programs that entries name, which is how a sentence about one of them is told from one about a file. */
const RUNNER =
  '(npx|npm|pnpm|node|uvx?|bunx?|deno|docker|podman|python3?|pipx|java|dotnet|cargo|go|ruby|php)(?:\\.exe|\\.cmd)?';
const NOUN = '(?:command|program|executable(?: file)?|binary|runtime|interpreter|package manager|CLI)';
const ABSENT =
  '(?:was |is |are |could )?(?:not (?:be )?(?:found|installed|available|recognized|in (?:the |your )?PATH)|missing)\\b';

/** Clients and launchers in sentences of their own: what was looked for, and that it is not there. */
const IN_SENTENCES = [
  new RegExp(
    `^(?:\\w{0,30}Error: |[Ee]rror: |[Ff]ailed to start\\b.{0,60}: )?(?:the |${NOUN} ){0,2}['"\`]?${RUNNER}['"\`]?:? (?:${NOUN} )?${ABSENT}`,
    'i',
  ),
  new RegExp(
    `\\b(?:could not|couldn't|cannot|can't|unable to|failed to) (?:find|locate|resolve) (?:the |${NOUN}:? ){0,2}['"\`]?${RUNNER}(?:['"\`.,;]|$| (?:in|on|${NOUN})\\b)`,
    'i',
  ),
  new RegExp(`\\bwhich: no ${RUNNER} in \\(|\\bwhich\\(["']${RUNNER}["']\\) (?:returned|is) (?:None|null)\\b`),
  new RegExp(`(?:\\bENOENT|\\bFileNotFoundError|\\bNo such file or directory): ['"]?${RUNNER}['"]?$`),
  new RegExp(`: ['"\`]${RUNNER}['"\`] (?:was |is )?not found[.!]?$`),
  new RegExp(`\\b${NOUN} ['"\`]${RUNNER}['"\`] (?:was |is )?not found\\b`),
  new RegExp(
    `^(?:[\\w.]{0,40}Error: )?[Nn]o such file or directory: ['"]?${RUNNER}['"]?$|^${RUNNER}: No such file or directory$`,
  ),
  new RegExp(`\\b${RUNNER}(?:\\.js)? is required (?:but|and)\\b.{0,20}\\bnot (?:found|installed|available)\\b`, 'i'),
  new RegExp(`^(?:\\w{0,30}Error: )?${RUNNER}(?:\\.js)? is required[.!]?$`, 'i'),
  new RegExp(
    `\\b[Pp]lease install ${RUNNER}(?:\\.js)?(?=$|[.:,;!]| (?:first|from|to|before|and)\\b)|\\brequires ${RUNNER}(?:\\.js)?\\. Please install\\b`,
    'i',
  ),
  new RegExp(
    `\\b(?:[Cc]ould not|[Cc]annot|[Ff]ailed to|[Uu]nable to) (?:start|run|launch|spawn|execute) ['"\`]?${RUNNER}['"\`]?: ENOENT\\b`,
  ),
  // Bun and yarn, of what they take for a script.
  new RegExp(`^error: Script not found "${RUNNER}"|^error Command "${RUNNER}" not found\\.$`),
  new RegExp(
    `\\b(?:[Ff]ailed|[Uu]nable) to (?:start|spawn|launch|run|execute) (?:the )?(?:server |child |MCP )?(?:process|command)[: ]+['"\`]?${RUNNER}['"\`]?$`,
  ),
  new RegExp(`(?:找不到命令|未找到命令)[:：]? ?['"]?${RUNNER}['"]?$`),
];

/** Node's, Go's, Bun's, Java's, .NET's and Python's words for a program that could not be started, and what clients make of them. */
const NAMED = [
  /\bspawn (?!\w+ (?:failed|error): )(\S(?:.{0,510}?[^\s:])?) (ENOENT|EACCES|EINVAL|ENOTDIR|ENOEXEC|EFTYPE|UNKNOWN)\b/,
  /\b[Ss]pawn [\w ]{0,20}(?:failed|error): ((?:[A-Za-z]:)?[^\s:"'][^:"']{2,300}) (ENOENT|EACCES|EINVAL)$/,
  /\bENOENT:? spawn ['"`](\S.{0,300}?)['"`]/,
  /exec: "((?!-)[^"]{1,512})": executable file not found in/,
  // Claude Code's, before it starts anything.
  /\bWindows requires '(?=cmd \/c' wrapper to execute (\S{1,60}))(cmd \/c)'/,
  /^exec (\/\S{1,300}): no such file or directory$/,
  // GLib's, Cocoa's, WSL's.
  /\b[Ff]ailed to execute child process ["“]([^"”]{1,256})["”] \((No such file or directory|Permission denied)\)/,
  /\bThe file [“"]([\w.-]{1,60})[”"] doesn[’']t exist\b/,
  /\bexecvpe? (\S{1,200}) failed 2$/,
  /\bexecv[pe]{0,2}\(([^)\s]{1,256})\): No such file/,
  /\bexecvpe?\((\S{1,100}?)\) failed: No such file/,
  /\bfork\/exec ([^:]{1,512}|[A-Z]:[^:]{1,512}): (no such file or directory|permission denied|exec format error)/,
  /Executable not found in \$PATH: "([^"]{1,512})"/,
  /\bENOENT: no such file or directory, (?:posix_spawn|uv_spawn) '([^']{1,512})'/,
  /\bCannot run program "([^"]{1,512})"(?: \(in directory "[^"]{0,512}"\))?: .{0,60}?\berror[=:] ?(\d{1,4})\b/,
  /\bCannot run program "([^"]{1,512})"$/,
  // Emacs and Neovim.
  /\b[Ss]earching for program: [Nn]o such file or directory, ([\w.@/-]{1,200})$/,
  /\bENOENT: no such file or directory \(cmd\): '([\w.@/-]{1,200})'/,
  /\bENOENT:? posix_spawnp? ['"]([\w.@-]{1,60})['"]/,
  /\bspawn failed \(.{0,160}\b(?:cmd|command|program)[=:] ?["']([^"']{1,256})["']/,
  /\bFailed to start process with command: \[([^\s,\]]{1,256})[,\]]/,
  /\btrying to start process '([^']{1,512})' with working directory '[^']{0,512}'\. (Permission denied|Access is denied|Exec format error)?/,
  /\bfailed to spawn command cd "[^"]{1,300}" && (?:\w{1,40}="[^"]{0,80}" ){0,12}"([^"]{1,400})"/,
  /\bfailed to spawn command\. \(?path[=:] ?"([^"]{1,512})"/,
  /\bfrom configuration `Stdio\([^:`]{1,100}: ([^\s`]{1,256})[^`]{0,512}` `(No such file or directory|[Pp]ermission denied)\b/,
  // A name with a dot or a slash is a file that some code wanted to open.
  /\[Errno 2\] No such file or directory: ['"]([^'"./\\\s]{1,256})['"]/,
  /\bExecutable (?:doesn't exist|not found): ([\w.@-]{1,60})$/,
  /\b(?:program not found|posix_spawnp?|CreateProcess(?:W)? failed): ([\w.@-]{1,60})(?:: No such file or directory)?$/,
  /\b[Cc]ould not start ['"`]([^'"`\s]{1,256})['"`]: (?:executable |program |command )?not found\b/,
  new RegExp(`^env: ['‘\`]?${RUNNER}['’\`]?: No such file or directory$`),
  new RegExp(`\\b${RUNNER}: exit (?:status|code) (?:127|9009)$`),
  /\bENOENT: ([\w.@-]{1,60}) not found\b/,
  /\b[Cc]ommand (?:was )?not found (?:on|in) (?:the |your )?\$?PATH: ([\w.@-]{1,60}?)(?:\.$|\. |[,;]|$)/,
  /(?<!^error )[Cc]ommand ['"`‘“]([^'"`’”\s]{1,256})['"`’”] (?:was |is )?not ?found\b/,
  /[Cc]ommand ['"`‘“]([^'"`’”\s]{1,256})['"`’”] needed to run .{1,200} was not found\b/,
  /\b(?!command\b)([\w.-]{1,60}) (?:was )?not found (?:on|in) (?:the |your )?\$?PATH\b/,
];

const STARTS = '(?:run|spawn|start|execute|launch)(?:ning|ing)?';
const WHAT = '(?:the |MCP |stdio |child |local |server |command |process |program |extension ){0,5}';

/** What is left of the sentence of cmd where that was cut. */
const END_OF_CMD =
  /^(?:operable program or batch file|ou externe, un programme exécutable ou un fichier de commandes|oder externer Befehl, betriebsfähiges Programm oder Batch-Datei|programa ejecutable o archivo por lotes válido|ou externo, um programa operável ou um arquivo em lotes)[.,!]?$/;

/** The same without a name: Python names every file but a program that it was to start. */
const UNNAMED = [
  /\bspawn (EINVAL|EACCES|EFTYPE|UNKNOWN)\b/,
  /\bWin32Exception \((2|5|13|193|216)\): (?!.{0,200}\btrying to start process ')/,
  /^posix_spawnp?(?:\(\))?(?::? failed\.?|: No such file or directory)$/,
  /^(?:Error: )?(?:spawn )?(EACCES|ENOENT|EINVAL)$/,
  /^launch path not accessible$|\bNSPOSIXErrorDomain Code=2\b/,
  /^command not found$|^(?:No such file or directory|[Tt]he system cannot find the file specified\.?) \(os error 2\)$/,
  new RegExp(
    `\\b(?:MCP startup failed|M[Cc][Pp] error: -\\d{5}|[Tt]ransport creation error|[Ss]tdio process error): (?:${LOOKED_FOR}|program not found)`,
  ),
  /\b(?:start|spawn|launch|execute)\b.{0,40}: ([Pp]ermission denied)$/,
  /\b[Ss]pawn (?:error: |failed: )?ENOENT\b|\bQProcess\b.{0,20}\bFailedToStart\b|^execvpe?: No such file or directory$|\boperation couldn[’']t be completed\. No such file or directory\b|\berror=2, No such file or directory\b|\[WinError 2\]$|\(0x80070002\)|\bCreateProcess(?:W)? failed:? (?:with )?(?:error|code)? ?2$|^os error 2$/,
  /\bspawn Unknown system error -(8|86)\b/,
  // Rust's, where clients name the server and not the program.
  new RegExp(
    `\\b${STARTS}\\b ?${WHAT}(?:['"\`]?[^'"\`\\s:]{1,256}['"\`]?)?: (?:${LOOKED_FOR}|program not found|Permission denied \\(os error (13)\\))`,
  ),
  /\b(batch file arguments are invalid)\b/,
  /\bprogram not found$/,
  /\b[Ff]ailed to spawn command "[^"]{1,200}"(?: "[^"]{0,300}"){0,20}$/,
  /(?:^|: )Permission denied \(os error (13)\)$/,
  /\b(?:spawn|start|launch|execute)(?:ing)? (?:the )?(?:process|server|program|command)\b[^'"]{0,60}\bNo such file or directory|^(?!.*can't open file).*\[(?:Errno 2|WinError 2)\][^:'"]{3,60}$/i,
  // What Windows puts in the place of a Python that is not there.
  /^Python was not found; run without arguments\b/,
  /(?:^|: )(%1 is not a valid Win32 application)\.?$/,
  /^[Tt]he system cannot find the file specified\.?$/,
  /\bos error (193|216)\b|\[WinError (193|216)\]|\bCreateProcess error=(\d{1,3})\b/,
];
