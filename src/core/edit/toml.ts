import { libraries } from '../config/libraries';
import { nodeAt, properties, spanOf, withoutBom } from '../config/nodes';
import { bareKey, replaceInBrackets, setPresent } from './shared';
import type { AST } from 'toml-eslint-parser';
import type { ConfigFile, Value } from '../config/config-file';
import type { Node } from '../config/nodes';
import type { JsonPath, Span } from '../config/place';
import type { Edit } from '../fixes/fix';

// TOML: a table has its own lines, below its header; one that stands in braces is added to in them. Texts and lists of
// texts are written as JSON, which TOML contains.

export function setProperties(
  file: ConfigFile,
  path: JsonPath,
  values: Readonly<Record<string, unknown>>,
): readonly Edit[] {
  const node = nodeAt(file.root, path);
  const { edits, missing } = setPresent(node, values);
  const members = missing.map(([name, value]) => member(name, value));
  if (members.length === 0) return edits;
  const added = node ? addTo(file, path, node, members) : addTable(file, path, members);
  return added.length > 0 ? [...edits, ...added] : [];
}

/** No list is added to in any file of this format. */
export function appendItems(): readonly Edit[] {
  return [];
}

export function replaceItem({ text }: ConfigFile, { span }: Value, items: readonly string[]): readonly Edit[] {
  return replaceInBrackets(text, span, items);
}

/** The name stands in the header of each table below it. */
export function renameRoot({ text }: ConfigFile, { name }: { readonly name: string }, to: string): readonly Edit[] {
  return tablesOf(text).flatMap(({ key, resolvedKey }): Edit[] => {
    const [first] = key.keys;
    return first && resolvedKey[0] === name ? [{ span: spanIn(first.range), newText: to }] : [];
  });
}

export function renameKey(_: ConfigFile, key: Span, to: string): readonly Edit[] {
  return [{ span: key, newText: bareKey(to) }];
}

/** No list is made a map in any file of this format, and nothing is put under a key. */
export function nameItems(): readonly Edit[] {
  return [];
}

export function wrapRoot(): readonly Edit[] {
  return [];
}

/** Tables are not moved. */
export function moveMembers(): readonly Edit[] {
  return [];
}

/** Into a table that is there: between its braces, or below its header. */
function addTo({ text }: ConfigFile, path: JsonPath, node: Node, members: readonly string[]): readonly Edit[] {
  if (text[node.offset] !== '{') return below(text, path, members);
  const last = properties(node).at(-1)?.value;
  if (last) return [{ span: at(last.offset + last.length), newText: members.map((each) => `, ${each}`).join('') }];
  return [{ span: spanOf(node), newText: `{ ${members.join(', ')} }` }];
}

/** A table that is not there yet, in braces, below the header of the one that it belongs to. */
function addTable({ text }: ConfigFile, path: JsonPath, members: readonly string[]): readonly Edit[] {
  return below(text, path.slice(0, -1), [`${String(path.at(-1))} = { ${members.join(', ')} }`]);
}

function below(text: string, path: JsonPath, lines: readonly string[]): readonly Edit[] {
  const table = tablesOf(text).find(({ resolvedKey }) => resolvedKey.join('\0') === path.join('\0'));
  if (!table) return [];
  const last = table.body.at(-1)?.range[1] ?? headerEnd(text, table);
  const lineEnd = last + (/^[^\r\n]*/.exec(text.slice(last))?.[0].length ?? 0);
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  return [{ span: at(lineEnd), newText: lines.map((line) => eol + line).join('') }];
}

function headerEnd(text: string, { key }: AST.TOMLTable): number {
  return text.indexOf(']', key.range[1]) + 1;
}

function tablesOf(text: string): readonly AST.TOMLTable[] {
  return libraries()
    .toml.parseTOML(withoutBom(text))
    .body[0].body.filter((part) => part.type === 'TOMLTable');
}

function member(name: string, value: unknown): string {
  return `${bareKey(name)} = ${JSON.stringify(value)}`;
}

function spanIn([start, end]: AST.Range): Span {
  return { offset: start, length: end - start };
}

function at(offset: number): Span {
  return { offset, length: 0 };
}

/** A key that stands twice is a mistake in this format. */
export function joinObjects(): readonly Edit[] {
  return [];
}
