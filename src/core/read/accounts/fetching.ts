const FETCH =
  '(?:download(?:s|ed|ing)?|extract(?:s|ed|ing|ion)?|install(?:s|ed|ing|ation)?|fetch(?:es|ed|ing)?|unpack\\w*)';
const FETCHER = '(?:npx|uvx?|npm|pip|docker|pnpm|bunx?)';
const BUDGET = '(?:time-?out|timed? limit|budget|grace period|deadline|\\d{2,6} ?(?:m?s|sec(?:onds?)?)\\b)';
const EXCEEDS = '(?:exceed(?:s|ed|ing)?|longer than|more than|past|beyond|before the|outlasts?)';

/** What a runner fetches and is given: how long that takes, names, flags, words in one. */
export const fetching = [
  [
    'download',
    [
      /第一次(?:启动|运行|使用)?.{0,6}超时|第一次.{0,20}(?:下载|安装).{0,40}(?:超时|太慢|太久)|(?:下载|安装)(?:依赖|包)?.{0,24}(?:超时|太慢|太久)/,
      /\bdownloads? (?:\d|about|some|several|hundreds).{0,60}\b(?:before|gives? up|times? out)\b/i,
      /\bfirst (?:launch|start|run)\b.{0,40}\b(?:times? out|timed out|fails?)\b.{0,40}\b(?:second|next|works?)\b|\bfirst (?:launch|start|run)\b.{0,24}\b(?:takes?|needs?)\b.{0,60}\b(?:download|install)\w*|\b(?:times? out|timed out|fails?)\b.{0,24}\b(?:on|at|only) (?:the )?(?:very )?first (?:launch|start|run)\b/i,
      /(?<!\bwill be )\bdownload(?:s|ed|ing)?\b.{0,60}\b(?:on|at|during|for) (?:the |its )?(?:very )?first (?:use|launch|start|run|time)\b|\b(?:on|at|during|for) (?:the |its )?(?:very )?first (?:use|launch|start|run|time)\b.{0,60}(?<!\bwill be )\bdownload(?:s|ed|ing)?\b/i,
      /\b(?:needs?|takes?|took|wants?) (?:longer|more) than .{0,30}\b(?:on|at|for) (?:the |its )?first (?:launch|start|run)\b|\bworks? after (?:running|starting|installing|pulling)\b.{0,40}\b(?:once|in a terminal|by hand|manually|beforehand|globally)\b/i,
      /\b(?:[Ii]nstalling|[Dd]ownloading|[Rr]esolving|[Bb]uilding|[Ff]etching|[Pp]ulling)\b.{0,40}\b(?:(?:took|takes) (?:longer|\d{2,4} ?(?:s|sec\w*|seconds|minutes?)\b)|gave up|gives up|timed out|times out|stops? waiting|stopped waiting)/,
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
      /\b(?:will|has to|needs to|must) (?:first )?(?:download|fetch|pull)\b.{0,80}\b(?:takes? (?:a (?:long )?)?(?:time|while|minutes)|slow|times? out)\b/i,
      /\b(?:as|while|because|since)\b.{0,30}\bstill (?:being )?(?:download|install|fetch|resolv)(?:ing|ed)\b/i,
      /\bwait(?:ing|ed)? for (?:everything|it|all|the \w+) to (?:download|be downloaded|install|be installed)\b/i,
      /\b(?:once|after|when) (?:the )?(?:npm |npx |uv )?cache (?:is|was) warm\b/i,
    ],
  ],
  [
    'slow',
    [
      /(?:冷启动|启动|初始化|加载).{0,10}(?:约|要|需要|超过|耗时)? ?\d{2,4} ?(?:秒|s\b)/,
      /\b(?:takes?|took|needs?) (?:about |around |over |more than |up to )?(?:an?|one|two|three|several|a few|\d{1,2}) minutes?\b.{0,20}\b(?:to|before it|until it) (?:start|load|boot|initiali[sz]e|come up|answer|index|import)\b/i,
      /\b(?:load\w*|start(?:s|ing|up)?|index\w*|import\w*|warm\w*|boot\w*|initiali[sz]\w*)\b.{0,60}\b(?:takes?|took|needs?|answered after) (?:about |around |over |roughly |~ ?)?(?:[3-9]\d|\d{3,4})(?:\.\d)? ?(?:s|sec|secs|seconds)\b/i,
      /\b(?:takes?|took|needs?) (?:about |around |over |roughly |~ ?)?(?:[3-9]\d|\d{3,4})(?:\.\d)? ?(?:s|sec|secs|seconds)\b.{0,16}\b(?:to|before it|until it|till it) (?:start|load|boot|initiali[sz]e|come up|answer|index|import|respond|listen|is ready)/i,
      /\b(?:increas|rais|bump|lengthen|extend)\w* (?:the |its )?(?:\w+ )?time-?out\b.{0,40}\b(?:work|help|fix|solv)\w*|\bindexing\b.{0,60}\bbefore\b.{0,30}\bready\b/i,
      new RegExp(
        `\\b(?:initiali[sz]ation|start-?up|start|handshake|import\\w*|loading)\\b(?: time| phase)?.{0,30}\\b${EXCEEDS}\\b.{0,40}\\b${BUDGET}`,
        'i',
      ),
      /\b(?:fixed|hard-?coded) \d{1,3} ?-?s(?:ec(?:ond)?s?)? (?:\w{1,12} ){0,2}(?:deadline|time-?out|limit)\b|\bJIT compilation\b|\bfont[- ]cache\b/i,
      /\b(?:times? out|timed out|time-?out)\b.{0,20}\b(?:during|while|in)\b.{0,30}\b(?:model|embedding|index|cache|warm-?up)\w*\b/i,
      new RegExp(
        `\\b(?:initialize|handshake|start-?up)\\b.{0,60}\\b(?:hard-?coded|fixed|non-configurable|too short)\\b.{0,30}\\b${BUDGET}`,
        'i',
      ),
    ],
  ],
  [
    'package',
    [
      /\bunpublished from (?:npm|PyPI|the (?:npm )?registry)\b|\b(?:removed|deleted|pulled|taken down) from (?:npm|PyPI|the npm registry)\b/,
      /\b(?:npm|package)\b.{0,12}(?:不存在|没有发布|未发布)|包(?:名)?.{0,10}(?:不存在|没有发布|未发布)/,
      /\b(?:was|were|has|have)? ?(?:never|not|n't) (?:been |yet )?published (?:to|on) (?:npm|the (?:npm )?registry)\b|\bpackage (?:has |was )?never (?:been )?published\b|\b404\b.{0,12}\bnever published\b/i,
      /(?:\bnot|n't) (?:\w{1,8} )?on (?:npm(?:js)?|PyPI)\b|\bpackage (?:name )?(?:has |was |is )?(?:changed|renamed|moved) from\b|\bpackage name (?:has |was |is )?(?:changed|renamed|moved) to\b|\b(?:npm|npx|uvx|pip)\b.{0,12}\bpackage\b.{0,30}\bnot found\b|\b[Nn]o package found with name\b/,
    ],
  ],
  [
    'other-package',
    [
      /\b(?:install|fetch|download|run|start|pull)(?:s|ed)? (?:an? )?(?:placeholder|unrelated|different|wrong|empty|another|squatted)\b.{0,20}\bpackage\b|\b(?:unrelated|different) package (?:with|of|under) (?:the|that|this) (?:same )?name\b/i,
      /\bpackage\b.{0,30}\b(?:has been|was|is) (?:renamed|superseded|replaced|moved) (?:to|by)\b|\bpackage is (?:deprecated|no longer (?:supported|maintained))\b.{0,20}\b(?:use|please use|in favou?r of)\b|\bmoved to another package\b/i,
      /\bpackage (?:is|was) not (?:an )?MCP server\b|\bname (?:on npm |on PyPI )?is taken by (?:somebody|someone|another|an unrelated)\b/i,
    ],
  ],
  [
    'flag',
    [
      /(?:参数|选项) ?[`'"]?--[a-z].{0,24}(?:不支持|不存在|已移除|无效)/,
      /\b(?:flags?|options?|arguments?|switch(?:es)?) (?:such as |like )?[`'"]?--?[a-z][\w-]{1,40}\b.{0,120}\b(?:no longer|not|n't) (?:supported|accepted|known|recogni[sz]ed|exists?|there)\b/i,
      /[`'"]?-y[`'"]?(?: flag)?\b.{0,60}\bpassed to the server\b/,
      /[`'"]?--[a-z][\w-]{1,40}[`'"]? (?:flag |option |argument )?(?:was|were|is|are|has been|have been) (?:removed|renamed|dropped)\b/i,
    ],
  ],
  [
    'joined',
    [
      /\bsplit(?:ting)? (?:the |my |it )?arg\w* into (?:multiple|several|separate) (?:lines|items|elements|strings)\b/i,
      /\b(?:each|every) (?:argument|arg|word|flag|item) (?:has to|must|should|needs to) be (?:its|an?|a separate) (?:own )?(?:string|item|element|entry)\b/i,
      /\b(?:[Gg]it ?[Bb]ash|MSYS2?|MinGW|Cygwin|bash)\b.{0,40}\b(?:convert|rewrit|turn|translat|mangl|expand|replac)\w*\b.{0,20}[`'"]?(?<!\S)\/c\b|(?<!\S)[`'"]?\/c[`'"]?.{0,40}\b(?:becomes?|became|turned into|converted (?:in)?to)\b.{0,10}\bC:\//,
      /\bargs?\b.{0,80}\b(?:as|in) (?:one|a single) string\b|\bfails on args? (?:strings )?with spaces\b/i,
    ],
  ],
] as const;
