import { unknownReader } from '../clients';
import { parseConfig } from '../config/parse';
import type { Client, ConfigLocation } from '../clients';
import type { Subject } from '../rules/rule';

/** What somebody shows of a configuration: the file as its client would read it, and the entry that it is about. */
export type Quoted = Pick<Subject, 'file' | 'entry' | 'reader' | 'isCommandLine' | 'inContainer'>;

export const nothingQuoted: Quoted = { file: null, entry: null, reader: null };

export function placesOf(client: Client | null): readonly ConfigLocation[] {
  return [...(client?.locations ?? []), unknownReader.location];
}

/** `client`: who reads it, where that is to be nobody but them. */
export function quotedFile(text: string, pattern: string | undefined, client?: Client | null): Quoted {
  const file = parseConfig(pathFor(pattern), text);
  const { readers = [], servers: [entry = null] = [] } = file.maps[0] ?? {};
  const reader = client === undefined ? readers[0] : readers.find((each) => each.client.id === client?.id);
  return { file, entry, reader: reader ?? null };
}

/** A path that a pattern for the files of a client fits. */
function pathFor(pattern = 'mcp.json'): string {
  return pattern.replace('~', '/home/user').replaceAll('*', 'x');
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export const ROOTS = ['mcpServers', 'servers', 'mcp', 'mcp_servers', 'context_servers', 'mcp.servers'] as const;

export const HAS_ROOT = new RegExp(`["'“”{,\\s](?:${ROOTS.join('|').replace('.', '\\.')})["'“”]?\\s*[:=]?\\s*[{[]`);
