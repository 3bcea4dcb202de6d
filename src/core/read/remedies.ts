import { safe } from '../text';
import { noted } from './notes';
import { NODE } from './states';
import { isTried, lackedOf, remediesOf } from './what-helped';
import type { Note, NotedFact } from './notes';
import type { Said } from './statements';

/**
 * What somebody has done, and that it helped; or what there was to do, and that they had not done it. Both stand in
 * sentences about themselves as well.
 */
export function read(start: Said): readonly NotedFact[] {
  return noted(start, REMEDIES, ({ text }) => text.length <= LONGEST && !isTried(text));
}

const LONGEST = 240;

const RUNNER = '(?:npx|npm|node|uvx?|bunx?|docker|python3?|pipx)\\b';
const INSTALL = '(?:npm|pnpm|yarn|bun|pip3?|uv(?: pip)?|poetry) (?:ci|install|sync|i)\\b';
const SETTING =
  '(?:API[ -]?(?:key|token)|(?:access |bearer |auth )?token|credentials?|secret|env(?:ironment)? var(?:iable)?s?)\\b';

const GIVEN = '(?:set|provid|export|configur|suppl|pass|giv|enter|defin)\\w*\\b';

/** A thing that is done or given, and what was wrong where that helps. */
const REMEDIES: readonly (readonly [Note, readonly RegExp[]])[] = [
  [
    { kind: 'account', of: 'path' },
    [
      ...bothOf(
        `(?:full|absolute|complete) path (?:of|to|for) (?:the )?${RUNNER}|${RUNNER} (?:by|with) (?:its|the) (?:full|absolute) path`,
      ),
      ...remediesOf(
        `(?:replac|chang|swap)\\w*\\b(?!.{0,20}\\b(?:url|endpoint|address|path)\\b).{0,30}\\b(?:with|to|by|for) [\`'"]?(?:/|~|[A-Z]:\\\\)\\S{2,120}`,
      ),
      ...remediesOf('(?:put|add|extend|set|append|includ|prepend)\\w*\\b.{0,40}\\bPATH\\b'),
      ...bothOf(
        '(?:launch|start|open)\\w* (?:it |(?:the )?(?:app(?:lication)?|client|editor|IDE|host) |[A-Z]\\w+(?: [A-Z]\\w+)? )?(?:from|through|via) (?:the |a |my )?(?:command[- ]line|terminal|shell|CLI)\\b',
      ),
      ...remediesOf(`(?:install|symlink|link)\\w* (?!${NODE} v?\\d)${RUNNER}(?!-)`),
      ...remediesOf('(?:us\\w*|set|put) [~/]\\S{1,80} as (?:the )?command'),
      /(?:添加|加入|加|配置|放)(?:到|进|在).{0,12}(?:环境变量|path).{0,12}(?:就好|可以|正常|解决|成功|好了)/i,
      ...lackedOf(`(?:install|have) (?:${NODE}|uvx?|npm|docker|bun|deno|pipx)\\b`),
    ],
  ],
  [
    { kind: 'account', of: 'batch-file' },
    bothOf(
      '[`\'"]?cmd(?:\\.exe)?[`\'"]?(?: with| and)?,? [`\'"]?/c\\b|(?:through|via|with) cmd(?:\\.exe)?\\b|npx\\.cmd\\b',
    ),
  ],
  [
    { kind: 'argument-missing', what: null },
    bothOf(
      '(?:add|append|pass|includ)\\w*\\b.{0,16}\\b(?:one|two|three|more|another|the missing|extra|further) (?:\\w{1,12} )?(?:arguments?|parameters?)\\b',
    ),
  ],
  [
    { kind: 'account', of: 'mode' },
    bothOf('chmod (?:[augo]{0,3}\\+x|[0-7]{3})\\b|execut(?:e|able|ion) (?:bit|permission|flag)'),
  ],
  [
    { kind: 'account', of: 'folder' },
    bothOf('[`\'"]?cwd\\b|working (?:dir\\w*|folder)|\\bcd (?:in)?to\\b|--directory\\b|--cwd\\b'),
  ],
  [
    { kind: 'account', of: 'interpreter' },
    bothOf(
      "(?:\\.venv|venv|virtual ?env\\w*)/(?:bin|Scripts)\\b|path (?:to|of) (?:the |my )?(?:\\.?venv|virtual ?env\\w*)(?:'s)? python|python (?:of|from|in|inside) (?:the |my )?(?:\\.?venv|virtual ?env\\w*|conda)|activat\\w+ (?:the |my )?(?:\\.?venv|virtual ?env\\w*|conda)",
    ),
  ],
  [
    { kind: 'account', of: 'old-node' },
    [
      ...remediesOf(
        `install\\w* ${NODE} v?(?:1[89]|2\\d)\\b|(?:upgrad|updat|switch|mov|bump|chang)\\w*\\b.{0,24}\\b${NODE}\\b(?! (?:package|module|_))`,
      ),
      ...lackedOf(
        `(?:an? )?(?:newer|recent|later|current) ${NODE}\\b|${NODE} (?:version )?(?:>=? ?)?v?(?:1[89]|2\\d)\\b`,
      ),
    ],
  ],
  [
    { kind: 'account', of: 'certificate' },
    bothOf(
      'NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|--native-tls|--use-system-ca|UV_NATIVE_TLS|NODE_TLS_REJECT_UNAUTHORIZED',
    ),
  ],
  [
    { kind: 'account', of: 'download' },
    bothOf(
      '(?:run|ran|start|launch|execut|install|pull)\\w*\\b.{0,30}\\b(?:once|beforehand|in advance|ahead|globally)\\b|docker pull\\b|pre-?(?:fetch|install|pull|download|warm|cach)\\w*|(?:second|next|2nd) (?:attempt|try|start|time|run|launch)\\b',
    ),
  ],
  [
    { kind: 'account', of: 'slow' },
    bothOf(
      '(?:increas|rais|bump|length|extend)\\w* (?:the |its |my )?.{0,24}\\btime-?out|(?:longer|higher|larger) (?:\\w+ )?time-?out',
    ),
  ],
  [
    { kind: 'account', of: 'transport' },
    bothOf(
      '(?:chang|switch|correct|fix)\\w* (?:the |my )?(?:url|endpoint|transport|type)\\b|[`\'"]?type[`\'"]?:? (?:to |=|is )?[`\'"]?(?:sse|http|streamable)|(?:trailing|final) slash|/mcp[`\'"]? (?:suffix|at the end|path|to the (?:url|end))|/(?:mcp|sse)[`\'"]? (?:instead of|rather than|in place of|and not)',
    ),
  ],
  [{ kind: 'account', of: 'sign-in' }, lackedOf('(?:an? |the )?[`\'"]?Authorization[`\'"]? header')],
  [
    { kind: 'oauth-failed', what: safe('the sign-in') },
    remediesOf(
      '(?:log|sign)\\w* in again|re-?(?:authenticat|authori[sz]|log)\\w*|(?:delet|remov|clear|wip)\\w*\\b.{0,24}\\.mcp-auth\\b|fresh (?:log|sign)-?in',
    ),
  ],
  [
    { kind: 'docker-left' },
    bothOf(
      '(?<![\\w-])-i\\b(?![\\w-])(?=.{0,60}\\b(?:docker|container)\\b)|[`\'"]-i[`\'"]|(?:docker|container)\\b.{0,40}(?<![\\w-])-i\\b(?![\\w-])|(?<![\\w-])-i (?:flag|switch|option|arg\\w*|param\\w*)|--interactive\\b|interactive (?:flag|mode|option|switch)|stdin(?: was| is| be(?:ing)?)? (?:kept |left )?(?:open|attached)|stdin_open',
    ),
  ],
  [
    { kind: 'docker-no-terminal' },
    bothOf(
      '(?:remov|dropp?|delet|leav|tak)\\w*\\b.{0,12}[`\'"]?(?<![\\w-])-(?:t|it|ti)\\b(?![\\w-])[`\'"]?|without (?:the )?[`\'"]?-t\\b(?![\\w-])',
    ),
  ],
  [
    { kind: 'docker-unreachable' },
    bothOf(
      '(?:re-?)?(?:start|launch|open|run)\\w* (?:the )?docker(?: (?:desktop|daemon|engine))?(?! (?:run|container|image|compose|exec|build|mcp|server|hub)\\b)(?![\\w/-])',
    ),
  ],
  [
    { kind: 'listens-on-http', address: safe('an address') },
    bothOf('--stdio\\b|--?transport[= ][`\'"]?stdio\\b|stdio (?:mode|flag|transport)\\b|transport stdio\\b'),
  ],
  [
    { kind: 'project-unprepared', lacks: 'dependencies', what: null },
    bothOf(
      `(?:run |ran |running |do )?${INSTALL}(?! (?:-g|--global|@?\\w))|install\\w* (?:the |its |my |all |all the )?(?:dependenc\\w+|requirements|node_modules)\\b`,
    ),
  ],
  [
    { kind: 'project-unprepared', lacks: 'build', what: null },
    bothOf(
      '(?:npm|yarn|pnpm|bun) (?:run )?(?:build|compile)\\b|(?:buil[dt]|compil)\\w* (?:it|the (?:project|server|repo\\w*|code|source))\\b',
    ),
  ],
  [
    { kind: 'cache-damaged' },
    remediesOf(
      "(?:clear|delet|remov|wip|purg|clean|empt|nuk|drop|prun)\\w*\\b.{0,30}\\b(?:_npx|(?:npm|npx|uvx?|pnpm|bun|yarn)(?:'s)? cache|cache)\\b|cache (?:clean|clear|purge|prune)\\b",
    ),
  ],
  [
    { kind: 'release-told' },
    remediesOf(
      '(?:pin\\w*|downgrad\\w*|roll\\w* back|revert\\w*|go(?:ing)? back|fall\\w* back)\\b(?!.{0,30}\\b(?:node|python|client|cursor|claude|vs ?code|windsurf|codex)\\b).{0,40}(?:\\b(?:version|release)\\b|\\bv?\\d+\\.\\d)|(?:previous|older|earlier|last good|prior) (?:version|release)\\b',
    ),
  ],
  [
    { kind: 'program-blocked' },
    bothOf(
      'xattr\\b|(?:com\\.apple\\.)?quarantine\\b|codesign\\b|(?:whitelist|allowlist|exclu(?:de|sion)|except)\\w*\\b.{0,40}\\b(?:defender|antivirus|anti-virus|AV|security)\\b',
    ),
  ],
  [
    { kind: 'port-taken', port: null },
    remediesOf(
      '(?:kill|end|stop|terminat|clos|quit)\\w*\\b.{0,50}\\bport\\b|(?:chang|switch|us|tak|pick)\\w* (?:to )?(?:another|a different|a free) port',
    ),
  ],
  [
    { kind: 'lock-held' },
    remediesOf(
      '(?:kill|end|stop|terminat|clos|quit)\\w*\\b.{0,30}\\b(?:other|second|old|stale|orphan\\w*|zombie|left-?over|running|previous) (?:\\w+ )?(?:process\\w*|instances?|copy|copies|window|session|editor|client)|(?:delet|remov)\\w*\\b.{0,24}\\block ?file',
    ),
  ],
  [
    { kind: 'connection-failed', how: 'refused', to: null },
    bothOf(
      '(?:start|open|launch|run|enabl|activat)\\w* (?:the |its )?(?:desktop )?(?:app(?:lication)?|add-?on|plug-?in|extension|database|backend|service|[A-Z]\\w{2,20}(?: app)?)(?= first\\b| before(?:hand)?\\b)|(?:app(?:lication)?|add-?on|plug-?in|database|backend|service)\\b.{0,12}\\b(?:be |been )?(?:open(?:ed)?|running|started|enabled|up)\\b',
    ),
  ],
  [
    { kind: 'option-missing', what: safe('a setting') },
    [
      ...lackedOf(`${GIVEN}(?: (?:an?|the|my|your|its|any))? ?(?:\\w{2,14} )?${SETTING}`),
      ...lackedOf(`${GIVEN}(?: (?:the|my|your|its))? ?[A-Z][A-Z0-9]*_[A-Z0-9_]{1,40}\\b`, ''),
    ],
  ],
  [
    { kind: 'prompt' },
    bothOf('(?:add|pass|append|includ)\\w* (?:the )?-y\\b|(?:-y|--yes) (?:flag|switch|option|argument)'),
  ],
  [{ kind: 'python-encoding', encoding: safe('an old code page') }, bothOf('PYTHONUTF8\\b|PYTHONIOENCODING\\b')],
  [
    { kind: 'config-refused' },
    remediesOf(
      '(?:renam|chang|switch|replac)\\w*\\b.{0,40}\\b(?:mcpServers|servers|root key|top-level key)\\b|(?:mov|nest|wrap|put)\\w*\\b.{0,40}\\b(?:under|in(?:to|side)?) [`\'"]?(?:mcpServers|servers|mcp)\\b',
    ),
  ],
  [
    { kind: 'config-unparsed' },
    remediesOf(
      '(?:remov|delet|add|fix|escap|doubl|correct)\\w*\\b.{0,30}\\b(?:JSON(?: syntax)?|syntax|comma|brace|bracket|comments?|quotes?|backslash\\w*|BOM)\\b',
    ),
  ],
  [
    { kind: 'stdout-noise', who: 'server', first: null },
    remediesOf(
      '(?:remov|delet|redirect|silenc|mov|replac|comment)\\w*\\b.{0,40}\\b(?:console\\.log|print(?:\\(\\)| statements?| calls?)?|banner|stdout)\\b|console\\.error\\b|(?:mov|redirect|sen[dt]|switch|writ)\\w*\\b.{0,24}\\b(?:log\\w*|output|prints?|banner|messages?)\\b.{0,20}\\bstderr\\b',
    ),
  ],
];

/** A thing that helps where it is done, and is lacking where it is not. */
function bothOf(thing: string): readonly RegExp[] {
  return [...remediesOf(thing), ...lackedOf(thing)];
}
