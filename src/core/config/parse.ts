import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { readersOf, serverMapPaths, unknownReader } from '../clients';
import { maskFor } from '../secrets';
import { Raw } from '../text';
import { entrySecrets } from './entry-secrets';
import { arrayItems, literal, properties, property, spanOf, stringOf } from './nodes';
import type { Mask } from '../text';
import type {
  ConfigFile,
  Input,
  JsonPath,
  ServerEntry,
  ServerMap,
  Setting,
  SyntaxProblem,
  Transport,
  Value,
} from './config-file';

/** A larger file is no MCP configuration that a person wrote; it is named, and not read. In UTF-16 units. */
export const LARGEST_FILE = 8 * 1024 * 1024;

/**
 * Reads a config file: every entry under every key that some client would look at, with the place of each value.
 * Never throws: what cannot be read is in `problems`, and the healthy parts are still there.
 */
export function parseConfig(path: string, text: string): ConfigFile {
  const known = readersOf(path);
  const readers = known.length > 0 ? known : [unknownReader];
  const { root, problems } = parseText(text);
  return { path, text, readers, problems, maps: root ? serverMaps(root) : [], inputs: root ? inputsOf(root) : [] };
}

function parseText(text: string): { root: Node | undefined; problems: SyntaxProblem[] } {
  const mask = maskFor();
  const whole = (what: string) => ({
    root: undefined,
    problems: [{ what: mask(what), span: { offset: 0, length: 0 } }],
  });
  if (text.length > LARGEST_FILE) return whole('it is larger than 8 MB');
  if (text.includes('\0')) return whole('it is a binary file');
  const errors: ParseError[] = [];
  try {
    const start = text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text; // same length, so that places stay right
    const root = parseTree(start, errors, { allowTrailingComma: true });
    return {
      root,
      problems: errors.map(({ error, offset, length }) => ({ what: mask(inWords(error)), span: { offset, length } })),
    };
  } catch (error) {
    // The parser is recursive: only nesting that no config file has can exhaust its stack.
    if (error instanceof RangeError) return whole('it is nested too deeply');
    throw error;
  }
}

/** `CommaExpected` → `comma expected`. */
function inWords(error: ParseError['error']): string {
  return printParseErrorCode(error)
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
}

function serverMaps(root: Node): ServerMap[] {
  const nested = serverMapPaths.flatMap((path) => mapAt(root, path));
  return nested.length > 0
    ? nested
    : mapOf(root, [], { offset: root.offset, length: 1 }).filter(({ servers }) => servers.length > 0);
}

function mapAt(root: Node, path: JsonPath): ServerMap[] {
  let found: { key: Node; value: Node } | undefined;
  let node: Node | undefined = root;
  for (const key of path) {
    found = property(node, String(key));
    node = found?.value;
  }
  if (!found) return [];
  const [map] = mapOf(found.value, path, spanOf(found.key));
  // `mcp` holds settings in one client and servers in another: without a server in it, it is no map of servers.
  return map && (map.servers.length > 0 || (path.length === 1 && path[0] !== 'mcp')) ? [map] : [];
}

function mapOf(node: Node, path: JsonPath, keySpan: ServerMap['keySpan']): ServerMap[] {
  if (node.type !== 'object') return [];
  const servers = properties(node)
    .filter(({ value }) => looksLikeServer(value) || (path.length > 0 && value.type === 'object' && path[0] !== 'mcp'))
    .map(({ key, value }) => entryOf(key, value, path));
  return [{ path, keySpan, servers }];
}

function looksLikeServer(node: Node): boolean {
  return ['command', 'url', 'serverUrl', 'httpUrl'].some((key) => property(node, key) !== undefined);
}

function entryOf(key: Node, node: Node, parent: JsonPath): ServerEntry {
  const name = stringOf(key) ?? '';
  const mask = maskFor(entrySecrets(node));
  const value = (of: string) => valueOf(property(node, of)?.value, mask);
  return {
    name: maskFor()(name),
    path: [...parent, name],
    nameSpan: spanOf(key),
    span: spanOf(node),
    transport: transportOf(node),
    command: value('command'),
    args: arrayItems(property(node, 'args')?.value).flatMap((item) => valueOf(item, mask) ?? []),
    cwd: value('cwd'),
    env: settingsOf(property(node, 'env')?.value, mask),
    envFile: value('envFile'),
    url: value('url') ?? value('serverUrl') ?? value('httpUrl'),
    headers: settingsOf(property(node, 'headers')?.value, mask),
    sandboxed: literal(property(node, 'sandboxEnabled')?.value) === true,
    mask,
  };
}

/** What the entry is, read as most clients infer it: an address without a command is remote. */
function transportOf(node: Node): Transport {
  const type = stringOf(property(node, 'type')?.value);
  if (stringOf(property(node, 'command')?.value)) return 'stdio';
  if (['url', 'serverUrl', 'httpUrl'].some((key) => stringOf(property(node, key)?.value)))
    return type === 'sse' ? 'sse' : 'http';
  return 'unknown';
}

function settingsOf(node: Node | undefined, mask: Mask): Setting[] {
  return properties(node).map(({ key, value }) => ({
    name: stringOf(key) ?? '',
    nameSpan: spanOf(key),
    value: literal(value) === null ? null : valueOf(value, mask),
  }));
}

function valueOf(node: Node | undefined, mask: Mask): Value | null {
  const text = node?.type === 'number' ? String(node.value) : stringOf(node);
  return node && text !== undefined ? { raw: new Raw(text), safe: mask(text), span: spanOf(node) } : null;
}

function inputsOf(root: Node): Input[] {
  const mask = maskFor();
  return arrayItems(property(root, 'inputs')?.value).flatMap((item) => {
    const id = stringOf(property(item, 'id')?.value);
    if (id === undefined) return [];
    const description = stringOf(property(item, 'description')?.value);
    return [
      {
        id,
        password: literal(property(item, 'password')?.value) === true,
        description: description === undefined ? null : mask(description),
      },
    ];
  });
}
