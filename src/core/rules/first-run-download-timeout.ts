import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { mayDownload } from '../deduce/downloads';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'first-run-download-timeout',
  label: 'first-run-download-timeout',
  cause: 'first-run-download-timeout',
  stage: 'fetch',
  reads: ['silent', 'timed-out', 'unanswered', 'downloading', 'npm-speaks', 'account', ...READ_OF_BARE_FAILURE],
  plain: true,
  messages: {
    seen: 'The package was still being fetched when the time was up: {line}. Start it once in a terminal and let that finish: after that it starts from the cache.',
    default:
      'The start took longer than the client waits. The first time a package is fetched, that is the likeliest reason: start it once in a terminal and let that finish.',
    maybe:
      '`{program}` fetches what is not there yet, and a client that does not wait for that ends it half-way, each time anew: start it once in a terminal and let that finish.',
  },
  match: (subject, say) => {
    const { facts, plan, entry } = subject;
    const timedOut = facts.first('timed-out');
    const silent = facts.first('silent');
    const downloading = facts.first('downloading');
    const unanswered = facts.first('unanswered');
    const account = accountOf({ facts }, 'download');
    if (account) {
      const { evidence } = account;
      return [say('seen', { line: evidence.text }, { confidence: 'likely', evidence: [evidence] })];
    }
    const fetched = mayDownload({ plan, entry }) ? entry?.command : null;
    const wasQuick = (facts.first('ended')?.ms ?? Infinity) < LEAST_WAIT_MS;
    if (fetched && !timedOut && !silent && !downloading && !wasQuick && isBareFailure(subject))
      return [say('maybe', { program: fetched.safe }, suggestedBy(fetched))];
    if (
      !(timedOut ?? silent ?? (downloading ? unanswered : undefined)) ||
      (!downloading && !facts.first('npm-speaks') && !mayDownload({ plan, entry }))
    )
      return [];
    // One that has said something of its own has been fetched.
    if (silent && !silent.isWordless && !downloading) return [];
    const heard = timedOut ? [timedOut.evidence] : [];
    return [
      downloading
        ? say(
            'seen',
            { line: downloading.evidence.text },
            { confidence: 'likely', evidence: [...heard, downloading.evidence] },
          )
        : say('default', {}, { confidence: 'possible', evidence: heard }),
    ];
  },
});

/** No client gives up sooner: what is over by then has ended by itself. */
const LEAST_WAIT_MS = 1000;

export const page: Page = {
  title: 'The first start takes too long',
  what: '`npx`, `uvx` and `docker run` fetch what is not there yet before they start it, and the client gave up while they did.',
  why: 'Clients wait 5 to 60 seconds for the first answer. A client that ends the process while it fetches leaves the next start no better off.',
  remedy:
    'Run the same line once in a terminal, wait until it is silent, and end it. Or raise the limit where the client has one. Or install the package for good and start that.',
  exceptions: 'Where the second start is as slow, the server itself is slow, or hangs.',
};

const npx = '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }';

const asked =
  '2026-03-03T02:11:57.036Z [acme] [info] Message from client: {"method":"initialize","params":{},"jsonrpc":"2.0","id":0}';

const endedAfter = (seconds: string) =>
  [
    '2026-05-01T08:00:00.100Z [acme] [info] Initializing server...',
    `2026-05-01T08:00:${seconds}Z [acme] [info] Server transport closed unexpectedly`,
  ].join('\n');

export const examples: Examples = () => [
  {
    name: 'a log that ends while uv fetches',
    fires: true,
    given: { log: `${asked}\nDownloading scipy (21.3MiB)\n Downloaded cython` },
    says: 'still being fetched',
  },
  {
    name: 'it is fetching',
    fires: true,
    given: { silent: true, config: npx, stderr: 'Downloading numpy (16.1MiB)' },
  },
  {
    name: 'npm has spoken, and nobody else',
    fires: true,
    given: { stderr: 'npm WARN EBADENGINE Unsupported engine {\ncontext deadline exceeded' },
  },
  { name: 'the client gave up', fires: true, given: { config: npx, log: 'MCP error -32001: Request timed out' } },
  { name: 'the end alone', fires: true, given: { config: npx, log: 'MCP error -32000: Connection closed' } },
  {
    name: 'the end alone, after as long as a client may wait',
    fires: true,
    given: { config: npx, log: endedAfter('10.300') },
  },
  { name: 'the same, sooner than a client gives up', fires: false, given: { config: npx, log: endedAfter('00.600') } },
  {
    name: 'an end with a reason',
    fires: false,
    given: { config: npx, log: 'Error: the frobnicator is cold\nMCP error -32000: Connection closed' },
  },
  {
    name: 'nothing is fetched',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "node" } } }', stderr: 'MCP error -32001: Request timed out' },
  },
  {
    name: 'it has said something of its own',
    fires: false,
    given: { silent: true, config: npx, stderr: 'Acme is starting' },
  },
];
