import { LIMITS } from '../core/limits';
import { LineSplitter } from '../core/wire/lines';
import { endsSlice, turnOfOthers } from './slices';
import type { WireLine } from '../core/wire/lines';

/**
 * Calls back with each line of a byte stream, a few milliseconds' worth at a time: between, everything else goes on. A
 * stream that floods is read with pauses. Returns what hands over the rest, with the line that has not ended yet: it
 * resolves when that is done, and does not wait for more.
 */
export function readLines(
  stream: NodeJS.ReadableStream,
  longest: number,
  onLine: (line: WireLine) => void,
): () => Promise<void> {
  const splitter = new LineSplitter(longest);
  let busyMs = 0;
  let restAtMs: number = LIMITS.eagerMs;
  let isEnding = false;
  let working: Promise<void> = Promise.resolve();

  const handOver = async (lines: Iterable<WireLine>): Promise<void> => {
    let began = performance.now();
    for (const line of lines) {
      onLine(line);
      const tookMs = performance.now() - began;
      busyMs += tookMs;
      const isSliceOver = endsSlice(tookMs);
      if (busyMs > restAtMs && !isEnding) {
        await pause(PAUSES * Math.max(tookMs, LIMITS.sliceMs));
        restAtMs = busyMs + LIMITS.sliceMs;
      } else if (isSliceOver) await turnOfOthers();
      began = performance.now();
    }
  };
  const take = (lines: Iterable<WireLine>): void => {
    stream.pause();
    working = working.then(() => handOver(lines)).then(() => void stream.resume());
  };
  stream.on('data', (bytes: Buffer) => take(splitter.push(bytes)));
  const flush = (): Promise<void> => {
    isEnding = true;
    take(lastOf(splitter));
    return working;
  };
  stream.once('close', () => void flush());
  return flush;
}

/** The line that has not ended, once those before it are taken. */
function* lastOf(splitter: LineSplitter): Generator<WireLine, void, undefined> {
  const last = splitter.flush();
  if (last) yield last;
}

/** How much longer than the work on a piece of a flood the pause behind it is. */
const PAUSES = 4;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, ms));
}
