import { unknownReader } from '../clients';
import { hideShapes } from '../secrets';
import type { Reader } from '../clients';
import type { ConfigFile, ServerMap } from './config-file';
import type { JsonPath, Span } from './place';
import type { Safe } from '../text';

/** What a file shows of itself. What an entry shows, rules read in the entry. */
export type FileFact =
  | { readonly kind: 'syntax'; readonly what: Safe; readonly span: Span }
  | {
      readonly kind: 'map-not-read';
      readonly key: Safe;
      readonly path: JsonPath;
      readonly span: Span;
      readonly servers: number;
      readonly expected: Safe;
      readonly expectedIsThere: boolean;
      readonly clients: readonly string[];
    };

/** The facts that a file shows without starting anything. */
export function fileFacts(file: ConfigFile): readonly FileFact[] {
  const syntax = file.problems.map(({ what, span }): FileFact => ({ kind: 'syntax', what, span }));
  return [...syntax, ...file.maps.filter((map) => !readerOf(file, map)).flatMap((map) => mapNotRead(file, map))];
}

/** The first client that looks for servers where this map is; undefined when nobody does. */
function readerOf(file: ConfigFile, map: ServerMap): Reader | undefined {
  return readersOfMap(file, map)[0];
}

/** Every client that looks for servers where this map is, the one whose environment is known best first. */
export function readersOfMap(file: ConfigFile, map: ServerMap): readonly Reader[] {
  return file.readers
    .filter(({ location }) => location.roots.some((root) => samePath(root, map.path)))
    .toSorted((a, b) => GRADES.indexOf(a.client.environment.evidence) - GRADES.indexOf(b.client.environment.evidence));
}

/** The clients known to read a file, by id. */
export function clientIds(file: ConfigFile): readonly string[] {
  return file.readers.filter((reader) => reader !== unknownReader).map(({ client }) => client.id);
}

const GRADES = ['source', 'docs', 'reported', 'unknown'] as const;

function mapNotRead(file: ConfigFile, map: ServerMap): FileFact[] {
  const key = map.path.at(-1);
  const expected = file.readers[0]?.location.roots[0];
  const isForSomebody = clientIds(file).length > 0; // a file of no known client may use the key of an unknown one
  if (key === undefined || expected?.length !== 1 || map.servers.length === 0 || !isForSomebody) return [];
  return [
    {
      kind: 'map-not-read',
      key: hideShapes(map.path.join('.')),
      path: map.path,
      span: map.keySpan,
      servers: map.servers.length,
      expected: hideShapes(String(expected[0])),
      expectedIsThere: file.maps.some(({ path }) => samePath(path, expected)),
      clients: clientIds(file),
    },
  ];
}

function samePath(a: JsonPath, b: JsonPath): boolean {
  return a.length === b.length && a.every((key, index) => key === b[index]);
}
