import { unknownReader } from '../clients';
import { formatOf } from '../config/format';
import { isOpenAt, tokensOf } from '../config/json-tokens';
import { parseConfig } from '../config/parse';
import { allOf } from '../secrets/mask';
import { toldCommand } from './told-command';
import type { Client } from '../clients';
import type { ServerEntry } from '../config/config-file';
import type { QuotedText } from '../log/quoted';
import type { Subject } from '../rules/rule';
import type { Start } from '../start';
import type { Mask } from '../text';

/** What somebody shows of a configuration: the file as its client would read it, and the entry that it is about. */
type Quoted = Pick<Subject, 'file' | 'entry' | 'reader'>;

const nothingQuoted: Quoted = { file: null, entry: null, reader: null };

/** The text of a file, or the value that it holds, or one entry of it, as its client would read it; of an unknown client, as in any `mcp.json`. */
export function quotedConfig(config: unknown, client: Client | null): Quoted {
  const [location] = placesOf(client);
  // Some paste the text of the file, which may be what is wrong.
  if (typeof config === 'string' && config.trim() !== '') return quotedFile(config, location?.files[0]);
  const pasted = isObject(config) ? textIn(config) : undefined;
  if (pasted !== undefined) return quotedFile(pasted, location?.files[0]);
  // Some quote the whole file, or the map that its servers are in.
  if (isObject(config) && ROOTS.some((root) => isObject(config[root]) || Array.isArray(config[root])))
    return quotedFile(JSON.stringify(config), location?.files[0]);
  for (const { files, roots } of isObject(config) ? placesOf(client) : []) {
    const [root = []] = roots;
    const text = JSON.stringify([...root, 'server'].reduceRight((inside, key) => ({ [key]: inside }), config));
    const quoted = quotedFile(text, files[0], client);
    if (quoted.entry) return quoted;
  }
  return nothingQuoted;
}

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
export function quotedIn(texts: readonly QuotedText[], { client, said = [] }: Known): Quoted {
  for (const text of texts)
    for (const { files, roots } of placesOf(client)) {
      const [root = []] = roots;
      const whole = text.format === 'json' ? completed(text.text, root.map(String)) : text.text;
      const pattern = files.find((file) => formatOf(file) === text.format) ?? `mcp.${text.format}`;
      const quoted = quotedFile(whole, pattern, client);
      const { file } = quoted;
      const { servers = [] } = file?.maps[0] ?? {};
      if (!file || servers.length === 0) continue;
      // What was left out of it, or cut off, is no mistake of the file's.
      const problems = LEFT_OUT.test(text.text) || isCut(text) ? [] : file.problems;
      return { file: { ...file, problems }, entry: spokenOf(servers, said), reader: quoted.reader };
    }
  return nothingQuoted;
}

/** What is known of a start from the configurations that are shown beside it. */
export function aboutQuoted(texts: readonly QuotedText[], start: Start, client: Client | null): Partial<Subject> {
  const { from, stderr, noise, client: told } = start;
  const said = [from.server ?? '', ...[...told, ...stderr, ...noise].map(({ text }) => text)];
  const quoted = quotedIn(texts, { client, said });
  if (quoted.file) return { ...quoted, isQuoted: true };
  const command = toldCommand(start);
  if (!command) return {};
  const { entry, reader } = quotedConfig(command, client);
  return { entry, reader, isQuoted: true, isCommandLine: true };
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

/** The text of a whole file: what people leave out around a part of one is put back. */
function completed(text: string, root: readonly string[]): string {
  const shown = text
    .trim()
    .replace(/,$/, '')
    .replace(/(?<=[}\]])[\s"'“”`.]+$/, '');
  if (HAS_ROOT.test(shown)) return shown.startsWith('{') ? shown : `{${shown}}`;
  const inRoot = (map: string): string => root.reduceRight((inside, key) => `{"${key}":${inside}}`, map);
  if (!shown.startsWith('{')) return inRoot(`{${shown}}`);
  return inRoot(isEntry(shown) ? `{"server":${shown}}` : shown);
}

const ROOTS = ['mcpServers', 'servers', 'mcp', 'mcp_servers', 'context_servers'] as const;
const HAS_ROOT = new RegExp(`["'“”](?:${ROOTS.join('|')})["'“”]\\s*:\\s*[{[]`);

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
