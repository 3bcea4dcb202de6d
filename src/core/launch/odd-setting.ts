/**
 * What is wrong with a variable of an entry, by its form alone. `unnamed`: it has no name. `equals`: its name holds an
 * equals sign, which ends a name. `reference`: it is named by how one is read (`$NAME`). `export`: a word of shells stands
 * in front. `repeats`: the value begins with the name once more. `quotes`: the value stands in quotes of its own.
 */
export interface OddSetting {
  readonly is: 'unnamed' | 'equals' | 'reference' | 'export' | 'repeats' | 'quotes';
  /** The name as it is to be; null where that is not known. */
  readonly name: string | null;
  /** The value as it is to be. */
  readonly value: string;
}

/** Judges a variable and its value; null where they may be right. */
export function oddSetting(name: string, value: string): OddSetting | null {
  // Of nearly every one the first signs tell that nothing is wrong.
  const first = value.charCodeAt(0);
  const isQuoted = first === QUOTE || first === APOSTROPHE;
  if (!isQuoted && NAME.test(name) && !value.startsWith(name)) return null;
  if (name.trim() === '') return { is: 'unnamed', name: null, value };
  const [, exported] = /^(?:export|set|setx)\s+(\w+)$/.exec(name) ?? [];
  if (exported !== undefined) return { is: 'export', name: exported, value };
  const [, left, right = ''] = /^(\w+)\s*=(.*)$/s.exec(name) ?? [];
  if (left !== undefined) return { is: 'equals', name: left, value: right || value };
  const [, read] = /^(?:\$\{?|%)(?:env:)?(\w+)[%}]?$/.exec(name) ?? [];
  if (read !== undefined) return { is: 'reference', name: read, value };
  const isRepeated = value.startsWith(`${name}=`);
  if (isRepeated) return { is: 'repeats', name, value: value.slice(name.length + 1) };
  const inside = QUOTED.exec(value)?.[2];
  return inside !== undefined && PLAIN.test(inside) ? { is: 'quotes', name, value: inside } : null;
}

const [QUOTE, APOSTROPHE] = [0x22, 0x27];
const NAME = /^[A-Za-z_]\w*$/;
const QUOTED = /^(["'])(.+)\1$/s;
/** What needs no quotes, and is no text of code or of JSON: an address, a path, one word. */
const PLAIN = /^(?:https?:\/\/[^\s"']+|(?:\/|~\/|[A-Za-z]:[\\/])[^"']+|[\w.@:/+=-]{6,})$/;
