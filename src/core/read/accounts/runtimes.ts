/** What runs the server: whose runtime, which interpreter, which version, and whether the system runs it at all. */
export const runtimes = [
  [
    'runtime',
    [
      /\b(?:fix|solv|help|work)\w*\b.{0,40}\b(?:turn(?:ed|ing)? off|disabl\w+)\b.{0,40}\b[Bb]uilt-?in (?:[Nn]ode|[Rr]untime)/,
      /\b(?:turn|toggl|switch)\w* off\b.{0,20}\b[Bb]uilt-?in [Nn]ode\b|\bdisabl\w+ (?:the )?[Bb]uilt-?in [Nn]ode\b/i,
      /\bUtilityProcess\b.{0,120}\b(?:reject|refus|enforc|block|validat)\w*/,
      /\bisUsingBuiltInNodeForMcp\b(?!["']?: ?false)|\b[Uu]se [Bb]uilt-[Ii]n Node\.js for MCP\b/,
      /\b(?:uses?|picks?(?: up)?|runs?|takes?|spawns?|starts?)\b.{0,40}\bsystem (?:[Nn]ode(?:\.?js)?|[Pp]ython)\b(?!.{0,40}\b(?:venv|virtual|conda)).{0,40}\b(?:not|instead|rather)\b/,
      /(?:内置|自带)的? ?(?:bun|node|uv|python).{0,60}(?:忽略|而不是|没有使用|没用)|(?:忽略|没有使用|不使用).{0,40}(?:内置|自带)的? ?(?:bun|node|uv|python)/i,
      /\b(?:start|launch|fork) UtilityProcess\b|\bNode host not found\b|\bELECTRON_RUN_AS_NODE\b.{0,60}\b(?:ignored|dropped|not (?:set|passed|honou?red)|no effect)\b|\bprocess\.execPath\b.{0,40}\b(?:Electron|helper|Helper)\b/,
      /\b(?:built-in|bundled|embedded|Electron(?:-\w{2,10})?)\b[^.]{0,30}\b(?:[Nn]ode(?:\.?js)?|[Rr]untime|[Pp]ython)\b.{0,140}\b(?:incompatib\w*|crash\w*|fail\w*|exits?|exited|broken|does not (?:work|start|load))\b/,
    ],
  ],
  [
    'interpreter',
    [
      /\b[Pp]ython(?:3|\.exe| exe| executable| interpreter| binary)?\b.{0,20}\b(?:from|of|in) (?:the |my |your |a )?(?:\.?venv|virtual ?env\w*|virtual environment)\b.{0,24}\b(?:needs? to|has to|must|should)\b/,
      /\bNo module named\b.{0,60}\b(?:although|even though|but)\b.{0,40}\b(?:pip|installed|conda)\b|\binstalled\b.{0,20}\b(?:into|in|for|under) (?:an?other|a different|the wrong|the system|the global) (?:[Pp]ython|interpreter|env\w*)\b/,
      /\binstalled in (?:my |the |a )?(?:conda|virtual ?env\w*|\.?venv)\b.{0,60}\b(?:starts|runs|uses|spawns)\b|\bworks? (?:fine )?(?:in|with|from|inside) (?:the |my |an? )?activated (?:\.?venv|virtual ?env\w*|conda|env\w*)\b/i,
      /(?:用|使用)的?(?:是)?(?:系统|全局|另一个|别的|错误)的?.{0,6}[Pp]ython/,
      /(?!^[Uu]sing )\b(?:uses?|runs?|takes?|picks?(?: up)?|using|starts?)\b.{0,40}\b(?:different|other|another|wrong|global|default|system(?:'s)?|base) (?:\w{1,12} )?(?:[Pp]ython )?(?:interpreter|environment|[Pp]ython)\b/,
      /(?:\bnot|n't) (?:\w{1,8} ){0,3}(?:inside|in|use|using|from|activate|see) (?:of )?(?:the |my |its |a )?(?:venv|\.venv|virtual ?env\w*|virtual environment)\b/i,
      /\b(?:not|instead of|rather than) (?:the |my |its |that of the )?(?:venv|\.venv|virtual ?env\w*|virtual environment)\b/i,
    ],
  ],
  [
    'old-node',
    [
      /node(?:\.?js)? ?版本.{0,8}(?:太低|过低|太旧|过旧|不够)|node(?:\.?js)? ?のバージョン.{0,4}古/i,
      /\b(?:gets?|picks?(?: up)?|takes?|uses?|runs?|starts?|resolves? to)\b.{0,24}\b(?:stale|old|older|outdated) (?:nvm|fnm|volta|asdf|n)\b.{0,20}\bversion\b/,
      /\b(?:old|older|outdated|wrong) (?:version of )?(?:[Nn]ode(?:\.?[Jj][Ss])?)\b.{0,80}\b(?:pick\w*|taken|used?|uses|select\w*|find\w*|found|start\w*)\b/,
      /\b(?:pick\w*|takes?|uses?|using|starts?|runs?|finds?)\b.{0,40}\b(?:an? |the )?(?:old|older|oldest|outdated|wrong|lowest) (?:version of )?[Nn]ode\b/,
    ],
  ],
  [
    'batch-file',
    [
      /\bnp[mx](?:\.cmd)?[`'"]?\b.{0,60}\bis an? (?:batch (?:file|script)|script\b.{0,30}\b(?:not|no)\b.{0,20}\b(?:binary|program|executable))/i,
      /\bnpx\.cmd\b.{0,80}\b(?:ENOENT|EINVAL)\b|\b(?:until|unless)\b.{0,24}\bnp[mx]\.cmd\b/,
      /\bnp[mx]\.cmd[`'"]? (?:does )?works?\b|\b(?:wrap\w*|run\w*|us(?:e|ed|ing)|start\w*|prefix\w*|chang\w*)\b.{0,40}\bcmd(?:\.exe)? \/c\b.{0,40}\b(?:fix\w*|help\w*|work\w*|solv\w*|resolv\w*)\b/i,
      /\b(?:not|n't) (?:spawn|start|run|launch|use)\b.{0,30}\ba shell\b.{0,80}\bnpx(?:\.cmd)?\b/,
      /\b(?:only|not) (?:finds?|starts?|runs?|spawns?|looks? for|searche?s? for) (?:[`'"]?[\w]{0,20}\.(?:exe|com)\b|`?npx\.cmd\b)|\bPATHEXT\b.{0,40}\b(?:ignored|not (?:used|read|respected|applied))/,
      /\b(?:could ?n[o']t|cannot|can't|unable to|does not|doesn't) (?:execute|run|spawn|start|launch) [`'"]?(?:np[mx]|\.(?:cmd|bat) files?)[`'"]? directly\b/,
      /\.exe\b.{0,40}\bwork\w*\b.{0,60}\bnpx\b.{0,40}\bfail/,
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
] as const;
