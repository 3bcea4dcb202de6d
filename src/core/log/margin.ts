import { FENCE } from '../read/fence';

/**
 * What stands before every line of a text that was quoted: the marks of Markdown or of a letter, or blanks, and in them
 * those of a list. `lines`: the first ones of the text; null where they have none in common.
 */
export function marginOf(lines: readonly string[]): RegExp | null {
  const written = lines.filter((line) => line.trim() !== '');
  const outer = quotedBy(written);
  const unquoted = outer ? written.map((line) => line.replace(outer, '')) : written;
  if (!isList(unquoted.filter((line) => !FENCED.test(line)))) return outer;
  return new RegExp(`${outer?.source ?? '^'}(?:${LISTED.source.slice(1)})?`);
}

function quotedBy(written: readonly string[]): RegExp | null {
  if (written.length > 0 && written.every((line) => QUOTED.test(line))) return QUOTED;
  const width = written.reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity);
  return width > 0 && width < Infinity ? new RegExp(`^\\s{1,${width}}`) : null;
}

/** One item alone may be what somebody says. */
const isList = (lines: readonly string[]) => lines.length > 1 && lines.every((line) => LISTED.test(line));

/** A line without its margin; `FENCE` for one that only fences in what was quoted. */
export function inside(line: string, margin: RegExp | null): string {
  const text = margin ? line.replace(margin, '') : line;
  return FENCED.test(text) ? FENCE : text;
}

const FENCED = /^\s{0,3}(?:`{1,8}|~{3,8})\w{0,20}\s*$/;

/** Of npm’s own lines (`> acme@1.0.0 start`) one stands alone, between others. */
const QUOTED = /^\s{0,3}> ?(?![@\w.-]{1,80}@\d)/;
const LISTED = /^[-*•] /;
