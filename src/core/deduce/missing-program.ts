import { ownSpawnFailure } from './own-spawn-failure';
import { isInterpreter, isKeyword, isRunner } from './interpreters';
import { isShell } from '../launch/probe-class';
import { programName } from '../launch/program-name';
import type { Evidence, FactOf, Question } from '../facts';
import type { Place } from '../facts/world/program';
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

/** What `missingProgram` reads. */
export const READ_OF_MISSING_PROGRAM = ['spawn-failed', 'command-not-found', 'npm-speaks', 'program'] as const;
type Readable = Subject<(typeof READ_OF_MISSING_PROGRAM)[number]>;

/**
 * What "not found" means here. The same text comes when a script's interpreter is missing, and when the program is there
 * after all: those are no missing program, and the answer is null.
 */
export function missingProgram(subject: Readable): MissingProgram | null {
  const { facts, entry } = subject;
  const failure = ownSpawnFailure(subject);
  const spawn = failure?.code === 'ENOENT' ? failure : undefined;
  const seen = spawn ?? facts.all('command-not-found').find((fact) => isOwnCommand(fact, subject));
  const name = seen?.program ?? entry?.command?.safe;
  if (!seen || !name || name.trim() === '' || /[/\\]/.test(name)) return null; // a path is no name to look for
  const wants: readonly Question[] = [{ kind: 'program', name }];
  const found = { name, evidence: seen.evidence, wants };
  const program = facts.answerTo({ kind: 'program', name });
  if (program?.onPath === 'yes') return null;
  if (!program || program.onPath === 'unknown') return { ...found, where: 'unknown', places: [] };
  return { ...found, where: program.places.length > 0 ? 'elsewhere' : 'nowhere', places: program.places };
}

/**
 * A shell did not find the entry's own command, or its command is a script that did not find what it calls. npm has a
 * shell of its own for what a package brings: what that misses is the package's.
 */
function isOwnCommand({ program, speaker }: FactOf<'command-not-found'>, { facts, entry }: Readable): boolean {
  if (isKeyword(program)) return false;
  // A runner was there, and did not find what runs it.
  if (isInterpreter(program) && isRunner(entry?.command?.safe ?? speaker ?? '')) return false;
  if (!entry?.command) return !facts.first('npm-speaks');
  return (
    program === entry.command.safe ||
    (/^uvx?$/.test(program) && /^uvx?$/.test(entry.command.safe)) ||
    (isShell(entry.command.safe) && entry.args.some(({ safe: word }) => word === program)) ||
    (speaker !== null && programName(speaker) === programName(entry.command.safe))
  );
}
