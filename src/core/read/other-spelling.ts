import { begunOtherwise, reworded } from '../text';
import type { Safe } from '../text';

/**
 * The same sentence as somebody else writes it down: with other quotes, one blank where there are several, its first
 * letter in the other size. The words are the same.
 */
export function inOtherSpelling(text: Safe): readonly Safe[] {
  if (text.length > LONGEST || !/\p{L}/u.test(text)) return [];
  const close = reworded(text, SEVERAL_BLANKS, '$1 ');
  const quoted = QUOTES.map((quotes) => reworded(close, QUOTED, quotes));
  return [...new Set([close, ...quoted, begunOtherwise(close)])].filter((each) => each !== text);
}

/** What is longer was printed, and is copied rather than written down. */
const LONGEST = 240;
/** Between words; in front of them they are a margin. */
const SEVERAL_BLANKS = /(\S) {2,}(?=\S)/g;
const QUOTED = /(?<!\w)['"`]([^'"`()[\]]{1,120})['"`](?!\w)/g;
const QUOTES = ["'$1'", '"$1"', '`$1`'];
