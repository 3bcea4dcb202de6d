import { unknownReader } from '../clients';
import { formatOf } from '../config/format';
import { isOpenAt, tokensOf } from '../config/json-tokens';
import { parseConfig } from '../config/parse';
import { allOf } from '../secrets/mask';
import { commandIn, toldCommand } from './told-command';
import type { ToldCommand } from './told-command';
import type { Client } from '../clients';
import type { ServerEntry } from '../config/config-file';
import type { Format } from '../config/format';
import type { QuotedText } from '../log/quoted';
import type { Subject } from '../rules/rule';
import type { Start } from '../start';
import type { Mask } from '../text';

/** What somebody shows of a configuration: the file as its client would read it, and the entry that it is about. */
type Quoted = Pick<Subject, 'file' | 'entry' | 'reader' | 'isCommandLine' | 'inContainer'>;

const nothingQuoted: Quoted = { file: null, entry: null, reader: null };

/** The text of a file, or the value that it holds, or one entry of it, as its client would read it; of an unknown client, as in any `mcp.json`. */
export function quotedConfig(config: unknown, client: Client | null): Quoted {
  if (typeof config === 'string') return quotedString(config.replace(/^[^\S\uFEFF]+|\s+$/g, ''), client);
  // The words of a command line, as some clients have them in a list.
  if (isWords(config)) return ofCommand(inWords(config), client);
  if (!isObject(config)) return nothingQuoted;
  const [location] = placesOf(client);
  if (isObject(config['services'])) return { ...nothingQuoted, inContainer: true };
  const pasted = textIn(config);
  if (pasted !== undefined) return quotedFile(pasted, location?.files[0]);
  // Some quote the whole file, or the map that its servers are in.
  if (ROOTS.some((root) => isObject(config[root]) || Array.isArray(config[root])))
    return quotedFile(writtenFor(location?.files[0], config), location?.files[0]);
  if (Object.entries(config).some(([key, value]) => LIKE_ROOT.test(key) && isObject(value) && isMapOfServers(value)))
    return quotedFile(writtenFor(location?.files[0], config), location?.files[0]);
  if (client === null && isWords(config['command']))
    return quotedEntry({ ...config, ...inWords(config['command']) }, client);
  if (isMapOfServers(config)) return quotedMap(config, client);
  return quotedEntry(isSettings(config) ? ofSettings(config) : config, client);
}

/** What somebody has filled in for a server that the client starts by itself: values under names of the server's own. */
function isSettings(config: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(config).every(
    ([key, value]) => !OF_ENTRIES.test(key) && (isWords(value) || typeof value !== 'object'),
  );
}

/** The entry that such a client makes of them: lists become words of the command line, the rest variables. */
function ofSettings(config: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const [lists, values] = [true, false].map((isList) =>
    Object.entries(config).filter(([, value]) => isWords(value) === isList),
  );
  return { args: lists?.flatMap(([, words]) => words), env: Object.fromEntries(values ?? []) };
}

/** What a text alone shows: a command line, a part of a file or a whole one. What is none of those is somebody's words. */
function quotedString(text: string, client: Client | null): Quoted {
  const command = commandIn(text);
  if (command) return ofCommand(command, client);
  const given = GIVEN_AS_JSON.exec(text)?.[1] ?? linkedIn(text);
  if (given !== undefined) return quotedString(given, client);
  if (text === '' || NO_TEXT.test(text)) return quotedFile(text, placesOf(client)[0]?.files[0]);
  const fragment = fragmentIn(text);
  if (fragment) return quotedFile(fragment.text, fragment.pattern);
  const format = formatIn(text);
  if (!format) return nothingQuoted;
  if (format === 'json' && !HAS_ROOT.test(text)) {
    const { file, entry, reader } = quotedIn([{ format, text, lines: [] }], { client });
    return { file, entry, reader };
  }
  const pattern = placesOf(client)[0]?.files.find((each) => formatOf(each) === format);
  return quotedFile(text, pattern ?? `mcp.${format}`);
}

