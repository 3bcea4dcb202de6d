import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run mutants` takes minutes; that what it changes is still there is seen at once. */
describe('mutants', () => {
  const folder = join('test', 'mutants');
  for (const name of readdirSync(folder))
    it(`${name} has its line and its test`, () => {
      const [, file = '', before = '', , red = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
      const lines = readFileSync(file, 'utf8').split('\n');
      assert.equal(lines.filter((line) => line.trim() === before.replace(/^- /, '')).length, 1, `${file}: ${before}`);
      const [test = ''] = red.replace('red: ', '').split(' › ');
      assert.ok(existsSync(join('test', test)), test);
    });
});
