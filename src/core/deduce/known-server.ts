import { knownServers } from '../known-servers';
import type { KnownServer } from '../known-servers';
import type { ServerEntry, Value } from '../config/config-file';

/** A server whose code is known, as an entry runs it. */
export interface RunsKnownServer {
  readonly name: string;
  readonly server: KnownServer;
  /** What stands behind its package. */
  readonly args: readonly Value[];
}

/** The known server of npm that an entry runs through a runner; null where it runs none. Most are asked once, and are none. */
export function knownServer(entry: ServerEntry | null): RunsKnownServer | null {
  if (!entry?.hasArg(KNOWN) || !RUNNERS.test(entry.program)) return null;
  const { args } = entry;
  const at = args.findIndex(({ raw }) => KNOWN.test(raw.reveal()));
  const name = (args[at]?.raw.reveal() ?? '').replace(/(?<=.)@[^/]*$/, '');
  const server = knownServers.get(name);
  return server ? { name, server, args: args.slice(at + 1) } : null;
}

const KNOWN = new RegExp(`^(?:${[...knownServers.keys()].join('|')})(?:@[\\w.^~-]+)?$`);
const RUNNERS = /^(?:npx|bunx|pnpx|pnpm|cmd|bun|yarn)$/;
