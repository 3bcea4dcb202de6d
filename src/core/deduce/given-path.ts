import type { ServerEntry, Value } from '../config/config-file';
import type { Safe } from '../text';

/** Where an entry names a path in full: as a word of its command line, in one (`--config=…`), or as a variable. */
export function givenPath(entry: ServerEntry | null, path: Safe): Value | undefined {
  if (!entry || !ABSOLUTE.test(path)) return undefined;
  const values = [...entry.args, ...entry.env.flatMap(({ value }) => value ?? [])];
  return values.find(({ safe: word }) => word === path || word.endsWith(`=${path}`));
}

const ABSOLUTE = /^(?:\/|~\/|[A-Za-z]:[/\\])/;
