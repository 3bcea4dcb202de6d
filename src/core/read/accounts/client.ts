import { CLIENT } from '../client-names';

const SERVERS =
  '\\b(?:MCPs|(?:MCP )?(?:servers?|tools?|prompts|resources)|process(?:es)?|config\\w*|JSON|file|entry|it|they|same \\w+)\\b';
const NOT = "(?:\\bnot|\\bnever|n['’]t|\\bno longer|\\bcannot|\\bunable to|\\bfail(?:s|ed)? to)";
const SEEN =
  '(?:show\\w*|appear\\w*|load\\w*|list\\w*|available|regist\\w*|display\\w*|visible|surfac\\w*|expos\\w*|there|callable|found|attach\\w*|detect\\w*|discover\\w*|recogni[sz]\\w*|picked up|usable|accessible|reach\\w*)';

/** That the server, or its entry, is well; and that nothing of it is seen where it should be. */
const IS_WELL = [
  `(?<!\\b[Nn]o )${SERVERS}(?: (?:itself|alone|\\w+ process))?.{0,40}(?<!n['’]t |\\bnot |\\bnever )\\b(?:(?:is|are|was|were|has been|have been) (?:already )?(?:\\w+ly )?(?:running|valid|correct|fine|healthy|verified|alive|up|ok(?:ay)?|registered|connected|started|responding|accessible|discovered|listed|configured)|(?:works?|worked|starts?|started|runs?|ran|responds?|answers?|loads?) (?:\\w+ly|fine|well|without|in|when|from|on|if|with)|pass(?:es|ed)? (?:the |its )?health ?checks?|reports? ['"✓✔ ]{0,3}[Cc]onnected|running and respond\\w+|exists? and\\b|connected[.;,])`,
  '\\b[Dd]espite\\b.{0,40}\\b(?:config\\w*|running|responding|connected|registered|listed|starting|completing|working)\\b',
  '\\b(?:[Ff]ound|[Dd]iscovered|[Ll]ists?|[Ll]isted|[Rr]eturns?|[Rr]eturned) (?:all )?(?:the )?[1-9]\\d{0,3} tools?\\b',
  '\\b[Ii]nspector\\b.{0,20}\\b(?:lists?|shows?|sees?|finds?|displays?|has) (?:all|them|every|it|[1-9])|\\b[Ii]nspector (?:connects|works|starts|has no problem)|\\bstatus (?:is|says|shows|reads) ["“]?(?:[Rr]unning|[Cc]onnected|green)|\\b(?:listed|shown|visible|there|fine|present) in (?:the )?(?:MCP )?[Ii]nspector\\b',
  '\\b(?:says?|shows?|reads?|reports?|displays?|prints?)\\b[^.]{0,12}\\b(?:[Cc]onnected|[Ii]nitialized|[Rr]unning)\\b',
  '\\b(?:was|were|had been|has been) working (?:before|previously|until|fine|well)\\b|\\b(?:connected|worked|loaded|started) (?:without issues|fine|well) (?:on|in|with|under|before)\\b',
].join('|');
const OF_A_SCOPE =
  "\\b(?:[Pp]roject|[Pp]lugin|[Ww]orkspace|[Uu]ser|[Gg]lobal|[Ll]ocal)(?:[- ](?:level|scoped?|bundled|provided|defined)|['’]s)\\b(?: bundled)?";
const IS_UNSEEN = [
  `${SERVERS}.{0,60}${NOT}(?: even)?(?: (?:be|been|being|get|gets))? ${SEEN}\\b`,
  `\\b(?:tools?|servers?|panel|list|view|registry|sidebar|output|logs?|session|they)\\b.{0,40}\\b(?:stays?|remains?|is|are) (?:\\w+ly )?(?:empty|blank|missing|absent)\\b`,
  `${NOT} (?:show|list|display|load|see|expose|surface|register|attach|access|use|find|detect|call|pick up|reach)s?\\b.{0,30}\\b(?:tools?|servers?|anything|it|them)\\b`,
  '\\b(?:sees?|shows?|lists?|has|have|finds?|reports?|exposes?)\\b (?:0|no|zero)(?: [\\w-]{1,20}){0,2} (?:tools?|servers?|entries)\\b',
  `\\b(?:no|zero|0) (?:servers?|tools?) (?:are|is|gets?) (?:being )?${SEEN}\\b`,
  '\\b[Tt]ool not found\\b|\\bno such tools?\\b',
  `${NOT} offer\\b|\\bnothing to (?:select|pick|choose)\\b|\\b(?:server|it) (?:stays|remains|is still) (?:red|grey|gray|yellow)\\b`,
  `\\b${CLIENT} (?:shows?|lists?|displays?|sees?|finds?|has) (?:none|nothing)\\b|\\b(?:and|but) (?:not|never) in ${CLIENT}`,
  `${NOT} (?:start|spawn|launch)(?:s|ed)? (?:for|by|with) (?:the|this|my|any)\\b`,
].join('|');

