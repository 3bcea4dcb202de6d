import { LIMITS } from '../limits';
import { allPlaced, captured, shortened } from '../text';
import { stderrEvidence } from './lines';
import type { Fact } from '../facts';
import type { Said, Statement } from './statements';
import type { Safe } from '../text';

/**
 * The settings a server says it misses, in whatever words: a name in capitals as the subject of a sentence about
 * absence, in the list below such a sentence, as a Python `KeyError`, or as the path of a validation error. What is
 * only advice ("not set, using the default") is none.
 */
export function read(start: Said): readonly Fact[] {
  const lines = start.stderr.map((line) => ({ ...line, text: shortened(line.text, LIMITS.sentence) }));
  const seen = new Map<Safe, { line: Statement; isAlternative: boolean }>();
  let isListing = false;
  for (const [index, line] of lines.entries()) {
    const isCode = line.role === 'source' || line.role === 'frame';
    if (isCode || NOT_ABOUT_SETTINGS.test(line.text) || isAboutValue(line.text)) continue;
    const says = SENTENCES.some((sentence) => sentence.test(line.text));
    const names: readonly Safe[] =
      says || (isListing && LIST_ITEM.test(line.text)) ? settingNames(line.text) : validatedNames(lines, index);
    const isAlternative = names.length > 1 && /\b(?:either|or|one of)\b/i.test(line.text);
    if (!ADVICE.test(line.text)) for (const name of names) if (!seen.has(name)) seen.set(name, { line, isAlternative });
    isListing = (says && line.text.trimEnd().endsWith(':')) || (isListing && names.length > 0);
  }
  return [...seen].slice(0, LIMITS.settings).map(([name, { line, isAlternative }]) => ({
    kind: 'setting-missing',
    name,
    isAlternative,
    isCalledSetting: CALLED_SETTING.test(line.text),
    evidence: stderrEvidence(line),
  }));
}

/** The setting is there, and what it holds does not do: nothing is missing. "Missing or invalid" leaves it open. */
function isAboutValue(text: Safe): boolean {
  return VALUE_REFUSED.test(
    text
      .replace(/\b(?:invalid|malformed) or (?=missing (?!scope|permission))/i, '')
      .replace(/(?<=\b(?:missing|unset|empty|not set)) or (?:is )?(?:invalid|malformed|incorrect|wrong)\b/i, ''),
  );
}

const VALUE_REFUSED =
  /\b(?:invalid|expired|malformed|incorrect|wrong|rejected|revoked|not valid|unrecogni[sz]ed|missing (?:the )?(?:scope|permission)s?|lacks?)\b|\b(?:must|should|(?:required|needs?|has|have) to) be (?:set to (?!your)|an?\b|one of|either|valid|at (?:least|most)|in the|between|true\b|false\b|greater|less|\d)/i;

/** The sentence itself says that what it names is a setting. */
const CALLED_SETTING =
  /\benv\b|\benvironment\b|\bvariables?\b|\bsettings?\b|\b(?:not|be|is|un)\s?set\b|\bexport\b|\bKeyError\b|\.env\b|\bconfigur/i;

/** Names in capitals; without an underscore only where the line says what they are. */
function settingNames(text: Safe): readonly Safe[] {
  const short = captured(text, SHORT_NAME)?.find((group, index) => index > 0 && group !== undefined);
  const long = allPlaced(text, LONG_NAME)
    .filter(
      ({ match, before, after }) => !NO_SETTING.some((other) => other.test(match)) && !isOtherwiseUsed(before, after),
    )
    .map(({ match }) => match);
  return long.length > 0 || short === undefined ? long : [short];
}

