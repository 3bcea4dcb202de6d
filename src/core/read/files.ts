import { unlessGoesOn } from './goes-on';
import { firstSaid, told } from './lines';
import { OTHER_REASON } from './other-reason';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type FilesFact =
  /** A file that is to be read or written is not there. */
  | Told<'file-missing', { path: Safe }>
  /** A path that was given is not there, and which one is not said. */
  | Told<'path-gone'>
  /** What was given is no path at all: Windows found a sign in it that no name may have. */
  | Told<'path-malformed'>
  /** The system does not let it. `isBySystem`: by a protection that is above the rights of files. */
  | Told<'file-denied', { path: Safe | null; isBySystem: boolean }>
  /** SQLite cannot open its file: it may not, or there is no folder for it. */
  | Told<'database-unopened'>;

/** Node.js, Python, Go, Rust and shells: a file that they wanted to open. */
export function read(start: Said): readonly FilesFact[] {
  const missing = told('file-missing', unlessGoesOn(firstSaid(start, MISSING)), (groups) => {
    const path = groups.slice(1).find((group) => group !== undefined);
    return path ? { path } : null;
  });
  const refused = firstSaid(start, [OF_FOLDER]) ?? firstSaid(start, DENIED);
  return [
    ...missing,
    ...(missing.length > 0 ? [] : told('path-gone', firstSaid(start, GONE))),
    ...told('path-malformed', firstSaid(start, [MALFORMED])),
    ...told('file-denied', refused, (groups) => ({
      path: groups.slice(1).find((group) => group !== undefined) ?? null,
      isBySystem: BY_SYSTEM.test(refused?.evidence.text ?? ''),
    })),
    ...told('database-unopened', firstSaid(start, [/\bunable to open database file\b|\bSQLITE_CANTOPEN\b/])),
  ];
}

const MISSING: readonly RegExp[] = [
  /\b[Ff]ile [`'"]((?:[~.]?[/\\]|[A-Za-z]:[/\\])[^`'"]{1,400})[`'"] (?:does not exist|not found|is missing)\b/,
  /\bENOENT: no such file or directory, (?:open|stat|lstat|scandir|access|mkdir|realpath|chdir) '([^']{1,512})'/,
  /\[Errno 2\] No such file or directory: ['"]([^'"]{0,400}[./\\][^'"]{0,100})['"]/,
  /^error: unable to read file: ((?:\/|[A-Za-z]:[/\\])\S{1,400})$/,
  /^FileNotFoundError: ((?!\[)[\w./~-]{1,200}\.\w{2,5})$/,
  /\bNo such file or directory @ \w{3,20} - (\S{1,300}?)(?: \(Errno::ENOENT\))?$|\b\w{3,30}\(([^)]{1,300})\): [Ff]ailed to open stream: No such file or directory\b/,
  // Julia's and R's.
  /\bopening file "([^"]{1,300})": No such file or directory\b|\bcannot open file '([^']{1,300})': No such file or directory\b/,
  // Java's and .NET's.
  /\bNoSuchFileException: ((?:\/|[A-Za-z]:\\)[^\n]{1,300})$|\bFileNotFoundException: ((?:\/|[A-Za-z]:\\).{1,300}?) \((?:No such file or directory|The system cannot find the (?:file|path) specified)\)/,
  /\bCould not find (?:a part of the path|file|directory) '([^']{1,300})'|\bconfiguration file '([^']{1,300})' was not found\b/,
  /^No such file or directory: ['"]([^'"]{0,400}[./\\][^'"]{0,100})['"]$/,
  /\b(?:l?stat|read) ([^\s:]{1,400}): no such file or directory$/,
  /\bopen ([^\s:]{1,400}): (?:no such file or directory|The system cannot find the (?:file|path) specified)/,
  /\b(?:[Kk]eys?|[Ss]ervice account(?: key)?|[Cc]redentials?|[Tt]oken|[Cc]onfig(?:uration)?|[Ss]ettings|[Ss]ecrets?)(?: JSON)? file (?:is )?(?:not found|does not exist|missing)(?: at| in|:)+ ?['"]?([^\s'"]{1,300})/i,
  /\b[Cc]ould not find (?:a )?kubeconfig (?:at|in) (\S{1,300})|\berror loading config file "([^"]{1,300})"/,
  /^(?:\w{0,30}Error: )?((?:client_secrets?|credentials|token|service[-_]account|gcp-oauth\.keys)[\w.-]{0,30}\.json) (?:is |was )?(?:missing|not found)\b/,
  /\b[Ff]ile ['"]?((?:[~.]?[/\\]|[A-Za-z]:[/\\])[^\s'"]{1,300}) (?:was |is )?(?:not found|does not exist|doesn't exist)\b/,
  // A file of which another reason is given is there.
  new RegExp(
    String.raw`\b(?:[Cc]ould not|[Cc]annot|[Cc]an't|[Uu]nable to) (?:find|open|read|load)\b(?! (?:module|package|propert\w+|stream|elf)\b).{0,60}?(?<=[\s'"\x60(])((?:[~.]?[/\\]|[A-Za-z]:[/\\])[^\s'"]{1,300}\.\w{2,5})(?![\w/\\-]|\.\w)(?!${OTHER_REASON})`,
  ),
  /\bCannot find module '((?:\/|[A-Za-z]:[/\\])[^']{1,400}\.(?:json|pem|env|ya?ml|toml))'/,
];