/** What it does of itself: with the pipe and the process, with what it shows, with what goes through it. */
const ACTS =
  '(?:drops|leaks|closes|forgets|re-?connects|re-?starts|re-?spawns|re-?launches|deadlocks|truncates|mangles|garbles|strips|rewrites|overwrites|wipes|duplicates|discards|swallows|skips|reverts|panics|disables|misinterprets|misparses|mis-?handles|sends (?:an? )?(?:empty|wrong|invalid|malformed|extra|duplicate|null|undefined)|passes (?:an? )?(?:empty|wrong|invalid|null|undefined))';
const ADVERB = '(?: (?:also|then|always|sometimes|often|just|simply|still|itself|\\w{2,12}ly))?';

/** In one place it is well, and in another one it is not: two clients, or two versions of one. */
const PLACE = `(?:(?:in|with|on|under|from) (?:the )?(?:latest |new |old |current )?${CLIENT}(?: v?\\d[\\w.]*)?|(?:in|with|on|since) v?\\d+\\.\\d[\\w.]*)`;
const WELL =
  '(?:work(?:s|ed|ing)?|connect(?:s|ed)|start(?:s|ed)|run(?:s|ning)?|load(?:s|ed)|fine|ok(?:ay)?|no problems?|all good)';
const ILL =
  "(?:broken|breaks|broke|fail(?:s|ed|ing)?|(?:stays?|is|remains?|turns?) (?:red|empty|grey|gray|blank)|(?:does|do|did|will|is|are)(?: not|n['’]t)|won['’]t|not|never|no longer|can(?:no|['’])t|nothing|errors?)";

