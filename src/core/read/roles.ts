/**
 * What a line is in what was printed. `source`: runtimes show the line that threw. `noise`: what healthy servers print as
 * well, and never the reason. `talk`: somebody has written it around what was printed.
 */
export type Role = 'sentence' | 'item' | 'source' | 'frame' | 'noise' | 'blank' | 'talk';

/** What a line is, by its form alone. */
export function roleOf(text: string): Role {
  if (text.trim() === '') return 'blank';
  if (FRAME.test(text)) return 'frame';
  if (!HAS_WORDS.test(text)) return 'noise';
  if (SOURCE.test(text)) return 'source';
  if (NOISE.some((noise) => noise.test(text))) return 'noise';
  return ITEM.test(text) ? 'item' : 'sentence';
}

/** Rules, boxes and brackets have none. */
const HAS_WORDS = /[\p{L}\p{N}]/u;
/** A frame of a stack, or what points at a place in the line above. */
const FRAME =
  /^\s+at |^at (?:async |new )?[\w$.<>#[\] ]{1,100} \([^\s()]{1,300}\)$|^\s*File ".{1,400}", line \d|^\s*[\^~]+\s*$/;
/** What stands in a line of code is no sentence of the server. */
const SOURCE = /^\s*(?:throw |raise |if \(|if not |const |let |var |return )|[{;]\s*$/;
/** A bullet or a number. */
const ITEM = /^\s*(?:[-*•·✗✘×❌]|\d{1,3}[.)])\s+\S/;
const NOISE: readonly RegExp[] = [
  /^npm (?:warn|WARN|notice)\b/,
  /^npm (?:error|ERR!) (?:A complete log|Log files were not written| {2})/,
  /^\(node:\d+\)|^\(Use `node/,
  /^Node\.js v\d/,
  /^(?:Installed|Resolved|Prepared|Downloaded|Audited|Downloading|Building|Built) /,
  /^warning: /i,
  /ExperimentalWarning|DeprecationWarning|DEP\d{4}/,
];
