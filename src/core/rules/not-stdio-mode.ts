import { suggestedBy } from '../deduce/bare-failure';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ServerEntry, Value } from '../config/config-file';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'not-stdio-mode',
  label: 'not-stdio-mode',
  cause: 'not-stdio-mode',
  stage: 'handshake',
  reads: [
    'entry',
    'listens-on-http',
    'stdio-not-spoken',
    'ready',
    'port-taken',
    'timed-out',
    'unanswered',
    'verdict-line',
  ],
  messages: {
    default:
      'The server waits for HTTP ({address}), and this entry speaks with it over stdio. Start it in its stdio mode, mostly `--transport stdio`; or start it yourself and write its address into the entry.',
    told: 'The server says that it speaks another transport than stdio, over which this entry speaks with it. Start it in its stdio mode, mostly `--transport stdio`; or start it yourself and write its address into the entry.',
    asked:
      '{word} asks the server for another transport than stdio, over which this entry speaks with it. Take `stdio`; or start it yourself and write its address into the entry.',
    inspector:
      '{word} opens the inspector, a page for people, and not the server itself. Start the server: `uv run FILE`, `fastmcp run FILE`.',
    maybe:
      'A server that serves over HTTP starts, too, and never answers over stdio. Does its documentation name a switch like `--transport stdio`, or does its code choose the transport?',
  },
  match: ({ facts, entry, file }, say) => {
    const listens = facts.first('listens-on-http');
    if (facts.first('ready') || facts.first('port-taken')) return [];
    if (entry && entry.transport !== 'stdio' && entry.transport !== 'unknown') return [];
    const unspoken = facts.first('stdio-not-spoken');
    if (!listens && unspoken) return [say('told', {}, { confidence: 'likely', evidence: [unspoken.evidence] })];
    if (!listens) {
      const asked = entry ? asksForOther(entry) : null;
      if (!entry) return [];
      if (!asked) {
        const isSilent = (facts.first('timed-out') ?? facts.first('unanswered')) && !facts.first('verdict-line');
        const isOwn = entry.command && OF_PEOPLE.test(entry.program);
        return isSilent && isOwn && entry.command ? [say('maybe', {}, suggestedBy(entry.command))] : [];
      }
      const { word, message, right } = asked;
      const edits = file && right ? editorOf(file).replaceItem(file, word, [right]) : [];
      const fixes = entryFix(entry, 'transport-stdio', safe('Ask for stdio'), edits);
      const evidence = [{ kind: 'entry', line: null, text: word.safe }] as const;
      const more = { severity: 'warning', confidence: 'likely', span: word.span, evidence, fixes } as const;
      return [say(message, { word: word.safe }, more)];
    }
    const { address, evidence } = listens;
    return [say('default', { address }, { confidence: 'likely', evidence: [evidence] })];
  },
});

