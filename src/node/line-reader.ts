import { LIMITS } from '../core/limits';
import { LineSplitter } from '../core/wire/lines';
import type { WireLine } from '../core/wire/lines';

/**
 * Calls back with each line of a byte stream. One that floods is read with pauses, so that everything else goes on.
 * Returns what hands over the line that has not ended yet.
 */
export function readLines(
  stream: NodeJS.ReadableStream,
  longest: number,
  onLine: (line: WireLine) => void,
): () => void {
  const splitter = new LineSplitter(longest);
  let busyMs = 0;
  stream.on('data', (bytes: Buffer) => {
    const began = performance.now();
    for (const line of splitter.push(bytes)) onLine(line);
    const tookMs = performance.now() - began;
    busyMs += tookMs;
    if (busyMs > LIMITS.eagerMs) pause(stream, PAUSES * tookMs);
  });
  const flush = (): void => {
    const last = splitter.flush();
    if (last) onLine(last);
  };
  stream.once('close', flush);
  return flush;
}

/** How much longer than the work on a piece of a flood the pause behind it is. */
const PAUSES = 4;

function pause(stream: NodeJS.ReadableStream, ms: number): void {
  stream.pause();
  setTimeout(() => stream.resume(), ms).unref();
}