/** A server of files, .NET, MSBuild, PowerShell, and Windows itself. */
const GONE: readonly RegExp[] = [
  /\b[Nn]one of the specified directories are accessible\b/,
  /\bspecified command or file was not found\b|\bMSB1009\b/,
  /\bto the -File parameter does not exist\b|\bCould not find or load main class\b/,
  /^[Tt]he system cannot find the path specified\.?$/,
  // uv, of the folder that it is to work in.
  /^error: No such file or directory \(os error 2\)$/,
];

const MALFORMED =
  /\b[Tt]he filename, directory name, or volume label syntax is incorrect\b|\bos error 123\b|\[WinError 123\]|\berror=123\b|^The syntax of the command is incorrect\.?$/;

/** A folder that nobody may look into tells more than the files that are in it. */
const OF_FOLDER = /\bgetcwd: cannot access parent directories(): Operation not permitted/;

const DENIED: readonly RegExp[] = [
  /\b(?:EACCES|EPERM|EROFS): [\w ,.-]{5,60}?, (?:open|mkdir|unlink|rename|scandir|access|l?stat|copyfile|chmod|write|realpath|uv_cwd) ?'?([^']{0,512}?)'?(?: ->.*)?$/,
  /(?:\bPermissionError: |^)\[(?:Errno 1|Errno 13|WinError 5)\] [\w ]{5,40}: '([^']{1,512})'/,
  /\b(?:open|mkdir|unlink) ([^\s:]{1,400}): (?:permission denied|operation not permitted|read-only file system)/,
  /^(?:\S{1,100}: )?(?:(\S{1,300}): )?[Oo]peration not permitted$/,
  /\bcan't open file '([^']{1,512})': \[Errno (?:1|13)\]/,
  /\b(?:OSError|IOError): \[Errno (?:1|13)\] [\w ]{5,40}: '([^']{1,512})'/,
  /^(?:touch|mkdir|cp|mv|rm|cat|tee|ln): cannot \w{2,20}(?: \w{2,20})? ['‘]([^'’]{1,400})['’]: Permission denied$/,
  // A shell, of what its script writes to.
  /^\S{1,300}: line \d{1,6}: ([^\s:]{1,400}\.(?:log|txt|json|tmp|lock|pid|db|ya?ml|out)): Permission denied$/,
  /^(?:\[Errno 1\] )?Operation not permitted: ['"]([^'"]{1,512})['"]/,
  // Rust's, as it prints an error of the system for those who look for mistakes.
  /\bOs \{ code: (?:1|5|13|30), kind: (?:PermissionDenied|ReadOnlyFilesystem)()/,
  /\[Errno 30\] Read-only file system: '([^']{1,512})'/,
  /\bDirectory access failure: (\S{1,400})/,
  /`([^`]{1,512})`:? .{0,40}\bOperation not permitted \(os error 1\)|^Operation not permitted \(os error 1\)$/,
  /^(?:\w{1,20}: )?(\/.{1,400}): Operation not permitted$/,
  /\b[Oo]peration not permitted\b.{0,60}(~\/(?:Documents|Desktop|Downloads|Library)\b)/,
  /: [\w ]{5,60}: Operation not permitted$()|^.{1,80}: [Oo]peration not permitted(?: \(os error 1\))?$/,
  /\[WinError (?:5|10013)\]()|^(?:.{0,40}: )?[Aa]ccess is denied\.?(?: \(os error 5\))?$/,
  /\[Errno 13\] [\w ]{5,40}$()|^(?:tee|touch|mkdir|cat|cp|mv|rm|ln): (\S{1,300}): (?:[Pp]ermission denied|Read-only file system)$/,
  /\b(?:open|write|create|read|access)(?:ing)?\b [^:'"`]{1,120}: [Pp]ermission denied$()|\bRead-only file system \(os error 30\)/,
  // Ruby's and PHP's.
  /\bPermission denied @ \w{3,20} - (\/\S{1,300})|\b\w{3,30}\(([^)]{1,300})\): [Ff]ailed to open stream: Permission denied\b/,
  // SQLite, the JVM, .NET.
  /\b(?:attempt to write a readonly database|\bSQLITE_READONLY\b)()/,
  /\bjava\.nio\.file\.AccessDeniedException: (\S{1,400})/,
  /\bjava\.io\.FileNotFoundException: (\S{1,400}) \(Permission denied\)/,
  /\b(?:could not|cannot|can't|unable to|failed to) (?:create|open|write(?: to)?|read|access) (?:the )?(?:directory|folder|file|database)? ?["'`]([^"'`]{1,300})["'`]: [Pp]ermission denied\b/,
  /\bAccess to the path '([^']{1,400})' is denied\b/,
];

const BY_SYSTEM =
  /^(?:.{0,40}: )?[Aa]ccess is denied\b|\bEPERM\b|[Oo]peration not permitted|\[Errno 1\]|\[WinError 10013\]/;
