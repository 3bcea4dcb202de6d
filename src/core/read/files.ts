import { unlessGoesOn } from './goes-on';
import { firstSaid, told, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type FilesFact =
  /** A file that is to be read or written is not there. */
  | Told<'file-missing', { path: Safe }>
  /** No credentials are kept where the server keeps them; it names no file. */
  | Told<'credentials-absent'>
  /** A path that was given is not there, and which one is not said. */
  | Told<'path-gone'>
  /** What was given is no path at all: Windows found a sign in it that no name may have. */
  | Told<'path-malformed'>
  /** The system does not let it. `isBySystem`: by a protection that is above the rights of files. */
  | Told<'file-denied', { path: Safe | null; isBySystem: boolean }>
  /** SQLite cannot open its file: it may not, or there is no folder for it. */
  | Told<'database-unopened'>
  /** It was killed, and nobody says by whom. */
  | Told<'killed'>
  /** The system, or what watches over it, does not let the program itself run. */
  | Told<'program-blocked'>
  /** macOS keeps what is private from a program: calendars, contacts, the screen. */
  | Told<'privacy-denied'>;

/** Node.js, Python, Go, Rust and shells: a file that they wanted to open. */
export function read(start: Said): readonly FilesFact[] {
  const missing = told('file-missing', unlessGoesOn(firstSaid(start, MISSING)), (groups) => {
    const path = groups.slice(1).find((group) => group !== undefined);
    return path ? { path } : null;
  });
  const absent = missing.length > 0 ? [] : told('credentials-absent', firstSaid(start, ABSENT));
  const refused = firstSaid(start, [OF_FOLDER]) ?? firstSaid(start, DENIED);
  const denied = told('file-denied', refused, (groups) => ({
    path: groups.slice(1).find((group) => group !== undefined) ?? null,
    isBySystem: BY_SYSTEM.test(refused?.evidence.text ?? ''),
  }));
  const gone = missing.length > 0 ? [] : told('path-gone', firstSaid(start, GONE));
  const malformed = told('path-malformed', firstSaid(start, [MALFORMED]));
  return [
    ...missing,
    ...gone,
    ...malformed,
    ...absent,
    ...denied,
    ...told('privacy-denied', firstSaid(start, PRIVATE)),
    ...told('program-blocked', firstSaid(start, BLOCKED)),
    ...toldByPeople('program-blocked', start, PUT_AWAY),
    ...told('killed', firstSaid(start, [KILLED])),
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
  /\b(?:[Cc]ould not|[Cc]annot|[Cc]an't|[Uu]nable to) (?:find|open|read|load)\b(?! (?:module|package|propert\w+|stream|elf)\b).{0,60}?(?<=[\s'"`(])((?:[~.]?[/\\]|[A-Za-z]:[/\\])[^\s'"]{1,300}\.\w{2,5})(?![\w/\\-]|\.\w)(?!['"`)]?(?:: | because )(?!.{0,80}\b(?:[Nn]o such|[Nn]ot found|ENOENT|does(?: not|n't) exist|(?:cannot|could not) find)\b))/,
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

