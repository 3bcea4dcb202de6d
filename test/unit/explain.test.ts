import assert from 'node:assert/strict';
import { explain } from '../../src/core/explain';

describe('a failure that somebody wrote down', () => {
  const rulesOf = (recorded: object) => explain(JSON.stringify(recorded)).findings.map(({ rule }) => rule);

  it('is not blamed for args that were left out of it', () => {
    assert.deepEqual(rulesOf({ config: { command: 'npx' }, stderr: 'spawn npx ENOENT' }).slice(0, 1), [
      'runner-not-on-path',
    ]);
  });
  it('is judged for the client and the system that it names', () => {
    const first = (client: string, os: string) =>
      rulesOf({ client, os, config: { command: 'npx', args: ['-y', 'x'] }, log: 'spawn npx ENOENT' })[0];
    assert.equal(first('Cline', 'Windows 11'), 'windows-npx-shim');
    assert.equal(first('VS Code Insiders', 'Windows'), 'runner-not-on-path');
    assert.equal(first('Cline', 'macOS 15'), 'runner-not-on-path');
    assert.equal(first('some other client', 'Windows/WSL'), 'runner-not-on-path');
  });
  it('is blamed for args that are there and name nothing', () => {
    assert.deepEqual(rulesOf({ config: { command: 'npx', args: ['-y'] }, stderr: '' }), ['nothing-to-run']);
  });
});
