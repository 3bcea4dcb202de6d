import { clients } from './all.gen';
import { matchOf } from './file-pattern';
import { vscode } from './vscode';
import type { Client, ConfigLocation, EntryKeys } from './client';
import type { JsonPath } from '../config/place';

export type { Client, ConfigLocation, EntryForm, EntryKeys, Hello, Laxity, VariableSyntax } from './client';
export { clients };

/** A client and the way in which it reads one certain file. */
export interface Reader {
  readonly client: Client;
  readonly location: ConfigLocation;
}

/** The clients that read a file of this path; none for a file that no known client reads. */
export function readersOf(path: string): readonly Reader[] {
  if (last.path !== path) last = { path, readers: findReaders(path) };
  return last.readers;
}

/** A file is asked about again with each key that is typed into it. */
let last: { readonly path: string; readonly readers: readonly Reader[] } = { path: '', readers: [] };

function findReaders(path: string): readonly Reader[] {
  return clients.flatMap((client) => {
    const [best] = client.locations
      .flatMap((location) => location.files.flatMap((file) => ({ location, match: matchOf(file, path) })))
      .flatMap(({ location, match }) => (match ? [{ location, match }] : []))
      .toSorted((a, b) => b.match.sureness - a.match.sureness);
    return best ? [{ client, location: best.location }] : [];
  });
}

/** Whether a file of this path is an MCP configuration: a known one, or any file that is called `mcp.json`. */
export function isConfigPath(path: string): boolean {
  return /(?:^|[/\\])mcp\.json$/.test(path) || readersOf(path).length > 0;
}

/** The files that clients keep in the folder of a workspace, from there; `*` stands for part of a name. */
export const workspaceFiles: readonly string[] = [
  ...new Set([
    ...clients.flatMap(({ locations }) =>
      locations.flatMap(({ scope, files }) => (scope === 'workspace' ? files : [])),
    ),
    'mcp.json',
  ]),
];

/**
 * The folder that a client would have open for a file of this path: the one from which the client finds it, or the
 * file's own where nobody is known to. Null for a user's own file, which belongs to no folder.
 */
export function workspaceFolderOf(path: string): string | null {
  const readers = readersOf(path);
  const folders = readers.flatMap(({ location: { scope, files } }) =>
    scope === 'workspace' ? files.flatMap((file) => matchOf(file, path)?.folder ?? []) : [],
  );
  return folders[0] ?? (readers.length > 0 ? null : path.replace(/[/\\][^/\\]*$/, ''));
}

/** What most clients call what an entry has. */
const USUAL: EntryKeys = {
  command: 'command',
  isCommandLine: false,
  args: 'args',
  env: 'env',
  forwarded: '',
  kept: '',
  cwd: 'cwd',
  envFile: 'envFile',
  addresses: ['url'],
  headers: 'headers',
  type: 'type',
};

/** The keys of an entry in a file that is read like this. */
export function keysOf(location: ConfigLocation | undefined): EntryKeys {
  return location?.keys ? { ...USUAL, ...location.keys } : USUAL;
}

/** A plain `mcp.json` belongs to no client that we know: it is read as VS Code would, under either usual key. */
export const unknownReader: Reader = {
  client: vscode,
  location: {
    scope: 'workspace',
    files: ['**/mcp.json'],
    isAssumed: true,
    roots: [['servers'], ['mcpServers']],
    keys: { addresses: ['url', 'serverUrl', 'httpUrl'] },
    variables: 'vscode',
    ignores: [],
  },
};

/** Every place in which some client keeps its map of servers. */
export const serverMapPaths: readonly JsonPath[] = [
  ...new Map(
    [
      ...unknownReader.location.roots,
      ...clients.flatMap(({ locations }) => locations.flatMap(({ roots }) => roots)),
      // Of clients whose files we do not know yet.
      ...[['context_servers'], ['mcp', 'servers'], ['mcp']],
    ]
      .filter(({ length }) => length > 0)
      .map((path) => [path.join('.'), path]),
  ).values(),
];

/** The client whose editor calls itself that. */
export function clientOfApp(appName: string): Client | null {
  return clients.find(({ appNames }) => appNames?.includes(appName)) ?? null;
}

/** The client that a person, or a log, means by a name, however they part its words; null for one that we do not know. */
export function clientNamed(name: string): Client | null {
  return named.find((each) => each.pattern.test(name))?.client ?? null;
}

/** What clients are called, the longest names first: some begin with the name of another one. */
export const named: readonly { readonly name: string; readonly pattern: RegExp; readonly client: Client }[] = clients
  .flatMap((client) =>
    [client.name, ...(client.appNames ?? [])].map((name) => ({ name, pattern: namePattern(name), client })),
  )
  .toSorted((a, b) => b.name.length - a.name.length);

function namePattern(name: string): RegExp {
  return new RegExp(`(?<![a-z])${name.split(/[^a-z]+/i).join('[^a-z]*')}(?![a-z])`, 'i');
}
