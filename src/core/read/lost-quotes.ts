import { stderrEvidence } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

/** A program was given JSON as a word, and its quotes were gone when it came. */
export type LostQuotesFact = Told<'quotes-lost'>;

/**
 * What Node.js shows of a text that it could not parse, two lines above the error: an object whose first key has no
 * quotes. A file is parsed under its name, and what a server prints by its client: neither is shown so.
 */
export function read({ spoken }: Said): readonly LostQuotesFact[] {
  const at = spoken.findIndex(({ whole }) => SHOWN.test(whole));
  const [, text, ...below] = at < 0 ? [] : spoken.slice(at, at + MOST_BELOW);
  const error = text && BARE.test(text.whole) ? below.find((line) => OF_JSON.test(line.text)) : undefined;
  return error ? [{ kind: 'quotes-lost', evidence: stderrEvidence(error) }] : [];
}

const MOST_BELOW = 5;
/** Where it shows a text that has no file. */
const SHOWN = /^(?:undefined|<anonymous_script>|\[stdin\]):1$/;
/** A key without quotes, or with what was to protect them. */
const BARE = /^\s*\{\s*[\\A-Za-z_]/;
const OF_JSON = /\bSyntaxError: .{0,60}\bin JSON at position 1\b/;