/** That it is the client, and not the server. */
export const client = [
  [
    'json',
    [
      /^JSON Parse error: \S.{0,60}$|^(?:the )?JSON(?: file| text)? is not well[- ]formed[.!]?$/i,
      /^(?:EOF while parsing a value at line 1 column 0|JSON (?:parse )?error|bad JSON|(?:it is |is )?not (?:a )?valid JSON|invalid character|unexpected token (?:[}\],:"']{1,3}(?: in JSON)?|\S{1,3} in JSON)|unexpected end of JSON(?: input)?)[.!]?$/i,
    ],
  ],
  [
    'client',
    [
      new RegExp(
        `${CLIENT}.{0,8}(?:可以|能够?|正常).{0,30}(?:${CLIENT}|[Cc]herry).{0,8}(?:不行|不能|失败|连不上|不可以|不支持)`,
        'i',
      ),
      /(?:别的|其他|其它)的?客户端.{0,8}(?:正常|可以|没问题)|更新.{0,6}后.{0,6}不行/,
      new RegExp(
        `(?:手动|终端|命令行)[^。]{0,12}(?:测试|运行|执行|启动|连接)[^。]{0,24}(?:成功|正常|没问题).{0,60}(?:${CLIENT}|client|客户端).{0,40}(?:失败|不行|不能|连不上)`,
        'i',
      ),
      new RegExp(
        `(?:手动|终端|命令行)(?:运行|执行|启动)?(?:都|是|也)?(?:可以|正常|没问题|能用)[^。]{0,12}${CLIENT}[^。]{0,12}(?:不行|不能|失败|连不上|不可以)|(?:是|属于) ?${CLIENT} ?的 ?(?:bug|问题)|更新了? ?${CLIENT}[^。]{0,8}(?:之?后)?[^。]{0,8}(?:好了|正常|可以)`,
        'i',
      ),
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
        `\\b${CLIENT} v?\\d+(?:\\.\\d+){1,3}\\b(?: (?:issue|bug|problem)\\b|.{0,40}\\b(?:regression|regressed|broke)\\b)`,
        'i',
      ),
      new RegExp(
        `\\b${CLIENT} (?:has |have )?(?:suddenly )?stopped (?:recogni[sz]|detect|load|start|list|see|find|read)ing\\b.{0,30}\\bservers?\\b`,
        'i',
      ),
      /\b(?:spawn|start|launch|execut)(?:s|ed)?\b.{0,40}\b(?:twice|two (?:identical |duplicate )(?:instances|copies|processes)|duplicate (?:instances|copies|processes))\b/,
      new RegExp(
        `\\b(?:since|after)\\b.{0,30}\\b(?:upgrad|updat)\\w{1,4}\\b.{0,60}\\b${CLIENT}\\b.{0,40}\\b(?:cannot|can't|can not|no longer|fails to|won't)\\b`,
      ),
      new RegExp(
        `\\b(?:because of|due to|caused by|thanks to) (?:an? |the )?(?:new |latest |recent |last )?${CLIENT}(?: IDE)? (?:update|upgrade|release|version)\\b`,
      ),
      new RegExp(
        `\\b(?:upgrad|updat)\\w{1,4} ${CLIENT}\\b.{0,60}\\b(?:cannot|can't|no longer|fails?|broke\\w*|stopped)\\b`,
      ),
      new RegExp(
        `\\b${CLIENT} (?:is |was )?(?:not|isn't|never) (?:sending|writing|starting|spawning|loading|launching|reading)\\b.{0,60}\\b(?:server|process|initialize|tools/list|request|stdin|message)s?\\b`,
        'i',
      ),
      new RegExp(
        `\\bregression in ${CLIENT}\\b|\\b${CLIENT} (?:never|does not|doesn't) (?:spawn|start|launch|send|call|respawn|read)s?\\b.{0,60}\\b(?:server|process|initialize|tools/list|it|request)\\b`,
      ),
      new RegExp(
        `\\bwork(?:s|ed|ing)? (?:fine |well |correctly )?(?:on|in|with) (?:the )?${CLIENT} (?:[Ii]nsiders|[Nn]ightly|[Bb]eta|[Pp]review)\\b`,
      ),
      new RegExp(
        `\\bsame (?:MCP )?(?:servers? )?(?:config\\w*|entry|file|server)s? works? (?:fine |perfectly |well )?(?:in|with|under)\\b`,
        'i',
      ),
      new RegExp(
        `\\b(?:[Aa]nother|[Oo]ther|[Aa]ll other) clients?\\b.{0,80}\\b(?<!\\b(?:I|we|you) )(?:works?|sees?|connects?|loads?|starts?|accepts?|lists?|shows?)\\b|\\b${CLIENT} (?:works|connects|loads) (?:fine |well )?with (?:it|the same|this)\\b|\\b(?:between|in) the (?:MCP )?client of\\b`,
      ),
      new RegExp(
        `\\b(?:seems? to be|appears to be|looks like|(?:is|was|it's|it’s)(?: \\w+ly)?) an? (?:${CLIENT}|client(?:-side)?)(?: IDE)?[ -](?:problem|bug|issue|fault|regression)\\b`,
        'i',
      ),
      new RegExp(
        `\\b(?:error|problem|issue|bug|it|this) (?:only )?(?:occurs|happens|appears|shows up)\\b.{0,12}\\b(?:only |just )?(?:in|on|with|under) ${CLIENT}(?:\\.|$|,)`,
      ),
      // Of one place for them all, and nothing of that is read.
      new RegExp(`${OF_A_SCOPE}.{0,40}${SERVERS}.{0,60}(?:${NOT} (?:being |be )?${SEEN}|\\b(?:ignored|skipped)\\b)`),
      new RegExp(
        `${NOT} (?:list|load|show|read|start|detect|see|find|pick up)s?\\b.{0,30}${OF_A_SCOPE}.{0,40}${SERVERS}`,
      ),
      /\.mcp\.json\b.{0,20}\b(?:is |was |gets? )?(?:silently |completely |simply )?(?:skipped|ignored)\b/,
      // Two things in one line, in either order.
      new RegExp(`^(?=.*(?:${IS_WELL}))(?=.*(?:${IS_UNSEEN}))`),
      new RegExp(
        `\\b(?:configurations?|servers?|tools?|entries|files?|settings)\\b.{0,60}\\b(?:is|are) (?:not|never) (?:being )?(?:loaded|read|picked up|started|listed|shown|detected|recogni[sz]ed|honou?red) by (?:the )?${CLIENT}`,
        'i',
      ),
      new RegExp(
        `\\b${CLIENT} (?:fails to|does not|doesn't|won't|cannot|can't|never) (?:load|start|read|list|show)s? any\\b.{0,30}\\bservers?\\b`,
        'i',
      ),
      /\b(?:client|host|app|IDE|editor)\b.{0,40}\b(?:flips?|marks?|sets?|treats?|considers?|takes?)\b.{0,60}\b(?:disconnected|failed|offline|dead|unavailable)\b/i,
      // Its version, before which the same server ran.
      /\bwork(?:s|ed|ing)\b.{0,40}\b(?:in|on|with) [A-Z][\w ]{1,24} ?v?\d+\.\d[\d.]*\b.{0,60}\bafter (?:updat|upgrad)\w+\b/,
      /\b(?:auto-?)?(?:updat|upgrad)(?:ed|ing)\b.{0,24}\bfrom v?\d+\.[\d.]+ to v?\d+\.[\d.]+\b.{0,80}\b(?:previously[- ]working|worked before|all (?:stdio |local |remote )?(?:MCP )?servers?|every (?:stdio |local |remote )?(?:MCP )?server)\b/i,
      /\bError invoking remote method '(?!.{0,200}(?:-3200[01]|[Cc]onnection closed|ENOENT|EINVAL|timed out))|\bservers? (?:defined|declared|configured) .{0,60}\b(?:(?:is|are) (?:silently )?ignored|(?:never|(?:is|are) not(?: being)?) (?:read|loaded|started|picked up))\b/,
      /\bservers? (?:is|are) no longer (?:being )?(?:detected|listed|started|loaded|discovered)\b/,
      /\b(?:[Ee]very|[Aa]ll) (?:\w{2,10} )?MCP servers?\b.{0,40}\bfails?\b.{0,160}\b(?:by hand|manually|standalone|on their own|in (?:a |the )?(?:terminal|shell))\b/,
      /\b[Uu]nexpected message received by client\b|\bMCP server "[^"]{1,80}" connection was cancelled\b/,
      /\b(?:disregards?|ignores?|discards?|drops?|skips?)\b.{0,40}\bserver'?s? (?:initialize )?(?:response|answer|reply)\b/,
      /\bnot work(?:ing)? in (?:the )?[A-Z]\w+(?: \w+)?,? but (?:it )?(?:is |works )?fine in\b|\bstdin is not (?:connected|attached|inherited|wired)\b|\bnever (?:receives?|gets?|sees?) (?:the |an? )?[`'"]?initialize\b(?!.{0,40}\b(?:response|answer|reply))/,
      /\bnever (?:started|spawned|launched|loaded|called) by\b|\b(?:does not|doesn't|did not|didn't) even (?:try|attempt) to (?:start|spawn|launch|load)\b/,
      /\bworks? (?:fine |well )?(?:for|in|with|on) [A-Z]\w+(?: \w+){0,4},? (?:but )?not (?:for|in|with|on) [A-Z]/,
      // The SDK's, of a client that speaks before it has connected.
      /^Error: Not connected$/,
      /\bMCP [Cc]lient \S{1,60} not found\b|\b[Nn]o MCP client found for tool\b|\bfailed to get server instance: server name \S{1,80} not found\b/,
      // A window of its own in which nothing is, where a start leaves something.
      /^(?!.*\b(?:until|unless|dry)\b).*\b(?:(?:MCP|[Tt]he|[Ii]ts) (?:MCP )?(?:[Ll]ogs?|[Oo]utput|[Ll]ist|[Ss]idebar)|[Pp]anel|[Pp]ane|[Vv]iew)\b.{0,30}\b(?:(?:is|are|remains?|stays?) (?:\w{1,12}ly )?(?:empty|blank)|shows? (?:no|zero) (?:\w{1,12} )?(?:attempts?|entries|activity))\b|\b(?:[Nn]o|[Zz]ero) (?:log (?:lines?|entries)|start(?:up)? attempts?)\b/,
      // What it does to the pipe.
      /\b(?:EOF|end[- ]of[- ]file) on (?:its |their |the )?stdin (?:immediately|right|at once|directly)\b|\bstdin(?: pipe| stream)? (?:is |was |gets |got |had )?(?:already )?(?:closed|ended) (?:immediately|right|at once|directly|on (?:spawn|start))\b/i,
      /\bclos(?:es|ed|ing) (?:the )?(?:stdio )?(?:server's |server |its |child's )?stdin\b.{0,40}\b(?:immediately|right away|at once|on (?:start\w*|spawn))\b/i,
      /\b(?:spawn|start|launch)(?:s|ed)?\b.{0,60}\b(?:has|with) (?:no|a closed) stdin\b|\bfd 0 is closed\b/,
      /\b(?:show|report|mark|list|display)(?:s|ed)?\b.{0,80}\b(?:[Dd]isconnected|[Ff]ailed|[Oo]ffline|[Nn]ot connected)\b.{0,80}\b(?:even though|although|whereas)\b.{0,60}\b(?:connect|work|run|respond|answer)\w*/,
      /\banswers? (?:to )?[`'"]?(?:initialize|curl|requests?|pings?)\b.{0,80}\b(?:but|yet|while|whereas)\b.{0,60}\b(?:client|app|host|connector)\b/,
      /\b(?:latest|newest|current) (?:MCP )?(?:sdk|SDK)\b.{0,40}\b(?:bugs?|broken|regress\w+)\b|\bdown-?graded the (?:MCP )?(?:sdk|SDK)\b/,
      new RegExp(
        `\\b(?:[Aa]fter|[Ss]ince)\\b.{0,20}\\b${CLIENT}\\b.{0,20}\\b(?:auto-?)?(?:updat|upgrad)\\w*\\b.{0,160}\\b(?:fail|crash|stopp|broke|no longer|cannot|can't|disconnect)\\w*`,
      ),
      new RegExp(
        `\\b(?:fail|crash|broke|stopp)\\w*\\b.{0,60}\\b(?:after|since)\\b.{0,30}\\b(?:updat|upgrad)\\w*\\b.{0,20}\\b${CLIENT}`,
      ),
      new RegExp(
        `\\b${CLIENT} (?:spawns|starts|launches)\\b.{0,30}\\b(?:multiple|several|two|duplicate|many|twice|three times)\\b`,
      ),
      new RegExp(`(?<!\\b(?:[Ii]f|[Uu]ntil|[Bb]efore|[Uu]nless) (?:the )?)\\b${CLIENT}${ADVERB} ${ACTS}\\b`),
      new RegExp(`\\b${WELL}\\b.{0,24}\\b${PLACE}\\b.{0,24}\\b${ILL}\\b.{0,24}\\b${PLACE}\\b`),
      new RegExp(`\\b${WELL}\\b.{0,24}\\b${PLACE}\\b.{0,24}\\b${PLACE}\\b.{0,24}\\b${ILL}`),
      new RegExp(`\\b(?:only|just) (?:occurs|happens|fails|appears|breaks) (?:in|with|on|under) ${CLIENT}`),
      new RegExp(
        `\\b(?:is|are|was|were|gets?) (?:reverted|overwritten|wiped|reset|killed|discarded|dropped) by (?:the )?${CLIENT}`,
      ),
      new RegExp(
        `\\b${CLIENT} (?:starts|spawns|launches)\\b.{0,40}\\band (?:then )?(?:kills|closes|stops|terminates|drops) it\\b`,
      ),
      // What it shows, and not for long.
      /\b(?:tools|servers?|prompts|resources)\b.{0,24}\b(?:appears?|shows? up|(?:is|are) (?:there|listed|shown))\b.{0,40}\b(?:and|but|then)\b.{0,12}\b(?:vanish|disappear|gone|drop off)/i,
      // What it was cured with.
      new RegExp(
        `\\b(?:[Uu]pgrad|[Uu]pdat|[Dd]own-?grad|[Rr]e-?install)(?:ing|ed)? (?:the |my )?(?:${CLIENT}|[\\w ]{2,24} (?:plugin|extension|app|IDE|editor|client))\\b.{0,40}\\b(?:solv|fix|help|resolv|cur|did it|work)`,
      ),
      new RegExp(
        `\\b(?:fixed|solved|resolved|gone|works again) (?:in|with|by|since|as of) (?:the )?(?:latest |new |newest )?${CLIENT}(?: v?\\d|,|\\.?$)`,
      ),
      new RegExp(`\\buntil (?:I |you |we )?(?:re-?install|upgrade|update|down-?grade) ${CLIENT}`),
      /\bonly (?:the )?(?:first|last|one) of (?:the |my |all )?(?:\w{1,8} )?servers?\b.{0,20}\b(?:load|start|shown?|list|appear|connect)/i,
      /\b(?:connector|server|entry|tool)\b.{0,80}\b(?:shows? up|appears?|(?:is|are) (?:listed|shown)) twice\b|\b(?:it|they) (?:shows?|show) up twice\b/,
      // What it does over and over, or does not do any more.
      new RegExp(
        `\\b${CLIENT} (?:keeps|constantly|repeatedly|continuously|endlessly) (?:on )?(?:re-?start|re-?spawn|re-?connect|re-?load|kill)(?:s|ing)\\b`,
      ),
      new RegExp(
        `\\b(?:re-?started|re-?spawned|killed|re-?loaded) (?:over and over(?: again)?|again and again|repeatedly|constantly|endlessly|in a loop|every \\w{1,12}(?: \\w{1,12})?) by (?:the )?${CLIENT}`,
      ),
      new RegExp(
        `\\b${CLIENT} (?:keeps|still|continues)\\b.{0,20}\\b(?:show|us|list|display|cach|send|call)\\w*\\b.{0,12}\\b(?:old|stale|previous|cached|outdated|deleted|removed)\\b`,
      ),
      new RegExp(
        `\\b${CLIENT} (?:(?:silently )?ignores?|drops?|discards?|does not handle|doesn't handle|never handles)\\b.{0,40}\\b(?:notifications?|list_changed|capabilit\\w+|\\w+/list|annotations?|instructions)\\b`,
      ),
      new RegExp(
        `\\b${CLIENT} (?:freezes|hangs|crashes|locks up|becomes unresponsive) (?:when|as soon as|once|every time)\\b(?! (?:it |the client )?(?:starts|launches|spawns) the server)`,
      ),
      /\b(?:tools|servers|prompts|resources)\b.{0,60}\b(?:gone|disappear\w*|vanish\w*|missing)\b.{0,80}\b(?:down-?grad\w+|roll\w* back|older version|previous version)\b.{0,40}\b(?:br[io]ngs?|brought|fix\w*|works?|worked|help\w*|solv\w*|restor\w*)\b/i,
      new RegExp(
        `\\b${CLIENT} (?:truncates|renames|shortens|rewrites|prefixes|mangles)\\b.{0,30}\\btool(?:'s)? names?\\b`,
      ),
      /\bclient (?:sends|writes) .{0,30}\bbefore (?:the (?:server|transport)|initialize (?:returns|is answered|completes))\b|\b(?:leaves|left) the old (?:server )?process\b/i,
      new RegExp(
        `${CLIENT} (?:periodically |silently |routinely )?(?:wipes?|deletes?|overwrites?|empties|resets?|clears?)\\b.{0,30}\\b(?:config\\w*|settings|mcpServers|\\w+\\.json)`,
      ),
      new RegExp(
        `\\bwork(?:s|ed)? (?:fine )?in ${CLIENT}\\b.{0,12}\\b(?:none|nothing|not|never)\\b(?: at all)?.{0,12} in ${CLIENT}`,
      ),
      // What it makes of a command line.
      /\b(?:client|parser|launcher|IDE|editor)\b.{0,20} (?:splits?|breaks?|fails? on|chops?) .{0,20}\barg(?:ument)?s?\b.{0,30}\b(?:spaces?|blanks?|white-?space)\b/i,
      /\b(?:client|parser|launcher|IDE|editor)\b (?:wraps|quotes|escapes|joins|mangles|truncates|drops|strips|breaks|loses)\b.{0,60}\b(?:arg(?:ument)?s?|command|quotes)\b/i,
      /\b[Aa]ny arg(?:ument)?\b.{0,60}\bgets? (?:corrupted|mangled|garbled|split|truncated)\b/,
      /\barg(?:ument)?s?[`'"]?(?: list| configuration| array)?(?: \w{1,8}){0,2} (?:ignored|truncated|dropped|lost|mangled|stripped)\b/i,
      /\b(?:truncates?|drops?|loses?|strips?|mangles?|flattens?)\b.{0,24}\barg(?:ument)?s?\b(?: lists?| arrays?)?/i,
    ],
  ],
] as const;
