import { safe } from '../text';
import { noted } from './notes';
import { DOES_NOT, NODE, RUNNER } from './states';
import type { Note, NotedFact } from './notes';
import type { Said } from './statements';

/** What people say was done, by whom, and in place of what. */
export function read(start: Said): readonly NotedFact[] {
  return noted(start, FORMS, ({ text }) => text.length <= LONGEST);
}

const LONGEST = 240;

const CLIENT =
  '(?:Claude(?: Desktop| Code)?|Cursor|Windsurf|VS ?Code|Cline|Roo(?: Code)?|Zed|Codex|Gemini(?: CLI)?|Copilot|LM Studio|Goose|opencode|Kiro|Trae|the (?:client|editor|app|IDE|host))';
const HTTP = '(?:streamable[- ]?)?(?:http|sse)';
const AT_ONCE =
  '(?:immediately|at once|right away|straight away|right after|straight after|instantly|after (?:a few|some) (?:milli)?seconds)';

const DIES = '(?:hangs?|fails?|dies|exits?|crash(?:es)?|breaks?|stops?|does not start)(?: \\w+ly)?';

const MISHAPS: readonly (readonly [Note, ...string[]])[] = [
  [
    { kind: 'account', of: 'path' },
    `${RUNNER} (?:works?|resolves?|runs?|is found|is there)(?: fine| well)? (?:in|from) (?:the |my |a )?(?:terminal|shell|iterm|console|command line|bash|zsh)\\b.{0,20}\\b(?:not|n['’]t|cannot)\\b`,
    `${RUNNER}.{0,40}\\b(?:app|client|editor|gui|${CLIENT})\\b (?:just |simply )?${DOES_NOT} (?:find|locate|see|know)`,
    `(?:gui apps?|app|client|editor|${CLIENT})\\b.{0,24} (?:has no idea|does not know|doesn['’]t know) where ${RUNNER}`,
    `which ${RUNNER}: \\(?(?:no \\S|not found|nothing|empty)`,
    `lacks? (?:any )?access to (?:the )?(?:${NODE}|npx|uvx?|docker|homebrew) (?:binar|executable|install)\\w+`,
    `(?:gui apps?|app|client|editor)\\b.{0,16} ${DOES_NOT} (?:see|find|search|look (?:in|into)|include)\\b.{0,24} ~?/[\\w./-]*bin\\b`,
  ],
  [
    { kind: 'account', of: 'batch-file' },
    'npx (?:is|being) (?:only )?an? (?:\\.cmd|cmd|batch|script)',
    'npx\\b.{0,24}\\bshell: ?true\\b',
  ],
  [
    { kind: 'account', of: 'old-node' },
    `(?:picks?(?: up)?|uses?|used|takes?|took|finds?|found|got|runs?|ran|running|starts?) (?:with |on |in |from )?(?:an? |the )?(?:old )?${NODE} v?(?:\\d|1[0-7])\\b(?!\\.?\\d* (?:or|and) (?:newer|later|up))`,
    `(?:wants?|needs?|requires?|demands?|expects?)(?: at least)? ${NODE} (?:>=? ?)?v?\\d\\d\\b(?:[.\\d]*).{0,24}\\b(?:i|mine|we|it|here|have)\\b.{0,16}\\bv?(?:\\d|1\\d)(?:\\.\\d+)?\\b`,
    `(?:default|alias|nvm|path|app|client)\\b.{0,30}\\b(?:point|set|resolv)\\w* to (?:${NODE} )?v?(?:\\d|1[0-7])\\b`,
    `v(?:\\d|1[0-7])(?:\\.\\d+){0,2} (?:while|but|whereas)\\b.{0,30}\\b(?:needs?|requires?|wants?)\\b`,
    `${NODE} (?:\\d|1[0-7]) (?:came|comes|is|was) (?:first|earlier|before)`,
  ],
  [
    { kind: 'account', of: 'interpreter' },
    '(?:global|system|another|other|different|wrong) python\\b.{0,40}\\b(?:where|in which|that|without)\\b.{0,40}\\b(?:not installed|missing|lacks|no)\\b',
    '(?:the )?wrong python\\b',
    '(?:should|had to) (?:have )?(?:use|used|be|been) (?:the )?python (?:of|in|from) (?:the |my )?(?:venv|\\.venv|virtual)',
    'packages? (?:is|are|was|were) installed in (?:an?other|a different)',
    '(?:runs?|ran|started) with (?:the )?(?:system|global|default|wrong) python\\b',
  ],
  [
    { kind: 'account', of: 'folder' },
    `${DIES} (?:when|if|where|because|unless) (?:the |its )?(?:cwd|current dir\\w*|working (?:dir\\w*|folder)) (?:is|was|has|points)`,
  ],
  [
    { kind: 'account', of: 'client' },
    `(?:since|after) (?:the |its |an? )?(?:last |latest |recent |new )?(?:update|upgrade|release) (?:of|to|for) ${CLIENT}`,
    `(?:broke|broken|stopped|fails?|failing)\\b.{0,24}\\b(?:with|by|since|after) (?:the |its )?(?:last |latest |recent |new )?${CLIENT} (?:update|upgrade|release|version)`,
    `(?:downgrad|roll)\\w*(?: back)? ${CLIENT}\\b.{0,24}\\b(?:help|fix|solv|work)`,
    `works? (?:fine |well )?in ${CLIENT},? (?:but )?(?:fails?|breaks?|not) (?:only )?in ${CLIENT}`,
    `(?:latest|newest|new|last|current) ${CLIENT} (?:version|release|update|build) (?:broke|breaks|has broken)`,
    `(?:roll|went|go)\\w* back to ${CLIENT} v?\\d`,
    `(?:known )?(?:issue|bug|problem|fault) (?:of|in|with) (?:${CLIENT}|the client)`,
    `regression (?:of|in) (?:${CLIENT}|the client)`,
    `since ${CLIENT} v?\\d[\\w.]* (?:none|nothing|no (?:mcp )?servers?)\\b`,
    `works? (?:fine |well )?in (?:every|all|any) other (?:mcp )?clients?\\b`,
    `works? (?:fine |well )?(?:in|with) (?:the )?(?:mcp )?inspector\\b,? (?:and |but )?not in\\b`,
    `${CLIENT} (?:mangles|wraps|truncates|rewrites|breaks|swallows) (?:the |my |its )?(?:args|arguments|command|path)`,
  ],
  [
    { kind: 'account', of: 'silent' },
    "(?:process|server) is (?:alive|up|running)\\b.{0,12}\\b(?:but|yet) (?:does not|doesn['’]t|never) (?:respond|answer|reply)",
    '(?:initialize|request|handshake)\\b.{0,16} never (?:gets?|got|receives?) (?:an? )?(?:response|answer|reply)',
    '(?:server|process|it) (?:freezes|froze|hangs|hung|blocks) (?:while|when|during|on|at)\\b',
    'no (?:answer|response|reply) to (?:the )?(?:first |initial )?(?:request|message|handshake|initialize)\\b(?! yet)',
    '(?:connection|handshake|client) hangs\\b',
    '(?:blocks?|blocked|blocking) the (?:event loop|main thread)',
    '(?:responses?|answers?|output|stdout) (?:is|are|was|were|gets?|stays?) (?:block-)?buffered\\b|never (?:flush\\w*|answers?|repl\\w+)\\b|stuck (?:at|in|on) connecting',
  ],
  [
    { kind: 'account', of: 'ended' },
    `(?:server|process|script|it) (?:just |simply )?(?:is gone|exits?|ends?|quits?|stops?|terminates?|returns?)(?: cleanly| normally| silently| quietly)?,? (?:${AT_ONCE}|without (?:an? |any )?(?:error|traceback|message|output|word))`,
    '(?:no|missing|lacks?|without)(?: the| a| an)? (?:mcp\\.run\\(|if __name__|main guard|call (?:to|of) (?:run|main))',
    'main(?: function)? (?:is|was) never (?:called|run|awaited)|forgot to (?:call|run|await|start) (?:mcp\\.run|main|server|app)',
    'main[- ]?module check (?:is |was )?(?:failing|fails?|failed|false|wrong)',
    '(?:nobody|nothing|never) (?:ever )?(?:calls?|called|runs?|invokes?) (?:the )?main\\b|there (?:was|is) no mcp\\.run\\b',
    'nothing keeps the (?:process|server|event loop) (?:alive|running)',
    'runs? to (?:its|the) end and (?:quits?|exits?|ends?)',
  ],
  [
    { kind: 'account', of: 'download' },
    '(?:first|initial|cold) (?:install\\w*|download|launch|start|run|pull)\\b.{0,24}\\b(?:exceeds?|outlasts?|longer than|too long|too slow)\\b',
    'still (?:installing|downloading|pulling|fetching|resolving)\\b.{0,60}\\b(?:timed out|gave up|time-?out|stopped waiting|cut it off)',
    '(?:works?|fine|ok) (?:on|at|with|from) the (?:second|2nd|next) (?:attempt|try|start|time|run|launch)',
    '(?:pull(?:ed|ing)?|download(?:ed|ing)?|install(?:ed|ing)?)\\b.{0,24}\\b(?:took|takes) (?:too|very|so) long\\b',
  ],
  [
    { kind: 'account', of: 'transport' },
    `(?:speaks?|offers?|supports?|serves?|accepts?|expects?|knows?)(?: only)? ${HTTP},? (?:and )?not ${HTTP}`,
    `sse (?:is|was) no longer (?:offered|supported|available|there)`,
    `only (?:offers?|speaks?|supports?|accepts?|serves?) (?:plain )?${HTTP}\\b`,
    '/(?:sse|mcp) (?:is|was|has been) (?:gone|dead|removed|retired|replaced)|/(?:mcp|sse) is the (?:new |right )?endpoint',
    `dropped (?:support for )?sse\\b|sse (?:was|is|has been) (?:dropped|retired|switched off)`,
    `(?:url|endpoint|address) (?:has|had|needs?|must|should|ought)(?: to)?(?: have)? (?:be(?:en)?|end(?:ed)?|point)\\b|endpoint (?:has |was |had )?(?:moved|changed|renamed)`,
    `wrong (?:path|suffix|endpoint) (?:in|of|at|on) (?:the )?(?:url|address)|lack(?:s|ed) (?:the )?/\\w{2,8} (?:suffix|path)`,
    `(?:had|have|has) (?:to be )?(?:type |transport )?sse\\b.{0,20}\\b(?:not|but|instead)\\b.{0,20}\\bhttp`,
  ],
  [
    { kind: 'oauth-failed', what: safe('the sign-in') },
    '(?:oauth )?(?:redirect|callback) (?:fails?|failed|is broken|is rejected)',
    '(?:login|sign-?in|consent|oauth|auth\\w*) (?:window|page|tab|popup|flow|dialog)\\b.{0,40}\\b(?:but|never|without)\\b.{0,24}\\b(?:token|client|code|back|end\\w*|finish\\w*|complet\\w*|return\\w*)\\b',
    "(?:callback|redirect) (?:never|does not|doesn['’]t|did not|didn['’]t) (?:reach|arrive|return|come|fire|work)\\w*",
    "(?:login|sign-?in|auth\\w*) loop|(?:login|sign-?in) (?:never|does not|doesn['’]t) (?:end|finish|complete)",
  ],
  [
    { kind: 'connection-failed', how: 'timed-out', to: null },
    "(?:dns|resolver) (?:does not|doesn['’]t|cannot|can['’]t) (?:know|resolve|find)",
    '(?:firewall|proxy|vpn|network) (?:drops?|blocks?|rejects?|filters?|swallows?|cuts?) (?:the |my |all |our )?(?:traffic|connection|request|packets|access|server|it)',
    '(?:connection|traffic|requests?) (?:is |was |gets |are )?(?:blocked|dropped|cut|filtered) by (?:the |our |my |a )?(?:\\w+ )?(?:firewall|proxy|vpn)',
    '^only (?:reachable|accessible|available) (?:from|over|via|through|inside|within|with)\\b',
    '(?:server|host) (?:behind|in|on) (?:the |our |a )?(?:vpn|intranet|company network)',
  ],
  [
    { kind: 'listens-on-http', address: safe('an address') },
    `(?:server|it) (?:comes? up|runs?|starts?|launch(?:es|ed)?|started|defaults?|boots?)(?: up)? (?:in|as|to|with) (?:an? |the )?(?:${HTTP}|web|rest)(?: server| mode| transport)?\\b`,
    `(?:listens?|opens?|binds?|starts? (?:an? )?(?:web|http|rest) server)\\b.{0,30}\\b(?:instead of|in place of|rather than|and not)\\b.{0,30}\\bstd(?:io|in|out)\\b`,
    'without --stdio\\b|stdio (?:has|needs|must)(?: to)? (?:be )?(?:select|chosen|enabl|request|switch|turn)\\w*',
  ],
  [
    { kind: 'stdout-noise', who: 'server', first: null },
    '(?:debug|log|logging|startup|banner|progress|diagnostic)\\b(?: \\w+)? (?:\\w+ )?(?:mixed|goes|going|written|printed|sent|leak\\w*|ends up|lands) (?:in|into|to|on|among|with) (?:the )?(?:json|protocol|message|stdout|standard output|stream)',
    '(?:banner|logs?|print\\w*|output|text|message)s? on stdout (?:confus|corrupt|break|pollut|disturb)\\w*',
    '(?:server|it|package) (?:prints?|printed|writes?|outputs?|emits?) (?:an? |its |the )?(?:\\w+ )?(?:banner|logo|greeting|welcome|version|ascii)\\b',
    '(?:remov|delet|silenc|dropp)\\w* (?:the |all |my )?(?:console\\.log|print)\\b',
  ],
  [
    { kind: 'account', of: 'joined' },
    '(?:everything|all(?: of it)?|the (?:whole|entire) command(?: line)?|all (?:the )?args?)\\b.{0,24}\\b(?:in|into|as) (?:one|a single|the same) (?:string|item|element|entry)',
    '(?:was|were|is|are) (?:a single|one) (?:element|item|string|argument|entry) of (?:the )?[`\'"]?args\\b',
    '(?:whole|entire|full) command(?: line)?\\b.{0,24}\\b(?:in|into|under|as) (?:the )?[`\'"]?command\\b',
    '(?:flag|option|switch)s? and (?:its|the|their) values?\\b.{0,24}\\b(?:same|one|single)\\b',
    'arg(?:ument)?s?(?: property)? (?:has|have|had|must|needs?|should)(?: to)? be (?:an? )?(?:array|list|separate|split)\\b',
    '(?:passed|put|wrote|gave|had) (?:the |my |all )?(?:\\S+ and the \\w+(?: \\w+)?|flags?|args?|arguments|options) (?:as|in|into) (?:a single|one)\\b',
    'escaping of (?:the )?(?:quotes|arguments|backslashes)\\b',
    'double[- ]dash\\b.{0,16}\\b(?:swallow|eat|lost|los|drop|took)\\w*|quotes\\b.{0,24}\\b(?:passed|kept|handed|taken) (?:along|literally|on|over|through)',
    'arg(?:ument)?s (?:get|got|were|are) (?:lost|dropped|eaten|cut)\\b.{0,20}\\b(?:by|when|in) .{0,20}\\b(?:cli|mcp add|command)\\b',
  ],
  [
    { kind: 'account', of: 'blank' },
    '(?:space|blank)s? in (?:the |my |a )?(?:user ?name|home|path|folder|name)\\b.{0,16}\\b(?:splits?|breaks?|cuts?)',
  ],
  [
    { kind: 'config-refused' },
    `(?:key|root|property|object|section) (?:must|has to|needs to|should) be (?:called|named) `,
    '(?:mcpservers|servers)\\b.{0,12}\\b(?:and not|instead of|rather than|not|where)\\b.{0,12}\\b(?:mcpservers|servers)\\b',
    '(?:mcpservers|servers)\\b.{0,24}\\b(?:expects?|wants?|needs|reads) (?:the )?[`\'"]?(?:mcpservers|servers)\\b',
    '(?:must|has to|have to|should|needs to) be (?:nested|placed|put) (?:under|in|inside|into) [`\'"]?(?:mcp|mcpservers|servers)\\b',
    `(?:entry|server|key|block|object|config\\w*)\\b.{0,16}\\b(?:one|a) level too (?:deep|high|low)`,
    `(?:file|config\\w*|mcp\\.json) (?:was|is|sat|lay|lives?) in the wrong (?:place|folder|directory|location)`,
    `(?:lack(?:s|ed)|missing|misses|without) (?:the |a |its )?[\`'"]?(?:type|command|url)[\`'"]? (?:field|key|property)`,
    `copied (?:the |my )?(?:${CLIENT} )config\\w* (?:in)?to ${CLIENT}`,
    `wrong (?:config )?file, ${CLIENT} reads`,
  ],
  [
    { kind: 'config-unparsed' },
    "backslash\\w*\\b.{0,30}\\b(?:not|n['’]t) (?:doubled|escaped)|single backslash\\w*",
    'quot(?:es|ation marks) (?:were|was|are|is) (?:curly|smart|typographic|wrong)|curly quotes',
    '(?:config\\w*|file|settings|mcp\\.json)\\b.{0,40}\\b(?:syntax|parse|parsing|json) (?:mistake|error|problem)',
    '(?:bracket|brace|comma|quote|colon)s? (?:was|were|is|are) (?:missing|unclosed|unbalanced|forgotten)\\b',
    'the json (?:was|is) (?:malformed|broken|invalid|wrong|not valid)',
    '(?:missing|forgotten|unclosed) (?:\\w+ )?(?:brace|bracket|comma|quote)\\b',
  ],
  [
    { kind: 'release-told' },
    "(?:dist|build(?: output)?|files?|binary) (?:is|are|was|were) (?:not|n['’]t) (?:included|contained|shipped|part) (?:in|of|with) (?:the )?(?:npm |published )?(?:package|tarball|release|wheel)",
    "v?\\d+\\.\\d+(?:\\.\\d+)? (?:does not|doesn['’]t|fails?|is broken|crashes)\\b.{0,30}\\bv?\\d+\\.\\d+(?:\\.\\d+)? (?:does|works?|is fine|starts?|runs?)",
    '(?:new|latest|newest|last) (?:\\w+ )?(?:sdk|mcp|fastmcp|dependency|package|server)(?: release| version| update)? (?:broke|breaks)\\b',
    '(?:forgot|failed|neglected) to (?:publish|ship|include|upload|bundle) (?:the )?(?:build|dist|file|lib|output|binar)\\w*',
    'dependency (?:has )?(?:released|published|shipped) (?:an? )?(?:\\w+ )?(?:breaking|major|incompatible)',
    'incompatible with (?:the )?(?:newest|latest|current|new|recent) (?:sdk|version|release|mcp)',
  ],
  [
    { kind: 'option-missing', what: safe('a setting') },
    'name of the (?:env(?:ironment)? )?variable (?:is|was|should be|should have been|must be) ',
  ],
  [{ kind: 'npm-unreached' }, 'unable to download (?:the |an? )?(?:extension|package|dependenc\\w+)\\b'],
  [
    { kind: 'cache-damaged' },
    '(?:np[mx]|uvx?|pnpm|bunx?) (?:keeps?|kept|uses?|used|reuses?|caches?|cached) (?:around )?(?:an? )?(?:broken|stale|old|damaged|half\\S*|incomplete|partial)\\b',
    '(?:half|partly|partially)[- ](?:finished|done|installed|extracted|downloaded)\\b.{0,30}\\bcache',
    '(?:broken|stale|old|damaged|incomplete) (?:copy|version|install\\w*)\\b.{0,24}\\b(?:np[mx]|uvx?) cache',
  ],
  [
    { kind: 'account', of: 'certificate' },
    'proxy\\b.{0,24}\\b(?:re-?signs?|intercepts?|decrypts?|inspects?|swaps?|replaces?)\\b',
    '(?:ssl|tls|certificate)(?: certificate)? verif\\w+ (?:fails?|failed)\\b',
  ],
  [
    { kind: 'program-blocked' },
    '(?:app|program|binary|file) is damaged\\b',
    "polic(?:y|ies) (?:forbids?|blocks?|prevents?|does not allow|doesn['’]t allow|disallows?)\\b",
  ],
  [{ kind: 'file-denied', path: null, isBySystem: false }, 'read-only file ?system\\b'],
  [
    { kind: 'docker-run-refused', what: safe('--name') },
    'container name (?:conflict|is (?:already )?(?:in use|taken))|name conflict\\b.{0,20}\\bcontainer',
  ],
  [
    { kind: 'port-taken', port: null },
    '(?:old|previous|other|stale|left-?over|zombie) (?:\\w+ )?(?:process|instance|copy|server)\\b.{0,40}\\b(?:occup|hold|keep|kept|has|us|block)\\w* (?:the )?(?:port\\b|:?\\d{4,5}\\b)',
  ],
  [
    { kind: 'lock-held' },
    'only one (?:instance|copy|process|client|session) (?:may|can|is allowed to) ',
    '(?:two|several|multiple|both) (?:editors?|clients?|windows?|instances?|processes?|sessions?|copies)\\b.{0,40}\\b(?:same|lock|database|at once|fight)\\b',
    "(?:second|other|another) (?:instance|process|copy|window)\\b.{0,24}\\b(?:cannot|can['’]t|could not|fails? to) (?:open|lock|get|access|write)",
    '(?:another|second|other) (?:window|editor|client|session)\\b.{0,16}\\b(?:already )?(?:runs?|started|has|uses) (?:the )?(?:same )?(?:server|it)\\b',
  ],
  [
    { kind: 'connection-failed', how: 'refused', to: null },
    'no (?:plug-?in|add-?on|extension|browser|client|device) (?:is |was )?connected\\b',
  ],
];

/** Each is so whatever its letters. */
const FORMS = MISHAPS.map(
  ([note, ...forms]) => [note, forms.map((form) => new RegExp(`(?<![\\w./-])(?:${form})`, 'i'))] as const,
);
