import { isSecretName } from './names';
import { isHarmlessValue, isPlaceholder, isWord, SHORTEST_SECRET } from './harmless';

/** A value that stands beside its name: where it begins and ends, and the name. */
export interface NamedValue {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The values in a text that stand beside the name of a secret, in the ways in which names and values are written:
 * `KEY=value`, `"key": "value"`, `key: value`, `--key value`, `--key=value`, `-u name:value`, `Header: Scheme value`,
 * cookies, `'--key', 'value'`, and all of these inside other quotes. Prose is left alone: behind a colon or a flag a plain word is no value.
 */
export function namedValues(text: string): readonly NamedValue[] {
  if (!HINT.test(text)) return [];
  const found = [...beside(text), ...apart(text)].toSorted((a, b) => a.start - b.start);
  return found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
}

/** Where the name is followed by the value. */
function beside(text: string): readonly NamedValue[] {
  const found: NamedValue[] = [];
  for (const { 0: whole, 1: dashes = '', 2: name = '', 4: separator = '', index } of text.matchAll(NAME)) {
    if (index < (found.at(-1)?.end ?? 0)) continue;
    const notation = notationOf(dashes, name, separator);
    const value = notation && valueAt(text, index + whole.length, name, notation);
    if (value) found.push({ name, ...value });
  }
  return found;
}

/** Where both are values: `{"name": "API_KEY", "value": "…"}`. */
function apart(text: string): readonly NamedValue[] {
  return Array.from(text.matchAll(NAME_AND_VALUE)).flatMap(({ 0: whole, 1: name = '', index }) => {
    const value = isSecretName(name) ? valueAt(text, index + whole.length, name, 'assigned') : null;
    return value ? [{ name, ...value }] : [];
  });
}

/** Text with every named value replaced by a token that names it. */
export function hideNamedValues(text: string, tokenOf: (name: string) => string): string {
  let hidden = '';
  let copied = 0;
  for (const { name, start, end } of namedValues(text)) {
    hidden += text.slice(copied, start) + tokenOf(name);
    copied = end;
  }
  return hidden + text.slice(copied);
}

/** The flag with which a line ends that has its value on the next one, as lists are printed; empty where there is none. */
export function openFlag(line: string): string {
  const [, flag = ''] = /(?:^|[\s"'`[(])(--?[A-Za-z][\w.-]{0,80})["'`]?,?\s{0,8}$/.exec(line.slice(-120)) ?? [];
  return flag !== '' && isSecretName(flag) ? `${flag} ` : '';
}

/** Some part of a secret's name, or the flag of curl: most lines have none. */
const HINT = /key|token|secret|pass|pwd|auth|cred|cookie|bearer|jwt|pat\b|dsn|webhook|session|sign?\b|-u\b|--user\b/i;

/** A name, whatever quotes it has, and what joins it to a value. A name is entered at its beginning only. */
const NAME =
  /(?<![\w.$-])(--?)?([A-Za-z_][\w.-]{0,80})((?:\\{0,3}["'`])?\]?)(\s{0,3}(?:=>|:=|:|=|,)\s{0,3}|[ \t]{1,3})/g;
const NAME_AND_VALUE =
  /\b(?:name|key|variable)\\{0,3}["']?\s{0,3}[:=]\s{0,3}\\{0,3}["']([\w.-]{1,80})\\{0,3}["']\s{0,3},\s{0,3}\\{0,3}["']?value\\{0,3}["']?\s{0,3}[:=]\s{0,3}/g;

/** How a name and a value are joined. As `prose` and as `flag` the same words are also used to speak of the name. */
type Notation = 'assigned' | 'flag' | 'prose' | 'login';

function notationOf(dashes: string, name: string, separator: string): Notation | null {
  const isJoined = /[=:]/.test(separator);
  if (dashes !== '' && (name === 'u' || name === 'user')) return 'login';
  if (!isJoined && dashes === '') return null;
  if (!isSecretName(name) && !/^pwd$/i.test(name)) return null;
  if (separator.includes('=')) return 'assigned';
  return dashes === '' ? 'prose' : 'flag';
}

function valueAt(text: string, from: number, name: string, notation: Notation): { start: number; end: number } | null {
  const quote = stickyMatch(QUOTE, text, from);
  const opened = from + quote.length;
  const scheme = stickyMatch(SCHEME, text, opened);
  const start = opened + scheme.length;
  if (TO_BE_FILLED.test(text.slice(start, start + 80))) return null;
  const end = quote === '' ? endOfBare(text, start, name, notation) : endOfQuoted(text, start, quote);
  const value = text.slice(start, end);
  if (notation === 'login') return loginIn(value, start);
  const isSure = !GENERIC.test(name) && (notation === 'assigned' || quote !== '');
  return isValue(value, isSure) ? { start, end } : null;
}

/** Of `name:value` the value; a login without one is no secret. */
function loginIn(value: string, start: number): { start: number; end: number } | null {
  const colon = value.indexOf(':');
  const password = value.slice(colon + 1);
  return colon > 0 && password.length >= SHORTEST_SECRET && !/^\/\/|^\d{1,5}$/.test(password)
    ? { start: start + colon + 1, end: start + value.length }
    : null;
}

function isValue(value: string, isSure: boolean): boolean {
  // A sentence that lists names goes on behind them.
  const alone = value.replace(/[,;:]$/, '');
  if (value.startsWith('‹') || isPlaceholder(value) || isHarmlessValue(alone)) return false;
  if (isSure) return !NO_VALUE.test(value);
  return !isWord(value) && (value.length >= 16 || /^[A-Za-z0-9]/.test(value));
}

/** What a program says in place of a value. */
const NO_VALUE =
  /^(?:null|none|nil|undefined|true|false|missing|required|invalid|empty|unset|not|string|number|object|boolean|error|required\b.*)$/i;

/** Names that are also words for other things: an object's `key`, a parser's `token`. */
const GENERIC = /^(?:key|keys|token|tokens|auth|pass|pat|cookie)$/i;

/** `<your key>`: where a value will be put. */
const TO_BE_FILLED = /^<[A-Za-z][\w\s.-]*>/;

const QUOTE = /\\{0,3}["'`]/y;
const SCHEME = /(?:Bearer|Basic|Token|ApiKey|Digest|Bot)\s{1,3}/iy;

function stickyMatch(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

/** To the same quote, escaped as deeply; a quote that never closes ends with the text. */
function endOfQuoted(text: string, start: number, quote: string): number {
  for (let end = text.indexOf(quote, start); end >= 0; end = text.indexOf(quote, end + 1))
    if (text[end - 1] !== '\\') return end;
  return text.length;
}

/** A header's value may have blanks and signs, a setting's and a flag's signs, all others end where words do. */
function endOfBare(text: string, start: number, name: string, notation: Notation): number {
  const hasCookies = /cookie$/i.test(name) && COOKIE.test(text.slice(start, start + 500));
  const hasSigns = notation === 'flag' || /^[A-Z][A-Z0-9_]*$/.test(name);
  return start + stickyMatch(hasCookies ? COOKIES : hasSigns ? OF_SETTING : BARE, text, start).length;
}

const COOKIE = /^[\w.$-]{1,200}=/;
const COOKIES = /[^\r\n"'`⏎‹›]{1,8192}/y;
const OF_SETTING = /[^\s"'`⏎‹›]{1,8192}/y;
const BARE = /[^\s"'`,;&<>|()[\]{}\\⏎‹›]{1,8192}/y;
