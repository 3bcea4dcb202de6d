import { LIMITS } from '../core/limits';

/** What all who work in slices have worked since everything else had its turn, in milliseconds. */
let workedMs = 0;
/** Who waits for a slice waits behind those who came before: each has a turn of the event loop of its own. */
let waiting: Promise<void> = Promise.resolve();

/** Adds to the slice of all. Whether it is over: then `turnOfOthers` is due. */
export function endsSlice(ms: number): boolean {
  if (workedMs === 0) setImmediate(() => void (workedMs = 0));
  workedMs += ms;
  return workedMs >= LIMITS.sliceMs;
}

/** Resolves when everything that waits has had its turn. */
export function turnOfOthers(): Promise<void> {
  waiting = waiting.then(() => new Promise<void>((resolve) => setImmediate(resolve)));
  return waiting;
}

/** All of these, computed a few milliseconds' worth at a time: between, everything else goes on. */
export async function inSlices<Step>(steps: Iterable<Step>): Promise<readonly Step[]> {
  const done: Step[] = [];
  let began = performance.now();
  for (const step of steps) {
    done.push(step);
    if (endsSlice(performance.now() - began)) await turnOfOthers();
    began = performance.now();
  }
  return done;
}