/** The word with which an entry asks for another transport; what stands for stdio in its place, where that is plain. */
function asksForOther(entry: ServerEntry): {
  readonly word: Value;
  readonly message: 'asked' | 'inspector';
  readonly right: string | null;
} | null {
  const { args } = entry;
  // A bridge speaks stdio here, and means the other side.
  if (args.some(({ safe: arg }) => /^https?:\/\//.test(arg) || BRIDGE.test(arg)) || BRIDGE.test(entry.program))
    return null;
  const inspector = args.find(
    ({ safe: arg }, index) =>
      /^@modelcontextprotocol\/inspector(?:@|$)/.test(arg) ||
      (arg === 'dev' && /^(?:fast)?mcp$/.test(args[index - 1]?.safe ?? entry.program)),
  );
  if (inspector) return { word: inspector, message: 'inspector', right: null };
  const flagged = args.find(({ safe: arg }, index) => OTHER.test(arg) && FLAG.test(args[index - 1]?.safe ?? ''));
  if (flagged) return { word: flagged, message: 'asked', right: 'stdio' };
  const inOne = args.find(({ safe: arg }) => FLAG_WITH_OTHER.test(arg));
  if (inOne) return { word: inOne, message: 'asked', right: inOne.raw.reveal().replace(/=.*$/s, '=stdio') };
  const alone = args.find(({ safe: arg }) => /^--(?:sse|http|streamable-?http)$/i.test(arg));
  const last = args.at(-1);
  const isSubcommand = last && args.length > 1 && /^(?:sse|http|streamable-?http)$/.test(last.safe);
  const word = alone ?? (isSubcommand && !args.at(-2)?.safe.startsWith('-') ? last : null);
  return word ? { word, message: 'asked', right: null } : null;
}

const OTHERS = '(?:sse|https?|streamable[-_]?http|http-stream)';
const OTHER = new RegExp(`^${OTHERS}$`, 'i');
const FLAG = /^--?(?:transport|mode|transport-type|mcp-transport)$/i;
const FLAG_WITH_OTHER = new RegExp(`^--?(?:transport|mode|transport-type|mcp-transport)=${OTHERS}$`, 'i');
/** What runs a server that somebody has on the disk: its code says which transport it takes. */
const OF_PEOPLE = /^(?:python[\d.]*|py|uv|node|bun|deno|tsx|java|dotnet|go|ruby|php|cargo)$/;
const BRIDGE = /(?:^|\/)(?:mcp-remote|supergateway|mcp-proxy|mcpo)(?:@|$)/;

export const page: Page = {
  title: 'The server speaks HTTP, and the entry stdio',
  what: 'The server was started as a local one, opened a port, and waits there. What the client says on stdin it never reads.',
  why: 'Its default is HTTP, a flag or a variable (`TRANSPORT`, `MCP_TRANSPORT`) switches it on, or the command opens an inspector (`mcp dev`) in place of the server.',
  remedy:
    'Give it its stdio switch. Or let it run by itself, and write an entry with its address: `"type": "http", "url": "http://localhost:8000/mcp"`.',
  exceptions: 'Servers that open a port besides and answer on stdio are not accused.',
};

const config = '{ "servers": { "a": { "command": "python", "args": ["server.py"] } } }';

export const examples: Examples = () => [
  {
    name: 'in words',
    fires: true,
    given: { config, silent: true, stderr: 'This server only supports streamable HTTP, not stdio' },
  },
  { name: 'both', fires: false, given: { config, silent: true, stderr: 'Transport: stdio (HTTP is supported too)' } },
  {
    name: 'uvicorn',
    fires: true,
    given: {
      config,
      silent: true,
      stderr: 'INFO:     Uvicorn running on http://127.0.0.1:8000 (Press CTRL+C to quit)',
    },
    params: { address: 'http://127.0.0.1:8000' },
  },
  {
    name: 'a script that does not answer',
    fires: true,
    behind: 'server-hangs',
    given: { config, log: 'MCP error -32001: Request timed out' },
    says: 'never answers over stdio',
  },
  {
    name: 'a script that ended',
    fires: false,
    given: { config, log: 'MCP error -32000: Connection closed' },
  },
  {
    name: 'a flag',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "uvx", "args": ["acme", "--transport", "sse"] } } }' },
    params: { word: 'sse' },
  },
  {
    name: 'a flag with its value',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "uvx", "args": ["acme", "--transport=streamable-http"] } } }' },
  },
  {
    name: 'the inspector',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "uv", "args": ["run", "mcp", "dev", "server.py"] } } }' },
    params: { word: 'dev' },
  },
  {
    name: 'a bridge',
    fires: false,
    given: {
      config:
        '{ "servers": { "a": { "command": "uvx", "args": ["mcp-proxy", "--transport", "sse", "http://x.test/sse"] } } }',
    },
  },
  {
    name: 'a server that asks others',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "uvx", "args": ["acme", "--transport", "stdio"] } } }' },
  },
  { name: 'a port', fires: true, given: { config, silent: true, stderr: 'Server listening on port 3000' } },
  {
    name: 'the way back of a login',
    fires: false,
    given: { config, silent: true, stderr: '[54792] OAuth callback server running at http://127.0.0.1:21371' },
  },
  {
    name: 'it answers on stdio, too',
    fires: false,
    given: { config, ready: true, stderr: 'Dashboard listening on port 3000' },
  },
  {
    name: 'a remote one',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "http://localhost:8000/mcp" } } }',
      stderr: 'Uvicorn running on http://127.0.0.1:8000',
    },
  },
];
