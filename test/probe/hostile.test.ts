import assert from 'node:assert/strict';
import { diagnoseFile } from '../../src/node/diagnose';
import { readFileSync } from 'node:fs';
import { agreeing, cli, options, server, vscodeWorkspace } from './cli';
import type { DiagnosedServer } from './cli';

const node = (name: string, ...args: string[]) => ({ command: process.execPath, args: [server(name), ...args] });

/** The ways of test/servers/hostile.mjs, as it lists them. */
const ways = Array.from(readFileSync(server('hostile'), 'utf8').matchAll(/^ {2}'(.+)': \(/gm), ([, way = '']) => way);

const PATIENCE_S = 2;
const MOST_BYTES = 100_000;

/** Diagnoses a hostile server and a healthy one in one file. */
async function besideHealthy(way: string, format: string) {
  const folder = vscodeWorkspace({ hostile: node('hostile', way), healthy: node('healthy') });
  const words = ['diagnose', '--yes', '--no-trial', '--format', format, '--timeout', String(PATIENCE_S)];
  const began = performance.now();
  const said = await cli(words, { cwd: folder });
  return { ...said, seconds: (performance.now() - began) / 1000 };
}

describe('a hostile server gets an answer, and takes nothing from its neighbour', () => {
  it('in many ways', () => assert.ok(ways.length >= 18, String(ways.length)));

  for (const way of ways) {
    it(way, async () => {
      const { stdout, stderr, seconds } = await besideHealthy(way, 'json');
      assert.notEqual(stdout, '', stderr);
      const [file]: { servers: DiagnosedServer[] }[] = JSON.parse(stdout).files;
      const [hostile, healthy] = file?.servers ?? [];
      assert.ok(hostile?.status === 'failed' || hostile?.status === 'ready', hostile?.status);
      assert.deepEqual([healthy?.status, healthy?.findings], ['ready', []]);
      assert.ok(Buffer.byteLength(stdout) < MOST_BYTES, `${Buffer.byteLength(stdout)} bytes`);
      assert.ok(seconds < PATIENCE_S + 4, `${seconds} s`);
    });
  }

  for (const format of ['text', 'jsonl'])
    it(`as ${format}, too`, async () => {
      const { stdout } = await besideHealthy('a flood on stderr', format);
      assert.match(stdout, /healthy/);
      assert.ok(Buffer.byteLength(stdout) < MOST_BYTES, `${Buffer.byteLength(stdout)} bytes`);
    });
});

/**
 * The most that was computed here without a break while servers were diagnosed, in milliseconds of CPU: unlike those of
 * a clock, they do not grow where other processes take their share of the machine.
 */
async function longestStretch(servers: Record<string, object>): Promise<number> {
  const folder = vscodeWorkspace(servers);
  const file = `${folder}/.vscode/mcp.json`;
  let longest = 0;
  let before = process.cpuUsage();
  const timer = setInterval(() => {
    const { user, system } = process.cpuUsage(before);
    before = process.cpuUsage();
    longest = Math.max(longest, user + system);
  }, 1);
  const asked = { ...options(folder, agreeing), patienceMs: 1_000 };
  await diagnoseFile(file, readFileSync(file, 'utf8'), asked, new AbortController().signal);
  clearInterval(timer);
  return longest / 1_000;
}

describe('everything else goes on, whatever a server prints', () => {
  let floor = 0;
  before(async () => {
    const healthy = { one: node('healthy'), other: node('healthy') };
    await longestStretch(healthy); // everything is loaded by then
    for (let run = 0; run < 4; run += 1) floor = Math.max(floor, await longestStretch(healthy));
  });

  for (const way of ways.filter((each) => /flood|megabytes|without an end|deep (?:error|capabilities)/.test(each)))
    it(way, async () => {
      const servers = { hostile: node('hostile', way), healthy: node('healthy') };
      const stretches: number[] = [];
      // Compilers and collectors of garbage compute, too: the shortest of five is what the server makes us do.
      while (stretches.length < 5 && !(Math.min(...stretches) <= 4 * floor))
        stretches.push(await longestStretch(servers));
      assert.ok(Math.min(...stretches) <= 4 * floor, `${stretches.join(', ')} ms; without it ${floor} ms`);
    });
});

describe('a fault of ours while a server speaks', () => {
  it('is told of that server, and the others are diagnosed', async () => {
    const servers = { loud: node('chatty'), quiet: node('healthy') };
    const asked = options(process.cwd(), agreeing, ({ event }) => {
      if (event === 'line') throw new TypeError('hunter2');
    });
    const report = await diagnoseFile(
      '/w/.vscode/mcp.json',
      JSON.stringify({ servers }),
      asked,
      new AbortController().signal,
    );
    const [loud, quiet] = report.servers;
    assert.deepEqual([loud?.status, loud?.reason?.code, quiet?.status], ['skipped', 'own-fault', 'ready']);
    assert.match(loud?.reason?.text ?? '', /\(TypeError\)/);
  });
});
