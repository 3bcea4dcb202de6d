/** What stands before every line of a text that was quoted: the marks of Markdown or of a letter, or blanks. */
export interface Margin {
  readonly pattern: RegExp;
}

/** The margin of these lines, the first ones of a text; null where they have none in common. */
export function marginOf(lines: readonly string[]): Margin | null {
  const written = lines.filter((line) => line.trim() !== '');
  if (written.length === 0) return null;
  if (written.every((line) => QUOTED.test(line))) return { pattern: QUOTED };
  const width = Math.min(...written.map((line) => line.length - line.trimStart().length));
  return width > 0 ? { pattern: new RegExp(`^\\s{1,${width}}`) } : null;
}

/** A line without its margin; nothing of one that only fences in what was quoted. */
export function inside(line: string, margin: Margin | null): string {
  const text = margin ? line.replace(margin.pattern, '') : line;
  return FENCE.test(text) ? '' : text;
}

const FENCE = /^\s{0,3}(?:`{3,8}|~{3,8})\w{0,20}\s*$/;

/** Of npm’s own lines (`> acme@1.0.0 start`) one stands alone, between others. */
const QUOTED = /^\s{0,3}> ?(?![@\w.-]{1,80}@\d)/;
