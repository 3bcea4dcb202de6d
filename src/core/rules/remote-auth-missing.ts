import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { isAboutRemote, isOfThisMachine } from '../deduce/remote-side';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'remote-auth-missing',
  label: 'remote-auth-missing',
  cause: 'remote-auth',
  stage: 'handshake',
  reads: [
    'http-refused',
    'remote-refused',
    'credentials-refused',
    'option-missing',
    'account',
    ...READ_OF_BARE_FAILURE,
  ],
  messages: {
    refused:
      'The remote server refuses the credentials that this entry sends (HTTP {status}). Check the header: its name, its scheme (`Bearer`), and whether the token is of this server and still valid.',
    'no-sign-in':
      'The remote server wants credentials (HTTP {status}), and {metadata} how to sign in. Add what it wants to `headers`, mostly `Authorization`.',
    missing:
      'The remote server refuses to talk without credentials (HTTP {status}), and this entry sends none. Add what it wants to `headers`, mostly `Authorization`.',
    maybe:
      'Most remote servers want a sign-in or a token, and this entry sends none: add what the server’s documentation says to `headers`, mostly `Authorization`, or sign in where the client offers it.',
    given:
      'A remote server that does not take what an entry sends mostly ends the connection. Is the token still valid, of this server, and behind the scheme that it wants (`Bearer`)?',
    told: 'The remote server wants credentials, and does not get the right ones. Add what it wants to `headers`, mostly `Authorization`, or sign in where the client offers it.',
    begun:
      'The remote server wants a sign-in. One has begun, and nothing here shows that it came to its end: finish it in the browser, or begin it again from the client.',
    default:
      'The remote server refuses the credentials that it gets, or gets none (HTTP {status}). Check the header that it wants: its name, its scheme (`Bearer`), and whether the token is of this server.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const refused = facts.first('http-refused');
    const account = accountOf({ facts }, 'sign-in');
    if (account && (!refused || refused.isFlow))
      return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    // A local server may ask for its own service.
    const asked =
      refused || (entry && !isAboutRemote(subject, '')) ? undefined : accountOf({ facts }, 'asked-to-sign-in');
    if (asked) return [say('told', {}, { confidence: 'possible', evidence: [asked.evidence] })];
    // What a remote server says of credentials, it says of those of its caller.
    const isCalled = entry !== null && isAboutRemote(subject, '');
    const wanted = facts.all('option-missing').find(({ what }) => CREDENTIAL.test(what));
    const said = isCalled && !refused ? (facts.first('credentials-refused') ?? wanted) : undefined;
    if (said)
      return [say('told', {}, { confidence: 'likely', span: entry?.url?.span ?? null, evidence: [said.evidence] })];
    const open = !refused && entry?.headers.length === 0 && entry.url?.safe !== '' ? entry.url : null;
    if (open && !isOfThisMachine(open) && !/\/sse\/?$/.test(open.safe) && isBareFailure(subject))
      return [say('maybe', {}, suggestedBy(open))];
    const sent = !refused ? entry?.headers.find(({ name }) => /^(?:authorization|.*(?:key|token))$/i.test(name)) : null;
    if (sent?.value && entry?.url && !isOfThisMachine(entry.url) && isBareFailure(subject))
      return [say('given', {}, suggestedBy(sent.value))];
    if (!refused || (refused.status !== 401 && refused.status !== 403)) return [];
    const { status, isTransport, isFlow, evidence } = refused;
    if (isFlow) return [say('begun', {}, { confidence: 'possible', evidence: [evidence] })];
    const isRemote = entry !== null && isAboutRemote(subject, evidence.text);
    // Of whom the words are is not said: a server that was called by its client, or one that a server has called.
    const isOpen = entry === null && (refused.isAlone || refused.isAbsent) && !facts.first('ended')?.exit;
    if (!isTransport && !isRemote)
      return isOpen ? [say('default', { status }, { confidence: 'possible', evidence: [evidence] })] : [];
    const called = facts.first('remote-refused');
    const more = { span: entry?.url?.span ?? null, evidence: [evidence] };
    if (called?.hasCredentials) return [say('refused', { status }, more)];
    // Where the server says how to sign in, the client goes on with that.
    if (called?.metadata === 'there') return [];
    if (called && called.metadata !== null)
      return [say('no-sign-in', { status, metadata: WORDS[called.metadata] }, { ...more, confidence: 'likely' })];
    const sendsNone = isRemote && entry.headers.length === 0 && status === 401;
    return [say(sendsNone ? 'missing' : 'default', { status }, { ...more, confidence: 'likely' })];
  },
});

