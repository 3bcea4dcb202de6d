import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { readersOf, serverMapPaths, unknownReader } from '../clients';
import { maskFor } from '../secrets';
import { Raw } from '../text';
import { argSecrets, settingSecrets } from './entry-secrets';
import { arrayItems, fieldsOf, literal, properties, property, spanOf, stringOf, withoutBom } from './nodes';
import type { Secret } from '../secrets';
import type { Mask, Safe } from '../text';
import type { Property } from './nodes';
import type {
  ConfigFile,
  Input,
  JsonPath,
  ServerEntry,
  ServerMap,
  Setting,
  Span,
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
    const root = parseTree(withoutBom(text), errors, { allowTrailingComma: true });
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
  // Under a key of its own everything is meant as a server; elsewhere only what looks like one is.
  const isOwnKey = path.length > 0 && path[0] !== 'mcp';
  // Of two servers of one name clients see the last.
  const servers = [...fieldsOf(node).values()].flatMap(({ key, value }) => {
    const fields = fieldsOf(value);
    const isServer = ADDRESSES.some((name) => fields.has(name)) || fields.has('command');
    return isServer || (isOwnKey && value.type === 'object') ? [entryOf(key, value, fields, path)] : [];
  });
  return [{ path, keySpan, servers }];
}

/** What clients call the address of a remote server. */
const ADDRESSES = ['url', 'serverUrl', 'httpUrl'];

type Fields = ReadonlyMap<string, Property>;

function entryOf(key: Node, node: Node, fields: Fields, parent: JsonPath): ServerEntry {
  const name = stringOf(key) ?? '';
  const mask = lazyMask(() => maskFor(literalSecrets(fields)));
  const value = (of: string) => valueOf(fields.get(of)?.value, mask);
  return {
    name: hideShapes(name),
    path: [...parent, name],
    nameSpan: spanOf(key),
    span: spanOf(node),
    transport: transportOf(fields),
    command: value('command'),
    args: arrayItems(fields.get('args')?.value).flatMap((item) => valueOf(item, mask) ?? []),
    cwd: value('cwd'),
    env: settingsOf(fields.get('env')?.value, mask),
    envFile: value('envFile'),
    url: ADDRESSES.map(value).find((address) => address !== null) ?? null,
    headers: settingsOf(fields.get('headers')?.value, mask),
    sandboxed: literal(fields.get('sandboxEnabled')?.value) === true,
    mask,
  };
}

const hideShapes = maskFor();

/** The secrets that stand in the entry itself. */
function literalSecrets(fields: Fields): Secret[] {
  const strings = (name: string): [string, string][] =>
    properties(fields.get(name)?.value).map(({ key, value }) => [stringOf(key) ?? '', stringOf(value) ?? '']);
  const args = arrayItems(fields.get('args')?.value).map((item) => stringOf(item) ?? '');
  return [
    ...settingSecrets(strings('env'), 'env'),
    ...settingSecrets(strings('headers'), 'header'),
    ...argSecrets(args),
  ];
}

/** Most entries are never shown: their secrets are looked for when the first text is. */
function lazyMask(make: () => Mask): Mask {
  let mask: Mask | undefined;
  return (text) => {
    mask ??= make();
    return mask(text);
  };
}

/** What the entry is, read as most clients infer it: an address without a command is remote. */
function transportOf(fields: Fields): Transport {
  const type = stringOf(fields.get('type')?.value);
  const isRemoteType = type === 'http' || type === 'sse' || type === 'streamable-http';
  const hasAddress = ADDRESSES.some((name) => stringOf(fields.get(name)?.value));
  if (stringOf(fields.get('command')?.value) && !isRemoteType) return 'stdio';
  return hasAddress ? (type === 'sse' ? 'sse' : 'http') : 'unknown';
}

function settingsOf(node: Node | undefined, mask: Mask): Setting[] {
  return properties(node).map(({ key, value }) => ({
    name: stringOf(key) ?? '',
    nameSpan: spanOf(key),
    value: valueOf(value, mask),
    isRemoval: value.type === 'null',
  }));
}

function valueOf(node: Node | undefined, mask: Mask): Value | null {
  const text = node?.type === 'number' ? String(node.value) : stringOf(node);
  return node && text !== undefined ? new WrittenValue(text, mask, node) : null;
}

/** A value whose masked form is made when it is asked for. */
class WrittenValue implements Value {
  readonly raw: Raw;
  readonly span: Span;
  readonly #mask: Mask;
  #safe: Safe | undefined;

  constructor(text: string, mask: Mask, node: Node) {
    this.raw = new Raw(text);
    this.span = spanOf(node);
    this.#mask = mask;
  }

  get safe(): Safe {
    this.#safe ??= this.#mask(this.raw.reveal());
    return this.#safe;
  }
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
