import { firstSaid, told, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

export type BlockedProgramsFact =
  /** The system, or what watches over it, does not let the program itself run. */
  | Told<'program-blocked'>
  /** macOS keeps what is private from a program: calendars, contacts, the screen. */
  | Told<'privacy-denied'>
  /** It was killed, and nobody says by whom. */
  | Told<'killed'>;

/** macOS, Windows, Linux, what guards them against malware, and sandboxes: of a program that they did not let run. */
export function read(start: Said): readonly BlockedProgramsFact[] {
  return [
    ...told('privacy-denied', firstSaid(start, PRIVATE)),
    ...told('program-blocked', firstSaid(start, BLOCKED)),
    ...toldByPeople('program-blocked', start, PUT_AWAY),
    ...told('killed', firstSaid(start, [KILLED])),
  ];
}

const PRIVATE: readonly RegExp[] = [
  /\b(?:[Cc]alendars?|[Rr]eminders?|[Cc]ontacts|[Pp]hotos|[Mm]icrophone|[Cc]amera|[Aa]ccessibility|[Ss]creen [Rr]ecording|[Aa]utomation|[Ll]ocation) (?:access|permissions?)(?: (?:is|was|are))? (?:denied|not granted|restricted)\b/,
  /\b(?:[Ff]ailed to get|[Nn]o|[Dd]enied) access to (?:the |your )?(?:calendars?|reminders|contacts|photos|microphone|camera)\b/,
  /\bTCC[- ]protected\b|\bkTCCService\w+|\b[Nn]ot author(?:iz|is)ed to send Apple ?events\b|\berrAEEventNotPermitted\b|\(-1743\)/,
];

/** macOS's checks of signatures, Windows' of programs, and sandboxes. */
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
  /\b[Ee]vent(?: ID)?:? (?:3033|3077)\b.{0,80}\bCode ?Integrity\b|\bCode ?Integrity\b.{0,80}\b(?:[Ee]vent(?: ID)?|[Ee]rror):? (?:3033|3077)\b/,
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

/** Somebody's own words. */
const PUT_AWAY: readonly RegExp[] = [
  /(?:\bnot|n['’]t) (?:(?:installed|available|present|visible|reachable|found) in|inside(?: of)?) (?:the |my |its |a )?(?:[\w-]{1,20} )?(?:[Ff]latpak|[Ss]nap|sandbox)\b/,
  /无法验证开发者|被.{0,20}(?:杀毒|Defender|安全软件|病毒).{0,12}(?:删除|拦截|隔离|误报|查杀)/,
  /\b(?:put|moved|went) (?:in|into|to) (?:the )?quarantine\b|\bmacOS asks\b.{0,80}\b(?:denied|refused|declined)\b/,
  /\b(?:macOS|[Ss]ystem|[Pp]ermission) (?:permission |access )?(?:dialog|prompt|pop-?up|window)s?\b.{0,80}\b(?:denied|declined|refused|dismissed|never (?:appears?|shown|comes?))\b/,
  /\b(?:killed|rejected|refused|terminated) by (?:macOS|Gatekeeper|Windows)\b|\bcodesign\b.{0,80}\b(?:runs|works?|fix\w*|help\w*|solv\w*)\b/,
  // What is not signed, and what looks at that.
  /\b(?:macOS|Gatekeeper|Developer ID|codesign|Apple|SmartScreen|binary|executable|Mach-O)\b.{0,120}\b(?:unsigned|(?:not|isn't|never) (?:code-?)?signed|(?:not|isn't|un-?)\s?notari[sz]ed)\b/,
  /\b(?:unsigned|un-?notari[sz]ed) (?:\w{1,12} ){0,2}(?:binary|executable|program|app|Mach-O)\b/i,
  /\b(?:macOS|Gatekeeper|the (?:kernel|system))\b(?! OOM).{0,40}(?<!OOM-)\b(?:kill|reject|refus|terminat)\w{0,4}\b.{0,40}\b(?:process|binary|server|program|executable|it)\b/,
];

const KILLED =
  /^\[\d{1,3}\] +[+-]? *\d{2,8} killed +\S|^(?:.{0,100}\b)?(?:[Kk]illed(?:: 9)?|SIGKILL|(?:killed|terminated|exits?|exited) (?:by|with) (?:signal )?(?:9|SIGKILL)|returncode: -9|exit(?:ed)?(?: with)?(?: code| status)?:? (?:137|-9))(?: \([\w ]{1,30}\))?(?:[.,]| and .{0,60})?$/;
