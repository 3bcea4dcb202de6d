import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { factsOf } from '../facts';
import { safe } from '../text';
import { candidate } from './rule';
import type { Evidence, Fact } from '../facts';
import type { Candidate, Examples, Page, Rule, Subject } from './rule';

/** What is left to say when no rule knows the cause: that it failed, how, and the line to read first. */
export const rule: Rule = {
  id: 'no-handshake',
  label: null,
  cause: null,
  stage: 'end',
  plain: true,
  messages: {
    ended: 'The server ended before the handshake ({exit}). It said: {line}',
    after: 'The server completed the handshake and ended right after it ({exit}).',
    wordless: 'The server ended before the handshake ({exit}) and said nothing.',
    silent: 'The server runs, but did not answer `initialize` within {seconds} s.',
    refused: 'The server answered `initialize` with: {line}',
    'not-spawned': 'The server could not be started: {line}',
    log: 'No cause that we know is in this text. The line to read first: {line}',
  },
  match: (subject) => {
    const { facts } = subject;
    const verdict = factsOf(facts, 'verdict-line')[0]?.evidence ?? null;
    const own = ownSpawnFailure(subject);
    const said = facts
      .flatMap((fact) => (fact.kind === 'spawn-failed' && fact !== own ? [] : plainly(fact, verdict)))
      .slice(0, 1);
    return said.length > 0 ? said : fromLog(subject);
  },
};

/** A text that does not say how it ended: an error in it is worth a look. */
function fromLog({ facts }: Subject): Candidate[] {
  const [verdict] = factsOf(facts, 'verdict-line');
  if (!verdict?.isError || factsOf(facts, 'ready').length > 0) return [];
  const { evidence } = verdict;
  return [
    candidate({
      message: 'log',
      params: { line: evidence.text },
      severity: 'information',
      confidence: 'possible',
      evidence: [evidence],
    }),
  ];
}

function plainly(fact: Fact, verdict: Evidence | null): Candidate[] {
  switch (fact.kind) {
    case 'ended': {
      const exit = fact.evidence?.text ?? safe('its exit was not seen');
      const evidence = [...(verdict ? [verdict] : []), ...(fact.evidence ? [fact.evidence] : [])];
      if (fact.hadHandshake) return [candidate({ message: 'after', params: { exit }, evidence })];
      return verdict
        ? [candidate({ message: 'ended', params: { exit, line: verdict.text }, evidence })]
        : [candidate({ message: 'wordless', params: { exit }, evidence })];
    }
    case 'silent': {
      const seconds = Math.round((fact.patienceMs ?? 0) / 1000);
      return [
        candidate({ message: 'silent', params: { seconds }, confidence: 'likely', evidence: verdict ? [verdict] : [] }),
      ];
    }
    case 'refused':
      return [candidate({ message: 'refused', params: { line: fact.evidence.text }, evidence: [fact.evidence] })];
    case 'spawn-failed':
      return [candidate({ message: 'not-spawned', params: { line: fact.evidence.text }, evidence: [fact.evidence] })];
    default:
      return [];
  }
}

export const page: Page = {
  title: 'The handshake did not happen',
  what: 'The server ended, stayed silent or refused before it had answered `initialize`. No rule knows this cause yet.',
  why: 'Clients show this as `MCP error -32000: Connection closed`, a red dot, or nothing. For a local server it is a crash while starting, not a network problem.',
  remedy: 'Read the line that is shown: it is the likeliest reason. The report has everything the server printed.',
  exceptions: 'A server that is only slow answers later than we waited: `--timeout` waits longer.',
};

export const examples: Examples = () => [
  {
    name: 'an exit with a last word',
    fires: true,
    given: {
      stderr: 'starting\nTypeError: x is not a function\n    at main (a.js:1:1)\n\nNode.js v20.1.0',
      exit: { code: 1, signal: null },
    },
    params: { line: 'TypeError: x is not a function' },
  },
  {
    name: 'what a logger calls information is not read first',
    fires: true,
    given: {
      stderr: '[ERROR] the frobnicator failed\n2026-05-01 08:00:00,001 - acme - INFO - error count: 0',
      exit: { code: 1, signal: null },
    },
    params: { line: '[ERROR] the frobnicator failed' },
  },
  {
    name: 'an exit without a word',
    fires: true,
    given: { exit: { code: 0, signal: null } },
    params: { exit: 'exit code 0' },
  },
  { name: 'noise alone, and nothing failed', fires: false, given: { stderr: 'npm warn deprecated x@1.0.0: old' } },
];
