import { StringDecoder } from 'node:string_decoder';

/**
 * Calls back with each line of a byte stream, without its end; what is longer than `longest` UTF-16 units comes cut,
 * and no more than that is ever held. Returns what hands over the line that has not ended yet: a prompt has no end.
 */
export function readLines(stream: NodeJS.ReadableStream, longest: number, onLine: (line: string) => void): () => void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const emit = (line: string): void => onLine(line.endsWith('\r') ? line.slice(0, -1) : line);
  stream.on('data', (bytes: Buffer) => {
    const [first = '', ...others] = decoder.write(bytes).split('\n');
    if (rest.length < longest) rest += first.slice(0, longest - rest.length);
    for (const next of others) {
      emit(rest);
      rest = next.slice(0, longest);
    }
  });
  const flush = (): void => {
    const last = rest + decoder.end();
    rest = '';
    if (last !== '') emit(last);
  };
  stream.once('close', flush);
  return flush;
}
