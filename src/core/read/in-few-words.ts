import { safe } from '../text';
import { noted } from './notes';
import type { Note, NotedFact } from './notes';
import type { Said } from './statements';

/** What somebody notes of a failure, or a client shows of it, in a few words that are a whole line. */
export function read(start: Said): readonly NotedFact[] {
  // What stands behind other words is about what they say.
  const spoken = start.spoken.map((each) => ({ ...each, inside: [] }));
  return noted({ ...start, spoken }, FORMS, ({ text }) => text.length <= LONGEST);
}

const LONGEST = 80;

/** A whole line, whatever its letters; `words` are alternatives. */
const line = (...words: readonly string[]): RegExp =>
  new RegExp(`^(?:(?:the|it|error:) )?(?:${words.join('|')})[.!]?$`, 'i');

const WAS = '(?: is| was| are| were)?';
const NOT_THERE = `${WAS} (?:not (?:found|there|installed)|missing|gone)`;
const FILE = '[\\w-]{1,40}\\.(?:py|js|mjs|ts|sh|jar)';
const INSTALL = '(?:npm|pnpm|yarn|pip|uv) (?:install|sync)';
const redirected = (status: number) =>
  ({ kind: 'http-refused', status, isTransport: false, isFlow: false, isAlone: true, isAbsent: false }) as const;

