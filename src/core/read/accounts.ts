import { toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

/** Somebody tells what they have seen of a failure, in words of their own. `of`: what that was. */
export type AccountsFact = Told<'account', { of: Account }>;

export type Account =
  | 'folder'
  | 'download'
  | 'slow'
  | 'path'
  | 'sign-in'
  | 'joined'
  | 'blank'
  | 'runtime'
  | 'batch-file'
  | 'mode'
  | 'package'
  | 'flag'
  | 'silent'
  | 'escape'
  | 'interpreter'
  | 'certificate'
  | 'old-node'
  | 'input-ended'
  | 'transport'
  | 'client';

/** What people report of what no program says: only in what is pasted. */
export function read(start: Said): readonly AccountsFact[] {
  return ACCOUNTS.flatMap(([of, forms]) =>
    toldByPeople('account', start, forms).map((account) => ({ ...account, of })),
  );
}

const FOLDER =
  '(?:process\\.cwd\\(\\)|[`"\']?cwd[`"\']?|working (?:directory|folder|dir)|current (?:directory|folder))';
const STARTS = '(?:starts|started|spawn(?:s|ed)|launch(?:es|ed)|runs|executed)';
const FETCH =
  '(?:download(?:s|ed|ing)?|extract(?:s|ed|ing|ion)?|install(?:s|ed|ing|ation)?|fetch(?:es|ed|ing)?|unpack\\w*)';
const RUNNER = '[`"\']?(?:npx|npm|node|uvx?|bunx?|deno|docker|python3?)[`"\']?';
const FETCHER = '(?:npx|uvx?|npm|pip|docker|pnpm|bunx?)';
const BUDGET = '(?:time-?out|timed? limit|budget|grace period|deadline|\\d{2,6} ?(?:m?s|sec(?:onds?)?)\\b)';
const EXCEEDS = '(?:exceed(?:s|ed|ing)?|longer than|more than|past|beyond|before the|outlasts?)';
const CLIENT =
  '(?:[Ii]nspector|Claude(?: Desktop| Code)?|Cursor|Windsurf|[Vv][Ss] ?[Cc]ode|Cline|Roo(?: Code)?|Zed|Codex(?: CLI)?|Gemini(?: CLI)?|Copilot(?: CLI)?|LM Studio|Goose|opencode|Kiro|Trae|Continue|JetBrains|(?:the|this) (?:client|host|app|extension|CLI|IDE|editor))';

const ACCOUNTS: readonly (readonly [Account, readonly RegExp[]])[] = [
  [
    'folder',
    [
      new RegExp(
        `\\b${STARTS}\\b.{0,40}\\b(?:in|from|with (?:a |the |its )?${FOLDER} (?:set to |of |as )?)\\s?(?:the |my |its |a )?(?:[\`'"]?(?:/|~|C:\\\\)[\`'"]?(?=\\s|$|[.,;)])|(?:own |user'?s? )?(?:home|root|wrong|another|different|system32|install\\w*|application)\\b)`,
      ),
      new RegExp(
        `${FOLDER}.{0,40}\\b(?:is|was|returns|reports|set to|becomes|points? (?:at|to)|resolves to)\\b (?:the |a |an |my )?(?:wrong|another|different|home|root|launch|not the|[\`'"]?(?:/|C:\\\\W\\w+\\\\[Ss]ystem32)[\`'"]?(?=\\s|$|[.,;)])|[\`'"]?/Users/[^/\\s]{1,40}[\`'"]?(?=\\s|$|[.,;)]))`,
      ),
      new RegExp(`(?:\\bnot|\\bnever|n't) (?:being )?(?:resolved?|relative) (?:against|to|from) (?:the )?${FOLDER}`),
      new RegExp(`\\binherits? (?:whatever|the) ${FOLDER}`),
      new RegExp(
        `\\brelative paths? (?:in \\S{1,20} )?.{0,40}\\b(?:against|to|from) (?:the )?(?:wrong|another|launch|client)`,
      ),
      new RegExp(
        `(?:\\bnot|n't) (?:support|honou?r|respect|use|read|apply) (?:the )?${FOLDER}(?: \\w{1,12})?\\b|${FOLDER}(?: \\w{1,12}){0,6} (?:is|was|gets) (?:completely |silently |simply )?(?:ignored|not (?:respected|honou?red|used|applied))`,
      ),
    ],
  ],
  [
    'download',
    [
      /\bdownloads? (?:\d|about|some|several|hundreds).{0,60}\b(?:before|gives? up|times? out)\b/i,
      /\bfirst (?:launch|start|run)\b.{0,40}\b(?:times? out|timed out|fails?)\b.{0,40}\b(?:second|next|works?)\b/i,
      new RegExp(
        `\\b(?:${FETCHER}|package|dependenc\\w+)\\b.{0,60}\\b(?:${FETCH}|build\\w* from source)\\b.{0,60}\\b${EXCEEDS}\\b.{0,40}\\b${BUDGET}`,
        'i',
      ),
      new RegExp(
        `\\b(?:${FETCHER}|package)\\b.{0,40}\\b(?:${FETCH}|build\\w* from source)\\b.{0,40}\\b(?:timeouts?|timed out|times out|too (?:long|slow)|over a minute)\\b`,
        'i',
      ),
      new RegExp(
        `\\b(?:timeouts?|timed out|times out|delays? of|kills?|killed)\\b.{0,80}\\b(?:${FETCHER}|package)\\b.{0,40}\\b(?:${FETCH}|building from source|cold)\\b`,
        'i',
      ),
      new RegExp(`\\bcold\\b.{0,12}\\b${FETCHER}\\b.{0,40}\\b(?:took|takes|needs)\\b`, 'i'),
      /\bdiscards?\b.{0,30}\bpartial install/i,
      /\b(?:once|after|when) (?:the )?(?:npm |npx |uv )?cache (?:is|was) warm\b/i,
    ],
  ],
  [
    'slow',
    [
      new RegExp(
        `\\b(?:initiali[sz]ation|start-?up|start|handshake|import\\w*|loading)\\b(?: time| phase)?.{0,30}\\b${EXCEEDS}\\b.{0,40}\\b${BUDGET}`,
        'i',
      ),
      /\b(?:times? out|timed out|time-?out)\b.{0,20}\b(?:during|while|in)\b.{0,30}\b(?:model|embedding|index|cache|warm-?up)\w*\b/i,
      new RegExp(
        `\\b(?:initialize|handshake|start-?up)\\b.{0,60}\\b(?:hard-?coded|fixed|non-configurable|too short)\\b.{0,30}\\b${BUDGET}`,
        'i',
      ),
    ],
  ],
  [
    'path',
    [
      /\bno such (?:file or directory|program|command|executable) (?:called|named) \S{1,40}/i,
      new RegExp(
        `\\b${RUNNER}\\b.{0,40}\\b(?:installed|available|found|works?)\\b.{0,30}\\b(?:in|from) (?:the |my |a )?(?:shell|terminal|command line)\\b.{0,120}\\b(?:fails?|cannot|can't|unable|not)\\b.{0,30}\\b(?:find|locate|found)\\b`,
      ),
      new RegExp(
        `\\b(?:doesn't|doesn.t|does not|don't) make ${RUNNER} available\\b|\\bcannot (?:directly )?access (?:Node|${RUNNER})`,
      ),
      /\bPATH\b.{0,20}\bnot (?:available|inherited|set|loaded)\b.{0,30}\bGUI\b|\bGUI app(?:lication)?s?\b.{0,80}\bPATH\b|\b(?:Finder|Dock|LaunchServices|launchd)\b.{0,80}\bPATH\b/,
      /\bPATH\b.{0,80}\b(?:missing|lacks|misses|without|does not (?:include|contain|have)|doesn't (?:include|contain|have))\b.{0,20}[`'"]?(?:\/|~|\w:\\)/,
      new RegExp(`^which ${RUNNER}: ?\\(?(?:no|not found)\\b`),
      /(?:\bnot|n't) (?:inherit|see|have|get) (?:the |my |your |its )?(?:shell|terminal|login shell)(?:'s|’s)? (?:\$?PATH|environment)\b/,
      new RegExp(
        `\\b(?:couldn't|could not|can't|cannot|unable to) (?:resolve|find|locate|start) ${RUNNER} by (?:its )?(?:short |bare )?name\\b|\\bhad to (?:use|give|write|specify) the (?:full|absolute) path\\b`,
      ),
      /\b(?:couldn't|could not|can't|cannot) be found by (?:my|the|its) (?:MCP )?(?:client|host|editor|app)\b/,
      /\b(?<!which (?:is |was )?)(?:isn't|is not|wasn't|was not|not) (?:in|on) (?:the |my |its )?(?:system |default )?\$?PATH\b/,
      /\b(?:NVM|nvm|fnm|volta|asdf)\b.{0,120}\b(?:don't work|doesn't work|incorrect [Nn]ode|wrong [Nn]ode|not found)\b/,
    ],
  ],
  [
    'sign-in',
    [
      /\b(?:sent|sends|calls?|called|requests?|connects?|made) without (?:the |an? |any |its )?(?:[\w/]{1,12} )?(?:[Aa]uth\w*|token|bearer|credentials)\b(?!.{0,40}\b(?:get|works?|allowed|accepted|fine|public|anonymous)\b)/,
      /\b(?:server|endpoint|API|it)\b.{0,20}\b(?:wants?|needs?|requires?|expects?|asks for)\b.{0,20}\b(?:API key|token|bearer)\b.{0,30}\bheader\b/i,
      /\b(?:made|makes|is|became) (?:authentication|authorization|a token|sign-in) mandatory\b|\bauthentication (?:is|became|was made) mandatory\b/i,
      /(?:\b(?:receives?|returns?|responds? with|gets?|answers?)|\binitialize (?:returned|got|answered)|->|→) (?:an? )?(?:HTTP )?[`'"]?401\b/,
      /\bAuthentication credentials were not provided\b|\b[Pp]rovide an? (?:bearer|access|API) token to (?:use|access|call)\b/,
      /\b[Nn]o stored tokens? found\b|\b(?:fails?|failing|failed) to send the [`'"]?Authorization\b|\b(?:missing|absent|no) or (?:outdated|invalid|expired) (?:API |access )?token\b/,
    ],
  ],
  [
    'joined',
    [
      /\b(?:each|every) (?:argument|arg|word|flag|item) (?:has to|must|should|needs to) be (?:its|an?|a separate) (?:own )?(?:string|item|element|entry)\b/i,
      /\bargs?\b.{0,80}\b(?:as|in) (?:one|a single) string\b|\bfails on args? (?:strings )?with spaces\b/i,
    ],
  ],
  [
    'blank',
    [
      /\b(?:path|folder|director(?:y|ies)|file ?name|arg(?:ument)?|command)s?\b.{0,40}\b(?:contain(?:s|ing)?|with|ha(?:s|ve)|having|includ(?:es|ing)) (?:a |any )?(?:space|blank|white ?space)s?\b(?!.{0,24}(?<![\\/])\b(?:works?|fine|supported|allowed|handled)\b)/i,
      /\b(?:space|blank)s? (?:anywhere )?in (?:the |its |my |a )?(?:\w{1,20} )?(?:path|folder|directory|file ?name)\b(?!.{0,24}(?<![\\/])\b(?:works?|fine|supported|allowed|handled)\b)/i,
      /\bsplits? (?:the |my |a |on )?(?:\w{1,12} )?(?:path|command|arg(?:ument)?s?)? ?(?:at|on|by) (?:the |a )?(?:space|blank)s?\b/i,
    ],
  ],
  [
    'runtime',
    [
      /\b(?:fix|solv|help|work)\w*\b.{0,40}\b(?:turn(?:ed|ing)? off|disabl\w+)\b.{0,40}\b[Bb]uilt-?in (?:[Nn]ode|[Rr]untime)/,
      /\b(?:uses?|picks?(?: up)?|runs?|takes?|spawns?|starts?)\b.{0,40}\bsystem (?:[Nn]ode(?:\.?js)?|[Pp]ython)\b.{0,40}\b(?:not|instead|rather)\b/,
      /\b(?:built-in|bundled|embedded|Electron(?:-\w{2,10})?)\b[^.]{0,30}\b(?:[Nn]ode(?:\.?js)?|[Rr]untime|[Pp]ython)\b.{0,140}\b(?:incompatib\w*|crash\w*|fail\w*|exits?|exited|broken|does not (?:work|start|load))\b/,
    ],
  ],
  [
    'escape',
    [
      /\\[tnbfru]\b.{0,12} (?:is|was|gets|being) (?:interpreted|taken|read|parsed|treated) (?:as|for) (?:an? |the )?(?:tab|new ?line|line break|escape|backspace|form feed)/i,
      /\bbackslash(?:es)? (?:is|are|was|were) (?:not (?:handled|escaped)|eaten|lost|stripped|swallowed)\b/i,
    ],
  ],
  [
    'package',
    [
      /\b(?:was|were|has|have)? ?(?:never|not|n't) (?:been |yet )?published (?:to|on) (?:npm|the (?:npm )?registry)\b|\bpackage (?:has |was )?never (?:been )?published\b|\b404\b.{0,12}\bnever published\b/i,
      /(?:\bnot|n't) (?:\w{1,8} )?on npm(?:js)?\b|\bpackage (?:name )?(?:has |was |is )?(?:changed|renamed|moved) (?:from|to)\b/,
    ],
  ],
  [
    'flag',
    [
      /\b(?:flags?|options?|arguments?|switch(?:es)?) (?:such as |like )?[`'"]?--?[a-z][\w-]{1,40}\b.{0,120}\b(?:no longer|not|n't) (?:supported|accepted|known|recogni[sz]ed|exists?|there)\b/i,
      /[`'"]?--[a-z][\w-]{1,40}[`'"]? (?:flag |option |argument )?(?:was|were|is|are|has been|have been) (?:removed|renamed|dropped)\b/i,
    ],
  ],
  [
    'silent',
    [
      /\b(?:stays?|remains?) (?:silent|quiet)\b.{0,80}\b(?:initialize|handshake|answer|respon)|\b(?:never|not|n't) (?:answers?|responds?|replies|gets? an answer)\b.{0,40}\b(?:initialize|handshake|request)\b/i,
      /\b(?:waits?|hangs?|blocks?|stuck)\b.{0,24}\b(?:indefinitely|forever|infinitely|endlessly)\b|\b(?:not|n't) flush\b.{0,60}\b(?:stdout|responses?|answers?)\b/i,
    ],
  ],
  [
    'mode',
    [
      /\bmode [`'"]?0?644\b|[`'"(]-rw-r--r--[`'")]|^-rw-r--r--\s.*[/\\](?:bin|dist|cli)\b|\b(?:missing|lacks|without) (?:the )?[+]x\b/,
      /\b(?:lost|loses?|lacks?|lacking|missing|without|drops?|strips?|no|keep|preserve|have)\b.{0,30}\b(?:execut(?:able|e|ion) (?:bits?|mode|permissions?|flag)|[+]x bit)/i,
      /\b(?:binary|bin|file|script|\.[cm]?js) (?:is |was )?not (?:marked (?:as )?)?executable\b/i,
    ],
  ],
  [
    'interpreter',
    [
      /\b(?:uses?|runs?|takes?|picks?(?: up)?|using|starts?)\b.{0,40}\b(?:different|other|another|wrong|global|default|system(?:'s)?|base) (?:\w{1,12} )?(?:[Pp]ython )?(?:interpreter|environment|[Pp]ython)\b/,
      /(?:\bnot|n't) (?:\w{1,8} ){0,3}(?:inside|in|use|using|from|activate|see) (?:of )?(?:the |my |its |a )?(?:venv|\.venv|virtual ?env\w*|virtual environment)\b/i,
      /\b(?:not|instead of|rather than) (?:the |my |its |that of the )?(?:venv|\.venv|virtual ?env\w*|virtual environment)\b/i,
    ],
  ],
  [
    'certificate',
    [
      /\bTLS[ -]?(?:inspect|intercept)\w*\b|\b(?:SSL|HTTPS|TLS)\b.{0,20}\b(?:inspection|interception|scanning|decryption)\b/,
      /\bman[- ]in[- ]the[- ]middle\b.{0,60}\b(?:SSL|TLS|HTTPS|traffic)\b|\b(?:Zscaler|Netskope|Fortinet|BlueCoat)\b/i,
      /\b(?:corporate|company|internal|private|own) (?:root )?(?:CA|certificate authority|root certificate)\b.{0,80}(?:\bnot|\bunknown|\buntrusted|\bmissing|n't)\b/i,
    ],
  ],
  [
    'old-node',
    [
      /\b(?:gets?|picks?(?: up)?|takes?|uses?|runs?|starts?|resolves? to)\b.{0,24}\b(?:stale|old|older|outdated) (?:nvm|fnm|volta|asdf|n)\b.{0,20}\bversion\b/,
      /\b(?:old|older|outdated|wrong) (?:version of )?(?:[Nn]ode(?:\.?[Jj][Ss])?)\b.{0,80}\b(?:pick\w*|taken|used?|uses|select\w*|find\w*|found|start\w*)\b/,
      /\b(?:pick\w*|takes?|uses?|using|starts?|runs?|finds?)\b.{0,40}\b(?:an? |the )?(?:old|older|oldest|outdated|wrong) (?:version of )?[Nn]ode\b/,
    ],
  ],
  [
    'batch-file',
    [
      /\bnp[mx](?:\.cmd)?[`'"]?\b.{0,60}\bis an? (?:batch (?:file|script)|script\b.{0,30}\b(?:not|no)\b.{0,20}\b(?:binary|program|executable))/i,
      /\bnpx\.cmd\b.{0,80}\b(?:ENOENT|EINVAL)\b/,
      /\b(?:not|n't) (?:spawn|start|run|launch|use)\b.{0,30}\ba shell\b.{0,80}\bnpx(?:\.cmd)?\b/,
      /\b(?:only|not) (?:finds?|starts?|runs?|spawns?) (?:\.exe|`?npx\.cmd)\b/,
      /\b(?:could ?n[o']t|cannot|can't|unable to|does not|doesn't) (?:execute|run|spawn|start|launch) [`'"]?np[mx][`'"]? directly\b/,
    ],
  ],
  [
    'input-ended',
    [
      /\b(?:gets?|receives?|reads?|sees?|hits?) (?:an? )?(?:EOF|end of file)\b.{0,40}\bstdin\b|\bstdin (?:is |was |gets )?(?:closed|ended|end|EOF)\b.{0,40}\bbefore\b/i,
      /\bcloses? (?:the )?(?:server'?s? )?stdin\b.{0,60}\bbefore\b/,
    ],
  ],
  [
    'transport',
    [
      /\b(?:type|transport) (?:must|has to|should|needs to) be (?:set to |specified as )?[`'"]?(?:sse|http|streamable)/i,
      /\btype: ?[`'"]?sse\b.{0,80}\b40[456]\b|\b[Uu]se [`'"]?type: ?[`'"]?(?:streamable|sse|http)/,
      /["'`]type["'`]: ?["'`](?:stdio|sse|http)["'`]{1,2} is wrong\b/,
      /\b(?:no|not|without) (?:\w{1,10} )?SSE\b.{0,20}\bbut (?:only )?streamable/i,
      /\bSSE (?:connections?|endpoints?|streams?)\b.{0,60}\b40[456]\b/,
      /\bneeds? [`'"]?(?:httpUrl|serverUrl)\b/,
      /\b(?:changed|moved|switched|migrated) from (?:sse|SSE|http|HTTP|stdio)\b.{0,10} to (?:sse|SSE|http|HTTP|[Ss]treamable)\b|\bno longer (?:uses?|supports?|speaks?|offers?) (?:sse|SSE)\b/,
    ],
  ],
  [
    'client',
    [
      new RegExp(
        `\\b(?:field|option|key|property|setting|argument)\\b[^;]{0,60}\\b(?:is|are|gets?) (?:completely|silently|simply) (?:ignored|dropped)\\b`,
      ),
      new RegExp(
        `\\b(?:fail\\w*|broke|stopp\\w+|no longer)\\b.{0,40}\\b(?:once|since|after)\\b.{0,20}\\b(?:upgrad|updat)\\w*\\b.{0,20}${CLIENT}`,
      ),
      new RegExp(
        `\\bbug in ${CLIENT}|\\b${CLIENT}(?: \\w{1,20}){0,3} (?:shows?|reports?|displays?)\\b.{0,60}\\b(?:wrongly|incorrectly|by mistake|misleading)\\b`,
        'i',
      ),
      new RegExp(
        `\\b(?:since|after)\\b.{0,30}\\b(?:upgrad|updat)\\w{1,4}\\b.{0,60}\\b${CLIENT}\\b.{0,40}\\b(?:cannot|can't|can not|no longer|fails to|won't)\\b`,
      ),
      new RegExp(
        `\\b(?:upgrad|updat)\\w{1,4} ${CLIENT}\\b.{0,60}\\b(?:cannot|can't|no longer|fails?|broke\\w*|stopped)\\b`,
      ),
      new RegExp(
        `\\bregression in ${CLIENT}\\b|\\b${CLIENT} (?:never|does not|doesn't) (?:spawn|start|launch|send|call|respawn|read)s?\\b.{0,60}\\b(?:server|process|initialize|tools/list|it|request)\\b`,
      ),
      new RegExp(
        `\\bwork(?:s|ed|ing)? (?:fine |well |correctly )?(?:on|in|with) (?:the )?${CLIENT} (?:[Ii]nsiders|[Nn]ightly|[Bb]eta|[Pp]review)\\b`,
      ),
      new RegExp(
        `\\bsame (?:MCP )?(?:servers? )?(?:config\\w*|entry|file|server)s? works? (?:fine |perfectly |well )?in\\b`,
        'i',
      ),
      new RegExp(
        `\\b(?:[Aa]nother|[Oo]ther|[Aa]ll other) clients?\\b.{0,80}\\b(?:works?|sees?|connects?|loads?|starts?)\\b|\\b${CLIENT} (?:works|connects|loads) (?:fine |well )?with (?:it|the same|this)\\b|\\b(?:between|in) the (?:MCP )?client of\\b`,
      ),
      /\bnever (?:started|spawned|launched|loaded|called) by\b|\b(?:does not|doesn't|did not|didn't) even (?:try|attempt) to (?:start|spawn|launch|load)\b/,
      /\bworks? (?:fine |well )?(?:for|in|with|on) [A-Z]\w+(?: \w+){0,4},? (?:but )?not (?:for|in|with|on) [A-Z]/,
      /\bMCP Client \S{1,60} not found\b/,
      /\banswers? (?:to )?[`'"]?(?:initialize|curl|requests?|pings?)\b.{0,80}\b(?:but|yet|while|whereas)\b.{0,60}\b(?:client|app|host|connector)\b/,
      /\b(?:latest|newest|current) (?:MCP )?(?:sdk|SDK)\b.{0,40}\b(?:bugs?|broken|regress\w+)\b|\bdown-?graded the (?:MCP )?(?:sdk|SDK)\b/,
      new RegExp(
        `\\b(?:[Aa]fter|[Ss]ince)\\b.{0,20}\\b${CLIENT}\\b.{0,20}\\b(?:auto-?)?(?:updat|upgrad)\\w*\\b.{0,160}\\b(?:fail|crash|stopp|broke|no longer|cannot|can't|disconnect)\\w*`,
      ),
      new RegExp(
        `\\b(?:fail|crash|broke|stopp)\\w*\\b.{0,60}\\b(?:after|since)\\b.{0,30}\\b(?:updat|upgrad)\\w*\\b.{0,20}\\b${CLIENT}`,
      ),
      new RegExp(`\\b${CLIENT} (?:spawns|starts|launches) (?:multiple|several|two|duplicate|many)\\b`),
      /\bclient (?:sends|writes) .{0,20}\bbefore the (?:server|transport)\b|\b(?:leaves|left) the old (?:server )?process\b/i,
      // What it makes of a command line.
      /\b(?:client|parser|launcher|IDE|editor)\b (?:wraps|quotes|escapes|joins|mangles|truncates|drops|strips|breaks|loses)\b.{0,60}\b(?:arg(?:ument)?s?|command|quotes)\b/i,
      /\barg(?:ument)?s?[`'"]?(?: list| configuration| array)?(?: \w{1,8}){0,2} (?:ignored|truncated|dropped|lost|mangled|stripped)\b/i,
    ],
  ],
];
