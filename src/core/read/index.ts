import { readers } from './all.gen';
import { saidIn } from './statements';
import type { Start } from '../start';
import type { StartFact } from './facts.gen';
import type { Said } from './statements';

/** What one speaker says in a start. Never throws, whatever was printed. */
export type Read = (said: Said) => readonly StartFact[];

/** Everything that a start tells: its lines are judged once, then each speaker is read by its own reader. */
export function readStart(start: Start): readonly StartFact[] {
  const said = saidIn(start);
  return readers.flatMap((read) => read(said));
}
