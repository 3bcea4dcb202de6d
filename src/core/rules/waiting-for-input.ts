import { accountOf } from '../deduce/account';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'waiting-for-input',
  label: 'waiting-for-input',
  cause: 'slow-or-hanging-start',
  stage: 'settings',
  reads: ['prompt', 'silent', 'timed-out', 'ended', 'ready', 'account'],
  messages: {
    told: 'Something asks a question before the server starts, and no client answers one. Answer it once in a terminal, or give the switch that answers it (`--yes`).',
    default:
      'The server asks a question and waits for an answer that no client gives: {line}. Answer it once in a terminal, or give the switch that answers it (`--yes`).',
  },
  match: ({ facts }, say) => {
    const prompt = facts.first('prompt');
    const account = prompt ? undefined : accountOf({ facts }, 'question');
    if (account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    if (!prompt || facts.first('ready')) return [];
    const isWaiting = facts.first('silent') ?? facts.first('timed-out');
    // Of a log that ends with the question it is not known whether it was waited for.
    if (!isWaiting && facts.first('ended')) return [];
    const confidence = isWaiting ? 'likely' : 'possible';
    return [say('default', { line: prompt.evidence.text }, { confidence, evidence: [prompt.evidence] })];
  },
});

export const page: Page = {
  title: 'Something waits for an answer',
  what: 'The last thing that was printed is a question, and after it nothing came.',
  why: 'A login, a first set-up, or a package client that asks before it installs. In a terminal a person answers; a client sends messages of the protocol.',
  remedy:
    'Run the same line once in a terminal and answer. Or give the switch that answers beforehand: `-y` for old versions of npx, `--yes`, `--no-input`.',
  exceptions: 'A server that hangs without a question is another cause.',
};

export const examples: Examples = () => [
  { name: 'a log that ends with it', fires: true, given: { stderr: 'Do you want to continue? [Y/n]' } },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'without --yes it waits for user input while it installs' },
  },
  { name: 'yes or no', fires: true, given: { silent: true, stderr: 'Telemetry is on.\nContinue? [y/N]' } },
  { name: 'a login', fires: true, given: { silent: true, stdout: 'Enter your API key:' } },
  { name: 'it ended', fires: false, given: { exit: { code: 1, signal: null }, stderr: 'Continue? [y/N]' } },
  { name: 'no question', fires: false, given: { silent: true, stderr: 'Loading.' } },
];
