import { isHarmlessValue, isWord, looksSecret } from './harmless';
import { isSecretName } from './names';
import { namedValues } from './named-values';
import { knownShapesIn } from './shapes';
import { accessIn } from './addresses';
import type { Secret } from './mask';

/** The words of a command line and of a server's name: a message that has them speaks of the server. */
export function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => [text, ...text.split(/[^\w.-]+/), ...text.split(/[^A-Za-z0-9]+/)]));
}

/** Settings as pairs of name and value. */
type Settings = readonly (readonly [name: string, value: string])[];

/**
 * The secrets among what an entry sets, to be hidden wherever they are printed: by the name, by the look of the value,
 * and what stands in a value beside a name of its own. What is one of the `words` is none, unless it looks like one.
 */
export function settingSecrets(settings: Settings, what: 'env' | 'header', words: ReadonlySet<string>): Secret[] {
  return settings.flatMap(([name, value]) => {
    const token = `${what} ${name}`;
    const values = isSecretName(name) || looksSecret(value) ? [value, ...withoutScheme(value)] : [];
    return [...values.map((each) => ({ name: token, value: each })), ...partsOf(value, token)].filter(
      (secret) => !isEverydayWord(secret.value) && (looksSecret(secret.value) || !words.has(secret.value)),
    );
  });
}

/** The secrets among what is inherited: by name only, since nobody wrote these values for the server. */
export function inheritedSecrets(settings: Settings): Secret[] {
  return settings.flatMap(([name, value]) =>
    isSecretName(name) && !isEverydayWord(value) ? [{ name: `env ${name}`, value }] : [],
  );
}

/**
 * The secrets among args: `--api-key X`, `--token=X`, `-u name:X`, `NAME=X` also behind `-e`, headers such as
 * `X-Api-Key: X`, and all of these in a JSON text or an address.
 */
export function argSecrets(args: readonly string[]): Secret[] {
  return args.flatMap((arg, index) => {
    const next = args[index + 1];
    const flag = /^--?([A-Za-z][\w-]{0,80})$/.exec(arg)?.[1];
    const isGiven = flag !== undefined && next !== undefined && !next.startsWith('-');
    if (isGiven && isSecretName(flag)) return [{ name: flag, value: next }, ...partsOf(next, flag)];
    if (isGiven && /^u(?:ser)?$/.test(flag) && /^[^:]+:[^/]/.test(next))
      return [
        { name: 'login', value: next },
        { name: 'login', value: next.slice(next.indexOf(':') + 1) },
      ];
    return [...assignments(arg).filter(({ name }) => isSecretName(name)), ...partsOf(arg, 'arg')];
  });
}

/** `--env=NAME=VALUE` is an assignment in an assignment. */
function assignments(arg: string): Secret[] {
  const [, name, value] = /^-{0,2}([A-Za-z][\w-]{0,80})(?:=|:\s+)(.+)$/s.exec(arg) ?? [];
  if (!name || !value) return [];
  return [value, ...withoutScheme(value)].map((each) => ({ name, value: each })).concat(assignments(value));
}

/** A server prints `Bearer abc…` or only the part behind the scheme. */
function withoutScheme(value: string): string[] {
  const behind = /^(?:Bearer|Basic|Token|ApiKey|Bot)(?:\s+|[:=]\s*)(.+)$/is.exec(value)?.[1];
  return behind === undefined ? [] : [behind];
}

/** What of a value is secret by itself: by its look, as access to an address, or by the name beside it. */
function partsOf(value: string, token: string): Secret[] {
  const named = namedValues(value).map(({ name, start, end }) => ({ name, value: value.slice(start, end) }));
  const shaped = knownShapesIn(value).map(({ secret }) => secret);
  const others = [...shaped, ...accessIn(value)].map((each) => ({ name: token, value: each }));
  const parts = [...others, ...named].filter((part) => !isHarmlessValue(part.value));
  return parts.length > 0 ? [...parts, { name: token, value, isPartly: true }] : [];
}

/** A word that a sentence about something else may have: hiding it would hide the reason. */
function isEverydayWord(value: string): boolean {
  return isHarmlessValue(value) || (isWord(value) && value.length < 8 && !/\d/.test(value));
}
