import { readers } from './all.gen';
import { saidIn } from './statements';
import type { Start } from '../start';
import type { StartFact } from './facts.gen';
import type { Said } from './statements';

/** What one speaker says in a start. Never throws, whatever was printed. */
export type Read = (said: Said) => readonly StartFact[];

/** Everything that a start tells. */
export function readStart(start: Start): readonly StartFact[] {
  return [...reading(start)].flat();
}

/**
 * The same, speaker by speaker: its lines are judged once, then each is read by its own reader. The first start of a
 * process takes longest, whose patterns are all new: who has something else to do can do so between.
 */
export function* reading(start: Start): Generator<readonly StartFact[], void, undefined> {
  const said = saidIn(start);
  for (const read of readers) yield read(said);
}
