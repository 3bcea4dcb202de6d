import {
  bareValue,
  colonInList,
  emptyValue,
  missingColon,
  missingComma,
  missingQuote,
  noValue,
  strayComma,
  whatDoesNotBelong,
} from './between';
import { closerTooMany, missingCloser, missingOpener, noBraces, twoFiles, wrongCloser } from './brackets';
import {
  backslashes,
  bareKeys,
  ellipsis,
  fences,
  foreignWords,
  halfComment,
  hashComments,
  invisible,
  otherSigns,
  rawCharacters,
  singleQuotes,
  swallowed,
  typographicQuotes,
} from './signs';
import type { Guess } from './slip';

export type { Break, Slip } from './slip';

/** What is plainly no JSON: where mending it gets the parser any further, it is that. */
export const plainGuesses: readonly Guess[] = [fences, invisible, typographicQuotes, singleQuotes, hashComments];

/** What may be missing or too many, the likelier first: that which gets the parser furthest. */
export const guesses: readonly Guess[] = [
  bareKeys,
  foreignWords,
  backslashes,
  rawCharacters,
  otherSigns,
  halfComment,
  swallowed,
  emptyValue,
  missingComma,
  strayComma,
  missingColon,
  colonInList,
  missingQuote,
  wrongCloser,
  missingCloser,
  closerTooMany,
  missingOpener,
  twoFiles,
  noBraces,
  ellipsis,
  bareValue,
];

/** Of these only their author knows whether they say what was meant: that the parser reads the text then is all. */
export const looseGuesses: ReadonlySet<Guess> = new Set([
  ...[missingQuote, wrongCloser, missingCloser, closerTooMany, missingOpener, twoFiles, noBraces, ellipsis, bareValue],
]);

/** What is left where nothing of that gets the parser further. */
export const lastGuesses: readonly Guess[] = [noValue, whatDoesNotBelong];
