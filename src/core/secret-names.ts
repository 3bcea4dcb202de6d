/** Whether a variable, header or flag of this name holds a secret: by the words in it, of which the last weighs most. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (words.includes('public') || DESCRIBES.has(last)) return false;
  return words.some((word) => SECRET.has(word) || FUSED.test(word)) || CONTEXTUAL.test(words.join(' '));
}

const SECRET = new Set(
  'token tokens secret secrets password passwd passphrase key keys apikey auth authorization credential credentials creds cookie bearer jwt pat dsn webhook'.split(
    ' ',
  ),
);
/** `SESSIONTOKEN`, `apitoken`: written without a break. */
const FUSED = /.(?:token|secret|password|apikey)$/;
/** `DB_PWD` and `user pass`, but not the shell's own `PWD`. */
const CONTEXTUAL = /\w (?:pwd|pass)\b|\bconnection string\b/;
/** `KEY_FILE`, `TOKEN_LIMIT`, `AUTH_PROVIDER`: a name that ends in one of these describes a secret, it does not hold one. */
const DESCRIBES = new Set(
  'file path dir limit max count size length sock type name id url uri endpoint host port provider mode method enabled disabled header prefix scope scopes audience ttl expiry timeout'.split(
    ' ',
  ),
);

/** Never hidden: what is too short to be found safely, and what would make evidence unreadable. */
export function isHarmlessValue(value: string): boolean {
  const literal = value.replace(/\$\{[^}]*\}/g, '').replace(/^(?:Bearer|Basic|Token)\s+/i, '');
  return (
    literal.length < 6 || HARMLESS.some((harmless) => harmless.test(value)) || (PATH.test(value) && !looksRandom(value))
  );
}

const HARMLESS = [
  /^(?:true|false|null|undefined|disabled|enabled|default)$/i,
  /^(?:postgres|password|admin|secret|example|changeme|google|github|azure|oauth|bearer)$/i, // names before they are secrets
  /^\d{1,5}$/, // a port
  /^v?\d+\.\d+(?:\.\d+)?(?:[-+][\w.-]+)?$/, // a version
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/, // a name in place of a value
  /^https?:\/\/[^\s@?]*$/, // an address without credentials
];

const PATH = /^(?:(?:~|\.{0,2})\/[^\n]*|[A-Za-z]:\\[^\n]*)$/;

/** A key can begin with a slash and have more of them; a path has words, dots and dashes. */
function looksRandom(value: string): boolean {
  return value.length >= 32 && !/[.\s_-]/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}
