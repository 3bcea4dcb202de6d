import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** What every session sets, and a program that is started with less does not have. */
export type SessionVariablesFact =
  /** `name`: null where only its trace shows. */
  Told<'session-variable-missing', { name: Safe | null }>;

/** Runtimes and libraries that ask for the person's folder, the system's or the screen, and get nothing. */
export function read(start: Said): readonly SessionVariablesFact[] {
  return told('session-variable-missing', firstSaid(start, FORMS), ([, name = null]) => ({ name }));
}

/** The names, as systems write them. */
const NAME = [
  '(?:HOME|USERPROFILE|userprofile|COMPUTERNAME|PATHEXT|windir)',
  '(?:(?:Local)?AppData|(?:LOCAL)?APPDATA|Program(?:Data|Files)|PROGRAMDATA|System(?:Root|Drive)|SYSTEMROOT)',
  String.raw`(?:XDG_\w{2,20}|DBUS_SESSION_BUS_ADDRESS|SSH_AUTH_SOCK|XAUTHORITY|(?:WAYLAND_)?DISPLAY)`,
].join('|');
const ABSENT = String.raw`(?:(?:is|was|are|were|environment variable is) )?(?:not (?:defined|set|found|available)|undefined|unset|missing|empty)\b`;

const FORMS: readonly RegExp[] = [
  new RegExp(String.raw`(?:^|[\s("'\`$%{])(${NAME})[}%"'\`]? (?:env(?:ironment)?(?: variable)? )?${ABSENT}`),
  new RegExp(String.raw`\b(?:[Mm]issing|[Nn]o|[Uu]nset) (?:.{0,30} )?\$?(${NAME})\b`),
  new RegExp(String.raw`\bKeyError: '(${NAME})'`),
  new RegExp(String.raw`\b[Nn]either \$?(${NAME}) (?:nor|and) \$?(?:${NAME}) (?:is|are) (?:defined|set)\b`),
  new RegExp(
    String.raw`\b(?:[Cc]annot|[Cc]an't|[Cc]ould not|[Uu]nable to) (?:find|get|read|resolve|expand) [%$'\"]?(${NAME})\b`,
  ),
  new RegExp(String.raw`\bof undefined \(reading '(${NAME})'\)`),
  new RegExp(String.raw`\bReceived undefined\b.{0,40}\benv\.(${NAME})\b`),
  /\b(?:[Cc]ould not|[Cc]annot|[Cc]an't|[Uu]nable to|[Ff]ailed to) (?:determine|find|get|locate|resolve|expand) (?:the |a )?(?:current )?(?:user'?s? )?(?:home|config|cache|data|app data|application data)(?: data)? (?:dir(?:ectory)?|folder|path)\b/,
  /\bgetpwuid\(\): uid not found\b|\b[Hh]ome dir(?:ectory)? (?:could not be (?:found|determined)|is not set|not found|unavailable)\b/,
  // JavaScript and Python write a variable that is not there as a word, and a path begins with it.
  /(?:^|['"\s(])(?:undefined|None|null)[/\\](?!undefined\b)[\w .-]{1,80}(?:[/\\]|['"]|$)/,
  // Windows finds its sockets and its random numbers by %SystemRoot%.
  /\[(?:WinError|Errno) 10106\]|\bWSAEPROVIDERFAILEDINIT\b|\bfailed to get random numbers to initialize Python\b|\b_Py_HashRandomization_Init: failed to get random numbers\b/,
  /\b(?:[Cc]annot|[Cc]an't|[Ff]ailed to|[Cc]ould not|[Uu]nable to) (?:open|connect to) (?:X )?display\b|\bno display name and no \$DISPLAY\b/,
];
