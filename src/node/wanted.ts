import { refusedFor } from '../core/config/laxities';
import type { Reader } from '../core/clients';
import type { ConfigFile, ServerEntry } from '../core/config/config-file';

/** Which servers of a file are meant: one, or all for null; as one client would start them, or for null the best known. */
export interface Choice {
  readonly server: string | null;
  readonly client: string | null;
}

/** A server that is meant, the client as which it is started, and those for which it is judged. */
export interface Wanted {
  readonly entry: ServerEntry;
  /** Undefined where no client reads the entry. */
  readonly reader: Reader | undefined;
  readonly readers: readonly Reader[];
}

/** The servers that are meant, in the order of the file. */
export function wantedOf(file: ConfigFile, { server, client }: Choice): readonly Wanted[] {
  return file.maps.flatMap(({ readers, servers }) => {
    // One that does not refuse the file, where there is one.
    const reader =
      client === null
        ? (readers.find((each) => !refusedFor(file, each)) ?? readers[0])
        : readers.find((each) => each.client.id === client);
    return servers
      .filter(({ name }) => server === null || name === server)
      .map((entry) => ({
        entry,
        reader,
        readers: client === null ? readers : readers.filter((each) => each === reader),
      }));
  });
}
