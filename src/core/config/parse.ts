import { parseTree, printParseErrorCode } from 'jsonc-parser';
import type { Node, ParseError } from 'jsonc-parser';
import { readersOf, serverMapPaths, unknownReader } from '../clients';
import { LIMITS } from '../limits';
import { hideShapes } from '../secrets';
import { safe } from '../text';
import type { Safe } from '../text';
import { arrayItems, fieldsOf, literal, property, spanOf, stringOf, withoutBom } from './nodes';
import { ADDRESSES, parseEntry } from './parse-entry';
import type { ConfigFile, Input, ServerMap, SyntaxProblem } from './config-file';
import type { JsonPath } from './place';

/**
 * Reads a config file: every entry under every key that some client would look at, with the place of each value.
 * Never throws: what cannot be read is in `problems`, and the healthy parts are still there.
 */
export function parseConfig(path: string, text: string): ConfigFile {
  const known = readersOf(path);
  const readers = known.length > 0 ? known : [unknownReader];
  const { root, problems } = isOtherFormat(path) ? { root: undefined, problems: [] } : parseText(text);
  return { path, text, readers, problems, maps: root ? serverMaps(root) : [], inputs: root ? inputsOf(root) : [] };
}

/** Formats of some clients that are not read yet: nothing is said of what is in them, and nothing is wrong with that. */
export function isOtherFormat(path: string): boolean {
  return /\.(?:toml|ya?ml)$/i.test(path);
}

function parseText(text: string): { root: Node | undefined; problems: SyntaxProblem[] } {
  const whole = (what: Safe) => ({ root: undefined, problems: [{ what, span: { offset: 0, length: 0 } }] });
  if (text.length > LIMITS.configFile) return whole(safe('it is larger than 8 MB'));
  if (text.includes('\0')) return whole(safe('it is a binary file'));
  const errors: ParseError[] = [];
  try {
    const root = parseTree(withoutBom(text), errors, { allowTrailingComma: true });
    const toProblem = ({ error, offset, length }: ParseError): SyntaxProblem => ({
      what: hideShapes(inWords(error)),
      span: { offset, length },
    });
    return { root, problems: errors.map(toProblem) };
  } catch (error) {
    // The parser is recursive: only nesting that no config file has can exhaust its stack.
    if (error instanceof RangeError) return whole(safe('it is nested too deeply'));
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
    return isServer || (isOwnKey && value.type === 'object') ? [parseEntry(key, value, fields, path)] : [];
  });
  return [{ path, keySpan, servers }];
}

function inputsOf(root: Node): Input[] {
  return arrayItems(property(root, 'inputs')?.value).flatMap((item) => {
    const id = stringOf(property(item, 'id')?.value);
    if (id === undefined) return [];
    const description = stringOf(property(item, 'description')?.value);
    return [
      {
        id,
        password: literal(property(item, 'password')?.value) === true,
        description: description === undefined ? null : hideShapes(description),
      },
    ];
  });
}
