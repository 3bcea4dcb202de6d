import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { cli, diagnose, workspace } from './cli';

/** What the demo shows: the label of each server's first finding, null where there is none. */
const SHOWN: Readonly<Record<string, string | null>> = {
  clock: null,
  banner: 'stdout-server-logs',
  weather: 'missing-env',
  files: 'npm-package-missing',
  memory: 'runner-not-installed',
  thinking: 'args-malformed',
  alarm: 'args-malformed',
  library: 'deps-not-installed',
  notes: null,
  sleeper: 'server-hangs',
  remind: 'runner-not-installed',
  tracker: 'remote-unreachable',
};

/** Those that one key cures, and what a person types in besides. */
const CURABLE: Readonly<Record<string, readonly string[]>> = {
  weather: ['--set', 'WEATHER_API_KEY=made-up', '--set', 'WEATHER_UNITS_CODE=c'],
  files: [],
  memory: [],
  thinking: [],
  alarm: [],
};

describe('the demo', () => {
  it('shows each cause, and every cure of one key leads to a server that is ready', async () => {
    const folder = workspace({});
    cpSync('demo', folder, { recursive: true });
    const before = await diagnose(folder, ['.vscode/mcp.json', '--timeout', '20']);
    const labels = before.map(({ name, findings }) => [
      name,
      findings.find(({ label }) => label !== null)?.label ?? null,
    ]);
    assert.deepEqual(Object.fromEntries(labels), SHOWN);
    for (const server of Object.keys(CURABLE)) {
      const { code, stderr } = await cli(['fix', '.vscode/mcp.json', '--server', server, '--yes'], { cwd: folder });
      assert.equal(code, 0, `${server}: ${stderr}`);
    }
    for (const [server, more] of Object.entries(CURABLE)) {
      const [cured] = await diagnose(folder, ['.vscode/mcp.json', '--server', server, ...more]);
      assert.deepEqual([cured?.status, cured?.findings], ['ready', []], server);
    }
  }).timeout(240_000);
});
