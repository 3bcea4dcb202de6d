import { readers } from './all.gen';
import type { Fact } from '../facts';
import type { Start } from '../start';

/** What one speaker says in a start. Never throws, whatever was printed. */
export type Read = (start: Start) => readonly Fact[];

/** Everything that a start tells: each speaker is read by its own reader. */
export function readStart(start: Start): readonly Fact[] {
  return readers.flatMap((read) => read(start));
}
