import { answerTo, factsOf } from '../facts';
import { ownSpawnFailure } from './own-spawn-failure';
import type { Evidence, Place, Question } from '../facts';
import type { Subject } from '../rules/rule';
import type { Safe } from '../text';

/** A program that the client could not start, and where else it is. */
export interface MissingProgram {
  readonly name: Safe;
  readonly evidence: Evidence;
  /** `elsewhere`: it is on this machine, off the PATH in question. `unknown`: nobody could look. */
  readonly where: 'elsewhere' | 'nowhere' | 'unknown';
  readonly places: readonly Place[];
  readonly wants: readonly Question[];
}

/**
 * What "not found" means here. The same text comes when a script's interpreter is missing, and when the program is there
 * after all: those are no missing program, and the answer is null.
 */
export function missingProgram(subject: Subject): MissingProgram | null {
  const { facts, entry } = subject;
  const failure = ownSpawnFailure(subject);
  const spawn = failure?.code === 'ENOENT' ? failure : undefined;
  const shell = factsOf(facts, 'command-not-found').find(
    ({ program }) => !entry?.command || program === entry.command.safe,
  );
  const seen = spawn ?? shell;
  if (!seen || seen.program.trim() === '' || /[/\\]/.test(seen.program)) return null; // a path is no name to look for
  const wants: readonly Question[] = [{ kind: 'program', name: seen.program }];
  const found = { name: seen.program, evidence: seen.evidence, wants };
  const program = answerTo(facts, { kind: 'program', name: seen.program });
  if (program?.onPath === 'yes') return null;
  if (!program || program.onPath === 'unknown') return { ...found, where: 'unknown', places: [] };
  return { ...found, where: program.places.length > 0 ? 'elsewhere' : 'nowhere', places: program.places };
}
