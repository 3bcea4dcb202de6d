import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

/** What is left to say when no rule knows the cause: that it failed, how, and the line to read first. */
export const rule = defineRule({
  id: 'no-handshake',
  label: null,
  cause: null,
  stage: 'end',
  reads: ['ended', 'refused', 'spawn-failed', 'verdict-line'],
  plain: true,
  messages: {
    ended: 'The server ended before the handshake ({exit}). It said: {line}',
    after: 'The server completed the handshake and ended right after it ({exit}).',
    wordless: 'The server ended before the handshake ({exit}) and said nothing.',
    refused: 'The server answered `initialize` with: {line}',
    'not-spawned': 'The server could not be started: {line}',
    log: 'No cause that we know is in this text. The line to read first: {line}',
  },
  match: (subject, say) => {
    const { facts } = subject;
    const verdict = facts.first('verdict-line');
    const line = verdict?.evidence;
    const heard = line ? [line] : [];
    const ended = facts.first('ended');
    const said = facts.first('refused')?.evidence;
    const failed = ownSpawnFailure(subject)?.evidence;
    if (ended) {
      const exit = ended.evidence?.text ?? safe('its exit was not seen');
      const evidence = [...heard, ...(ended.evidence ? [ended.evidence] : [])];
      if (ended.hadHandshake) return [say('after', { exit }, { evidence })];
      return [line ? say('ended', { exit, line: line.text }, { evidence }) : say('wordless', { exit }, { evidence })];
    }
    if (said) return [say('refused', { line: said.text }, { evidence: [said] })];
    if (failed) return [say('not-spawned', { line: failed.text }, { evidence: [failed] })];
    // A text that does not say how it ended: an error in it is worth a look.
    return line && verdict.isError
      ? [say('log', { line: line.text }, { severity: 'information', confidence: 'possible', evidence: [line] })]
      : [];
  },
});

export const page: Page = {
  title: 'The handshake did not happen',
  what: 'The server ended or refused before it had answered `initialize`. No rule knows this cause yet.',
  why: 'Clients show this as `MCP error -32000: Connection closed`, a red dot, or nothing. For a local server it is a crash while starting, not a network problem.',
  remedy: 'Read the line that is shown: it is the likeliest reason. The report has everything the server printed.',
  exceptions: 'A server that runs and does not answer is another cause.',
};

export const examples: Examples = () => [
  {
    name: 'brackets are no words',
    fires: true,
    given: { exit: { code: 1, signal: null }, stderr: '{\n}\n-----' },
    says: 'and said nothing',
  },
  {
    name: 'an exit with a last word',
    fires: true,
    given: {
      stderr: 'starting\nError: the frobnicator is cold\n    at main (a.js:1:1)\n\nNode.js v20.1.0',
      exit: { code: 1, signal: null },
    },
    params: { line: 'Error: the frobnicator is cold' },
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
    given: { exit: { code: 3, signal: null } },
    params: { exit: 'exit code 3' },
  },
  {
    name: 'it ended after the handshake',
    fires: true,
    given: { exit: { code: 1, signal: null }, ready: true },
    params: { exit: 'exit code 1' },
  },
  { name: 'it refuses', fires: true, given: { refused: 'not now (-32000)' }, params: { line: 'not now (-32000)' } },
  {
    name: 'it may not be started',
    fires: true,
    given: { spawnError: { code: 'EPERM', program: 'acme' } },
    params: { line: 'spawn acme EPERM' },
  },
  {
    name: 'a text with an error, and no end',
    fires: true,
    given: { stderr: 'Error: the frobnicator is cold' },
    params: { line: 'Error: the frobnicator is cold' },
  },
  { name: 'noise alone, and nothing failed', fires: false, given: { stderr: 'npm warn deprecated x@1.0.0: old' } },
];
