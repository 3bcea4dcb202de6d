import assert from 'node:assert/strict';
import { explain } from '../../src/core/explain';
import noise from '../fixtures/noise.json';
import speakers from '../fixtures/speakers.json';

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
