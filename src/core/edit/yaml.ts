import { nodeAt, properties } from '../config/nodes';
import { bareKey, replaceInBrackets, setPresent } from './shared';
import type { ConfigFile, Value } from '../config/config-file';
import type { Node } from '../config/nodes';
import type { JsonPath, Span } from '../config/place';
import type { Edit } from '../fixes/fix';

// YAML in blocks: a member a line, behind the last one, in the column of its like. What is written in braces and brackets
// is left alone. Values are written as JSON, which YAML contains.

export function setProperties(
  { root, text }: ConfigFile,
  path: JsonPath,
  values: Readonly<Record<string, unknown>>,
): readonly Edit[] {
  const node = nodeAt(root, path);
  if (!node) {
    const parent = nodeAt(root, path.slice(0, -1));
    const members = Object.entries(values);
    const inner = (column: string) => members.map(([name, value]) => `${column}  ${member(name, value)}`);
    return parent ? addLines(text, parent, (column) => [`${column}${nameOf(path)}:`, ...inner(column)]) : [];
  }
  const { edits, missing } = setPresent(node, values);
  const added = addLines(text, node, (column) => missing.map(([name, value]) => column + member(name, value)));
  return missing.length > 0 && added.length === 0 ? [] : [...edits, ...added];
}

/** No list is added to in any file of this format. */
export function appendItems(): readonly Edit[] {
  return [];
}

export function replaceItem({ text }: ConfigFile, { span }: Value, items: readonly string[]): readonly Edit[] {
  const line = text.slice(text.lastIndexOf('\n', span.offset - 1) + 1, span.offset);
  const dash = /^\s*- +$/.exec(line)?.[0];
  if (dash === undefined) return replaceInBrackets(text, span, items);
  const written = items.map((item) => JSON.stringify(item));
  if (items.length > 0) return [{ span, newText: written.join(eolOf(text) + dash) }];
  const offset = span.offset - dash.length;
  const rest = /^[^\n]*\n?/.exec(text.slice(offset))?.[0].length ?? 0;
  return [{ span: { offset, length: rest }, newText: '' }];
}

export function renameRoot(_: ConfigFile, { span }: { readonly span: Span }, to: string): readonly Edit[] {
  return [{ span, newText: to }];
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

/** What stands in blocks is not moved: it would have to be indented anew. */
export function moveMembers(): readonly Edit[] {
  return [];
}

function eolOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function nameOf(path: JsonPath): string {
  return String(path.at(-1));
}

function member(name: string, value: unknown): string {
  return `${bareKey(name)}: ${JSON.stringify(value)}`;
}

/** Lines behind the last member of a map in a block. Nothing where it is none, or has nothing to stand behind. */
function addLines(text: string, map: Node, lines: (column: string) => readonly string[]): readonly Edit[] {
  const members = properties(map);
  const [first] = members;
  const last = members.at(-1);
  if (!first || !last || text[map.offset] === '{') return [];
  const lineStart = text.lastIndexOf('\n', first.key.offset - 1) + 1;
  const column = text.slice(lineStart, first.key.offset).replace(/[^\t]/g, ' ');
  const end = last.value.offset + last.value.length;
  const toLineEnd = /^[^\n]*/.exec(text.slice(end))?.[0].replace(/\r$/, '').length ?? 0;
  // A block ends behind its line, what stands on one line before the end of that.
  const isBehindLine = text[end - 1] === '\n';
  const offset = isBehindLine ? end : end + toLineEnd;
  const eol = eolOf(text);
  const written = lines(column);
  if (written.length === 0) return [];
  const newText = isBehindLine
    ? written.map((line) => line + eol).join('')
    : written.map((line) => eol + line).join('');
  return [{ span: { offset, length: 0 }, newText }];
}

/** A key that stands twice is a mistake in this format. */
export function joinObjects(): readonly Edit[] {
  return [];
}
