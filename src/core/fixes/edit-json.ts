import { applyEdits as applyJsonEdits, modify } from 'jsonc-parser';
import type { ConfigFile, JsonPath } from '../config/config-file';
import type { Edit } from './fix';

/** Sets properties of one object, adding those that are missing (and the object itself) in the file's own indentation. */
export function setProperties(file: ConfigFile, path: JsonPath, values: Readonly<Record<string, unknown>>): Edit {
  return changing(file, (text) =>
    Object.entries(values).reduce((changed, [name, value]) => modified(changed, [...path, name], value), text),
  );
}

/** Adds items at the end of an array, which is made where there is none. */
export function appendItems(file: ConfigFile, path: JsonPath, existing: number, items: readonly unknown[]): Edit {
  if (existing === 0) return changing(file, (text) => modified(text, path, items));
  return changing(file, (text) =>
    items.reduce<string>((changed, item) => modified(changed, [...path, -1], item), text),
  );
}

function modified(text: string, path: JsonPath, value: unknown): string {
  const isArrayInsertion = path.at(-1) === -1;
  return applyJsonEdits(
    text,
    modify(text, [...path], value, { formattingOptions: formattingOf(text), isArrayInsertion }),
  );
}

/** The file's own unit of indentation and line end. */
function formattingOf(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  return {
    insertSpaces: !/^\t/m.test(text),
    tabSize: /^( +)\S/m.exec(text)?.[1]?.length ?? 2,
    eol: text.includes('\r\n') ? '\r\n' : '\n',
  };
}

/** The smallest single edit that does what `change` does: what is alike before and behind it stays untouched. */
function changing({ text }: ConfigFile, change: (text: string) => string): Edit {
  const changed = change(text);
  const shorter = Math.min(text.length, changed.length);
  let before = 0;
  while (before < shorter && text[before] === changed[before]) before += 1;
  let behind = 0;
  while (behind < shorter - before && text.at(-1 - behind) === changed.at(-1 - behind)) behind += 1;
  return {
    span: { offset: before, length: text.length - before - behind },
    newText: changed.slice(before, changed.length - behind),
  };
}
