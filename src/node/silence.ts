import { effortOf } from './process-tree';

/**
 * What is seen of a server from outside. `shown`: it has printed something, or what was started has started something
 * itself, as a package client does once it has fetched. `silent`: for a while there was no output, and nothing was
 * computed: it waits.
 */
export type Activity = 'shown' | 'silent';

/** How long nothing may come before that is silence; where nobody knows what is computed, output alone must tell. */
const SILENCE_MS = { knowing: 250, guessing: 1_000 } as const;
const LOOK_EVERY_MS = 80;

/** A server that computes no more than that while it waits is at rest: timers tick. */
const REST_TICKS = 1;

/** Watches a server, and tells each activity once, as it comes. Returns what ends the watch. */
export function watchActivity(
  pid: number | undefined,
  outputs: readonly NodeJS.ReadableStream[],
  tell: (activity: Activity) => void,
): () => void {
  let bytes = 0;
  for (const output of outputs) output.on('data', (piece: Buffer) => (bytes += piece.length));
  const told = new Set<Activity>();
  const tellOnce = (activity: Activity): void => {
    if (!told.has(activity)) tell(activity);
    told.add(activity);
    if (told.size === 2) clearInterval(timer);
  };
  let rest: { readonly since: number; readonly ticks: number; readonly bytes: number } | null = null;
  const look = (): void => {
    const effort = effortOf(pid);
    const now = performance.now();
    const ticks = effort?.ticks ?? 0;
    if (bytes > 0 || (effort && effort.processes > 1)) tellOnce('shown');
    if (!rest || rest.bytes !== bytes || ticks > rest.ticks + REST_TICKS) rest = { since: now, ticks, bytes };
    if (now - rest.since >= (effort ? SILENCE_MS.knowing : SILENCE_MS.guessing)) tellOnce('silent');
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  return () => clearInterval(timer);
}
