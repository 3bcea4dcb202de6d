import { stderrEvidence } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

/**
 * A program was given JSON as a word, and its quotes were gone when it came. `isShown`: it shows the text; else it only
 * says that what it parsed is an object whose first key has none, be that a word or anything else.
 */
export type LostQuotesFact = Told<'quotes-lost', { isShown: boolean }>;

/**
 * What Node.js shows of a text that it could not parse, two lines above the error: an object whose first key has no
 * quotes. A file is parsed under its name, and what a server prints by its client: neither is shown so.
 */
export function read({ spoken }: Said): readonly LostQuotesFact[] {
  const at = spoken.findIndex(({ whole }) => SHOWN.test(whole));
  const [, text, ...below] = at < 0 ? [] : spoken.slice(at, at + MOST_BELOW);
  const error = text && BARE.test(text.whole) ? below.find((line) => OF_JSON.test(line.text)) : undefined;
  if (error) return [{ kind: 'quotes-lost', isShown: true, evidence: stderrEvidence(error) }];
  const kept = spoken.find(({ text }) => KEPT.test(text));
  if (kept) return [{ kind: 'quotes-lost', isShown: true, evidence: stderrEvidence(kept) }];
  const said = spoken.find(({ text }) => NO_KEY.test(text));
  return said ? [{ kind: 'quotes-lost', isShown: false, evidence: stderrEvidence(said) }] : [];
}

const MOST_BELOW = 5;
/** Where it shows a text that has no file. */
const SHOWN = /^(?:undefined|<anonymous_script>|\[stdin\]):1$/;
/** A key without quotes, or with what was to protect them. */
const BARE = /^\s*\{\s*[\\A-Za-z_]/;
/** V8's, of a text that begins with a brace and something else than a key in quotes. */
const NO_KEY =
  /\bSyntaxError: (?:Expected property name or '\}' in JSON at position 1\b|Unexpected token \S{1,3} in JSON at position 1$)/;
/** V8 shows what it was given: an object in the quotes of a shell that has not taken them off, or with marks before its own. */
const KEPT = /\bUnexpected token '(?:'', "'\{|\\', "\{\\)/;
const OF_JSON = /\bSyntaxError: .{0,60}\bin JSON at position 1\b/;
