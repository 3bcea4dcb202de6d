import { clients } from './all.gen';
import { vscode } from './vscode';
import type { Client, ConfigLocation } from './client';
import type { JsonPath } from '../config/place';

export type { Client, ConfigLocation, Hello, VariableSyntax } from './client';
export { clients };

/** A client and the way in which it reads one certain file. */
export interface Reader {
  readonly client: Client;
  readonly location: ConfigLocation;
}

/** The clients that read a file of this path; none for a file that no known client reads. */
export function readersOf(path: string): readonly Reader[] {
  const slashed = path.replaceAll('\\', '/');
  const absolute = /^(\/|[A-Za-z]:)/.test(slashed) ? slashed : `/${slashed}`;
  return clients.flatMap((client) => {
    const location = client.locations.find(({ pattern }) => pattern.test(absolute));
    return location ? [{ client, location }] : [];
  });
}

/** Whether a file of this path is an MCP configuration: a known one, or any file that is called `mcp.json`. */
export function isConfigPath(path: string): boolean {
  return /[/\\]mcp\.json$/.test(path) || readersOf(path).length > 0;
}

/** A plain `mcp.json` belongs to no client that we know: it is read as VS Code would, under either usual key. */
export const unknownReader: Reader = {
  client: vscode,
  location: {
    pattern: /\/mcp\.json$/,
    scope: 'workspace',
    roots: [['servers'], ['mcpServers']],
    variables: 'vscode',
    ignores: [],
  },
};

/** Every place in which some client keeps its map of servers, also those whose files we do not read yet. */
export const serverMapPaths: readonly JsonPath[] = [
  ['servers'],
  ['mcpServers'],
  ['context_servers'],
  ['mcp_servers'],
  ['mcp', 'servers'],
  ['mcp'],
];

/** The client that a person, or a log, means by a name; null for one that we do not know. */
export function clientNamed(name: string): Client | null {
  const words = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z]+/g, ' ')
      .trim();
  const said = ` ${words(name)} `;
  return (
    clients
      .toSorted((a, b) => b.name.length - a.name.length)
      .find((client) => said.includes(` ${words(client.name)} `)) ?? null
  );
}
