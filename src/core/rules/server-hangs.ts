import { accountOf } from '../deduce/account';
import { mayDownload } from '../deduce/downloads';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'server-hangs',
  label: 'server-hangs',
  cause: 'slow-or-hanging-start',
  stage: 'handshake',
  reads: ['silent', 'timed-out', 'unanswered', 'downloading', 'verdict-line', 'account'],
  plain: true,
  messages: {
    heard: 'The server runs, and did not answer `initialize` within {seconds} s. The line to read first: {line}',
    silent:
      'The server runs, and did not answer `initialize` within {seconds} s. Is it one that speaks over stdio, and does it wait for something else to be there?',
    unanswered:
      'The log ends with `initialize`, and the server has not answered it. If nothing came later, it hangs, waits for something else to be there, or does not speak over stdio.',
    default:
      'The server did not answer in time. It runs, so this is no crash: it is slow, hangs, or does not speak over stdio.',
  },
  match: ({ facts, plan, entry }, say) => {
    const silent = facts.first('silent');
    const timedOut = facts.first('timed-out');
    // Late words are a sign of work.
    const isBusy =
      silent?.patienceMs && !silent.isFlood && silent.lastWordMs !== null && silent.lastWordMs > silent.patienceMs / 2;
    if (facts.first('downloading') || isBusy) return [];
    if (silent) {
      const seconds = Math.round((silent.patienceMs ?? 0) / 1000);
      const line = facts.first('verdict-line')?.evidence;
      const confidence = mayDownload({ plan, entry }) ? 'possible' : 'likely';
      return [
        line
          ? say('heard', { seconds, line: line.text }, { confidence, evidence: [line] })
          : say('silent', { seconds }, { confidence }),
      ];
    }
    const unanswered = facts.first('verdict-line')?.isError ? undefined : facts.first('unanswered');
    if (unanswered && !timedOut)
      return [say('unanswered', {}, { confidence: 'possible', evidence: [unanswered.evidence] })];
    const heard = timedOut ?? accountOf({ facts }, 'silent');
    return heard ? [say('default', {}, { confidence: 'possible', evidence: [heard.evidence] })] : [];
  },
});

export const page: Page = {
  title: 'The server runs and does not answer',
  what: 'The process is there, and what the client sent is not answered.',
  why: 'It serves on HTTP, waits for a database or a device, reads nothing from stdin, holds its answer back in a buffer, or has stopped on a mistake.',
  remedy:
    'Start it in a terminal and look at what it prints. Check that it is in its stdio mode. In the code: nothing long before the transport is connected.',
  exceptions:
    'A question that waits for an answer, a download, and a server on HTTP are causes of their own. A server that is only slow answers later than we waited: `--timeout` waits longer.',
};

const asked = [
  '2026-07-23T10:21:21.804Z [acme] [info] Server started and connected successfully',
  '2026-07-23T10:21:21.805Z [acme] [info] Message from client: {"method":"initialize","params":{},"jsonrpc":"2.0","id":0}',
].join('\n');
const answered =
  '2026-07-23T10:21:21.905Z [acme] [info] Message from server: {"jsonrpc":"2.0","id":0,"error":{"code":-32603}}';

export const examples: Examples = () => [
  { name: 'somebody has seen it', fires: true, given: { log: 'the server hangs forever after initialize' } },
  { name: 'somebody has seen an answer', fires: false, given: { log: 'the server answers after initialize' } },
  { name: 'a log that ends with the question', fires: true, given: { log: asked }, says: 'The log ends' },
  {
    name: 'a question that the client takes back',
    fires: true,
    given: {
      log: `${asked}\n2026-07-23T10:22:21.805Z [acme] [info] Message from client: {"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":0,"reason":"McpError: MCP error -32001: Request timed out"}}\n2026-07-23T10:22:21.806Z [acme] [info] Client transport closed`,
    },
    says: 'in time',
  },
  { name: 'a log that goes on', fires: false, given: { log: `${asked}\n${answered}` } },
  {
    name: 'silence',
    fires: true,
    given: { silent: true, config: '{ "servers": { "a": { "command": "acme" } } }' },
  },
  {
    name: 'a word before it',
    fires: true,
    given: { silent: true, stderr: 'Waiting for the bridge' },
    params: { line: 'Waiting for the bridge' },
  },
  { name: 'a client says so', fires: true, given: { stderr: 'MCP error -32001: Request timed out' } },
  { name: 'it ended', fires: false, given: { exit: { code: 1, signal: null } } },
];
