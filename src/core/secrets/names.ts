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
  'file path dir limit max count size length sock type name id url uri endpoint host port provider mode method enabled disabled header prefix scope scopes audience ttl expiry timeout error exception'.split(
    ' ',
  ),
);
