import { createScanner } from 'jsonc-parser';
import { property, spanOf } from '../config/nodes';
import { replaceInBrackets, setPresent } from './shared';
import type { ConfigFile, Value } from '../config/config-file';
import type { JsonPath, Span } from '../config/place';
import type { Node, Property } from '../config/nodes';
import type { Edit } from '../fixes/fix';

// jsonc-parser's own `modify` lays out anew what stands around a change, and loses the place of comments. These edits
// touch nothing that is there: they add behind it, in the layout that the file has.

export function setProperties(
  file: ConfigFile,
  path: JsonPath,
  values: Readonly<Record<string, unknown>>,
): readonly Edit[] {
  const found = containerAt(file, path);
  if (!found) return [];
  if (found.node?.type !== 'object') return put(file.text, found, path, values);
  const { node } = found;
  const { edits, missing } = setPresent(node, values);
  const members = missing.map(([name, value]) => member(name, value));
  return [...edits, ...insert(file.text, node, members, layoutOf(file.text))];
}

export function appendItems(file: ConfigFile, path: JsonPath, items: readonly unknown[]): readonly Edit[] {
  const found = containerAt(file, path);
  if (!found) return [];
  if (found.node?.type !== 'array') return put(file.text, found, path, items);
  const members = items.map((item) => (indent: Indent) => inLayout(item, indent));
  return insert(file.text, found.node, members, layoutOf(file.text));
}

export function replaceItem(file: ConfigFile, { span }: Value, items: readonly string[]): readonly Edit[] {
  return replaceInBrackets(file.text, span, items);
}

export function renameRoot(_: ConfigFile, { span }: { readonly span: Span }, to: string): readonly Edit[] {
  return [{ span, newText: JSON.stringify(to) }];
}

export function renameKey(_: ConfigFile, key: Span, to: string): readonly Edit[] {
  return [{ span: key, newText: JSON.stringify(to) }];
}

export function nameItems({ text }: ConfigFile, list: Node, key: string): readonly Edit[] {
  const items = list.children ?? [];
  const names = items.map((item) => property(item, key)?.value);
  const words = names.map((name) => (name?.type === 'string' ? String(name.value) : null));
  if (words.includes(null) || new Set(words).size < words.length) return [];
  const edits = items.flatMap((item): Edit[] => {
    const found = property(item, key);
    if (!found) return [];
    const start = found.key.offset;
    const end = found.value.offset + found.value.length;
    // The comma goes with it: the one behind, or where it stands last the one before.
    const behind = /^\s*,\s*/.exec(text.slice(end))?.[0].length ?? 0;
    const before = behind > 0 ? 0 : (/,?\s*$/.exec(text.slice(0, start))?.[0].length ?? 0);
    return [
      { span: { offset: item.offset, length: 0 }, newText: `${JSON.stringify(found.value.value)}: ` },
      { span: { offset: start - before, length: end + behind - start + before }, newText: '' },
    ];
  });
  const last = list.offset + list.length - 1;
  return [
    { span: { offset: list.offset, length: 1 }, newText: '{' },
    ...edits,
    { span: { offset: last, length: 1 }, newText: '}' },
  ];
}

export function wrapRoot({ root, text }: ConfigFile, key: string): readonly Edit[] {
  if (root?.type !== 'object') return [];
  const { eol, unit } = layoutOf(text);
  const isOnLines = text.trim().includes('\n');
  const last = root.offset + root.length - 1;
  const open = isOnLines ? `${eol}${unit}${JSON.stringify(key)}: {` : ` ${JSON.stringify(key)}: {`;
  return [
    { span: { offset: root.offset + 1, length: 0 }, newText: open },
    { span: { offset: last, length: 0 }, newText: isOnLines ? `${unit}}${eol}` : '} ' },
  ];
}

export function moveMembers(file: ConfigFile, from: JsonPath, to: JsonPath): readonly Edit[] {
  const source = containerAt(file, from)?.node;
  const target = containerAt(file, to)?.node;
  if (source?.type !== 'object' || target?.type !== 'object') return [];
  const moved = moving(file, source, target);
  return moved.length === 0 ? [] : [{ span: spanOf(source), newText: '{}' }, ...moved];
}

export function joinObjects(file: ConfigFile, { key, value }: Property, target: Node): readonly Edit[] {
  const moved = moving(file, value, target);
  const end = value.offset + value.length;
  // One that comes later stands behind a comma: so does whatever follows.
  const comma = commaIn(file.text.slice(end, target.offset));
  if (moved.length === 0 || comma === null || target.offset < end) return [];
  const next = /^\s*(?=["'}])/.exec(file.text.slice(end + comma + 1))?.[0].length ?? 0;
  return [{ span: { offset: key.offset, length: end + comma + 1 + next - key.offset }, newText: '' }, ...moved];
}

/** The members of an object at the end of another one. */
function moving(file: ConfigFile, source: Node, target: Node): readonly Edit[] {
  const inside = file.text.slice(source.offset + 1, source.offset + source.length - 1);
  const last = source.children?.at(-1);
  if (!last) return [];
  const comma = commaIn(file.text.slice(last.offset + last.length, source.offset + source.length - 1));
  const end = last.offset + last.length - source.offset - 1;
  const moved = comma === null ? inside : inside.slice(0, end + comma) + inside.slice(end + comma + 1);
  return insert(file.text, target, [() => moved.trim()], layoutOf(file.text));
}

interface Found {
  readonly parent: Node;
  /** What stands at the path; undefined where nothing does. */
  readonly node: Node | undefined;
}

/** What a path leads to, of names that stand twice the last, as clients read them. */
function containerAt({ root }: ConfigFile, path: JsonPath): Found | null {
  let parent: Node | undefined;
  let node = root;
  for (const key of path) {
    parent = node;
    node = property(parent, String(key))?.value;
  }
  return parent?.type === 'object' ? { parent, node } : null;
}

/** Sets the value at the path: instead of what is there, or as a new member of its parent. */
function put(text: string, { parent, node }: Found, path: JsonPath, value: unknown): readonly Edit[] {
  if (node) return [{ span: spanOf(node), newText: inLayout(value, null) }];
  return insert(text, parent, [member(String(path.at(-1)), value)], layoutOf(text));
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
  const unit = /^\t/m.test(text) ? '\t' : (/^( +)["{[]/m.exec(text)?.[1] ?? '  ');
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
  return rest[scanner.getTokenOffset()] === ',' ? scanner.getTokenOffset() : null;
}

/** The length of a comment that ends the line: what is added comes behind it. */
function trailingComment(rest: string): number {
  return /^[ \t]*(?:\/\/[^\r\n]*|\/\*[^\r\n]*?\*\/[ \t]*)?(?=\r?\n)/.exec(rest)?.[0].trimEnd().length ?? 0;
}
