import { StringDecoder } from 'node:string_decoder';
import { LIMITS } from '../core/limits';

/**
 * Calls back with each line of a byte stream, without its end; what is longer than `longest` UTF-16 units comes cut,
 * and no more than that is ever held. A stream that floods is read with pauses, so that everything else goes on.
 * Returns what hands over the line that has not ended yet: a prompt has no end.
 */
export function readLines(stream: NodeJS.ReadableStream, longest: number, onLine: (line: string) => void): () => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const emit = (line: string): void => onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  let busyMs = 0;
  stream.on('data', (bytes: Buffer) => {
    const began = performance.now();
    const [first = '', ...others] = decoder.write(bytes).split('\n');
    if (rest.length < longest) rest += first.slice(0, longest - rest.length);
    for (const next of others) {
      emit(rest);
      rest = next.slice(0, longest);
    }
    const tookMs = performance.now() - began;
    busyMs += tookMs;
    if (busyMs > LIMITS.eagerMs) pause(stream, PAUSES * tookMs);
  });
  const flush = (): void => {
    const last = rest + decoder.end();
    rest = '';
    if (last !== '') emit(last);
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
