import { FENCE } from '../read/fence';

/**
 * What stands before every line of a text that was quoted: the marks of Markdown or of a letter, or blanks. `lines`: the
 * first ones of the text; null where they have none in common.
 */
export function marginOf(lines: readonly string[]): RegExp | null {
  const written = lines.filter((line) => line.trim() !== '');
  if (written.length === 0) return null;
  const mark = [QUOTED, LISTED].find((each) => written.every((line) => each.test(line)));
  if (mark && (mark === QUOTED || written.length > 1)) return mark;
  const width = written.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity);
  return width > 0 ? new RegExp(`^\\s{1,${width}}`) : null;
}

/** A line without its margin; `FENCE` for one that only fences in what was quoted. */
export function inside(line: string, margin: RegExp | null): string {
  const text = margin ? line.replace(margin, '') : line;
  return FENCED.test(text) ? FENCE : text;
}

const FENCED = /^\s{0,3}(?:`{1,8}|~{3,8})\w{0,20}\s*$/;

/** Of npm’s own lines (`> acme@1.0.0 start`) one stands alone, between others. */
const QUOTED = /^\s{0,3}> ?(?![@\w.-]{1,80}@\d)/;
/** Each line as an item of a list; one alone may be what somebody says. */
const LISTED = /^[-*•] /;
