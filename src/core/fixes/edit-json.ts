import { createScanner, findNodeAtLocation, parseTree } from 'jsonc-parser';
import type { Node } from 'jsonc-parser';
import { property, spanOf } from '../config/nodes';
import type { ConfigFile, JsonPath } from '../config/config-file';
import type { Edit } from './fix';

// jsonc-parser's own `modify` lays out anew what stands around a change, and loses the place of comments. These edits
// touch nothing that is there: they add behind it, in the layout that the file has.

/** Sets properties of the object at `path`: replaces the values that are there, adds what is not, the object included. */
export function setProperties(
  { text }: ConfigFile,
  path: JsonPath,
  values: Readonly<Record<string, unknown>>,
): readonly Edit[] {
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  if (!root) return [];
  const node = findNodeAtLocation(root, [...path]);
  if (node?.type !== 'object') return addMember(text, findNodeAtLocation(root, path.slice(0, -1)), path.at(-1), values);
  const layout = layoutOf(text);
  const present = Object.entries(values).flatMap(([name, value]): Edit[] => {
    const found = property(node, name);
    return found ? [{ span: spanOf(found.value), newText: JSON.stringify(value) }] : [];
  });
  const missing = Object.entries(values).filter(([name]) => !property(node, name));
  return [
    ...present,
    ...insert(
      text,
      node,
      missing.map(([name, value]) => member(name, value)),
      layout,
    ),
  ];
}

/** Adds items to the array at `path`, which is made where there is none. */
export function appendItems({ text }: ConfigFile, path: JsonPath, items: readonly unknown[]): readonly Edit[] {
  const root = parseTree(text.replace(/^\uFEFF/, ' '), [], { allowTrailingComma: true });
  const node = root && findNodeAtLocation(root, [...path]);
  if (node?.type !== 'array')
    return addMember(text, root && findNodeAtLocation(root, path.slice(0, -1)), path.at(-1), items);
  return insert(
    text,
    node,
    items.map((item) => (indent: Indent) => inLayout(item, indent)),
    layoutOf(text),
  );
}

function addMember(
  text: string,
  parent: Node | undefined,
  name: string | number | undefined,
  value: unknown,
): readonly Edit[] {
  return parent?.type === 'object' && name !== undefined
    ? insert(text, parent, [member(String(name), value)], layoutOf(text))
    : [];
}

/** How a file is laid out. */
interface Layout {
  readonly unit: string;
  readonly eol: string;
}

/** Where a member stands: its line's indentation in a file of many lines, or null on one line with the rest. */
type Indent = (Layout & { readonly text: string }) | null;
type Member = (indent: Indent) => string;

function layoutOf(text: string): Layout {
  const unit = /^\t/m.test(text) ? '\t' : (/^( +)\S/m.exec(text)?.[1] ?? '  ');
  return { unit, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function member(name: string, value: unknown): Member {
  return (indent) => `${JSON.stringify(name)}: ${inLayout(value, indent)}`;
}

function inLayout(value: unknown, indent: Indent): string {
  const lines = JSON.stringify(value, null, indent?.unit ?? ' ').split('\n');
  return indent ? lines.join(indent.eol + indent.text) : lines.map((line) => line.trimStart()).join(' ');
}

/** Puts members behind the last one of an object or array. */
function insert(text: string, container: Node, members: readonly Member[], layout: Layout): readonly Edit[] {
  if (members.length === 0) return [];
  const last = container.children?.at(-1);
  return last ? insertBehind(text, container, last, members, layout) : insertFirst(text, container, members, layout);
}

function insertBehind(
  text: string,
  container: Node,
  last: Node,
  members: readonly Member[],
  layout: Layout,
): readonly Edit[] {
  const isOnLines = text.slice(container.offset, last.offset).includes('\n');
  const indent = isOnLines ? { ...layout, text: indentAt(text, last.offset) } : null;
  const end = last.offset + last.length;
  const closing = container.offset + container.length - 1;
  const comma = commaIn(text.slice(end, closing));
  const from = comma === null ? end : end + comma + 1;
  const glue = indent ? layout.eol + indent.text : ' ';
  const added = members.map((write) => glue + write(indent)).join(',') + (comma === null ? '' : ',');
  const place = indent ? from + trailingComment(text.slice(from, closing)) : from;
  const missingComma: Edit[] = comma === null ? [{ span: { offset: end, length: 0 }, newText: ',' }] : [];
  if (place === end)
    return [{ span: { offset: end, length: 0 }, newText: missingComma.length > 0 ? `,${added}` : added }];
  return [...missingComma, { span: { offset: place, length: 0 }, newText: added }];
}

function insertFirst(text: string, container: Node, members: readonly Member[], layout: Layout): readonly Edit[] {
  const closing = container.offset + container.length - 1;
  const inside = text.slice(container.offset + 1, closing).trimEnd();
  const outer = indentAt(text, container.offset);
  const indent = text.trim().includes('\n') ? { ...layout, text: outer + layout.unit } : null;
  const glue = indent ? layout.eol + indent.text : ' ';
  const offset = container.offset + 1 + inside.length;
  const newText = members.map((write) => glue + write(indent)).join(',') + (indent ? layout.eol + outer : ' ');
  return [{ span: { offset, length: closing - offset }, newText }];
}

function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(lineStart, offset))?.[0] ?? '';
}

/** Where a comma stands in what follows a member; null where there is none. */
function commaIn(rest: string): number | null {
  const scanner = createScanner(rest, true);
  scanner.scan();
  return scanner.getTokenValue() === ',' ? scanner.getTokenOffset() : null;
}

/** The length of a comment that ends the line: what is added comes behind it. */
function trailingComment(rest: string): number {
  return /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/.exec(rest)?.[0].trimEnd().length ?? 0;
}
