import type { Node } from 'jsonc-parser';
import type { JsonPath, Span } from './place';

/**
 * A value of a file with its place, whatever the format: the tree that jsonc-parser makes, which most files are read
 * into without a second one, and the others are turned into.
 */
export type { Node } from 'jsonc-parser';

/** A property of an object. */
export interface Property {
  readonly key: Node;
  readonly value: Node;
}

/** The properties of an object by name, as `[key, value]`; the last where a name stands twice, as `JSON.parse` has it. */
export function fieldsOf(node: Node): ReadonlyMap<string, readonly Node[]> {
  const fields = new Map<string, readonly Node[]>();
  for (const { children } of node.children ?? []) {
    const name = children?.[0]?.value;
    if (children && children.length > 1 && typeof name === 'string') fields.set(name, children);
  }
  return fields;
}

/** The property of this name; the last one where it stands twice. In large objects `fieldsOf` is quicker. */
export function property(node: Node | undefined, name: string): Property | undefined {
  const children = pairOf(node, name);
  const key = children?.[0];
  const value = children?.[1];
  return key && value ? { key, value } : undefined;
}

/** The value of the property of this name. */
export function valueAt(node: Node | undefined, name: string): Node | undefined {
  return pairOf(node, name)?.[1];
}

/** What a path leads to, by names and by places in lists. */
export function nodeAt(root: Node | undefined, path: JsonPath): Node | undefined {
  return path.reduce<Node | undefined>(
    (node, key) => (typeof key === 'number' ? arrayItems(node)[key] : valueAt(node, key)),
    root,
  );
}

function pairOf(node: Node | undefined, name: string): readonly Node[] | undefined {
  if (node?.type !== 'object' || !node.children) return undefined;
  for (let index = node.children.length - 1; index >= 0; index -= 1) {
    const children = node.children[index]?.children;
    if (children?.[0]?.value === name && children[1]) return children;
  }
  return undefined;
}

/** The complete properties of an object; none for anything else. */
export function properties(node: Node | undefined): readonly Property[] {
  const found: Property[] = [];
  if (node?.type !== 'object') return found;
  for (const { children } of node.children ?? []) {
    const key = children?.[0];
    const value = children?.[1];
    if (key && value) found.push({ key, value });
  }
  return found;
}

export function arrayItems(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
}

/** A text or a number, with what leads to it. */
export interface Leaf {
  readonly node: Node;
  readonly path: JsonPath;
}

/** The texts and numbers below a node, in the order of the text. Keys are none. */
export function leavesOf(node: Node | undefined, path: JsonPath = []): readonly Leaf[] {
  if (!node) return [];
  if (node.type === 'object')
    return properties(node).flatMap(({ key, value }) => leavesOf(value, [...path, String(key.value)]));
  if (node.type === 'array') return arrayItems(node).flatMap((item, index) => leavesOf(item, [...path, index]));
  return node.type === 'string' || node.type === 'number' ? [{ node, path }] : [];
}

export function stringOf(node: Node | undefined): string | undefined {
  return node?.type === 'string' && typeof node.value === 'string' ? node.value : undefined;
}

/** The value of a string, number, boolean or null; undefined for anything else. */
export function literal(node: Node | undefined): unknown {
  return node && node.type !== 'object' && node.type !== 'array' ? node.value : undefined;
}

export function spanOf(node: Node): Span {
  return { offset: node.offset, length: node.length };
}

/** The text without a byte order mark, every place in it unchanged. */
export function withoutBom(text: string): string {
  return text.startsWith('\uFEFF') ? ` ${text.slice(1)}` : text;
}

/** A node of another format: an object without properties yet. Offsets are where it begins and ends. */
export function newObject(start: number, end: number): Node {
  return { type: 'object', offset: start, length: end - start, children: [] };
}

export function newArray(start: number, end: number, children: Node[] = []): Node {
  return { type: 'array', offset: start, length: end - start, children };
}

/** A text, number, boolean or null; anything else is taken as text. */
export function newScalar(value: unknown, start: number, end: number): Node {
  const place = { offset: start, length: end - start };
  if (value === null) return { type: 'null', value, ...place };
  if (typeof value === 'number' || typeof value === 'boolean')
    return { type: typeof value as 'number' | 'boolean', value, ...place };
  return { type: 'string', value: typeof value === 'string' ? value : JSON.stringify(value), ...place };
}

/** Adds a property to an object. */
export function put(object: Node, key: Node, value: Node): void {
  const length = value.offset + value.length - key.offset;
  object.children?.push({ type: 'property', offset: key.offset, length, children: [key, value] });
}
