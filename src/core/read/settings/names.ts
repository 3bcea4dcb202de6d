import { allPlaced, captured } from '../../text';
import type { Safe } from '../../text';

/** The name of a setting, as a piece of a pattern. */
export const NAME = '[A-Z][A-Z0-9]{0,63}(?:_[A-Z0-9]{1,63}){0,12}';

/** Names in capitals; without an underscore only where the line says what they are. */
export function settingNames(text: Safe): readonly Safe[] {
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
    /^ ?=(?![=>]|(?: ?(?:undefined|null|None)|["']{2})(?:$|[\s,;]))["']?[^\s"']/.test(after) &&
    !/\b(?:set|export|add|provide|example|e\.g\.|like)[:\s"'`$]*$/i.test(before);
  return isGiven || (NOUN_BEFORE.test(before) && !CALLED_VARIABLE.test(after)) || NOUN_BEHIND.test(after);
}

const NOUNS =
  '(?:argument|option|parameter|param|flag|positional|field|column|header|property|table|method|function|constant)';
const NOUN_BEFORE = new RegExp(`\\b${NOUNS}s?:?\\s+["'\`<\\[]*$`, 'i');
const CALLED_VARIABLE = /^["'`]? (?:environment|env)(?: |\b)/;
const NOUN_BEHIND = new RegExp(`^["'\`>\\]]*\\s+(?:command[- ]line )?${NOUNS}\\b`, 'i');

const LONG_NAME = /\b[A-Z][A-Z0-9]{0,63}(?:_[A-Z0-9]{1,63}){1,12}\b/g;
const SHORT_NAME =
  /\b([A-Z][A-Z0-9]{2,40}) (?:environment|env)\b|(?:environment|env|[Uu]nset) var(?:iable)?s?:? ["'`]?([A-Z][A-Z0-9]{2,40})\b|KeyError: ["']([A-Z][A-Z0-9]{2,40})["']/;

/** What looks like a setting and is none, by family. */
const NO_SETTING: readonly RegExp[] = [
  /^(?:ERR|E|UV|UND_ERR|SIG|HTTP|SQLITE|CMAKE|GLIBC|GLIBCXX|CXXABI|LC|XDG|DOTNET|NODE|NPM|ELECTRON|VSCODE)_/, // codes, platform
  /_(?:NOT_FOUND|ERROR|FAILED|FAILURE|MISSING|REQUIRED|EXPIRED|DENIED|REFUSED|DISABLED|CHAIN|LOCALLY|SIGNATURE|UNAVAILABLE)$/,
  /^(?:INVALID|UNABLE|UNKNOWN|UNSUPPORTED|MODULE|SELF_SIGNED|DEPTH_ZERO|CERT|PERMISSION|RESOURCE|DEADLINE|FAILED)_/,
  /^(?:NOT_FOUND|ALREADY_EXISTS|OUT_OF_RANGE|DATA_LOSS)$/, // gRPC's
];
