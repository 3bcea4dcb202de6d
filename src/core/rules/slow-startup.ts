import { accountOf } from '../deduce/account';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'slow-startup',
  label: 'slow-startup',
  cause: 'slow-or-hanging-start',
  stage: 'handshake',
  reads: ['silent', 'downloading', 'account'],
  plain: true,
  messages: {
    default:
      'The server was still at work when the time was up: {seconds} s are not enough for it. Raise the limit of the client where it has one, or give it less to do at its start.',
    told: 'The server needs longer than the client waits. Raise the limit of the client where it has one, or give the server less to do at its start.',
  },
  match: ({ facts }, say) => {
    const account = accountOf({ facts }, 'slow');
    if (account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    const silent = facts.first('silent');
    if (!silent?.patienceMs || silent.lastWordMs === null || silent.isFlood || facts.first('downloading')) return [];
    if (silent.lastWordMs <= silent.patienceMs / 2) return [];
    return [say('default', { seconds: Math.round(silent.patienceMs / 1000) }, { confidence: 'likely' })];
  },
});

export const page: Page = {
  title: 'The server needs longer than the client waits',
  what: 'The server went on printing until the time was up: it was loading, and had not begun to answer.',
  why: 'It reads models, indexes a folder, compiles itself, or waits for a service before it listens.',
  remedy:
    'Raise the limit (`MCP_TIMEOUT`, `startup_timeout_sec`, `timeout`, as the client calls it). Authors: answer first, load afterwards.',
  exceptions: 'A server that says nothing more hangs.',
};

export const examples: Examples = () => [
  { name: 'late words', fires: true, given: { silent: true, lastWordMs: 9000, stderr: 'Loading shard 7 of 9' } },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'the initialization time exceeds the 30-second timeout' },
  },
  { name: 'early words', fires: false, given: { silent: true, stderr: 'Loading' } },
];
