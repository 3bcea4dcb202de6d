import { firstSaid, told, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** What every session sets, and a program that is started with less does not have. */
export type SessionVariablesFact =
  /** `name`: null where only its trace shows. */
  | Told<'session-variable-missing', { name: Safe | null }>
  /** Somebody has seen that variables do not get from the client to the server. */
  | Told<'env-dropped'>;

/** Runtimes and libraries that ask for the person's folder, the system's or the screen, and get nothing. */
export function read(start: Said): readonly SessionVariablesFact[] {
  return [
    ...told('session-variable-missing', firstSaid(start, FORMS), ([, name = null]) => ({ name })),
    ...toldByPeople('env-dropped', start, DROPPED),
  ];
}

const DROPPED = [
  /^(?:the )?env(?:ironment|s)?(?: (?:block|section|values?|variables?|vars))? (?:is|are) (?:empty|ignored|dropped|lost|not (?:passed|inherited|there|used|read|applied))[.!]?$|^env (?:ignored|dropped|lost|not passed)[.!]?$/i,
  /\b(?:variables|env vars) (?:are|is) not (?:inherited|there|passed|seen)\b|\b(?:does not|doesn't|cannot|can't) (?:see|read|get) (?:the )?env(?:ironment)?[.!]?$|\b(?:os\.environ|process\.env) (?:does not|doesn't) (?:have|contain)\b/i,
  /\bmissing\b.{0,20}\b(?:although|even though|though|but|despite)\b.{0,30}\b(?:in [`'"]?env\b|configured\b|is set\b|are set\b|in the config\b)/i,
  /(?:\bnot|\bnever|n't) (?:get|see|receive|read)s? what is (?:under|in) [`'"]?env(?:ironment)?\b/,
  /(?:环境变量|(?<!\.)\benv\b).{0,16}(?:不生效|[没未]有?生效|无效|[没未]有?传|传不|读取?不到|获取不到|拿不到|丢失)/,
  /\benv(?:ironment)?(?: var(?:iable)?s?)\b.{0,20}(?:\bnot|\bnever|n't) (?:being )?load(?:ed|ing)?\b/i,
  /(?:\bnot|\bnever|n't) (?:properly |correctly |actually )?(?:load|apply|hono?u?r|respect|use|pick up)s? (?:the |its |my |any )?env(?:ironment)? (?:vars?|variables?)\b/i,
  /\benv(?:ironment)?(?: var(?:iable)?s?| block)?\b.{0,80}\b(?:(?:not|n't) (?:take|have|show)(?: any)?|no|without) effect\b/i,
  /\bempty\b.{0,60}\b(?:although|even though|though|but|despite)\b.{0,60}\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,40}\b(?:set|defined|configured|there)\b/,
  /\benv(?:ironment)?(?: var(?:iable)?s?| block)?\b.{0,80}(?:\bnot|\bnever|n't)(?: being| get)?(?: \w{1,10}ly)? (?:passed|handed|given|forwarded|inherited|propagated|visible to|injected|exported|picked up|reach(?:es|ed|ing)?)\b/i,
  /\benv(?:ironment)?(?: var(?:iable)?s?| block)?\b.{0,60}\b(?:are|is|gets?|being) (?:silently )?(?:ignored|dropped|stripped|lost)\b/i,
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,60}(?:\bnot|\bnever|n't)(?: being| get)? (?:inherited|passed (?:on|through|to)|forwarded)\b/,
  /\b(?:does not|doesn't|do not|don't|never) (?:get|see|receive|read|have)s? (?:the |my |any |its )?env(?:ironment)? (?:vars?|variables?)\b/i,
  /\b(?:starts?|started|launched|runs?|spawned) without (?:the |any |my |its )?env(?:ironment)? (?:vars?|variables?)\b/i,
  /\b(?:env(?:ironment)? (?:vars?|section|block)|variables?)\b.{0,60}(?:\bnot|n't) (?:visible|available|used|seen) (?:to|in|by|for)\b/i,
  /\bPATH (?:inside|in|of) (?:the )?server\b.{0,40}\b(?:lacks|misses|is missing|does not (?:contain|include|have))\b/,
  /(?:\bnot|\bnever|n't) (?:get|see|receive|expose|pass|inject)(?:s|ed)? .{0,30}\bas env(?:ironment)? (?:vars?|variables?)\b/i,
  /(?:\bnot|\bnever|n't) inherits? (?:the |my |any |its )?(?:(?:shell|parent|user)(?:'s)? )?(?:env(?:ironment)?\b|[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b)/,
  /\b(?:printenv|`env`|env output)\b.{0,60}\b(?:none of|no) (?:the |my |its )?(?:\w{1,12} )?variables\b/i,
  /\bvariables (?:from|in|of) (?:the |my |a )?[`'"]?\.env\b.{0,20}(?:\bnot|\bnever|n't) (?:being |get )?(?:loaded|read|picked up)\b/i,
  /\b(?:launched|started|opened) (?:from|via|by) (?:the )?(?:Dock|Finder|Spotlight|Launchpad|Start menu|desktop icon)\b.{0,80}\b(?:not set|unset|undefined|missing|empty)\b/,
  /\benv(?:ironment)?\b.{0,120}\b(?:everything else|the rest|all other(?: variable)?s)\b.{0,60}\b(?:is|are|gets?) (?:stripped|dropped|lost|missing|gone|removed)\b/i,
  /\bonly (?:the )?(?:\w{1,12} ){0,3}variables?\b.{0,60}\b(?:available|passed|visible|present|there)\b.{0,20}\b(?:child|spawned|server) (?:process|environment)\b/i,
  /\b(?:var(?:iable)?s?|[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60})\b.{0,20}\b(?:absent|not (?:present|there))\b.{0,10}\b(?:in|from) (?:the )?(?:child|spawned|sub-?process|server(?:'s)? (?:process|env\w*))\b/i,
  /\b[Nn]either [A-Z][A-Z0-9]*_\w{1,60} nor [A-Z]\w{1,60} (?:is|are|gets?|was|were) (?:exported|passed|visible|available|handed on)\b/,
  // It is there, and is not seen where it is needed.
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,30}\bundefined\b.{0,40}\b(?:although|even though|but|despite)\b.{0,40}\b(?:set|defined|config\w*|env)\b/i,
  /\benv(?:ironment)?(?: var(?:iable)?s?| block)?\b.{0,120}\bnever (?:make|made|get|got|arrive|come|came)s? (?:it )?(?:in)?to\b/i,
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,30}\bnot set (?:on|in|for) the (?:spawned|child|server|started)(?! environment)\b/,
  /\b(?:process|server|child) has none of (?:the|my|its) (?:env(?:ironment)? )?variables\b/i,
  /\b(?:os\.environ|process\.env|getenv)\b.{0,60}\b(?:None|undefined|empty|null)\b.{0,60}\b(?:although|even though|though|but|despite|while)\b/,
  /\b[Vv]ariables? (?:is|are|were|gets?) (?:always |silently )?(?:redacted|stripped|sanitized|filtered(?: out)?|scrubbed)\b/,
  /\bexport [A-Z][A-Z0-9_]{2,60}=.{0,60}\bworks?\b.{0,60}\b(?:does not|doesn't|not|fails)\b/,
  /\b(?:manually|by hand|in (?:the|a|my) (?:terminal|shell))\b.{0,60}\b(?:exported|set)\b.{0,40}\bworks?\b/i,
  /\b(?:does not|doesn't|cannot|can't) see [A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b/,
  /\b(?:drops?|strips?|discards?|loses?|ignores?|omits?)\b.{0,20}\b(?:the |its |my |any )?[`'"]?env(?:ironment)?[`'"]? (?:block|section|map|object|vars?|variables?)\b/i,
  /\b(?:cannot|can't|could not|couldn't|unable to) (?:read|see|access|get) (?:the |its |my |any )?env(?:ironment)? (?:vars|variables)\b/i,
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60} len(?:gth)?: ?0\b/,
  /\b(?:inherits?|gets?|sees?|has|receives?) only (?:the |its )?(?:parent|client|host|shell)(?:'s)?(?: process(?:'s)?)? env(?:ironment)?\b/i,
  /\bonly (?:the )?`?PATH`? (?:is|was|gets?|being)\b.{0,12}\b(?:passed|handed|inherited|forwarded)\b/,
  /\b[A-Z][A-Z0-9]*_[A-Z0-9_]{1,60}\b.{0,60}(?:\bnot|n't) (?:visible|available|present|there|defined)\b.{0,16}\b(?:in|inside|within|to) (?:the |its |my |a )?(?:container|child|spawned|sub-?process)\b/,
  /(?:\bnot|\bnever|n't) (?:pass|hand|forward|propagate|give)s? (?:on )?(?:the |its |my |any |this )?env(?:ironment)?(?: (?:vars?|variables?))?\b.{0,12} (?:on |down |over )?(?:to|into)\b/i,
  /(?:\bnot|n't) (?:seem|appear|look)\b.{0,30}\benv(?:ironment)? (?:vars?|variables?)\b.{0,24}\b(?:injected|passed|loaded|read|picked up|forwarded)\b/i,
  /(?:\bnot|\bnever|n't) (?:see|read|load|source|get|inherit|know)s?\b.{0,24}(?:\.(?:zshrc|bashrc|zprofile|bash_profile|profile|zshenv)\b|\bshell (?:profile|rc)\b)/,
  /\benv(?:ironment)? var(?:iable)?s? (?:is|are) absent\b/i,
  /\benv(?:ironment)? var(?:iable)?s?\b.{0,20}\b(?:is|are|comes?(?: out)?|arrives?|stays?) (?:empty|undefined|blank|missing)\b.{0,60}\b(?:although|even though|though|but|despite|while)\b/i,
  /\bworks? (?:when|if) (?:exported|started|run|launched) (?:in|from) (?:the |a |my )?(?:shell|terminal)\b.{0,60}\bnot (?:when|if|from)\b/i,
];

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
  new RegExp(String.raw`\bReceived undefined\b.{0,40}\benv\.(${NAME})\b`),
  /\b(?:[Cc]ould not|[Cc]annot|[Cc]an't|[Uu]nable to|[Ff]ailed to) (?:determine|find|get|locate|resolve|expand) (?:the )?(?:current )?(?:user'?s? )?(?:home|config|cache|data|app data|application data)(?: data)? (?:dir(?:ectory)?|folder|path)\b/,
  /\b[Hh]ome dir(?:ectory)? (?:could not be (?:found|determined)|is not set|not found|unavailable)\b/,
  // JavaScript and Python write a variable that is not there as a word, and a path begins with it.
  /(?:^|['"\s(])(?:undefined|None|null)[/\\](?!undefined\b)[\w .-]{1,80}(?:[/\\]|['"]|$)/,
  // Windows finds its sockets and its random numbers by %SystemRoot%.
  /\[(?:WinError|Errno) 10106\]|\bWSAEPROVIDERFAILEDINIT\b|\bfailed to get random numbers to initialize Python\b|\b_Py_HashRandomization_Init: failed to get random numbers\b/,
  /\b(?:[Cc]annot|[Cc]an't|[Ff]ailed to|[Cc]ould not|[Uu]nable to) (?:open|connect to) (?:X )?display\b|\bno display name and no \$DISPLAY\b/,
];
