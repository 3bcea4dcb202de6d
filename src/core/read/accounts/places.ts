const FOLDER =
  '(?:process\\.cwd\\(\\)|[`"\']?cwd[`"\']?|working (?:directory|folder|dir)|current (?:directory|folder))';
const STARTS = '(?:starts|started|spawn(?:s|ed)|launch(?:es|ed)|runs|executed)';
const RUNNER = '[`"\']?(?:npx|npm|node|uvx?|bunx?|deno|docker|python3?)[`"\']?';

/** Where something is looked for: the folder of a start, the PATH, what a blank or a backslash does to a path. */
export const places = [
  [
    'folder',
    [
      /工作目录.{0,8}(?:不对|错误|不正确)|(?:\b[Cc][Ww][Dd]|工作目录).{0,6}(?:被设为|设成了|被设置为|不是)|未指定 ?cwd|相对路径.{0,40}(?:错误|不对|失败)/,
      /\b(?:current )?(?:working (?:directory|folder)|cwd|CWD)\b.{0,8} (?:to|as|is|of) ["'`]?\/["'`]?(?=\s|$|[.,;)])/,
      new RegExp(
        `\\b${STARTS}\\b.{0,40}\\b(?:in|from|with (?:a |the |its )?${FOLDER} (?:set to |of |as )?)\\s?(?:the |my |its |a )?(?:[\`'"]?(?:/|~|C:\\\\)[\`'"]?(?=\\s|$|[.,;)])|(?:own |user'?s? )?(?:home|root|wrong|another|different|system32|install\\w*|application)\\b)`,
      ),
      new RegExp(
        `\\b${STARTS}\\b.{0,40}\\b(?:in|from) (?:the )?(?:user|session|person)(?:'s)? (?:\\w{1,12} )?(?:directory|folder|cwd)\\b.{0,20}\\b(?:not|instead|rather)\\b`,
      ),
      new RegExp(
        `${FOLDER}.{0,40}\\b(?:is|was|returns|reports|set to|becomes|points? (?:at|to)|resolves to)\\b (?:the |a |an |my )?(?:wrong|another|different|home|root|launch|not the|[\`'"]?(?:/|C:\\\\W\\w+\\\\[Ss]ystem32)[\`'"]?(?=\\s|$|[.,;)])|[\`'"]?/Users/[^/\\s]{1,40}[\`'"]?(?=\\s|$|[.,;)]))`,
      ),
      new RegExp(`(?:\\bnot|\\bnever|n't) (?:being )?(?:resolved?|relative) (?:against|to|from) (?:the )?${FOLDER}`),
      /\b(?:with|in|from) [`'"]?(?:\/|~|C:\\\S{0,24})[`'"]? as (?:its |the )?(?:cwd|current|working)\b/,
      /\blook(?:s|ed|ing)? (?:for|up) \S{1,60}(?: file)? (?:in|under|at) [`'"]?(?:\/|~|C:\\\S{0,24})[`'"]? (?:instead|rather|and not)\b/,
      /\b(?:creat|writ|put|sav|look|search)\w*\b.{0,40}\b(?:in|to|under) [`'"]?C:\\W(?:indows|INDOWS)\\[Ss]ystem32\b/,
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
    'variable',
    [
      /\b(?:placeholders?|variables?|\$\{?\w{2,40}\}?|references?)\b.{0,60}\b(?:sent|passed|handed|arrives?|received|used|treated|taken)\b.{0,24}\b(?:as (?:an? |the )?(?:plain |raw )?(?:literal|string|text)|literally|verbatim|as[- ]is|unexpanded)\b/i,
      /(?:\b(?:placeholders?|variables?|references?)\b|\$\{?[A-Z]\w{1,40}\}?).{0,40}(?:\bnot|\bnever|n't) (?:(?:being |been |get(?:ting)? )?(?:replaced|substituted|expanded|resolved|interpolated|filled in)|expanding|resolving|substituting|interpolating)\b/i,
      /\b(?:variable |placeholder |string |env(?:ironment)?(?: var(?:iable)?)? )?(?:substitution|interpolation|expansion)\b.{0,100}(?:(?:\bnot|n't) (?:\w{1,10} )?(?:work|happen|support|done|made|performed|applied)\w*|\bno longer (?:be )?(?:work|support|happen)\w*|\bskipped\b|\bfails?\b|\bbroken\b|\bmissing\b)/i,
    ],
  ],
  [
    'other-side',
    [
      /(?:\bnot|n['’]t) (?:\w{1,10} )?support(?:ed|s)?\b.{0,20}\b(?:WSL|SSH|[Dd]ev ?[Cc]ontainers?)\b/,
      /\b(?:runs?|running|ran|starts?|started|spawn(?:s|ed)?|executes?|executed)\b.{0,40}\b(?:on|in) (?:the |my |your )?(?:local (?:machine|side|host|extension host)|(?:Windows )?host|Windows(?: side)?)\b.{0,60}\b(?:not|rather than|instead of|and not|outside)\b.{0,40}\b(?:remote|WSL|SSH|container|[Dd]ev ?[Cc]ontainer|VM|Linux|codespace)\b/i,
      /\b(?:spawn|start|run|execut)\w*\b.{0,20}\b(?:locally|on the local machine)\b.{0,40}\b(?:not|rather than|instead of)\b.{0,30}\b(?:remote|WSL|SSH|container|server)\b/i,
      /\b(?:localhost|127\.0\.0\.1)\b.{0,20}\b(?:is|points?|pointing|refers?|referring|means?|resolves?)\b.{0,20}\b(?:container|docker|VM|guest)\b(?! port)/i,
      /\b(?:[Rr]emote[- ]SSH|WSL|[Dd]ev ?[Cc]ontainers?)\b.{0,80}\bspawn \/\S{1,200} ENOENT\b/,
    ],
  ],
  [
    'path',
    [
      /(?:终端|命令行).{0,12}(?:可以|能|正常).{0,30}(?:找不到|不行|失败)/,
      /(?:Python|Node(?:\.js)?|npx|uvx?|Docker|Bun)(?: ?\d{1,2})?.{0,24}(?:のインストールが必要|がインストールされてい(?:ない|ません))|找不到.{0,8}(?:npx|node|uvx?|命令(?:路径|行)?)(?:\b|了)|(?:npx|node|uvx?|npm).{0,8}(?:都|也)?(?:找不到|未找到)|(?:没有|未|需要(?:先)?)安装.{0,6}(?:Python|Node|npx|uvx?\b|Docker|[Bb]un)/,
      /\bno such (?:file or directory|program|command|executable) (?:called|named) \S{1,40}/i,
      new RegExp(
        `\\b${RUNNER}\\b.{0,40}\\b(?:installed|available|found|works?)\\b.{0,30}\\b(?:in|from) (?:the |my |a )?(?:shell|terminal|command line)\\b.{0,120}\\b(?:fails?|cannot|can't|unable|not)\\b.{0,30}\\b(?:find|locate|found)\\b`,
      ),
      new RegExp(
        `\\b(?:doesn't|doesn.t|does not|don't) make ${RUNNER} available\\b|\\bcannot (?:directly )?access (?:Node|${RUNNER})`,
      ),
      /\b(?:works?|starts?|connects?|runs?)\b.{0,30}\bwhen (?:[A-Z][\w ]{1,20} )?(?:is |was )?(?:launched|started|opened) from (?:a |the |my )?(?:[Tt]erminal|command[- ]line|shell)\b/,
      /\bPATH\b.{0,60}\bnot (?:sufficient|enough)\b.{0,20}\bfor\b|(?:\bnot|n't) (?:load|read|source)s? (?:the |my )?(?:user'?s? )?[`'"]?(?:~\/)?\.(?:zshrc|bashrc|zprofile|bash_profile|profile)\b/,
      /\b(?:added|put|wrote) (?:the |its )?path (?:to|in|into) (?:my |the )?[`'\x22]?~?[./]{1,3}(?:zshrc|bashrc|zprofile|bash_profile|profile)\b/,
      /\bPATH\b.{0,24}(?:\bnot|n't) (?:been )?(?:loaded|read|sourced|taken|picked up) (?:from|out of|by)\b/,
      /\bPATH\b.{0,20}\bnot (?:available|inherited|set|loaded)\b.{0,30}\bGUI\b|\bGUI app(?:lication)?s?\b.{0,80}\bPATH\b|\b(?:Finder|Dock|LaunchServices|launchd)\b.{0,80}\bPATH\b/,
      /\bPATH\b.{0,80}\b(?:missing|lacks|misses|without|does not (?:include|contain|have)|doesn't (?:include|contain|have))\b.{0,20}[`'"]?(?:\/|~|\w:\\)/,
      new RegExp(
        `\\b${RUNNER} is (?:installed )?(?:in|at|under) [\`'"]?[~/]\\S{1,80}.{1,60}\\b(?:does not exist|doesn't exist|not (?:be )?found|cannot find|can't find)\\b`,
      ),
      new RegExp(`^which ${RUNNER}: ?\\(?(?:no|not found)\\b`),
      /(?:\bnot|n't) (?:inherit|see|have|get) (?:the |my |your |its )?(?:shell|terminal|login shell)(?:'s|’s)? (?:\$?PATH|environment)\b/,
      new RegExp(
        `\\b(?:couldn't|could not|can't|cannot|unable to) (?:resolve|find|locate|start) ${RUNNER} by (?:its )?(?:short |bare )?name\\b|\\bhad to (?:use|give|write|specify) the (?:full|absolute) path\\b`,
      ),
      new RegExp(
        `\\b(?:fix|solv|resolv|work|help)\\w*\\b.{0,40}\\b(?:full|absolute|complete) path (?:to|of|for) (?:the |my )?${RUNNER}`,
      ),
      /\b(?:couldn't|could not|can't|cannot) be found by (?:my|the|its) (?:MCP )?(?:client|host|editor|app)\b/,
      /\b(?<!which (?:is |was )?)(?:isn't|is not|wasn't|was not|not) (?:available |present )?(?:in|on) (?:the |my |its )?(?:system |default )?\$?PATH\b/,
      /\b(?:NVM|nvm|fnm|volta|asdf)\b.{0,120}\b(?:don't work|doesn't work|incorrect [Nn]ode|wrong [Nn]ode|not found)\b/,
    ],
  ],
  [
    'blank',
    [
      /路径.{0,10}空格/,
      /\b(?:path|folder|director(?:y|ies)|file ?name|arg(?:ument)?|command)s?\b.{0,40}\b(?:contain(?:s|ing)?|with|ha(?:s|ve)|having|includ(?:es|ing)) (?:a |any )?(?:space|blank|white ?space)s?\b(?!.{0,24}(?<![\\/])\b(?:works?|fine|supported|allowed|handled)\b)/i,
      /\b(?:space|blank)s? (?:anywhere )?in (?:the |its |my |a )?(?:\w{1,20} )?(?:path|folder|directory|file ?name)\b(?!.{0,24}(?<![\\/])\b(?:works?|fine|supported|allowed|handled)\b)/i,
      /\bsplits? (?:the |my |a |on )?(?:\w{1,12} )?(?:path|command|arg(?:ument)?s?)? ?(?:at|on|by) (?:the |a )?(?:space|blank)s?\b/i,
    ],
  ],
  [
    'escape',
    [
      /\\[tnbfru]\b.{0,12} (?:is|was|gets|being) (?:interpreted|taken|read|parsed|treated) (?:as|for) (?:an? |the )?(?:tab|new ?line|line break|escape|backspace|form feed)/i,
      /\bbackslash(?:es)? (?:is|are|was|were) (?:not (?:handled|escaped)|eaten|lost|stripped|swallowed)\b/i,
    ],
  ],
] as const;
