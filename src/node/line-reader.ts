import { StringDecoder } from 'node:string_decoder';

/** Longest line that is kept whole, in UTF-16 units: a list of tools can be long, a flood must not fill the memory. */
const LONGEST_LINE = 4 * 1024 * 1024;

/** Calls back with each line of a byte stream, without its end. A line beyond the limit comes cut. */
export function readLines(stream: NodeJS.ReadableStream, onLine: (line: string) => void): void {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  const take = (text: string): void => {
    const lines = text.split('\n');
    lines[0] = rest + (lines[0] ?? '');
    rest = (lines.pop() ?? '').slice(0, LONGEST_LINE);
    for (const line of lines) onLine(line.slice(0, LONGEST_LINE).replace(/\r$/, ''));
  };
  stream.on('data', (bytes: Buffer) => {
    take(decoder.write(bytes));
  });
  stream.once('close', () => {
    const last = rest + decoder.end();
    rest = '';
    if (last !== '') onLine(last);
  });
}
