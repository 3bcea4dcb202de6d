import { isMisspelling } from '../misspelling';
import { keysOf, readersOf, serverMapPaths, unknownReader } from '../clients';
import { LIMITS } from '../limits';
import { hideShapes } from '../secrets/mask';
import { fill, safe } from '../text';
import { formatOf, parsers } from './format';
import { laxitiesIn } from './laxities';
import { arrayItems, fieldsOf, literal, properties, property, spanOf, stringOf } from './nodes';
import { WrittenEntry } from './written-entry';
import type { EntryKeys, Reader } from '../clients';
import type { Safe } from '../text';
import type { ConfigFile, Input, ServerMap } from './config-file';
import type { Format, Parsed } from './format';
import type { Node, Property } from './nodes';
import type { JsonPath, Span } from './place';

/**
 * Reads a config file: every entry under every key that some client would look at, with the place of each value.
 * Never throws: what cannot be read is in `problems`, and the healthy parts are still there.
 */
export function parseConfig(path: string, text: string): ConfigFile {
  const known = readersOf(path);
  const readers = known.length > 0 ? known : [unknownReader];
  const format = formatOf(path);
  const { root, problems } = parseText(format, text);
  const maps = root ? serverMaps(root, readers) : [];
  const laxities = format === 'json' && problems.length === 0 ? laxitiesIn(text, readers) : {};
  return { path, text, format, root, readers, problems, laxities, maps, inputs: root ? inputsOf(root) : [] };
}

function parseText(format: Format, text: string): Parsed {
  const whole = (what: Safe) => ({
    root: undefined,
    problems: [{ what, span: { offset: 0, length: 0 }, edits: [], title: safe(''), isLoose: true }],
  });
  const longest = LIMITS.configFile[format];
  if (text.length > longest) return whole(fill('It is larger than {size} MB', { size: longest / (1024 * 1024) }));
  if (text.includes('\0')) return whole(safe('It is a binary file'));
  try {
    return parsers[format](text);
  } catch (error) {
    // The parsers are recursive: nesting that no config file has exhausts their stack.
    if (error instanceof RangeError) return whole(safe('It is nested too deeply'));
    throw error;
  }
}

function serverMaps(root: Node, readers: readonly Reader[]): ServerMap[] {
  const nested = serverMapPaths.flatMap((path) => mapAt(root, path, readers));
  if (nested.length > 0) return nested;
  const misspelt = misspeltMaps(root, readers);
  if (misspelt.length > 0) return misspelt;
  const whole = mapOf(root, [], { offset: root.offset, length: 1 }, readers);
  return whole && whole.servers.length > 0 ? [whole] : [];
}

/** Servers under a key that is nearly one for servers: nobody looks for them there. */
function misspeltMaps(root: Node, readers: readonly Reader[]): ServerMap[] {
  return properties(root).flatMap(({ key, value }) => {
    const name = String(key.value);
    const map = ROOTS.some((right) => isMisspelling(name, right)) ? mapOf(value, [name], spanOf(key), readers) : null;
    return map && map.servers.length > 0 ? [map] : [];
  });
}

/** Those that name more than `servers`, which other programs have, too: `mcpServers`, `context_servers`. */
const ROOTS: readonly string[] = serverMapPaths.flatMap(([only, ...more]) =>
  more.length === 0 && /.servers$/i.test(String(only)) ? String(only) : [],
);

function mapAt(root: Node, path: JsonPath, readers: readonly Reader[]): ServerMap[] {
  let found: Property | undefined;
  let node: Node | undefined = root;
  for (const key of path) {
    found = property(node, String(key));
    node = found?.value;
  }
  const map = found && mapOf(found.value, path, spanOf(found.key), readers);
  return map && (map.servers.length > 0 || isOwnKey(path, map.readers)) ? [map] : [];
}

/** Under a key for servers everything is meant as one; elsewhere (`mcp`, a whole file) only what looks like one is. */
function isOwnKey(path: JsonPath, readers: readonly Reader[]): boolean {
  const isUsual = path.length === 1 && (path[0] === 'servers' || path[0] === 'mcpServers');
  return isUsual || (path.length > 0 && readers.length > 0);
}

function mapOf(node: Node, path: JsonPath, keySpan: Span, all: readonly Reader[]): ServerMap | null {
  const readers = all
    .filter(({ location }) => location.roots.some((root) => samePath(root, path)))
    .toSorted((a, b) => GRADES.indexOf(a.client.environment.evidence) - GRADES.indexOf(b.client.environment.evidence));
  const location = readers[0]?.location;
  const keys = keysOf(location);
  if (location?.isList) return { path, keySpan, readers, servers: listed(node, path, keys), others: [], names: [] };
  if (node.type !== 'object') return null;
  const isOwn = isOwnKey(path, readers);
  const inner = location?.roots.flatMap((root) => (root.length === path.length + 1 ? root.slice(-1) : [])) ?? [];
  const servers: WrittenEntry[] = [];
  // Of two servers of one name clients see the last.
  for (const [name, [key, value]] of fieldsOf(node))
    if (key && value && !inner.includes(name) && ((isOwn && value.type === 'object') || looksLikeServer(value, keys)))
      servers.push(new WrittenEntry(name, path, key, value, keys));
  const isMeant = servers.length > 0 || path.at(-1) === 'mcpServers';
  const others = isOwn && readers.length > 0 && isMeant ? othersIn(node) : [];
  return { path, keySpan, readers, servers, others, names: namesIn(node) };
}

/** What is no object, and no key that an editor reads (`$schema`). */
function othersIn(node: Node): ServerMap['others'] {
  return properties(node).flatMap(({ key, value }) =>
    value.type === 'object' || value.type === 'null' || String(key.value).startsWith('$')
      ? []
      : [{ name: String(key.value), span: spanOf(key) }],
  );
}

/** Only of a map in which a name stands twice, or nearly so: of most there is nothing to tell. */
function namesIn(node: Node): ServerMap['names'] {
  const all = properties(node);
  const distinct = new Set(all.map(({ key }) => String(key.value).toLowerCase()));
  return distinct.size === all.length ? [] : all.map(({ key }) => ({ name: String(key.value), span: spanOf(key) }));
}

function looksLikeServer(value: Node, { command, addresses }: EntryKeys): boolean {
  return properties(value).some(({ key }) => key.value === command || addresses.includes(String(key.value)));
}

/** Servers that have their names in them; one without a name is nobody's. */
function listed(list: Node, path: JsonPath, keys: EntryKeys): WrittenEntry[] {
  return arrayItems(list).flatMap((value, index) => {
    const key = property(value, 'name')?.value;
    return key && stringOf(key) !== undefined ? [new WrittenEntry(index, path, key, value, keys)] : [];
  });
}

const GRADES = ['source', 'docs', 'reported', 'unknown'] as const;

/** Whether two ways lead to one value. */
export function samePath(a: JsonPath, b: JsonPath): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}

function inputsOf(root: Node): Input[] {
  return arrayItems(property(root, 'inputs')?.value).flatMap((item) => {
    const node = property(item, 'id')?.value;
    const id = stringOf(node);
    if (!node || id === undefined) return [];
    const description = stringOf(property(item, 'description')?.value);
    return [
      {
        id,
        span: spanOf(node),
        password: literal(property(item, 'password')?.value) === true,
        isTyped: stringOf(property(item, 'type')?.value) === 'promptString' && !property(item, 'default'),
        description: description === undefined ? null : hideShapes(description),
      },
    ];
  });
}
