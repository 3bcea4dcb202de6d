import { readNpm } from './npm';
import { readOutcome } from './outcome';
import { readPython } from './python-packages';
import { readSettings } from './settings';
import { readShells } from './shells';
import { readSpawn } from './spawn';
import { readVerdict } from './verdict';
import type { Fact } from '../facts';
import type { Start } from '../start';

/** Everything that a start tells: each speaker is read by its own reader. */
export function readStart(start: Start): readonly Fact[] {
  return READERS.flatMap((read) => read(start));
}

const READERS: readonly ((start: Start) => readonly Fact[])[] = [
  readSpawn,
  readOutcome,
  readShells,
  readNpm,
  readPython,
  readSettings,
  readVerdict,
];