/** What a shell passes on to a client, as it was typed. */
const GIVEN_AS_JSON = /^(?:\$ )?[\w-]{3,20} (?:mcp add-json [^'\n]{1,200}|--add-mcp )'(\{[^']{1,8000}\})'/;

/** What a link that installs a server has in it: VS Code's as JSON, Cursor's as base64 of that. */
function linkedIn(text: string): string | undefined {
  const [, ofCode, ofCursor] =
    /^(?:vscode(?:-insiders)?:mcp\/install\?(\S{1,8000})|cursor:\/\/\S{1,80}\/mcp\/install\?\S{0,300}\bconfig=([\w+/%=-]{1,8000}))$/.exec(
      text,
    ) ?? [];
  try {
    if (ofCode !== undefined) return decodeURIComponent(ofCode);
    return ofCursor === undefined ? undefined : atob(decodeURIComponent(ofCursor));
  } catch {
    return undefined;
  }
}

/** What a merge has left, a page, two bytes a letter: a file that no parser reads. */
const NO_TEXT = /^(?:<<<<<<< |<!DOCTYPE\b|<html\b|\u0000|\{\u0000)/i;

/** The fields of one entry, without what stands around them: the file that they would be a part of. */
function fragmentIn(text: string): { readonly text: string; readonly pattern: string } | null {
  const [, sign] = FIELD.exec(text) ?? [];
  if (sign === '=') return { text: `[mcp_servers.server]\n${text}`, pattern: '~/.codex/config.toml' };
  const inside = text.replace(/^/gm, '    ');
  if (sign === ':') return { text: `mcpServers:\n  server:\n${inside}`, pattern: 'mcp.yaml' };
  return JSON_FIELD.test(text)
    ? { text: `{"mcpServers": {"server": {${text.replace(/,$/, '')}}}}`, pattern: 'mcp.json' }
    : null;
}

const FIELD = /^(?:command|args|url|type) ?(=|:(?=\s)) ?["'\w[]/;
const JSON_FIELD = /^"(?:command|args|url|type|env)"\s*:[^]*["\]}],?$/;

/** In which format a text seems to be written, by how it begins. */
function formatIn(text: string): Format | null {
  if (/^(?:\uFEFF|```\w{0,10}\s)*(?:\{|["'“”][^"'“”\n]{1,80}["'“”]\s*:)/.test(text)) return 'json';
  if (/^\[{1,2}[A-Za-z_][^\]\n{},]{0,80}\]{0,2}\s*$/m.test(text)) return 'toml';
  return /^[\w-]{1,60}:\s*$/m.test(text) ? 'yaml' : null;
}

function ofCommand(command: ToldCommand, client: Client | null): Quoted {
  return { ...toldEntry(command, client), isCommandLine: true };
}

function inWords([command = '', ...args]: readonly string[]): ToldCommand {
  return { command, args };
}

function isWords(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((word) => typeof word === 'string');
}

/** Servers under their names, without the key that they are under. What begins with a low line is a note. */
function isMapOfServers(config: Readonly<Record<string, unknown>>): boolean {
  const servers = Object.entries(config);
  const isServer = ([name, value]: readonly [string, unknown]) =>
    isObject(value) && !IN_ENTRIES.test(name) && ('command' in value || 'url' in value);
  return servers.length > 0 && servers.every(isServer);
}

/** Keys of entries, in any client. */
const OF_ENTRIES = /^(?:_|(?:command|cmd|args|env\w*|type|\w*url|cwd|headers|transport|disabled|enabled|timeout)$)/i;

const IN_ENTRIES = /^(?:_|(?:transport|config|connection|stdio|server|options|settings)$)/;

function quotedMap(map: Readonly<Record<string, unknown>>, client: Client | null): Quoted {
  const [location] = placesOf(client);
  const [root = []] = location?.roots ?? [];
  const whole = root.reduceRight((inside, key) => ({ [key]: inside }), map);
  return quotedFile(writtenFor(location?.files[0], whole), location?.files[0], client);
}

function quotedEntry(entry: Readonly<Record<string, unknown>>, client: Client | null): Quoted {
  return writtenEntry(() => entry, client);
}

/** What was typed, or logged, as the client would have it in its file. */
function toldEntry(told: ToldCommand, client: Client | null): Quoted {
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
  entryFor: (location: typeof unknownReader.location) => Readonly<Record<string, unknown>>,
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
function writtenFor(pattern: string | undefined, whole: Readonly<Record<string, unknown>>): string {
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

/** The same of a text that shows it: where a place of the file stands there, as the number of a line. */
interface Shown extends Quoted {
  readonly lineAt: LineAt;
}

/** The line of a pasted text in which an offset of the file stands that it shows; null where it shows no such place. */
export type LineAt = (offset: number) => number | null;

/** What is known of a text besides the configurations that it shows. */
interface Known {
  readonly client: Client | null;
  /** What is said in it, line by line. */
  readonly said?: readonly string[];
}

/**
 * What a pasted text shows of a configuration, with all that it may leave out around it: the braces, the key that its
 * servers are under, the name of the server. Of several servers the entry is the one that the text speaks of, or none.
 */
export function quotedIn(texts: readonly QuotedText[], { client, said = [] }: Known): Shown {
  for (const text of texts)
    for (const { files, roots } of placesOf(client)) {
      const [root = []] = roots;
      const { whole, shift } =
        text.format === 'json' ? completed(text.text, root.map(String)) : { whole: text.text, shift: 0 };
      const pattern = files.find((file) => formatOf(file) === text.format) ?? `mcp.${text.format}`;
      const quoted = quotedFile(whole, pattern, client);
      const { file } = quoted;
      const { servers = [] } = file?.maps[0] ?? {};
      if (!file || servers.length === 0) continue;
      // What was left out of it, or cut off, is no mistake of the file's.
      const problems = LEFT_OUT.test(text.text) || isCut(text) ? [] : file.problems;
      const lineAt = linesOf(text, shift);
      return { file: { ...file, problems }, entry: spokenOf(servers, said), reader: quoted.reader, lineAt };
    }
  return { ...nothingQuoted, lineAt: () => null };
}

/** What is known of a start from the configurations that are shown beside it. */
export function aboutQuoted(
  texts: readonly QuotedText[],
  start: Start,
  client: Client | null,
): Partial<Subject> & { readonly lineAt?: LineAt } {
  const { from, stderr, noise, client: told } = start;
  const said = [from.server ?? '', ...[...told, ...stderr, ...noise].map(({ text }) => text)];
  const quoted = quotedIn(texts, { client, said });
  if (quoted.file) return { ...quoted, isQuoted: true };
  const command = toldCommand(start);
  if (!command) return {};
  const { entry, reader } = toldEntry(command, client);
  const line = lineOfCommand(start, command);
  return { entry, reader, isQuoted: true, isCommandLine: true, isLogged: true, lineAt: () => line };
}

/** The last line that says a command, or an address, as a whole. */
function lineOfCommand({ client, stderr }: Start, told: ToldCommand): number | null {
  const whole = 'url' in told ? told.url : [told.command, ...(told.args ?? [])].join(' ');
  return [...client, ...stderr].findLast(({ text }) => text.includes(whole))?.number ?? null;
}

/** Hides what any of the configurations keeps secret. */
export function maskOf(texts: readonly QuotedText[]): Mask {
  const files = texts.map((text) => quotedIn([text], { client: null }).file);
  return allOf(files.flatMap((file) => file?.maps.flatMap(({ servers }) => servers.map(({ mask }) => mask)) ?? []));
}

/** Three dots, or words in pointed or square brackets, for what nobody is to see. */
const LEFT_OUT = /(?:^|[\s,{[:])(?:\.{3}|…)|[:,[]\s*(?:<[^<>\n]{1,80}>|\[[A-Za-z _-]{3,40}\])\s*(?:[,\]}]|$)/m;

function isCut({ format, text }: QuotedText): boolean {
  return format === 'json' && isOpenAt(tokensOf(text));
}

function spokenOf(servers: readonly ServerEntry[], said: readonly string[]): ServerEntry | null {
  if (servers.length === 1) return servers[0] ?? null;
  const [only = null, ...others] = servers.filter(({ name, args }) =>
    [name, ...args.map(({ safe: arg }) => arg)].some(
      (word) => word.length > 3 && said.some((line) => line.includes(word)),
    ),
  );
  return others.length === 0 ? only : null;
}

/** By how much an offset of the file is larger than one of the text. */
function linesOf({ text, lines }: QuotedText, shift: number): LineAt {
  return (offset) => {
    const at = offset - shift;
    const isShown = at >= 0 && at <= text.length;
    return isShown ? (lines[text.slice(0, at).split('\n').length - 1] ?? null) : null;
  };
}

/** The text of a whole file, in which what people leave out around a part of one is put back, and by how much that moves it. */
function completed(text: string, root: readonly string[]): { readonly whole: string; readonly shift: number } {
  const shown = text
    .trim()
    .replace(/,$/, '')
    .replace(/(?<=[}\]])[\s"'“”`.]+$/, '');
  const [before, after] = around(shown, root);
  const blanks = text.length - text.trimStart().length;
  return { whole: before + shown + after, shift: before.length - blanks };
}

/** What is missing in front of a part of a file, and behind it. */
function around(shown: string, root: readonly string[]): readonly [string, string] {
  const isObjectItself = shown.startsWith('{');
  if (HAS_ROOT.test(shown)) return isObjectItself ? ['', ''] : ['{', '}'];
  const keys = root.map((key) => `{"${key}":`).join('');
  const ends = '}'.repeat(root.length);
  if (!isObjectItself) return [`${keys}{`, `}${ends}`];
  return isEntry(shown) ? [`${keys}{"server":`, `}${ends}`] : [keys, ends];
}

const ROOTS = ['mcpServers', 'servers', 'mcp', 'mcp_servers', 'context_servers', 'mcp.servers'] as const;
/** One that somebody has misspelt. */
const LIKE_ROOT = /^(?:mcp[-_. ]?|context[-_ ]?)servers?$/i;
const HAS_ROOT = new RegExp(`["'“”{,\\s](?:${ROOTS.join('|').replace('.', '\\.')})["'“”]?\\s*[:=]?\\s*[{[]`);

/** Whether what starts a server stands in the object itself, and in none that is in it. */
function isEntry(text: string): boolean {
  const tokens = tokensOf(text);
  let depth = 0;
  return tokens.some(({ kind, text: word }, at) => {
    if (kind === 'open') depth += 1;
    else if (kind === 'close') depth -= 1;
    return depth === 1 && tokens[at + 1]?.kind === 'colon' && STARTS_SERVER.test(word);
  });
}

const STARTS_SERVER = /^["'“”]?(?:command|args|env|type|url|serverUrl|httpUrl|cwd|headers)["'“”]?$/;

function placesOf(client: Client | null): readonly (typeof unknownReader.location)[] {
  return [...(client?.locations ?? []), unknownReader.location];
}

/** The text of a file, where somebody has put that into a field, and no entry beside it. */
function textIn(config: Readonly<Record<string, unknown>>): string | undefined {
  if ('command' in config || 'url' in config) return undefined;
  const texts = Object.values(config).filter((value) => typeof value === 'string');
  return texts.find((text) => OF_FILE.test(text));
}

/** It begins as a file does, perhaps fenced, and names what configures servers. */
const OF_FILE =
  /^(?:\s|\uFEFF|```\w{0,10}\s)*(?:["'“”{]|\[mcp_servers\b|\w{1,20}:\s)[^]*?["'“”{[.\s]?(?:mcpServers|mcp_servers|servers|command|url)["'“”]?\s?[:={.]/;

/** `client`: who reads it, where that is to be nobody but them. */
function quotedFile(text: string, pattern: string | undefined, client?: Client | null): Quoted {
  const file = parseConfig(pathFor(pattern), text);
  const { readers = [], servers: [entry = null] = [] } = file.maps[0] ?? {};
  const reader = client === undefined ? readers[0] : readers.find((each) => each.client.id === client?.id);
  return { file, entry, reader: reader ?? null };
}

/** A path that a pattern for the files of a client fits. */
function pathFor(pattern = 'mcp.json'): string {
  return pattern.replace('~', '/home/user').replaceAll('*', 'x');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
