import { parseJson } from './json';
import { parseToml } from './toml';
import { parseYaml } from './yaml';
import type { Node } from './nodes';
import type { SyntaxProblem } from './config-file';

/** The formats in which clients keep their servers; each has a file here, and one in `edit/`. */
export type Format = 'json' | 'toml' | 'yaml';

/** What a text holds: the tree has what could be read, whatever is in `problems`. */
export interface Parsed {
  readonly root: Node | undefined;
  readonly problems: readonly SyntaxProblem[];
}

export function formatOf(path: string): Format {
  return /\.toml$/i.test(path) ? 'toml' : /\.ya?ml$/i.test(path) ? 'yaml' : 'json';
}

export const parsers: Readonly<Record<Format, (text: string) => Parsed>> = {
  json: parseJson,
  toml: parseToml,
  yaml: parseYaml,
};
