const CLIENT =
  '(?:[Ii]nspector|Claude(?: Desktop| Code)?|Cursor|Windsurf|[Vv][Ss] ?[Cc]ode|Cline|Roo(?: Code)?|Zed|Codex(?: CLI)?|Gemini(?: CLI)?|Copilot(?: CLI)?|LM Studio|Goose|opencode|Kiro|Trae|Continue|Amazon Q|[Qq] (?:CLI|cli|chat|Developer)|Warp|Junie|JetBrains(?: AI Assistant)?|Cherry Studio|LibreChat|Witsy|(?:the|this) (?:client|host|app|extension|CLI|IDE|editor))';

/** That the server, or its entry, is well; and that nothing of it is seen where it should be. */
const IS_WELL =
  '\\b(?:servers?|process(?:es)?|config\\w*|JSON|file|entry|it|same \\w+)\\b(?: (?:itself|alone|\\w+ process))?.{0,40}\\b(?:(?:is|are|was|were|has been) (?:\\w+ly )?(?:running|valid|correct|fine|healthy|verified|alive|up|ok(?:ay)?|registered|connected)|(?:works?|worked|starts?|started|runs?|ran|responds?|answers?|loads?) (?:\\w+ly|fine|well|without|in|when|from|on|if|with)|pass(?:es|ed)? (?:the |its )?health ?checks?|reports? [\'"✓✔ ]{0,3}[Cc]onnected)\\b';
const IS_UNSEEN =
  "\\b(?:tools?|servers?|panel|list|view|registry|sidebar|they)\\b.{0,40}(?:(?:\\bnot|\\bnever|n['’]t)(?: even)? (?:be |been |being )?(?:show\\w*|appear\\w*|load\\w*|list\\w*|available|regist\\w*|displayed?|visible|surfaced?|exposed?|there|callable|found)|\\b(?:stays?|remains?|is|are) (?:\\w+ly )?(?:empty|blank|missing|absent)\\b)|\\b(?:not|never|n['’]t) (?:show|list|display|load|see|expose|surface|register|attach)s?\\b.{0,30}\\b(?:tools?|servers?|anything|it)\\b|\\b[Tt]ool not found\\b";

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
        `${CLIENT}.{0,8}(?:可以|能够?|正常)(?:连接|使用|运行).{0,8}${CLIENT}.{0,8}(?:不行|不能|失败|连不上|不可以)`,
      ),
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
        `\\b(?:[Aa]nother|[Oo]ther|[Aa]ll other) clients?\\b.{0,80}\\b(?<!\\b(?:I|we|you) )(?:works?|sees?|connects?|loads?|starts?)\\b|\\b${CLIENT} (?:works|connects|loads) (?:fine |well )?with (?:it|the same|this)\\b|\\b(?:between|in) the (?:MCP )?client of\\b`,
      ),
      // Two things in one line, in either order.
      new RegExp(`^(?=.*${IS_WELL})(?=.*(?:${IS_UNSEEN}))`),
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
      /\bnever (?:started|spawned|launched|loaded|called) by\b|\b(?:does not|doesn't|did not|didn't) even (?:try|attempt) to (?:start|spawn|launch|load)\b/,
      /\bworks? (?:fine |well )?(?:for|in|with|on) [A-Z]\w+(?: \w+){0,4},? (?:but )?not (?:for|in|with|on) [A-Z]/,
      /\bMCP Client \S{1,60} not found\b/,
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
      new RegExp(`\\b${CLIENT} (?:spawns|starts|launches) (?:multiple|several|two|duplicate|many)\\b`),
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
      /\barg(?:ument)?s?[`'"]?(?: list| configuration| array)?(?: \w{1,8}){0,2} (?:ignored|truncated|dropped|lost|mangled|stripped)\b/i,
      /\b(?:truncates?|drops?|loses?|strips?|mangles?|flattens?)\b.{0,24}\barg(?:ument)?s?\b(?: lists?| arrays?)?/i,
    ],
  ],
] as const;
