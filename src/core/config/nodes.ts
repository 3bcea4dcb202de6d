import type { Node } from 'jsonc-parser';
import type { Span } from './config-file';

/** The property of this name; the last one where a name stands twice, as `JSON.parse` has it. */
export function property(node: Node | undefined, name: string): { key: Node; value: Node } | undefined {
  return properties(node).findLast(({ key }) => key.value === name);
}

/** The complete properties of an object; none for anything else. */
export function properties(node: Node | undefined): { key: Node; value: Node }[] {
  if (node?.type !== 'object') return [];
  return (node.children ?? []).flatMap((child) => {
    const [key, value] = child.children ?? [];
    return key && value ? [{ key, value }] : [];
  });
}

export function arrayItems(node: Node | undefined): readonly Node[] {
  return node?.type === 'array' ? (node.children ?? []) : [];
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
