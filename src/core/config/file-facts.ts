import { hideShapes } from '../secrets/mask';
import { nodeAt, properties, property, spanOf } from './nodes';
import { refusedFor } from './laxities';
import { samePath } from './parse';
import type { Client, Laxity, Reader } from '../clients';
import type { ConfigFile, ServerEntry, ServerMap, SyntaxProblem } from './config-file';
import type { Node, Property } from './nodes';
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
  /** Where a client looks for a map of servers stands something else; of a list its node. */
  | {
      readonly kind: 'servers-not-a-map';
      readonly key: Safe;
      readonly isList: boolean;
      readonly node: Node | null;
      readonly span: Span;
    }
  /** The servers are the whole file, and no client that reads it takes that. */
  | { readonly kind: 'no-root-key'; readonly expected: Safe; readonly span: Span }
  /** Something among the servers that is no object. */
  | { readonly kind: 'no-server'; readonly key: Safe; readonly span: Span }
  /** Two servers of one map have the same name, or one that differs by its case only. */
  | {
      readonly kind: 'names-collide';
      readonly name: Safe;
      readonly other: Safe;
      readonly isSame: boolean;
      readonly span: Span;
    }
  /** The key of a map stands twice, and parsers take the last: what the first one has is lost. */
  | {
      readonly kind: 'map-twice';
      readonly path: JsonPath;
      readonly key: Safe;
      readonly servers: readonly Safe[];
      readonly span: Span;
      readonly lost: Property;
      readonly read: Node;
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
    ...notAMap(file),
    ...noRootKey(file),
    ...noServers(file),
    ...file.maps.flatMap(collisions),
    ...file.maps.flatMap(({ path }) => mapTwice(file, path)),
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

/** The roots of the clients that know the file, where something else than a map stands there. */
function notAMap({ root, readers, problems }: ConfigFile): FileFact[] {
  if (problems.length > 0) return [];
  const roots = readers
    .filter((reader) => clientOf(reader) && !reader.location.isList)
    .flatMap(({ location }) => location.roots);
  const names = new Set(roots.flatMap((path) => (path.length === 1 ? [String(path[0])] : [])));
  return [...names].flatMap((name): FileFact[] => {
    const found = property(root, name);
    if (!found || found.value.type === 'object' || found.value.type === 'null') return [];
    const isList = found.value.type === 'array';
    if (isList && (found.value.children?.length ?? 0) === 0) return [];
    return [
      {
        kind: 'servers-not-a-map',
        key: hideShapes(name),
        isList,
        node: isList ? found.value : null,
        span: spanOf(found.key),
      },
    ];
  });
}

function noServers({ maps, problems }: ConfigFile): FileFact[] {
  if (problems.length > 0) return [];
  return maps.flatMap(({ others }) =>
    others.map(({ name, span }): FileFact => ({ kind: 'no-server', key: hideShapes(name), span })),
  );
}

function noRootKey({ maps, readers, problems }: ConfigFile): FileFact[] {
  const [map] = maps;
  const [expected] = readers.find((reader) => clientOf(reader))?.location.roots ?? [];
  if (problems.length > 0 || maps.length !== 1 || map?.path.length !== 0 || map.readers.length > 0) return [];
  const [first] = map.servers;
  if (!first || expected?.length !== 1) return [];
  return [{ kind: 'no-root-key', expected: hideShapes(String(expected[0])), span: first.nameSpan }];
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

function mapTwice({ root, problems }: ConfigFile, path: JsonPath): FileFact[] {
  const key = path.at(-1);
  if (problems.length > 0 || typeof key !== 'string') return [];
  const same = properties(nodeAt(root, path.slice(0, -1))).filter((each) => each.key.value === key);
  const read = same.at(-1)?.value;
  return same.slice(0, -1).flatMap((lost): FileFact[] => {
    const servers = properties(lost.value).map((each) => hideShapes(String(each.key.value)));
    if (read?.type !== 'object' || servers.length === 0) return [];
    return [{ kind: 'map-twice', path, key: hideShapes(key), servers, span: spanOf(lost.key), lost, read }];
  });
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
