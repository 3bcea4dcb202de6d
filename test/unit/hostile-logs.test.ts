import assert from 'node:assert/strict';
import { explain } from '../../src/core/explain';
import { LIMITS } from '../../src/core/limits';
import { readers } from '../../src/core/read/all.gen';
import { saidIn } from '../../src/core/read/statements';
import { hideShapes } from '../../src/core/secrets/mask';
import { unknownStart } from '../../src/core/start';
import speakers from '../fixtures/speakers.json';
import type { Said } from '../../src/core/read/statements';
import type { Line } from '../../src/core/start';

/** What forms begin with, over and over: each is a beginning that is never followed by the end. */
const SEEDS = [
  ...['a', '1.', 'a-', 'a.', '/a', '@a/', '(', "'", '"', '`', ' ', '$', '{', '[', ':', 'a:', '\\', 'é', 'npm error '],
  ...['node_modules/', '_npx/', 'Error: ', 'at a (', 'File "a", line 1', '{"error":', 'MCP server "'],
  // And of what speakers say the first half, of some hundreds of lines.
  ...speakers
    .flatMap(({ log, stderr }: { log?: string; stderr?: string }) => (stderr ?? log ?? '').split('\n'))
    .filter((line, index, { length }) => index % Math.ceil(length / 500) === 0 && line.trim().length > 3)
    .map((line) => line.slice(0, Math.ceil(line.length / 2))),
];

/** So many lines that are as long as a line may be, of one seed. */
function linesOf(seed: string, count: number): Line[] {
  const text = hideShapes(seed.repeat(Math.ceil(LIMITS.text / seed.length)).slice(0, LIMITS.text));
  return Array.from({ length: count }, (_, index) => ({ number: index + 1, text, ms: null }));
}

/** Made once: many readers have the same seed for their worst. */
const made = new Map<string, Said>();

function saidOf(seed: string, count: number): Said {
  const key = `${count} ${seed}`;
  const said = made.get(key) ?? statementsOf(seed, count);
  made.set(key, said);
  return said;
}

function statementsOf(seed: string, count: number): Said {
  return saidIn({ ...unknownStart, outcome: 'ended', exit: { code: 1, signal: null }, stderr: linesOf(seed, count) });
}

/** The cheaper of two runs, in milliseconds of this process’s CPU: what else the machine does costs nothing here. */
function costOf(work: () => unknown): number {
  const once = (): number => {
    const began = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  };
  return Math.min(once(), once());
}

describe('a log that was made to be slow to read', function () {
  this.timeout(60_000);
  /** A quarter of a megabyte, and a whole one. */
  const [SOME, MANY] = [65, 262];
  /** Four times as much may cost so many times as much, and not sixteen times: a busy machine is not exact. */
  const GROWTH = 10;
  const perSeed = SEEDS.map((seed) => ({ seed, said: saidOf(seed, 1) }));

  it('lines become statements in time that grows with them', () => {
    const [slowest] = SEEDS.map((seed) => ({ seed, ms: costOf(() => statementsOf(seed, 1)) })).toSorted(
      (a, b) => b.ms - a.ms,
    );
    const { seed } = slowest ?? assert.fail();
    const some = costOf(() => statementsOf(seed, SOME));
    const many = costOf(() => statementsOf(seed, MANY));
    assert.ok(many < GROWTH * some + 20, `${seed}: ${some} ms, and ${many} ms for four times as much`);
  });

  for (const [index, read] of readers.entries())
    it(`reader ${index + 1} of ${readers.length}: four times as much costs no more than that`, () => {
      const [slowest] = perSeed
        .map(({ seed, said }) => ({ seed, ms: costOf(() => read(said)) }))
        .toSorted((a, b) => b.ms - a.ms);
      const { seed } = slowest ?? assert.fail();
      const [few, all] = [saidOf(seed, SOME), saidOf(seed, MANY)];
      const some = costOf(() => read(few));
      const many = costOf(() => read(all));
      assert.ok(many < GROWTH * some + 20, `${seed}: ${some} ms, and ${many} ms for four times as much`);
    });

  it('one line of a megabyte costs no more than its beginning', () => {
    for (const seed of ['a-', 'npm error ', '{"error":', "Cannot find module 'a"]) {
      const text = (length: number) => seed.repeat(Math.ceil(length / seed.length));
      const beginning = costOf(() => explain(text(2 * LIMITS.text)));
      const whole = costOf(() => explain(text(1024 * 1024)));
      assert.ok(whole < 3 * beginning + 100, `${seed}: ${beginning} ms, and ${whole} ms for a megabyte`);
    }
  });
});
