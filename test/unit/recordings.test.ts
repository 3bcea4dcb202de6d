import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explain } from '../../src/core/explain';
import expected from '../recordings/failures.json';

const FOLDER = 'test/recordings/failures';

/** Records that `scripts/record-failures.mjs` has made of real failures with real tools. */
describe('recorded failures', () => {
  const rules: Readonly<Record<string, string>> = expected;
  for (const [name, rule] of Object.entries(rules))
    it(`${name}: ${rule}`, () => {
      const { findings } = explain(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));
      const first = findings.find(({ label }) => label !== null);
      assert.equal(first?.rule, rule, first?.message);
    });

  it('each is expected to be something', () => {
    assert.deepEqual(
      readdirSync(FOLDER).toSorted(),
      Object.keys(rules)
        .map((name) => `${name}.json`)
        .toSorted(),
    );
  });
});
