import assert from 'node:assert/strict';
import { checkConfig, reportOf } from '../../src/core/check';
import { parseConfig } from '../../src/core/config/parse';
import { Facts } from '../../src/core/facts';
import { diagnose } from '../../src/core/diagnose';
import { applyEdits } from '../../src/core/fixes/fix';
import { planLaunch } from '../../src/core/launch/plan-launch';
import { readStart } from '../../src/core/read';
import { fixOf } from '../../src/core/report';
import { unknownStart } from '../../src/core/start';
import { safe } from '../../src/core/text';
import { machine } from './given';
import { pageOf } from './pages';
import type { Fact } from '../../src/core/facts';
import type { FileReport } from '../../src/core/report';

const PATH = '/w/.vscode/mcp.json';
const URI = `file://${PATH}`;
const places = [safe('/opt/one/npx'), safe('/opt/two/npx')].map((path) => ({ path, tool: null, interpreter: null }));
const elsewhere: Fact = { kind: 'program', name: safe('npx'), onPath: 'no', places };

/** A report on servers that all fail for the same reason, with two fixes each. */
function failing(...names: readonly string[]): FileReport {
  const servers = Object.fromEntries(names.map((name) => [name, { command: 'npx', args: [name] }]));
  const file = parseConfig(PATH, JSON.stringify({ servers }));
  const [map] = file.maps;
  const reader = map?.readers[0];
  assert.ok(map && reader);
  const spawnError = { code: safe('ENOENT'), program: safe('npx') };
  const start = { ...unknownStart, outcome: 'not-spawned' as const, spawnError };
  const facts = new Facts([...readStart(start), elsewhere]);
  const reports = map.servers.map((entry) => {
    const plan = planLaunch(entry, reader, { ...machine, platform: 'linux' });
    const { findings } = diagnose({ facts, file, entry, plan });
    return reportOf(entry, 'failed', null, { plan, start, facts, findings });
  });
  return { ...checkConfig(file), servers: reports };
}

/** What the Apply buttons of a page say when they are pressed, in order. */
function applied(page: string): string[][] {
  return Array.from(page.matchAll(/data-command="applyFix"\s+data-args="([^\n]+)"\n/g), ([, args = '']) =>
    JSON.parse(args),
  );
}

describe('Apply in the report', () => {
  it('makes the fix of its own server and its own finding', () => {
    const report = failing('one', 'two');
    const changed = applied(pageOf(report, URI)).map(([uri, server = '', finding = '', fix = '']) => {
      assert.equal(uri, URI);
      const found = fixOf(report, { server, finding, fix });
      assert.ok(found);
      const { servers } = JSON.parse(applyEdits(report.text, found.fix.edits));
      return [found.server?.name, servers.one.command, servers.two.command];
    });
    assert.deepEqual(changed, [
      ['one', '/opt/one/npx', 'npx'],
      ['one', '/opt/two/npx', 'npx'],
      ['two', 'npx', '/opt/one/npx'],
      ['two', 'npx', '/opt/two/npx'],
    ]);
  });

  it('of a fix that is not there any more finds none', () => {
    const ids = { server: '["servers","one"]', finding: 'runner-not-on-path', fix: 'use-absolute-path' };
    assert.ok(fixOf(failing('one'), ids));
    assert.equal(fixOf(failing('two'), ids), null);
    assert.equal(fixOf(failing('one'), { ...ids, fix: 'use-absolute-path-3' }), null);
    assert.equal(fixOf(failing('one'), { ...ids, server: null }), null);
  });
});
