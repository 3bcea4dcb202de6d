import { ELSEWHERE } from '../launch/elsewhere';
import { innerCommand } from './inner-command';
import type { ServerEntry } from '../config/config-file';
import type { Safe } from '../text';

/** Variables of an entry that do not get to where its server runs, and what keeps them. */
export interface OutOfReach {
  readonly by: 'remote' | 'wsl' | 'launcher';
  readonly names: readonly Safe[];
}

/** What an entry sets in `env` for a server that runs where `env` does not reach; null where it does, or nothing is set. */
export function outOfReach(entry: ServerEntry): OutOfReach | null {
  const by = keptBy(entry);
  if (!by) return null;
  const isItsOwn = by === 'launcher' ? new RegExp(`^${entry.program}_|${OF_TOOLS.source}`, 'i') : OF_TOOLS;
  // What the entry itself refers to is filled in, and what a script sets is there.
  const written = [entry.url, ...entry.headers.map(({ value }) => value), ...entry.args].map(
    (each) => each?.safe ?? '',
  );
  const names = entry.env
    .filter(({ name, isRemoval }) => !isRemoval && !OF_PLATFORM.test(name) && !isItsOwn.test(name))
    .filter(({ name }) => !written.some((text) => text.includes(name)))
    .map(({ name }) => entry.mask(name));
  return names.length > 0 ? { by, names } : null;
}

function keptBy(entry: ServerEntry): OutOfReach['by'] | null {
  const { transport, program, env, args } = entry;
  if (env.length === 0) return null;
  if (transport === 'http' || transport === 'sse') return 'remote';
  if (program === 'wsl') return env.some(({ name }) => name === WSLENV) ? null : 'wsl';
  const inner = program === 'cmd' ? innerCommand(entry) : { program, args };
  const launcher = ELSEWHERE.get(inner.program);
  const line = inner.args.map(({ safe }) => safe).join(' ');
  return launcher?.some(({ runs, unless }) => runs.test(line) && unless?.test(line) !== true) ? 'launcher' : null;
}

/** Names of variables that cross over from Windows to Linux, and back. */
export const WSLENV = 'WSLENV';
const OF_PLATFORM = /^(?:PATH|HOME|NODE_\w+|HTTPS?_PROXY|NO_PROXY|WSL_\w+|DEBUG)$/i;
/** What programs that start something elsewhere read themselves. */
const OF_TOOLS = /^(?:(?:DOCKER|PODMAN|BUILDKIT|COMPOSE|SSH|KUBE|CLOUDSDK|LIMA)_|KUBECONFIG$|(?:AWS|GOOGLE|AZURE)_)/i;
