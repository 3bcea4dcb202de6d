import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { diagnoseFile } from '../../src/node/diagnose';
import { agreeing, options, server, vscodeWorkspace, workspace } from './cli';
import type { DiagnosisEvent } from '../../src/node/diagnose';

const node = (name: string, ...args: string[]) => ({ command: process.execPath, args: [server(name), ...args] });
const named = (prefix: string, count: number, entry: object) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`${prefix}${index}`, entry]));

/** What happens while the servers are diagnosed; when something is `unwanted`, the diagnosis is cancelled. */
async function eventsOf(
  servers: Record<string, object>,
  { path, unwanted }: { readonly path?: string; readonly unwanted?: DiagnosisEvent['event'] } = {},
): Promise<readonly DiagnosisEvent[]> {
  const events: DiagnosisEvent[] = [];
  const cancelled = new AbortController();
  const onEvent = (event: DiagnosisEvent): void => {
    events.push(event);
    if (event.event === unwanted) cancelled.abort();
  };
  const folder = vscodeWorkspace(servers);
  const file = join(folder, '.vscode/mcp.json');
  const asked = { ...options(folder, agreeing, onEvent), patienceMs: 5_000 };
  const world = path === undefined ? asked.world : { ...asked.world, base: { ...asked.world.base, PATH: path } };
  await diagnoseFile(file, readFileSync(file, 'utf8'), { ...asked, world }, cancelled.signal);
  return events;
}

describe('places', () => {
  it('are not held by servers that hang: every other has settled before', async () => {
    const events = await eventsOf({
      ...named('hangs', 10, node('silent')),
      ...named('healthy', 9, node('healthy')),
      crashes: node('crashes'),
    });
    const settled = events.flatMap((event) => (event.event === 'settled' ? [event.report] : []));
    assert.deepEqual(
      settled
        .slice(0, 10)
        .map(({ name }) => name)
        .toSorted(),
      ['crashes', ...Array.from({ length: 9 }, (_, index) => `healthy${index}`)],
    );
    assert.ok(settled.slice(10).every(({ status, start }) => status === 'failed' && start?.outcome === 'silent'));
  });

  it('that come after the diagnosis was cancelled are not taken, and no start is told', async () => {
    const events = await eventsOf(named('s', 3, { command: 'npx', args: ['-y', '@acme/server'] }), {
      unwanted: 'started',
    });
    assert.deepEqual(
      events.map((event) => (event.event === 'settled' ? event.report.status : event.event)),
      ['plan', 'started', 'cancelled', 'cancelled', 'cancelled'],
    );
  });

  it('of what downloads in silence are given on as soon as it shows itself', async () => {
    // It waits without a word, as for a network; then it hangs, and the next is started all the same.
    const npx = `#!${process.execPath}\nsetTimeout(() => console.error('fetched'), 900);\nprocess.stdin.resume();\n`;
    const bin = workspace({ npx });
    chmodSync(join(bin, 'npx'), 0o755);
    const path = [bin, process.env['PATH']].join(delimiter);
    const events = await eventsOf(named('s', 2, { command: 'npx', args: ['-y', '@acme/server'] }), { path });
    const told = events.flatMap(({ event }) => (event === 'plan' || event === 'trial' ? [] : [event]));
    assert.deepEqual(told, ['started', 'line', 'started', 'line', 'settled', 'settled']);
  });

  it('of what may download are given one at a time, until it shows itself', async () => {
    // It computes for a while without a word, and without a child: as a package client that fetches.
    const npx = `#!/bin/sh\ni=0; while [ $i -lt 200000 ]; do i=$((i+1)); done\necho fetched >&2\nexec '${process.execPath}' '${server('healthy')}'\n`;
    const bin = workspace({ npx });
    chmodSync(join(bin, 'npx'), 0o755);
    const path = [bin, process.env['PATH']].join(delimiter);
    const events = await eventsOf(named('s', 3, { command: 'npx', args: ['-y', '@acme/server'] }), { path });
    const told = events.flatMap(({ event }) => (event === 'started' || event === 'line' ? [event] : []));
    assert.deepEqual(told, ['started', 'line', 'started', 'line', 'started', 'line']);
    const ready = events.filter((event) => event.event === 'settled' && event.report.status === 'ready');
    assert.equal(ready.length, 3);
  });
});
