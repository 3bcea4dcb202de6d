import type { Span } from './config/place';

/** Zero-based, in UTF-16 units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Makes ranges of spans of one text; the lines are counted once, when the first is asked for. */
export function rangesIn(text: string): (span: Span) => Range {
  let starts: readonly number[] | undefined;
  const position = (offset: number): Position => {
    starts ??= lineStarts(text);
    const line = lastAtOrBefore(starts, offset);
    return { line, character: offset - (starts[line] ?? 0) };
  };
  return ({ offset, length }) => ({ start: position(offset), end: position(offset + length) });
}

function lineStarts(text: string): number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|\r|\n/g), (end) => end.index + end[0].length)];
}

function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
