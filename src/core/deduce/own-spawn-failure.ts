import { programName } from '../launch/program-name';
import type { FactOf } from '../facts';
import type { Subject } from '../rules/rule';

/**
 * The client's own failure to start the server's program. A server may fail to start another program and print the same
 * words: what is read from its output counts only where it names the entry's command, or where there is no entry.
 */
export function ownSpawnFailure({ facts, entry, plan }: Readable): FactOf<'spawn-failed'> | null {
  const isOwn = ({ evidence, program }: FactOf<'spawn-failed'>) =>
    evidence.kind === 'spawn' || !entry?.command || program === null || isProgramOf({ entry, plan }, program);
  return facts.all('spawn-failed').find(isOwn) ?? null;
}

/**
 * Whether a path is the one that an entry starts. Who shows an entry to others leaves out where its program lies, there or
 * in what was printed: what remains is its name.
 */
function isProgramOf({ entry, plan }: Pick<Readable, 'entry' | 'plan'>, program: string): boolean {
  const command = entry?.command?.safe ?? '';
  // What is called `uvx` comes with `uv`.
  const isSame = program === command || (/^uvx?$/.test(program) && /^uvx?$/.test(command));
  return isSame || (plan === null && /[/\\]/.test(program) && programName(program) === programName(command));
}

type Readable = Pick<Subject<'spawn-failed'>, 'facts' | 'entry' | 'plan'>;
