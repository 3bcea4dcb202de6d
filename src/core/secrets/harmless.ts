/** What a value is by its look alone. */
export type ValueKind =
  | 'empty'
  | 'short'
  | 'variable'
  | 'placeholder'
  | 'word'
  | 'number'
  | 'version'
  | 'name'
  | 'path'
  | 'address'
  | 'text';

/** The first kind that holds. `word`: one that says nothing secret; `name`: one in place of a value; `text`: all else. */
export function kindOf(value: string): ValueKind {
  if (value === '') return 'empty';
  const literal = value.replace(VARIABLE, '').replace(/^(?:Bearer|Basic|Token)\s+/i, '');
  if (literal.length < SHORTEST_SECRET) return value.includes('${') ? 'variable' : 'short';
  const [kind] = LOOKS.find(([, look]) => look.test(value)) ?? [];
  if (kind !== undefined) return kind;
  if (isPlaceholder(value)) return 'placeholder';
  if (PATH.test(value) && !looksRandom(value)) return 'path';
  return ADDRESS.test(value) && !value.split('/').some(isUnguessable) ? 'address' : 'text';
}

/** One that a client fills in; what stands in it for want of a value (`${X:-default}`) is no variable. */
const VARIABLE = /\$\{(?:(?:input|env|config|command):[^{}]{1,120}|[A-Za-z_][\w.-]{0,120})\}/g;

/** Never hidden: what is too short to be found safely, and what would make evidence unreadable. */
export function isHarmlessValue(value: string): boolean {
  const kind = kindOf(value);
  return kind !== 'text' && kind !== 'placeholder';
}

/** What is shorter stands in too many words that mean something else. */
export const SHORTEST_SECRET = 6;

const LOOKS: readonly (readonly [ValueKind, RegExp])[] = [
  ['word', /^(?:true|false|null|undefined|disabled|enabled|default)$/i],
  ['word', /^(?:postgres|password|admin|secret|example|changeme|google|github|azure|oauth|bearer)$/i],
  ['number', /^\d{1,5}$/], // a port
  ['version', /^v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.-]+)?$/],
  ['name', /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/],
  // Code that takes it from the environment, up to its first bracket.
  [
    'name',
    /^(?:(?:process|Bun|import\.meta)\.env(?:\.[A-Z][A-Z0-9_]*)?!?(?:\.\w{1,20})?|os\.(?:environ(?:\.get)?|getenv)|Deno\.env\.get|System\.getenv|ENV(?:\.fetch)?)$/,
  ],
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
  return /^(?:<.*>|\$\{.*\}|\$\w+|%\w+%|\{\{.*\}\}|\[.*\]|[xX*.…-]+|(?:your|my|insert|replace)[\W_].*)$/i.test(value);
}

/**
 * Whether a value that was set is secret by its look, whatever its name: long enough and of letters and digits. Shorter
 * ones stand in too many words.
 */
export function looksSecret(value: string): boolean {
  return value.length >= 12 && /[A-Za-z]/.test(value) && /\d/.test(value) && !/\s/.test(value);
}
