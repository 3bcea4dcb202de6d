import { formatOf } from '../config/format';
import { isObject, nothingQuoted, placesOf, quotedFile } from './quoted';
import type { Client, ConfigLocation } from '../clients';
import type { Quoted } from './quoted';
import type { ToldCommand } from './told-command';

/** What somebody has filled in for a server that the client starts by itself: values under names of the server's own. */
export function isSettings(config: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(config).every(
    ([key, value]) => !OF_ENTRIES.test(key) && (isWords(value) || typeof value !== 'object'),
  );
}

/** The entry that such a client makes of them: lists become words of the command line, the rest variables. */
export function ofSettings(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [lists, values] = [true, false].map((isList) =>
    Object.entries(config).filter(([, value]) => isWords(value) === isList),
  );
  return { args: lists?.flatMap(([, words]) => words), env: Object.fromEntries(values ?? []) };
}

export function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
}

/** Servers under their names, without the key that they are under. What begins with a low line is a note. */
export function isMapOfServers(config: Readonly<Record<string, unknown>>): boolean {
  const servers = Object.entries(config);
  const isServer = ([name, value]: readonly [string, unknown]) =>
    isObject(value) && !IN_ENTRIES.test(name) && ('command' in value || 'url' in value);
  return servers.length > 0 && servers.every(isServer);
}

/** Keys of entries, in any client. */
const OF_ENTRIES = /^(?:_|(?:command|cmd|args|env\w*|type|\w*url|cwd|headers|transport|disabled|enabled|timeout)$)/i;

const IN_ENTRIES = /^(?:_|(?:transport|config|connection|stdio|server|options|settings)$)/;

export function quotedMap(map: Readonly<Record<string, unknown>>, client: Client | null): Quoted {
  const [location] = placesOf(client);
  const [root = []] = location?.roots ?? [];
  const whole = root.reduceRight((inside, key) => ({ [key]: inside }), map);
  return quotedFile(writtenFor(location?.files[0], whole), location?.files[0], client);
}

export function quotedEntry(entry: Readonly<Record<string, unknown>>, client: Client | null): Quoted {
  return writtenEntry((location) => inKeysOf(location, entry), client);
}

/** An entry told in the keys of most clients, where this one has its own and its file is no JSON: so it was retold, and never written. */
function inKeysOf(
  { files, keys: { command, env = 'env' } = {} }: ConfigLocation,
  entry: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  if (command === undefined || command in entry || formatOf(files[0] ?? '') === 'json') return entry;
  const own: Readonly<Record<string, string>> = { command, env };
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => [own[key] ?? key, value]));
}

/** What was typed, or logged, as the client would have it in its file. */
export function toldEntry(told: ToldCommand, client: Client | null): Quoted {
  return writtenEntry(({ keys = {}, entries }) => {
    const { command = 'command', args: ofArgs = 'args', env: ofEnv = 'env', addresses: [address = 'url'] = [] } = keys;
    if ('url' in told) return { type: told.type, [address]: told.url };
    const { args = [], env } = told;
    const type = entries?.types?.local[0];
    return {
      ...(type === undefined ? {} : { type }),
      ...(keys.isCommandLine ? { [command]: [told.command, ...args] } : { [command]: told.command, [ofArgs]: args }),
      ...(env ? { [ofEnv]: env } : {}),
    };
  }, client);
}

function writtenEntry(
  entryFor: (location: ConfigLocation) => Readonly<Record<string, unknown>>,
  client: Client | null,
): Quoted {
  for (const location of placesOf(client)) {
    const { files, roots } = location;
    const [root = []] = roots;
    const entry = entryFor(location);
    const whole = [...root, 'server'].reduceRight((inside, key) => ({ [key]: inside }), entry);
    const quoted = quotedFile(writtenFor(files[0], whole), files[0], client);
    if (quoted.entry) return quoted;
  }
  return nothingQuoted;
}

/** What a file holds, in the format of that file: JSON, which YAML contains, or TOML with its tables in braces. */
export function writtenFor(pattern: string | undefined, whole: Readonly<Record<string, unknown>>): string {
  return formatOf(pattern ?? '') === 'toml' ? membersInToml(whole).join('\n') : JSON.stringify(whole);
}

/** A text is written as in JSON, and what is nothing has no form. */
function inToml(value: unknown): string {
  if (Array.isArray(value))
    return `[${value
      .filter((each) => each !== null)
      .map(inToml)
      .join(', ')}]`;
  return isObject(value) ? `{ ${membersInToml(value).join(', ')} }` : JSON.stringify(value);
}

function membersInToml(object: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(object).flatMap(([key, value]) =>
    value === null || value === undefined ? [] : [`${JSON.stringify(key)} = ${inToml(value)}`],
  );
}
