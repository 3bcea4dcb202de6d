import { closeUp, withoutColours } from '../text';
import type { Matched } from './lines';

/** Whether a sentence says as well that its speaker does without, or that it is about what nothing depends on. */
export function goesOn(text: string): boolean {
  return GOES_ON.test(closeUp(withoutColours(text)));
}

/** What was said, unless the same sentence says that it goes on. */
export function unlessGoesOn(said: Matched | undefined): Matched | undefined {
  return said && goesOn(said.evidence.text) ? undefined : said;
}

/** Whether a program takes the next port, where the first was taken. */
export function takesAnother(text: string): boolean {
  return TAKES_ANOTHER.test(closeUp(text));
}

const GOES_ON = new RegExp(
  [
    // Something stands in its place.
    '\\bdefault(?:s|ing|ed)? to\\b',
    '\\b(?:by|use[sd]?|using|with|to) (?:the |a |its )?defaults?\\b',
    '\\bdefault (?:values?|settings?|config\\w*|ones?|key|port|path)\\b',
    '\\bassigning defaults',
    '\\bfall(?:ing|s|en)? ?back\\b|\\bfallback\\b',
    '\\busing .{1,40}\\binstead\\b',
    '\\busing (?:the |an? )?(?:in-memory|local|built-in|embedded)\\b',
    '\\bassum(?:es|ed|ing)\\b',
    // It is left out, and the rest is there.
    '(?<!\\bnot )\\boptional(?:ly)?\\b|\\bskipp\\w+|(?<!\\b(?:user|account|key|token)(?: is| was| has been)? )\\bdisabled\\b|\\banonymous(?:ly)?\\b|\\bignoring\\b|\\bcontinu(?:es|ing)\\b',
    '[,;] (?:running|starting) (?:in|without)\\b',
    '[,;] (?:using|caching|creating|storing|keeping|serving|working|limiting|loading) (?:in|with|without|from|a|an|the|it|only|stale|cached)\\b',
    '[;,] [\\w ]{1,30} (?:only|off|unavailable|limited)(?=[^\\w ]|$| \\|| when\\b)',
    '; other \\w{3,20} (?:are|is|still|work|stay)',
    ', so .{1,40} (?:is|are) (?:turned )?off\\b',
    '\\brate limits? appl',
    // It comes later.
    '[,;] (?:refreshing|renewing|re-?authenticating)\\b|\\bon demand\\b|\\byet, (?:waiting|retrying)\\b',
    // Nothing depends on it, or it is as it should be.
    '\\b(?:telemetry|analytics|opentelemetry|otlp|spans|update check|check(?:ing)? for (?:an? )?(?:new )?(?:updates?|versions?)|fetch (?:the )?latest version)\\b',
    '\\((?:expected|harmless|ignored|fine|ok)\\)',
    // A program cleans up after itself; that somebody did so, and that it helped, is another thing.
    "(?<!\\b(?:I|we|you|and|then|have|had|just|I've) )\\b(?:removed|cleaned(?: up)?|deleted|pruned|cleared|evicted) (?:\\d{1,6}|all|old|stale|expired|unused)\\b(?!.*\\b(?:work|fix|help|solv|resolv|start(?:s|ed)\\b|connect))",
    // A certificate of its own.
    "(?<!\\b(?:was|is|are|I'm|were) )\\b(?:using|generat\\w{2,3}|creat\\w{2,3}) (?:an? |the |new )?self-signed\\b",
    '默认|可选|跳过|忽略',
  ].join('|'),
  'i',
);

const TAKES_ANOTHER =
  /[,;.:–—-] (?:(?:re)?trying|using|switch(?:ing|ed) to|moving to|falling back to|will (?:try|use)) (?:on |with )?(?:port )?(?:\d{2,5}|(?:the )?next|another|a (?:free|random))\b/i;
