import { allCaptured } from '../text';
import { stderrEvidence } from './lines';
import type { Fact } from '../facts';
import type { Line, Start } from '../start';
import type { Safe } from '../text';

/**
 * The settings a server says it misses, in whatever words: a NAME_IN_CAPITALS in one sentence with a word for absence,
 * in the list below such a sentence, as a Python `KeyError`, or as the path of a validation error.
 */
export function readSettings(start: Start): readonly Fact[] {
  const lines = start.stderr.slice(0, MOST_LINES);
  const seen = new Map<Safe, Line>();
  let isListing = false;
  for (const [index, line] of lines.entries()) {
    if (SOURCE_CODE.test(line.text)) continue;
    const says = saysMissing(line.text, lines[index + 1]?.text);
    const names: readonly Safe[] = says || (isListing && LIST_ITEM.test(line.text)) ? settingNames(line.text) : [];
    for (const name of names) if (!seen.has(name)) seen.set(name, line);
    isListing = (says && line.text.trimEnd().endsWith(':')) || (isListing && names.length > 0);
  }
  return [...seen].map(([name, line]) => ({ kind: 'setting-missing', name, evidence: stderrEvidence(line) }));
}

const MOST_LINES = 2_000;

/** The line says it itself, or the next one says it of the name that stands alone on this one. */
function saysMissing(text: Safe, next: Safe | undefined): boolean {
  return SAYS_MISSING.test(text) || KEY_ERROR.test(text) || (next !== undefined && VALIDATION.test(next));
}

/** Names in capitals with an underscore; less what only looks like one: error codes, signals, states. */
function settingNames(text: Safe): readonly Safe[] {
  return allCaptured(text, /\b[A-Z][A-Z0-9]{0,63}(?:_[A-Z0-9]{1,63}){1,12}\b/g).filter(
    (name) => !NO_SETTING.test(name),
  );
}

const NO_SETTING =
  /^(?:ERR|E|UV|SIG|HTTP|UND_ERR)_|_(?:NOT_FOUND|ERROR|FAILED|FAILURE|MISSING|REQUIRED|INVALID|EXPIRED|DENIED|REFUSED|CHAIN|LOCALLY|SIGNATURE|VERSION|CERT)$|^NODE_(?:MODULE_VERSION|ENV|OPTIONS)$/;

const SAYS_MISSING =
  /\b(?:missing|required?|requires|unset|undefined|mandatory|absent|empty|must (?:be |provide|set|specify|have|contain|include)|(?:please|you need to|need to|make sure to|try to|remember to)\b.{0,40}\b(?:set|provide|export|specify|configure|add|supply|define)|needs?|no .{1,60} (?:provided|found|set|given|configured)|not (?:been )?(?:set|found|defined|provided|configured|specified|given|present|available|exist)|isn[’']t (?:set|defined|provided|configured)|could not (?:find|read|get|load)|cannot (?:find|read))\b/i;

/** pydantic puts the name on a line of its own, and what is wrong with it below. */
const VALIDATION = /^\s+(?:Field required|Input required|value is required|Required)\b/i;
const KEY_ERROR = /\bKeyError: ['"]/;
/** A bullet, a number or nothing, the name, and perhaps what it is for. */
const LIST_ITEM = /^\s*(?:[-*•·✗✘×❌]|\d+[.)])?\s*['"`]?[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\b/;
/** Node and Python print the source line that threw; what stands in it is no sentence of the server. */
const SOURCE_CODE = /^\s*(?:throw |raise |if \(|if not |const |let |var |return |at |File ")|[{;]\s*$/;
