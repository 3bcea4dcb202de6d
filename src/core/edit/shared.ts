import { property, spanOf } from '../config/nodes';
import type { Node } from '../config/nodes';
import type { Span } from '../config/place';
import type { Edit } from '../fixes/fix';

// What the formats have in common: a text, or a list of texts, of JSON is one in TOML and in YAML as well.

/** Of values to set, the edits of those that an object has already, and those that it has not. */
export function setPresent(
  node: Node | undefined,
  values: Readonly<Record<string, unknown>>,
): { readonly edits: readonly Edit[]; readonly missing: readonly (readonly [name: string, value: unknown])[] } {
  const missing = Object.entries(values).filter(([name]) => !property(node, name));
  const edits = Object.entries(values).flatMap(([name, value]): Edit[] => {
    const existing = property(node, name);
    return existing ? [{ span: spanOf(existing.value), newText: JSON.stringify(value) }] : [];
  });
  return { edits, missing };
}

/** Puts items in the place of one in a list between brackets; with none, the comma behind it goes as well. */
export function replaceInBrackets(text: string, { offset, length }: Span, items: readonly string[]): readonly Edit[] {
  const comma = items.length > 0 ? 0 : (/^\s*,\s*/.exec(text.slice(offset + length))?.[0].length ?? 0);
  const newText = items.map((item) => JSON.stringify(item)).join(', ');
  return [{ span: { offset, length: length + comma }, newText }];
}

/** A key without quotes, where TOML and YAML take it so. */
export function bareKey(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : JSON.stringify(name);
}
