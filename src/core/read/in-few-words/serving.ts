import { safe } from '../../text';
import { WAS, line } from './line';
import type { FewWords } from './line';

const redirected = (status: number) =>
  ({ kind: 'http-refused', status, isTransport: false, isFlow: false, isAlone: true, isAbsent: false }) as const;

/** The way to a server, and the server itself. */
export const SERVING: FewWords = [
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
