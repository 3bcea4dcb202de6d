import assert from 'node:assert/strict';
import { readersOf } from '../../src/core/clients';
import { parseConfig } from '../../src/core/config/parse';
import { stdioPlan } from '../../src/core/launch/launch-plan';
import { planLaunch } from '../../src/core/launch/plan-launch';
import { Raw } from '../../src/core/text';
import type { StdioPlan } from '../../src/core/launch/launch-plan';
import type { PlanningWorld } from '../../src/core/launch/plan-launch';

const world: PlanningWorld = {
  platform: 'linux',
  base: { PATH: '/usr/bin', FROM_SHELL: 'yes' },
  baseIsExactFor: 'vscode',
  home: '/home/u',
  workspaceFolder: '/w',
  processCwd: '/start',
  answers: { key: 'answered' },
  envFile: (path) => (path === '/w/.env' ? { kind: 'read', text: new Raw('FROM_FILE=1') } : { kind: 'unread' }),
};

/** What would be started for an entry, on a small machine. */
export function plan(entry: object, more: Partial<PlanningWorld> = {}, path = '/w/.vscode/mcp.json'): StdioPlan {
  const root = path.endsWith('.vscode/mcp.json') ? 'servers' : 'mcpServers';
  const parsed = parseConfig(path, JSON.stringify({ [root]: { s: entry } })).maps[0]?.servers[0];
  const [reader] = readersOf(path);
  assert.ok(parsed && reader);
  const planned = stdioPlan(planLaunch(parsed, reader, { ...world, ...more }));
  assert.ok(planned);
  return planned;
}