/** It stands with its value, or as the name of an argument or of something else. */
function isOtherwiseUsed(before: string, after: string): boolean {
  const isGiven =
    /^=["']?[^\s"']/.test(after) && !/\b(?:set|export|add|provide|example|e\.g\.|like)[:\s"'`$]*$/i.test(before);
  return isGiven || NOUN_BEFORE.test(before) || NOUN_BEHIND.test(after);
}

const NOUNS =
  '(?:argument|option|parameter|param|flag|positional|field|column|header|property|table|method|function|constant)';
const NOUN_BEFORE = new RegExp(`\\b${NOUNS}s?:?\\s+["'\`<\\[]*$`, 'i');
const NOUN_BEHIND = new RegExp(`^["'\`>\\]]*\\s+(?:command[- ]line )?${NOUNS}\\b`, 'i');

const LONG_NAME = /\b[A-Z][A-Z0-9]{0,63}(?:_[A-Z0-9]{1,63}){1,12}\b/g;
const SHORT_NAME =
  /\b([A-Z][A-Z0-9]{2,40}) (?:environment|env)\b|(?:environment|env) var(?:iable)?s?:? ["'`]?([A-Z][A-Z0-9]{2,40})\b|KeyError: ["']([A-Z][A-Z0-9]{2,40})["']/;

/** What looks like a setting and is none, by family. */
const NO_SETTING: readonly RegExp[] = [
  /^(?:ERR|E|UV|UND_ERR|SIG|HTTP|SQLITE|CMAKE|GLIBC|GLIBCXX|CXXABI|LC|XDG|DOTNET|NODE|NPM|ELECTRON|VSCODE)_/, // codes, platform
  /_(?:NOT_FOUND|ERROR|FAILED|FAILURE|MISSING|REQUIRED|EXPIRED|DENIED|REFUSED|DISABLED|CHAIN|LOCALLY|SIGNATURE|UNAVAILABLE)$/,
  /^(?:INVALID|UNABLE|UNKNOWN|UNSUPPORTED|MODULE|SELF_SIGNED|DEPTH_ZERO|CERT|PERMISSION|RESOURCE|DEADLINE|FAILED)_/,
  /^(?:NOT_FOUND|ALREADY_EXISTS|OUT_OF_RANGE|DATA_LOSS)$/, // gRPC's
];

const NAME = '[A-Z][A-Z0-9]{0,63}(?:_[A-Z0-9]{1,63}){0,12}';
const ABSENT =
  '(?:required|missing|unset|undefined|mandatory|absent|empty|not (?:been )?(?:set|defined|provided|configured|specified|given|supplied|present|found)|must be (?:set|provided|defined|specified|configured|supplied|given|present)|(?:needs?|has|have) to be (?:set|provided|defined|specified|configured))';
const WORDS = '[^.!?]{0,120}?';

/** The name before what is said of it, and behind what asks for it. */
const SENTENCES: readonly RegExp[] = [
  new RegExp(`\\b${NAME}\\b["'\`]?${WORDS}\\b${ABSENT}\\b`),
  new RegExp(
    `\\b[Mm]issing\\b|\\b${ABSENT}\\b${WORDS}(?:[Vv]ariables?|[Ss]ettings?|[Kk]eys?|[Ee]nv)\\b${WORDS}(?:\\b${NAME}\\b|:\\s*$)`,
  ),
  new RegExp(
    `\\b(?:[Rr]equires?|[Nn]eeds?|[Pp]lease (?:set|provide|export|specify|configure|define|add)|(?:[Nn]eed|[Mm]ust|[Hh]ave) (?:to )?(?:set|provide|export|specify|configure|define|add))\\b${WORDS}(?:\\b${NAME}\\b|:\\s*$)`,
  ),
  new RegExp(`\\b[Nn]o ["'\`]?${NAME}\\b${WORDS}\\b(?:provided|found|set|given|configured|environment)\\b`),
  new RegExp(`\\bwithout (?:an? |the )?["'\`]?${NAME}\\b`),
  /\bKeyError: ['"]/,
];

/** A server that says so goes on without the setting. */
const ADVICE =
  /\b(?:default(?:s|ing)?|optional(?:ly)?|disabled|disabling|fall(?:ing|s)? ?back|skipp\w+|ignor\w+|unavailable|limited|recommend\w*|(?<!\[)warn(?:ing)?(?!\])|(?<!\[)debug(?!\])|deprecated|instead)\b/i;
/** Sentences with the same words about something else. */
const NOT_ABOUT_SETTINGS =
  /\b(?:ReferenceError|NameError)\b|\bversion [`'"‘]|\brelation "|\bflag provided\b|^perl: |^\s+LC_|is not defined$/;
/** A bullet, a number or nothing, the name, and perhaps what it is for. */
const LIST_ITEM = new RegExp(`^\\s*(?:[-*•·✗✘×❌]|\\d+[.)])?\\s*['"\`]?${NAME}\\b`);

/** How far from its path a validator says what is wrong with it, in lines. */
const NEAR = 5;

/** pydantic puts the name on a line of its own and the complaint below; zod prints JSON with a `path`. */
function validatedNames(lines: readonly Statement[], index: number): readonly Safe[] {
  const text = lines[index]?.text;
  if (text === undefined) return [];
  const isPydantic =
    /^[A-Z][A-Z0-9_]+$/.test(text) &&
    /^\s+(?:Field|Input|Value) (?:is )?required\b/i.test(lines[index + 1]?.text ?? '');
  const isPath =
    /"path":/.test(text) ||
    (/^\s*"[A-Z][A-Z0-9_]+",?\s*$/.test(text) && /"path": \[\s*$/.test(lines[index - 1]?.text ?? ''));
  const around = lines.slice(Math.max(0, index - NEAR), index + NEAR + 1);
  const isZod = isPath && around.some((line) => /"message": "Required"|received:? "?undefined/.test(line.text));
  return isPydantic || isZod ? settingNames(text) : [];
}
