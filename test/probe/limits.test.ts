import assert from 'node:assert/strict';
import { cli, vscodeWorkspace } from './cli';

describe('what a file holds bounds what it costs', () => {
  it('a secret may be as long as it likes, and is never printed', async () => {
    const folder = vscodeWorkspace({
      s: { command: 'node', args: ['a.js'], cwd: '/no/such/folder', env: { MY_API_KEY: 'hunter2 '.repeat(8_000) } },
    });
    for (const [words, expected] of [
      [['check'], 0],
      [['diagnose', '--yes', '--no-trial'], 1],
    ] as const) {
      const { code, stdout, stderr } = await cli(words, { cwd: folder });
      assert.equal(code, expected, stderr.slice(0, 1_000));
      assert.doesNotMatch(stdout + stderr, /hunter2/);
    }
  });

  it('many servers take no longer to tell one by one than at once', async () => {
    const servers = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`s${index}`, { command: 'npx', args: ['-y', `@acme/s-${index}`] }]),
    );
    const folder = vscodeWorkspace(servers);
    const secondsFor = async (format: string) => {
      const began = performance.now();
      const { stdout } = await cli(['diagnose', '--format', format], { cwd: folder });
      assert.match(stdout, /s499/);
      return performance.now() - began;
    };
    const atOnce = await secondsFor('json');
    assert.ok((await secondsFor('jsonl')) < 3 * atOnce);
  });
});
