import type { Mask, Safe } from './text';

/** A value to hide and what to call it, e.g. `{ value: 'ghp_…', name: 'env GITHUB_TOKEN' }`. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/**
 * A mask that replaces the given secrets, and everything of a shape that only secrets have, by tokens like
 * `‹env BRAVE_API_KEY›`. The longest value goes first, so that no secret survives as part of another; a value of several
 * lines is hidden line by line, as it is printed.
 */
export function maskFor(secrets: readonly Secret[] = []): Mask {
  const lines = secrets.flatMap(({ name, value }) => value.split(/\r?\n/).map((line) => ({ name, value: line })));
  const known = lines.filter(({ value }) => isWorthHiding(value)).toSorted((a, b) => b.value.length - a.value.length);
  return (text) => {
    let masked = text;
    for (const { name, value } of known) masked = masked.replaceAll(value, `‹${name}›`);
    return maskShapes(masked);
  };
}

/** Whether a variable, header or flag of this name holds a secret: by the words in it, not by the whole name. */
export function isSecretName(name: string): boolean {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  return words.some((word) => SECRET_WORDS.has(word)) && !words.some((word) => HARMLESS_WORDS.has(word));
}

const SECRET_WORDS = new Set(
  'token tokens secret secrets password passwd pwd pass passphrase key keys apikey auth authorization credential credentials creds cookie bearer pat dsn'.split(
    ' ',
  ),
);
/** `PUBLIC_KEY`, `KEY_FILE`, `TOKEN_LIMIT`: a name with one of these describes a secret, it does not hold one. */
const HARMLESS_WORDS = new Set('public file path dir limit max count size length sock type name id'.split(' '));

/** Never hidden: what is too short to be found safely, and what would make evidence unreadable. */
function isWorthHiding(value: string): boolean {
  const literal = value.replace(/\$\{[^}]*\}/g, '').replace(/^(?:Bearer|Basic|Token)\s+/i, '');
  return literal.length >= 6 && !HARMLESS_VALUES.some((harmless) => harmless.test(value));
}

const HARMLESS_VALUES = [
  /^(true|false|null|undefined|disabled|enabled)$/i,
  /^\d{1,5}$/, // a port
  /^v?\d+\.\d+(\.\d+)?([-+][\w.-]+)?$/, // a version
  /^(~|\.{0,2})?\/[^\s:]*$/, // a path
  /^[A-Za-z]:\\/,
  /^https?:\/\/[^\s@?]*$/, // an address without credentials
];

/** Shapes that nothing but a secret has. Each repetition is bounded, so hostile text costs no more than its length. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/g, '‹GitHub token›'],
  [/\bglpat-[\w-]{20,255}/g, '‹GitLab token›'],
  [/\bxox[abeoprs]-[\w-]{10,255}/g, '‹Slack token›'],
  [/\bnpm_[A-Za-z0-9]{36}\b/g, '‹npm token›'],
  [/\bsk-[\w-]{20,255}/g, '‹API key›'],
  [/\bAKIA[0-9A-Z]{16}\b/g, '‹AWS key›'],
  [/\bAIza[\w-]{35}/g, '‹Google key›'],
  [/\beyJ[\w-]{8,4096}\.[\w-]{4,4096}\.[\w-]{4,4096}/g, '‹web token›'],
  [/(?<=\b(?:Bearer|Basic) )[\w.~+/=-]{12,4096}/g, '‹credentials›'],
  [/(?<=:\/\/)[^\s/:@]{0,256}:[^\s/@]{1,256}(?=@)/g, '‹credentials›'],
  [/(?<=[?&](?:api[_-]?key|access[_-]?token|token|key|secret|password)=)[^&\s"']{6,4096}/gi, '‹credentials›'],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,16384}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g, '‹private key›'],
];

/** What any of the shapes begins with: most text has none of these and is not looked at twelve times. */
const HINT = /gh[pousr]_|github_pat_|glpat-|xox|npm_|sk-|AKIA|AIza|eyJ|Bearer |Basic |:\/\/|[?&]|-----BEGIN/;

/** The one place where read text becomes `Safe`: after every secret known by value or by shape has been replaced. */
function maskShapes(text: string): Safe {
  const masked = HINT.test(text) ? SHAPES.reduce((rest, [shape, token]) => rest.replace(shape, token), text) : text;
  return masked as Safe;
}
