import { hideShapes } from '../secrets/mask';
import { refusedFor } from './laxities';
import { samePath } from './parse';
import type { Client, Laxity, Reader } from '../clients';
import type { ConfigFile, ServerEntry, ServerMap, SyntaxProblem } from './config-file';
import type { JsonPath, Span } from './place';
import type { Safe } from '../text';

/** What a file shows of itself. What an entry shows, rules read in the entry. */
export type FileFact =
  | ({ readonly kind: 'syntax' } & SyntaxProblem)
  /** The client's parser refuses the whole file for it. */
  | {
      readonly kind: 'not-strict';
      readonly laxity: Laxity;
      readonly spans: readonly Span[];
      readonly client: Safe;
      readonly clientId: string;
    }
  | { readonly kind: 'input-unused'; readonly id: Safe; readonly span: Span }
  /** Two servers of one map have the same name, or one that differs by its case only. */
  | {
      readonly kind: 'names-collide';
      readonly name: Safe;
      readonly other: Safe;
      readonly isSame: boolean;
      readonly span: Span;
    }
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
  const syntax = file.problems.map((problem): FileFact => ({ kind: 'syntax', ...problem }));
  const strict = file.readers.flatMap((reader): FileFact[] => {
    const laxity = refusedFor(file, reader);
    if (!laxity) return [];
    const { id: clientId, name: client } = reader.client;
    return [{ kind: 'not-strict', laxity, spans: file.laxities[laxity] ?? [], client, clientId }];
  });
  return [
    ...syntax,
    ...strict,
    ...unusedInputs(file),
    ...file.maps.flatMap(collisions),
    ...file.maps.filter(({ readers }) => readers.length === 0).flatMap((map) => mapNotRead(file, map)),
  ];
}

function unusedInputs({ inputs, text, readers, problems }: ConfigFile): FileFact[] {
  const isRead = readers.some(({ location }) => !location.ignores.includes('inputs'));
  if (!isRead || problems.length > 0) return [];
  return inputs.flatMap(({ id, span }): FileFact[] =>
    text.includes(`\${input:${id}}`) ? [] : [{ kind: 'input-unused', id: hideShapes(id), span }],
  );
}

function collisions({ names }: ServerMap): FileFact[] {
  const seen = new Map<string, (typeof names)[number]>();
  const found: FileFact[] = [];
  for (const each of names) {
    const first = seen.get(each.name.toLowerCase());
    if (!first) seen.set(each.name.toLowerCase(), each);
    else
      found.push({
        kind: 'names-collide',
        name: hideShapes(first.name),
        other: hideShapes(each.name),
        isSame: first.name === each.name,
        span: first.span,
      });
  }
  return found;
}

/** The clients known to read a file, by id. */
export function clientIds(file: ConfigFile): readonly string[] {
  return file.readers.flatMap((reader) => clientOf(reader)?.id ?? []);
}

/** The client that reads a file like this; null where a file is only taken as if one did. */
export function clientOf(reader: Reader): Client | null {
  return reader.location.isAssumed ? null : reader.client;
}

function nameOf({ name }: ServerEntry): string {
  return name;
}

function mapNotRead(file: ConfigFile, map: ServerMap): FileFact[] {
  const key = map.path.at(-1);
  const expected = file.readers[0]?.location.roots[0];
  const isForSomebody = clientIds(file).length > 0; // a file of no known client may use the key of an unknown one
  // A server that is read under another key as well is not missed.
  const read = new Set(file.maps.flatMap(({ readers, servers }) => (readers.length > 0 ? servers.map(nameOf) : [])));
  const unseen = map.servers.filter((server) => !read.has(nameOf(server)));
  if (key === undefined || expected?.length !== 1 || unseen.length === 0 || !isForSomebody) return [];
  return [
    {
      kind: 'map-not-read',
      key: hideShapes(map.path.join('.')),
      path: map.path,
      span: map.keySpan,
      servers: unseen.length,
      expected: hideShapes(String(expected[0])),
      expectedIsThere: file.maps.some(({ path }) => samePath(path, expected)),
      clients: clientIds(file),
    },
  ];
}