const NOTES: readonly (readonly [Note, ...RegExp[]])[] = [
  // What is to be started, and where it lies.
  [
    { kind: 'account', of: 'path' },
    line(
      'ENOENT(?: on| for)? (?:npx|npm|node|uvx?|bunx?|docker|python3?)',
      'no (?:npx|npm|uvx?|bunx?)',
      "(?:client|app|editor|GUI) (?:does not|doesn't|cannot|can't) (?:find|see) (?:npx|npm|node|uvx?|bunx?|docker|python3?)",
      `(?:executable|program|binary)${WAS} not found`,
      'failed to (?:spawn|start|launch|run) (?:npx|npm|uvx?|bunx?)',
    ),
  ],
  [
    { kind: 'path-gone' },
    line(
      `(?:file|script|path|folder)(?: in args)?${WAS} (?:not found|wrong|missing|not there)`,
      '(?:path|script|file|folder) does not exist',
      'no such file',
      'wrong path',
      "can't open file",
      `${FILE}${WAS} (?:not found|missing)`,
    ),
  ],
  [
    { kind: 'account', of: 'folder' },
    line(
      'wrong (?:working directory|working folder|cwd)',
      'cwd is \\/',
      'relative path (?:not found|does not work)',
      'starts in (?:the )?(?:wrong|another) (?:folder|directory)',
      "(?:only )?works from the project(?:'s)? (?:folder|directory)",
      '(?:needs|use|wants) an? absolute path',
    ),
  ],
  [
    { kind: 'account', of: 'batch-file' },
    line('(?:needs?|wants?|requires?|use|works with|Windows (?:needs|requires)) cmd \\/c\\b.{0,20}', 'npx\\.cmd'),
  ],
  [
    { kind: 'account', of: 'mode' },
    line(`${WAS.trim()} ?not executable`, 'not executable', 'chmod \\+x (?:fixed|fixes|helped|helps|solved)(?: it)?'),
  ],
  [
    { kind: 'account', of: 'interpreter' },
    line(
      '(?:(?:uses|takes|picks) the )?wrong (?:python|interpreter|venv|environment)',
      `(?:venv|virtual ?env(?:ironment)?)${WAS} not (?:activated|active|used)`,
    ),
  ],
  [
    { kind: 'file-denied', path: null, isBySystem: false },
    line('permissions? denied', 'no (?:permissions?|access|rights)', 'read-only file ?system'),
  ],
  [
    { kind: 'binary-foreign', how: 'architecture', what: null },
    line(
      'wrong architecture',
      '(?:arm64|x64|x86_64|amd64) vs\\.? (?:arm64|x64|x86_64|amd64)',
      'binary is for (?:arm64|x64|x86_64|amd64|Linux|Windows|macOS)',
      '(?:%1 )?(?:is )?not a valid Win32 application',
      'cannot execute binary file',
    ),
  ],
  [
    { kind: 'binary-foreign', how: 'library', what: null },
    line('GLIBC(?: is)? too old', 'musl vs\\.? glibc', 'wrong libc'),
  ],
  [
    { kind: 'abi-mismatch', built: null, wanted: null },
    line('ABI mismatch', 'needs npm rebuild', '[\\w@/.-]{2,40} (?:ABI|version) mismatch \\(?NODE_MODULE_VERSION\\)?'),
  ],

  // What is fetched.
  [
    { kind: 'account', of: 'package' },
    line(
      `package(?: name)?${WAS} (?:not found|missing|wrong|does not exist|unknown)`,
      '(?:is )?not (?:found )?in (?:the )?(?:npm |PyPI )?(?:registry|index)',
      '(?:is )?not on (?:npm|PyPI)',
      'no such package',
      'wrong package name',
      'does not exist on (?:npm|PyPI)',
      '(?:npm )?(?:E404|404)(?: not found)?(?: [\\w@/.-]{2,60})?',
      'no solution found',
    ),
  ],
  [
    { kind: 'npm-no-executable' },
    line(
      'no bin in (?:the )?package',
      'package has no (?:executable|bin(?: entry)?)',
      '(?:npm error )?could not determine executable',
      'not an executable package',
    ),
  ],
  [
    { kind: 'account', of: 'download' },
    line(
      'time(?:s|d)? ?-?out(?: only)? (?:on|at|in|during|while) (?:the )?(?:first (?:start|run|launch)|(?:down)?load\\w*|install\\w*)',
      '(?:first (?:start|run|launch)|download|install(?:ation)?) (?:takes too long|is too slow|times out)',
      '(?:second (?:start|try|run|time)|next start) (?:works|is fine)',
      'works after (?:running|starting) (?:npx|uvx|it) (?:manually |by hand )?once',
    ),
  ],
  [
    { kind: 'build-failed', name: null },
    line(
      '(?:wheel )?build (?:failed|fails)',
      'failed to build',
      '(?:gcc|g\\+\\+|clang|cmake|compiler|make)(?: is)? (?:missing|not found)',
      'node-gyp (?:failed|fails)',
      '(?:Rust|C|C\\+\\+) compiler (?:needed|required|missing)',
      'no prebuilt (?:wheel|binary)',
      'Microsoft Visual C\\+\\+ 14\\.0 (?:is )?required',
    ),
  ],
  [
    { kind: 'python-version-refused', version: null, wanted: null },
    line(
      '(?:Python(?: version)?(?: is)?|old) too (?:old|low)',
      '(?:needs|requires|wants) Python ?(?:>=? ?)?3\\.\\d{1,2}\\+?',
      'wrong Python version',
      'requires-python',
    ),
  ],
  [
    { kind: 'account', of: 'old-node' },
    line(
      `node(?:\\.?js)?(?: version)?${WAS} (?:too (?:old|low)|outdated)`,
      'old(?:er)? (?:version of )?node(?:\\.?js)?(?: version)?',
      'unsupported engine',
      'node(?:\\.?js)? v?(?:[1-9]|1[0-7])(?:\\.\\d{1,3}){0,2}',
    ),
  ],
  [
    { kind: 'git-refused' },
    line(
      '(?:git )?repository not found',
      'git clone (?:failed|fails)',
      'failed to clone into: \\S{1,200}',
      '(?:branch|tag|ref) not found',
      'could not read from remote repository',
    ),
  ],
  [{ kind: 'git-missing' }, line('git(?: is)? (?:not installed|missing|not found)', 'no git')],
  [
    { kind: 'npm-unreached' },
    line(
      '(?:npm )?registry(?: is)? (?:not reachable|unreachable|blocked|down)',
      '(?:npm )?registry time-?out',
      'proxy blocks (?:npm|the registry)',
    ),
  ],
  [
    { kind: 'cache-denied', path: null },
    line(
      '(?:EACCES|EPERM) (?:on |in )?(?:~\\/\\.npm|npm-cache)\\S{0,40}',
      '(?:npm )?cache (?:permission denied|(?:is )?not writable)',
      '(?:cache folder|files) owned by root',
      'root-owned files in (?:the )?npm cache',
      'cannot write to ~\\/\\.npm\\S{0,40}',
    ),
  ],
  [
    { kind: 'npm-refused', code: safe('ETARGET') },
    line(
      'no such version',
      '(?:that |the )?version (?:\\S{1,20} )?(?:not found|does not exist|was never published)',
      'no matching version',
      'e?notarget',
      'ETARGET',
    ),
  ],
  [
    { kind: 'parts-apart', name: null },
    line(
      '(?:dependency|version|peer dependency|[\\w.-]{2,30} version) conflict',
      'incompatible versions',
      'conflicting dependencies',
      'unsatisfiable requirements',
    ),
  ],
  [
    { kind: 'npm-refused', code: safe('E401') },
    line('E401(?: registry)?', 'private registry needs (?:a )?login', 'registry unauthorized'),
  ],

  // A project.
  [
    { kind: 'project-unprepared', lacks: 'build', what: null },
    line(
      `(?:dist|build|out)(?: folder| directory)?${WAS} (?:missing|not there|not found)`,
      'no (?:dist|build)(?: folder| directory)?',
      `(?:project |server )?${WAS.trim()} ?not (?:built|compiled)`,
      'not (?:built|compiled)',
      'forgot to (?:build|compile)(?: it)?',
      'run (?:npm run )?build(?: first)?',
      `dist\\/index\\.js${NOT_THERE}`,
    ),
  ],
  [
    { kind: 'project-unprepared', lacks: 'dependencies', what: null },
    line(
      `(?:dependencies|node_modules|requirements|packages|pip packages)${NOT_THERE}`,
      'no (?:node_modules|dependencies)',
      `${INSTALL} (?:was |is )?not run`,
      `(?:forgot(?: to run)?|run) ${INSTALL}(?: first)?`,
      `(?:mcp|fastmcp)(?: package| module)?${NOT_THERE}`,
      'import mcp (?:fails|failed)',
      'ModuleNotFoundError',
      'module not found',
    ),
  ],

  // Its words, and what it is given.
  [
    { kind: 'argument-missing', what: null },
    line(
      'missing (?:required )?arguments?',
      '(?:path |directory )?argument (?:is )?(?:required|missing)',
      'needs an? (?:directory|path|file)(?: argument)?',
      'too few arguments',
      'expects an? (?:path|directory|file)',
      'at least one directory (?:is )?(?:needed|required)',
    ),
  ],
  [
    { kind: 'argument-refused', what: safe('a word of its command line') },
    line(
      '(?:unknown|unrecogni[sz]ed|unexpected|invalid) (?:option|flag|arguments?|command|subcommand|parameter)(?: [\\w-]{1,30})?',
      'no such (?:option|command)',
      '(?:flag|option) (?:is )?not (?:supported|known)',
      '--?[\\w-]{1,30} is not (?:accepted|supported|known)',
    ),
  ],
  [
    { kind: 'value-refused', what: null },
    line(
      '(?:invalid|malformed|bad|wrong) (?:URL|value|port|number|date|log ?level|host)',
      '(?:value )?(?:is )?not a (?:valid )?(?:number|URL|port|integer|boolean)',
      'value is (?:not valid|invalid|wrong)',
      '[A-Z][A-Z0-9]*_[A-Z0-9_]{1,40}(?: is)? (?:invalid|wrong|malformed)',
      '(?:wrong|invalid|bad) value (?:for|of) [A-Z][A-Z0-9_]{2,40}',
    ),
  ],
  [
    { kind: 'credentials-refused' },
    line(
      '(?:token|API key|key|password|credentials)(?: is| has| was| were)? (?:expired|revoked|rejected|refused|invalid|wrong)',
    ),
  ],
  [
    { kind: 'python-encoding', encoding: safe('an old code page') },
    line(
      '(?:encoding|charset|codepage|code page|unicode|UTF-8) (?:error|problem|issue)',
      'cp125\\d',
      '(?:set )?PYTHON(?:IOENCODING|UTF8)(?:=\\S{1,10})?(?: (?:fixed|fixes|helped|helps)(?: it)?)?',
      'emojis? breaks? it',
    ),
  ],
  [
    { kind: 'prompt' },
    line(
      '(?:asks|waits for|prompts?)(?: for)? (?:Ok to proceed\\??|y|confirmation|input)',
      '(?:needs|add|missing) -y',
      'interactive prompt',
      'prompt waits for input',
    ),
  ],
  [
    { kind: 'variable-literal', text: safe('a variable') },
    line(
      '(?:variable|placeholder|workspaceFolder|userHome)(?: is| was)? (?:not (?:resolved|expanded|replaced|substituted)|taken literally)',
    ),
  ],
  [
    { kind: 'account', of: 'joined' },
    line(
      'args? (?:is |are )?(?:wrong|in one string|not split)',
      'args? (?:must|have to|should) be separate',
      'arguments? split wrong(?:ly)?',
      'quotes in args',
      'wrong order of args',
    ),
  ],
  [
    { kind: 'config-refused' },
    line(
      '(?:unknown|unrecogni[sz]ed) key',
      'invalid entry',
      'schema validation (?:failed|error)',
      '(?:mcpServers|servers) expected',
      'wrong (?:format|root key)',
      'type missing',
      'missing property (?:command|url|type|args)',
    ),
  ],
  [
    { kind: 'listens-on-http', address: safe('an address') },
    line(
      '(?:starts|runs|started) (?:as )?(?:an? )?HTTP server',
      '(?:server )?runs in (?:SSE|HTTP) mode',
      'needs --stdio',
      'not (?:in )?stdio(?: mode)?',
      'requires transport stdio(?: flag)?',
    ),
  ],
  [
    { kind: 'interpreter-not-found', interpreter: safe('its interpreter') },
    line('(?:bad interpreter|interpreter(?: is| was)? (?:not found|missing)|shebang (?:is )?wrong)'),
  ],

  // The way to a server, and itself.
  [
    { kind: 'docker-unreachable' },
    line(
      'no docker (?:daemon|engine)',
      `docker(?: (?:daemon|engine|desktop)|\\.sock)?${WAS} (?:not (?:running|found|started|reachable)|stopped|paused|down)`,
      'permission denied (?:on |for )?(?:\\/var\\/run\\/)?docker\\.sock',
    ),
  ],
  [
    { kind: 'docker-image-refused', image: null },
    line(
      `(?:docker )?(?:image|manifest)${WAS} (?:not found|missing|unknown)`,
      'no such (?:image|tag)',
      '(?:image ?)?pull (?:failed|error|denied)',
      'toomanyrequests',
      '(?:unauthorized|not allowed|no permission) to pull(?: the)?(?: image)?',
    ),
  ],
  [
    { kind: 'connection-failed', how: 'refused', to: null },
    line(
      `server${WAS} not (?:running|started)`,
      'nothing (?:listens|runs|is listening|is running) on (?:port )?:?\\d{2,5}',
      '(?:database|db|redis|postgres(?:ql)?|mysql|mongodb|ollama|elasticsearch|backend|API)(?: is)? (?:not (?:running|reachable|started)|down|unreachable)',
      '(?:connection|connecting) to (?:the )?(?:database|redis|postgres(?:ql)?|mysql|mongodb|backend) (?:failed|fails)',
      'service unavailable',
    ),
  ],
  [{ kind: 'connection-failed', how: 'no-such-host', to: null }, line('DNS (?:error|failure|lookup failed)')],
  [
    { kind: 'connection-failed', how: 'timed-out', to: null },
    line(
      `(?:host|server|network)${WAS} (?:unreachable|not reachable|down|offline)`,
      'network error',
      "(?:cannot|can't) reach (?:the )?(?:host|server)",
    ),
  ],
  [
    { kind: 'account', of: 'certificate' },
    line(
      '(?:TLS|SSL|HTTPS|certificate)(?: handshake)? (?:error|failure|failed|problem|not trusted)',
      'untrusted certificate',
    ),
  ],
  [
    { kind: 'account', of: 'transport' },
    line(
      `(?:endpoint|URL|address)${WAS} (?:wrong|not found)`,
      'wrong (?:endpoint|URL|address|transport)',
      'sse (?:vs\\.?|instead of|and not) (?:http|streamable)\\w*',
      'http (?:vs\\.?|instead of|and not) sse',
      'needs \\/\\w{2,12}',
      'endpoint is (?:at )?\\/\\S{0,40}, not \\/\\S{0,40}',
      'method not allowed',
      '(?:SSE error: )?non-200 status code',
      'unexpected content[ -]type',
    ),
  ],
  [
    redirected(307),
    line(
      'redirect(?:s|ed)?(?: to (?:\\/\\S{1,40}|(?:the |a )?login page))?',
      '(?:missing )?trailing slash',
      '302 Found',
    ),
  ],
  [
    { kind: 'http-session-refused', isHost: false },
    line('(?:invalid|missing|unknown|expired) session(?: id)?', 'mcp-session-id(?: header)? missing'),
  ],
  [{ kind: 'http-session-refused', isHost: true }, line('DNS rebinding protection')],
  [
    { kind: 'oauth-failed', what: safe('the authorization') },
    line('authori[sz]ation failed', '(?:login|sign-?in|OAuth) (?:window|page|popup) closes without(?: a)? result'),
  ],
  [
    { kind: 'port-taken', port: null },
    line('port (?:\\d{2,5} )?(?:is |already )?(?:conflict|in use|busy|taken|occupied)'),
  ],
  [
    { kind: 'lock-held' },
    line(
      '(?:another|an? (?:old|other|second)) instance (?:is )?(?:already )?(?:running|active|open)',
      '(?:is )?already running',
      '(?:second|other) instance',
      'lock(?: is)? held',
    ),
  ],
  [
    { kind: 'protocol-refused', isVersion: true },
    line(
      '(?:protocol )?versions? (?:mismatch|do not match|differ)',
      'protocol ?version(?: is)? not supported',
      'server(?: is)? too old for the client',
    ),
  ],
  [
    { kind: 'tool-schema-refused' },
    line(
      '(?:invalid )?(?:tool|input) schema(?: is)?(?: invalid| not supported| error)?',
      'schema not supported',
      'schema error in (?:a )?tool',
      '(?:tool|function) name (?:too long|invalid)',
      'invalid (?:tool|function) name',
      'array schema missing items',
      'tools? rejected',
    ),
  ],
  [
    { kind: 'exhausted', of: 'memory' },
    line('(?:heap )?out of memory', 'OOM', 'killed by OOM', 'memory limit(?: exceeded| reached)?'),
  ],
  [{ kind: 'exhausted', of: 'disk' }, line('no space left(?: on device)?', 'disk (?:is )?full')],
  [
    { kind: 'account', of: 'silent' },
    line(
      '(?:server )?hangs(?: at initialize)?',
      'no response(?: within \\d{1,4} ?s\\w{0,6})?',
      'does not (?:answer|respond)',
      'stuck(?: at initialize)?',
      'never (?:responds|answers)',
      '(?:loading|loads) forever',
      'keeps loading',
    ),
  ],
  [
    { kind: 'account', of: 'client' },
    line(
      'works in .{3,30} but not (?:here|in .{3,30})',
      '(?:bug in the client|client (?:issue|bug|crashes))',
      'fixed by (?:a |the )?client update',
      '(?:works (?:with|in) the )?inspector(?: works)?',
      'only (?:happens )?in (?:Cursor|VS Code|Claude Desktop|Windsurf|Cline|Zed)',
      'downgrading the client (?:helps|fixes it)',
    ),
  ],
  [
    { kind: 'runner-failed' },
    line(
      '(?:npm|npx|node|uv)(?: installation)?(?: is)? (?:broken|corrupt(?:ed)?)',
      '(?:npm|node) reinstall (?:fixed|fixes|helped)(?: it)?',
      'np[mx]-cli\\.js(?: is)? (?:missing|not found)',
    ),
  ],
];

const FORMS = NOTES.map(([note, ...forms]) => [note, forms] as const);