const ABSENT: readonly RegExp[] = [
  /\bwhere to (?:put|place|store|save|find)\b.{0,24}\b[\w.-]{0,40}(?:credential|oauth|token|secret|keys)[\w.-]{0,40}\.json\b|\b(?:look|search)\w{0,3} (?:for )?(?:the |its )?(?:credentials?|token|keys?) file (?:in|at|under)\b/i,
  /\b(?:cannot|can't|could not|couldn't|unable to) (?:find|locate|load) (?:the |its |my )?[`'"]?[\w./~-]{0,80}(?:credential|oauth|token|gauth|secret)[\w.-]{0,40}\.json\b(?!['"`)]?(?:: | because )(?!.{0,80}\b(?:no such|not found|ENOENT|missing|does(?: not|n't) exist)\b))/i,
  /\b(?:[Cc]redentials?|[Oo][Aa]uth keys?|[Ss]aved (?:session|login)) (?:file )?(?:(?:was|were) )?(?:not found|missing|do(?:es)? not exist)\b/,
  /\b(?:[Uu]nable to|[Cc]ould not) (?:automatically )?(?:locate|load|find|determine) (?:the )?(?:default |any )?credentials\b(?! from \S{1,300}: (?!.{0,80}\b(?:[Nn]o such|[Nn]ot found|ENOENT|does(?: not|n't) exist)\b))|\bDefaultCredentialsError$|\bApplication Default Credentials are not available\b|\bCredential(?:Unavailable|NotFound)\w*|\bNoCredential(?:s|Providers)\w*/,
  /\bSecKeychainSearch\w{2,20}: The specified item could not be found in the keychain\b/,
  /\b[Nn]o (?:[A-Z][\w-]{1,20} ){1,2}[Cc]redentials?[.!]/,
  /\b[Nn]o configuration has been provided, try setting KUBERNETES_MASTER\b/,
  /\b(?:[Kk]eys?|[Ss]ervice account(?: key)?|[Cc]redentials?|[Tt]oken)(?: file)? (?:could not|cannot|couldn't) be (?:loaded|read|opened|found): (?:ENOENT|[Nn]o such file)/,
  /\b[Nn]o (?:saved |stored |cached |valid )?credentials? (?!(?:are |is )?(?:needed|required|necessary)\b)(?:found|available|stored)?/,
  /^(?:\w{0,30}Error: )?[Nn]ot authenticated[.!]?$|\b[Nn]o saved (?:session|login)\b|\b[Ii]nvalid kube-config file\b/,
  /\b(?:(?<!\bMCP server is )[Nn]ot (?:logged|signed) in|[Ll]ogin required|[Pp]lease (?:log|sign) in|[Rr]un .{1,60}\b(?:auth|login)\b.{0,30} (?:first|to (?:authenticate|log ?in|sign in))|(?:log ?in|sign in) first)\b|^(?:\w{0,30}Error: )?[Pp]lease (?:first )?run ['"`]\S{1,40} (?:configure|login|auth|setup|init)\b/,
];

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

const KILLED =
  /^\[\d{1,3}\] +[+-]? *\d{2,8} killed +\S|^(?:.{0,100}\b)?(?:[Kk]illed(?:: 9)?|SIGKILL|(?:killed|terminated|exits?|exited) (?:by|with) (?:signal )?(?:9|SIGKILL)|returncode: -9|exit(?:ed)?(?: with)?(?: code| status)?:? (?:137|-9))(?: \([\w ]{1,30}\))?(?:[.,]| and .{0,60})?$/;

const BY_SYSTEM =
  /^(?:.{0,40}: )?[Aa]ccess is denied\b|\bEPERM\b|[Oo]peration not permitted|\[Errno 1\]|\[WinError 10013\]/;

/** Somebody's own words. */
const PUT_AWAY: readonly RegExp[] = [
  /无法验证开发者|被.{0,20}(?:杀毒|Defender|安全软件|病毒).{0,12}(?:删除|拦截|隔离|误报|查杀)/,
  /\b(?:put|moved|went) (?:in|into|to) (?:the )?quarantine\b|\bmacOS asks\b.{0,80}\b(?:denied|refused|declined)\b/,
  /\b(?:macOS|[Ss]ystem|[Pp]ermission) (?:permission |access )?(?:dialog|prompt|pop-?up|window)s?\b.{0,80}\b(?:denied|declined|refused|dismissed|never (?:appears?|shown|comes?))\b/,
  /\b(?:killed|rejected|refused|terminated) by (?:macOS|Gatekeeper|Windows)\b|\bcodesign\b.{0,80}\b(?:runs|works?|fix\w*|help\w*|solv\w*)\b/,
  // What is not signed, and what looks at that.
  /\b(?:macOS|Gatekeeper|Developer ID|codesign|Apple|SmartScreen|binary|executable|Mach-O)\b.{0,120}\b(?:unsigned|(?:not|isn't|never) (?:code-?)?signed|(?:not|isn't|un-?)\s?notari[sz]ed)\b/,
  /\b(?:unsigned|un-?notari[sz]ed) (?:\w{1,12} ){0,2}(?:binary|executable|program|app|Mach-O)\b/i,
  /\b(?:macOS|Gatekeeper|the (?:kernel|system))\b(?! OOM).{0,40}(?<!OOM-)\b(?:kill|reject|refus|terminat)\w{0,4}\b.{0,40}\b(?:process|binary|server|program|executable|it)\b/,
];

/** macOS's checks of signatures, Windows' of programs, and sandboxes. */
const PRIVATE: readonly RegExp[] = [
  /\b(?:[Cc]alendars?|[Rr]eminders?|[Cc]ontacts|[Pp]hotos|[Mm]icrophone|[Cc]amera|[Aa]ccessibility|[Ss]creen [Rr]ecording|[Aa]utomation|[Ll]ocation) (?:access|permissions?)(?: (?:is|was|are))? (?:denied|not granted|restricted)\b/,
  /\b(?:[Ff]ailed to get|[Nn]o|[Dd]enied) access to (?:the |your )?(?:calendars?|reminders|contacts|photos|microphone|camera)\b/,
  /\bTCC[- ]protected\b|\bkTCCService\w+|\b[Nn]ot author(?:iz|is)ed to send Apple ?events\b|\berrAEEventNotPermitted\b|\(-1743\)/,
];

const BLOCKED: readonly RegExp[] = [
  // Where macOS runs what came from the net and was not moved since.
  /\/AppTranslocation\//,
  /\b(?:macOS|Windows|Gatekeeper|(?:Windows )?Defender|SmartScreen|AppLocker|Device Guard|(?:the |my )?anti-?virus) (?:has )?(?:blocks?|blocked|kills?|killed|deletes?|deleted|removes?|removed|prevents?|prevented|quarantined)\b/i,
  /^(?:AppLocker|SmartScreen|Execution ?Policy|quarantine attribute|Windows protected your PC)[.!]?$|\bexecution of scripts is disabled\b|\bfile is gone (?:right )?after (?:the )?download\b/i,
  /\b(?:code object is not signed|no usable signature|code signature (?:in|not valid)|library load (?:disallowed|denied) by system policy|not verified)\b/i,
  /\b(?:Windows Defender|virus or potentially unwanted software|blocked by (?:group policy|your (?:system )?(?:administrator|organi[sz]ation)|Windows|antivirus)|This program is blocked)\b/i,
  /^(?:(?:blocked|denied|refused) by )?(?:Gatekeeper|quarantined?|code signature|execution policy)[.!]?$|\bFull Disk Access\b/i,
  /\b(?:Trojan|[Mm]alware|[Vv]irus)\b.{0,60}\b(?:detected|found|removed|blocked)\b|\bDefender\b.{0,40}\b(?:removed|blocked|quarantined|deleted)\b/,
  /^(?:Error: )?EPERM$|\bdenied by (?:system|group) policy\b|^denied by policy$|\bnot permitted to access (?:the )?(?:\w{1,20} )?(?:folder|directory|file)\b/,
  // PowerShell, of the scripts that stand in for programs, in any language.
  /\b(?:npx|npm|pnpm|yarn|uvx?)\.ps1\b(?!:\d)/,
  /\b(?:code sign(?:ing|ature) invalid|no valid signature|(?:terminated|killed|blocked|removed|deleted|quarantined) by (?:the |an |my )?(?:anti-?virus|Defender|CrowdStrike|Cortex|SentinelOne|Sophos|McAfee|Kaspersky|Norton|Bitdefender|EDR))\b/i,
  // Smart App Control and policies of signatures: in a window, and in Windows' own record.
  /\bPart of this app has been blocked\b|\bdid not meet the .{1,40} signing level requirements\b/,
  /\b[Ee]vent(?: ID)?:? (?:3033|3077)\b.{0,80}\bCode ?Integrity\b|\bCode ?Integrity\b.{0,80}\b[Ee]vent(?: ID)?:? (?:3033|3077)\b/,
  /\bscreencapture: could not create image\b|\b(?:blocked|denied|refused) by (?:the )?(?:\w{1,12} )?sandbox\b|^The system cannot execute the specified program\.?$/,
  /\bconnect EACCES\b|^(?:seccomp|(?:ba|z|da)?sh: (?:line \d+: )?\/\S{1,300}): [Oo]peration not permitted$/,
  /\bSELinux is preventing\b|\bavc: {1,2}denied \{|\bflatpak-spawn: (?!.*\bnot found\b)/,
  /\bis not digitally signed\b|\brunning scripts is disabled on this system\b|\babout_Execution_Policies\b|\bUnauthorizedAccess\b.{0,40}\bPSSecurityException\b/,
  /\bFile created by an AppSandbox\b|\bApplication Control policy has blocked\b|\bcould not verify .{1,80} is free of malware\b|\bblocked because it contains malware\b|\bSecurity policy would not allow process\b|\bcom\.apple\.(?:quarantine|provenance)\b/,
  /\bos error (?:225|1260|4551)\b|\[WinError (?:225|1260|4551)\]|\berror=(?:225|1260|4551)\b/,
  /\b(?:sandbox|AppArmor|SELinux|seccomp)\b(?!.*\bfor tool\b).{0,40}\b(?:denied|deny|blocked|violation)\b/i,
  /^(?:bwrap|sandbox-exec|unshare|firejail): |\b(?:under|by|in) (?:the )?(?:macOS )?(?:sandbox-exec|[Ss]eatbelt)\b|\b[Ss]eatbelt\b.{0,20}(?:\b(?:deni|block|prevent)|沙箱阻止)/,
  /\bcan(?:not|'t) be opened because (?:the developer cannot be verified|it is from an unidentified developer|Apple cannot check it)\b/,
  /^(?:(?:zsh|bash|sh)?:? ?(?:line \d+: )?(?:\d+ )?[Kk]illed(?:: 9)?\s+[/.~]\S|[Kk]illed: 9$)/,
  /\b(?:spawn|connect|listen|bind|socket) EPERM\b|\bEPERM: operation not permitted, spawn\b|\bEPERM\b.{0,60}\bsyscall[=:] ?'?spawn\b|\b(?:connect|bind|socket|listen): operation not permitted\b|^(?:socket\.error|PermissionError): \[Errno 1\] Operation not permitted$/,
  // A shell, of a program that it was to run.
  /^(?:zsh|bash|sh|dash): (?:(?:line )?\d+: )?operation not permitted: \S/,
  /\bLibrary Validation\b.{0,100}\b(?:reject|block|refus|forbid)/,
  // A program that is gone as soon as it is written.
  /\b[Ff]ailed to persist temporary file to .{1,300}\.exe\b.{0,200}\(os error (?:2|225)\)/,
  // `spctl`, of what may not run.
  /(?:^|\s)(?:[/~]|[\w.-]{1,60}\/)\S{1,300}: rejected$|\bsyspolicyd\b/,
  // What macOS has for programs and privacy, by the names of its services.
  /^(?:syspolicyd|spctl|amfid|tccd|taskgated|sandboxd|XProtect\w*)\b.*\b(?:reject|den[yi]|not allowed|disallow|block|kill|no signature)/i,
  // A name that such a program gives to what it has found: kind, system, family.
  /\b(?:Trojan|Virus|Worm|Backdoor|HackTool|PUA\w*|Ransom|Exploit|Behavior|Program|VirTool):(?:Win(?:32|64)|MSIL|Script|JS|Python|MacOS|Linux|PowerShell|VBS)\/\w/,
  /\b(?:McAfee|Norton|Avast|AVG|Kaspersky|Bitdefender|Sophos|ESET|Malwarebytes|CrowdStrike|Cortex XDR|Exploit Guard|SentinelOne|SmartScreen|Carbon Black|Cylance|Trend Micro|Webroot|Defender)\b.{0,80}\b(?:block|quarantin|remov|delet|flagg|detect|prevent|stopp|terminat|kill)/,
  /\b(?:Gatekeeper|AppLocker|WDAC|TCC|Smart App Control|XProtect|System Integrity Protection|[Aa]nti-?[Vv]irus|endpoint protection)\b(?!.*\b(?:0|no|none)\b).{0,60}\b(?:block|prevent|den(?:y|ie)|delet|remov|quarantin|kill|refus|reject|stopp|restrict)/,
  /\bis damaged and can(?:not|.t) be opened\b|\bCODESIGNING\b|\bwill damage your computer\b|\blandlock\b.{0,40}\b(?:denied|restrict)|\bflatpak\b.{0,40}\bdenied\b|\bpublisher could not be verified\b|\b[Tt]hreat (?:detected|found|quarantined)\b|\bPSSecurityException\b|\.exe - Access is denied\b|\bAccess is denied\b.{0,3}\s[\w.-]{1,60}\.exe$|\badministrator has blocked\b|\bdeny\(\d{1,2}\) (?:file|mach|network|process|ipc)-|^operation not permitted: [/~]\S/,
  /\bDevice Guard\b.{0,40}\bblock/,
  /\bNo usable sandbox\b|\bSUID sandbox helper binary was found, but is not configured\b|\bunprivileged user namespaces\b|\bControlled folder access\b|\basks? for permission to access\b/,
  /\bsnap-confine\b|\bcannot (?:create user data directory|perform operation).{0,60}snap\b/,
];
