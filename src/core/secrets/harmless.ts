/** Never hidden: what is too short to be found safely, and what would make evidence unreadable. */
export function isHarmlessValue(value: string): boolean {
  const literal = value.replace(/\$\{[^}]*\}/g, '').replace(/^(?:Bearer|Basic|Token)\s+/i, '');
  return (
    literal.length < SHORTEST_SECRET ||
    HARMLESS.some((harmless) => harmless.test(value)) ||
    (PATH.test(value) && !looksRandom(value)) ||
    (ADDRESS.test(value) && !value.split('/').some(isUnguessable))
  );
}

/** What is shorter stands in too many words that mean something else. */
export const SHORTEST_SECRET = 6;

const HARMLESS = [
  /^(?:true|false|null|undefined|disabled|enabled|default)$/i,
  /^(?:postgres|password|admin|secret|example|changeme|google|github|azure|oauth|bearer)$/i, // names before they are secrets
  /^\d{1,5}$/, // a port
  /^v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.-]+)?$/, // a version
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/, // a name in place of a value
];

const PATH = /^(?:(?:~|\.{0,2})\/[^\n]*|[A-Za-z]:\\[^\n]*)$/;

/** Without a login and without a query. */
const ADDRESS = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^\s@?]*$/i;

/** A piece of an address that no person has chosen: long, and of letters and digits with no word in sight. */
export function isUnguessable(piece: string): boolean {
  const [word = ''] = /^[\w~=-]+/.exec(piece) ?? [];
  if (UUID.test(word)) return true;
  if (word.length < 20 || !/\d/.test(word) || !/[A-Za-z]/.test(word)) return false;
  return /^[0-9a-f]+$/i.test(word) || (/[a-z]/.test(word) && /[A-Z]/.test(word)) || !/[-_]/.test(word);
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** A key can begin with a slash and have more of them; a path has words, dots and dashes. */
function looksRandom(value: string): boolean {
  return value.length >= 32 && !/[.\s_-]/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}

/** Letters as a word has them, or a number: it may mean something else, too. */
export function isWord(value: string): boolean {
  return /^(?:[A-Z]?[a-z]{1,15}|[A-Z]{1,15}|\d{1,11})$/.test(value);
}

/** What stands where a value will be put. */
export function isPlaceholder(value: string): boolean {
  return /^(?:<.*>|\$\{.*\}|\$\w+|%\w+%|\{\{.*\}\}|\[.*\]|[xX*.•…-]+|(?:your|my|insert|replace)[\W_].*)$/i.test(value);
}

/**
 * Whether a value that was set is secret by its look, whatever its name: long enough and of letters and digits. Shorter
 * ones stand in too many words.
 */
export function looksSecret(value: string): boolean {
  return value.length >= 12 && /[A-Za-z]/.test(value) && /\d/.test(value) && !/\s/.test(value);
}
