import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { inSlices } from '../../src/node/slices';
import { readLines } from '../../src/node/line-reader';
import { LIMITS } from '../../src/core/limits';

const WORK_MS = 3;
/** A slice ends with the first piece of work that fills it; of one who comes late there is one piece more. */
const MOST = Math.ceil(LIMITS.sliceMs / WORK_MS) + 1;

function work(): void {
  const until = performance.now() + WORK_MS;
  while (performance.now() < until);
}

/** Counts what is done between two turns of everything else, until `done` resolves. */
async function mostInOneTurn(start: (onWork: () => void) => Promise<unknown>): Promise<number> {
  let most = 0;
  let inThisTurn = 0;
  let isDone = false;
  const turn = (): void => {
    most = Math.max(most, inThisTurn);
    inThisTurn = 0;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await start(() => {
    work();
    inThisTurn += 1;
  });
  isDone = true;
  return Math.max(most, inThisTurn);
}

describe('what computes does so in slices', () => {
  it('of a list, some pieces in one turn', async () => {
    function* pieces(onWork: () => void) {
      for (let piece = 0; piece < 12; piece += 1) yield onWork();
    }
    const most = await mostInOneTurn((onWork) => inSlices(pieces(onWork)));
    assert.ok(most <= MOST, String(most));
  });

  it('of a stream, however small the chunks are in which it comes', async () => {
    const most = await mostInOneTurn(async (onWork) => {
      const stream = new PassThrough();
      readLines(stream, 100, onWork);
      for (let chunk = 0; chunk < 12; chunk += 1) stream.write('a line\n');
      stream.end();
      await new Promise((resolve) => stream.once('close', resolve));
    });
    assert.ok(most <= MOST, String(most));
  });

  it('of several streams, no more than of one, and each has its turn', async () => {
    const taken: number[] = [];
    const most = await mostInOneTurn(async (onWork) => {
      const streams = [0, 1, 2].map((which) => {
        const stream = new PassThrough();
        readLines(stream, 100, () => {
          onWork();
          taken.push(which);
        });
        stream.end('a line\n'.repeat(12));
        return stream;
      });
      await Promise.all(streams.map((stream) => new Promise((resolve) => stream.once('close', resolve))));
      while (taken.length < 36) await new Promise(setImmediate);
    });
    assert.ok(most <= MOST + 1, String(most));
    assert.deepEqual(new Set(taken.slice(0, 12)), new Set([0, 1, 2]));
  });
});