const CREDENTIAL = /key|token|secret|password|credential|auth/i;
const WORDS = { missing: safe('does not say'), broken: safe('says in a broken form') } as const;

export const page: Page = {
  title: 'The remote server wants credentials',
  what: 'The server answered the first message with HTTP 401 or 403: it does not know who asks.',
  why: 'The entry has no header with a token, the token stands under another name than the server reads, its scheme is missing (`Bearer`), a variable in it is empty, or it belongs to another account.',
  remedy:
    'Put the header that the server’s documentation names into `headers`, with the token taken from an input or the environment.',
  exceptions:
    'Servers that use OAuth answer 401 first and are then asked for a login: once that has begun, what fails is the login. A local server whose own service refuses its key is another cause.',
};

const remote = '{ "servers": { "a": { "type": "http", "url": "https://x.test/mcp" } } }';

export const examples: Examples = () => [
  {
    name: 'a remote server, of the key of its caller',
    fires: true,
    given: { config: remote, log: 'Error: Invalid API key' },
  },
  {
    name: 'a local server, of the key that it has',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "acme" } } }', log: 'Error: Invalid API key' },
  },
  {
    name: 'the end alone, of a remote server without credentials',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "type": "http", "url": "https://mcp.acme.example/mcp" } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'this entry sends none',
  },
  {
    name: 'the same, with a header',
    fires: true,
    given: {
      config:
        '{ "servers": { "a": { "type": "http", "url": "https://mcp.acme.example/mcp", "headers": { "X-Key": "v" } } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  { name: 'somebody has seen it', fires: true, given: { log: 'the first request is sent without a token' } },
  {
    name: 'the SDK’s transport, and an entry without headers',
    fires: true,
    given: {
      config: remote,
      stderr: 'Error: Error POSTing to endpoint (HTTP 401): {"error":"missing token"}',
    },
    params: { status: 401 },
  },
  {
    name: 'VS Code',
    fires: true,
    given: { stderr: '403 status sending message to https://x.test/mcp: forbidden' },
    params: { status: 403 },
  },
  { name: 'an event stream', fires: true, given: { stderr: 'SseError: SSE error: Non-200 status code (401)' } },
  {
    name: 'Python’s client',
    fires: true,
    given: { stderr: "httpx.HTTPStatusError: Client error '401 Unauthorized' for url 'https://x.test/mcp/'" },
  },
  {
    name: 'we called it, with a token',
    fires: true,
    given: { config: remote, http: { status: 401, hasCredentials: true, metadata: 'there' } },
  },
  {
    name: 'we called it, and it does not say how to sign in',
    fires: true,
    given: { config: remote, http: { status: 401, metadata: 'missing' } },
  },
  {
    name: 'it says how to sign in',
    fires: false,
    given: { config: remote, http: { status: 401, metadata: 'there' } },
  },
  {
    name: 'any words, where the entry is remote',
    fires: true,
    given: { config: remote, stderr: '401 Unauthorized' },
  },
  { name: 'the same words, and nothing remote', fires: false, given: { stderr: 'Error: 401 Unauthorized' } },
  {
    name: 'OAuth has begun, and no more is known',
    fires: true,
    given: {
      stderr: 'Error POSTing to endpoint (HTTP 401): Unauthorized\nAuthentication required. Initializing auth...',
    },
    says: 'One has begun',
  },
  {
    name: 'OAuth has begun, and failed',
    fires: false,
    given: {
      stderr:
        'Error POSTing to endpoint (HTTP 401): Unauthorized\nAuthentication required. Initializing auth...\nDynamic client registration failed',
    },
  },
  {
    name: 'a local server whose service refuses its key',
    fires: false,
    given: { stderr: 'Error: Request failed with status code 401' },
  },
  { name: 'another status', fires: false, given: { stderr: 'Error POSTing to endpoint (HTTP 404): not found' } },
];
