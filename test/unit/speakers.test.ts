import assert from 'node:assert/strict';
import { explain } from '../../src/core/explain';
import { readStart } from '../../src/core/read';
import { hideShapes } from '../../src/core/secrets/mask';
import { unknownStart } from '../../src/core/start';
import noise from '../fixtures/noise.json';
import groups from '../fixtures/notes.json';
import speakers from '../fixtures/speakers.json';
import type { Start } from '../../src/core/start';

const ENDS = {
  'it ended': { exit: { code: 1, signal: null } },
  'the connection closed': { log: 'MCP error -32000: Connection closed' },
};
const NOTHING = { stderr: null, stdout: null, log: null, exit: null, config: null };

/**
 * What programs, runtimes, shells and clients say of one cause, each in its own words. The sentences are those of their
 * source code, the names in them are made up.
 */
describe('what each speaker says', () => {
  for (const { cause, ...evidence } of speakers) {
    const { stderr, stdout, log, config, exit } = { ...NOTHING, ...evidence };
    const words = stderr ?? log ?? stdout ?? '';
    it(`${cause}: ${(words || JSON.stringify(config ?? exit)).replaceAll('\n', ' ').slice(0, 120)}`, () => {
      const [first] = explain(JSON.stringify({ ...NOTHING, ...evidence })).findings.filter((each) => each.cause);
      assert.equal(first?.cause, cause, first?.message ?? 'nothing was found');
    });
  }
});

/** A failure that somebody has noted in a few words, beside an entry. */
describe('what is noted in a few words', () => {
  for (const { cause, notes, ...evidence } of groups)
    it(`${cause}: ${notes.length}, with ${JSON.stringify(evidence).slice(0, 100)}`, () => {
      const causeOf = (log: string) =>
        explain(JSON.stringify({ ...NOTHING, ...evidence, log })).findings.find(({ label }) => label)?.cause;
      assert.deepEqual(
        notes.filter((note) => causeOf(note) !== cause),
        [],
      );
    });
  for (const text of [
    'there is no space left of the colon in this style',
    'a trailing slash is added to each link',
    'redirects to the docs are kept in a table',
    'the second start works on the same data as the first',
    'hangs the picture on the wall',
    'pictures that are out of memory of the camera',
  ])
    it(`counts as a whole line only: ${text}`, () => {
      const { findings } = explain(JSON.stringify({ ...NOTHING, log: text }));
      assert.deepEqual(
        findings.filter(({ label }) => label !== null).map(({ rule }) => rule),
        [],
      );
    });
});

describe('what is no cause', () => {
  for (const stderr of noise)
    for (const [how, evidence] of Object.entries(ENDS))
      it(`${how}: ${stderr.replaceAll('\n', ' ').slice(0, 120)}`, () => {
        const { findings } = explain(JSON.stringify({ ...NOTHING, ...evidence, stderr }));
        assert.deepEqual(
          findings.filter(({ label }) => label !== null).map(({ rule }) => rule),
          [],
        );
      });
});

describe('what people say in words of their own', () => {
  /** Each of them as a server may print it, of something else. */
  const ABOUT_OTHERS = [
    'Message 4711 was moved to quarantine',
    'the range of dates has no upper bound',
    'each new install picks up plugin 2',
    'the container db-1 exited with code 0',
    'report 4.5.6 was published without figures',
    'the first request is sent without a token',
    'the cwd is the home directory',
    'env is not passed to the hook',
  ];
  const OURS: Start = { ...unknownStart, from: { ...unknownStart.from, via: 'probe' } };
  const kindsOf = (start: Start, text: string) => {
    const stderr = [{ number: 1, text: hideShapes(text), ms: null }];
    return readStart({ ...start, stderr }).map(({ kind }) => kind);
  };
  for (const text of ABOUT_OTHERS)
    it(`counts in what is pasted, and in no start of ours: ${text}`, () => {
      assert.deepEqual(kindsOf(OURS, text), ['verdict-line']);
      assert.notDeepEqual(kindsOf(unknownStart, text), ['verdict-line']);
    });
});
