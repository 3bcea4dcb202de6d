import { reworded } from '../text';
import type { Safe } from '../text';

/**
 * The same sentence in the words that most have for it: what was drawn together written out, then each word in place of
 * those that mean the same, then the words for being able in place of each other. Mostly nothing. What programs print by
 * rote is read as it stands.
 */
export function inPlainWords(text: Safe): readonly Safe[] {
  if (text.length > LONGEST || !REWORDED.test(text)) return [];
  const whole = withWords(text, WRITTEN_OUT);
  const plain = withWords(whole, SAME);
  const others = WORDS_FOR_UNABLE.map((word) => reworded(plain, UNABLE, word));
  return [...new Set([whole, plain, ...others])].filter((each) => each !== text);
}

function withWords(text: Safe, all: typeof SAME): Safe {
  return all.reduce((sentence, [form, words]) => reworded(sentence, form, words), text);
}

/** Who tells more in one sentence tells it in words of their own. */
const LONGEST = 240;

/** Contractions of English. */
const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bcan(?:['’]t| not)\b/gi, 'cannot'],
  [/\bwon['’]t\b/gi, 'will not'],
  [/\b(is|are|was|were|do|does|did|has|have|had|could|would|should|must|need)n['’]t\b/gi, '$1 not'],
];

/** Words that mean the same, and which of them the forms have. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/\b(?:could not|cannot) be found\b|\b(?:is|was|were|are) not found\b/gi, 'not found'],
  [/\b(?:ha(?:s|ve)|needs?|ought) to be\b/gi, 'must be'],
  [/\b(?:is|was|were|are|has been|had been) not (?:provided|supplied|specified|given|defined)\b/gi, 'is not set'],
  [/\bmust be (?:provided|supplied|specified|given|defined|set)\b/gi, 'is required'],
  [/\benv vars?\b/gi, 'environment variable'],
  [/\b(?:is|are|was|were) not (?:an? )?valid\b/gi, 'is invalid'],
  [/\bnot (?:an? )?valid\b/gi, 'invalid'],
  [/\b(?:is|are|was) (?:needed|necessary|mandatory)\b/gi, 'is required'],
  [/\bneeds\b/gi, 'requires'],
  [/\brejected\b/gi, 'refused'],
  [/\bstandard output\b/gi, 'stdout'],
  [/\bstandard error\b/gi, 'stderr'],
];

const UNABLE = /\b(?:cannot|could not|(?:was |is )?(?:unable|not able) to|fail(?:s|ed) to|did not manage to)\b/gi;
const WORDS_FOR_UNABLE = ['cannot', 'could not', 'failed to', 'unable to'];

/** Most texts have none of them. */
const REWORDED = new RegExp([...WRITTEN_OUT, ...SAME, [UNABLE] as const].map(([form]) => form.source).join('|'), 'i');
