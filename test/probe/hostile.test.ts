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
      assert.ok(seconds < PATIENCE_S + 2, `${seconds} s`);
    });
  }

  for (const format of ['text', 'jsonl'])
    it(`as ${format}, too`, async () => {
      const { stdout } = await besideHealthy('a flood on stderr', format);
      assert.match(stdout, /healthy/);
      assert.ok(Buffer.byteLength(stdout) < MOST_BYTES, `${Buffer.byteLength(stdout)} bytes`);
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
