import type { FactOf } from '../facts';
import type { Subject } from '../rules/rule';

/**
 * The client's own failure to start the server's program. A server may fail to start another program and print the same
 * words: what is read from its output counts only where it names the entry's command, or where there is no entry.
 */
export function ownSpawnFailure({ facts, entry }: Subject<'spawn-failed'>): FactOf<'spawn-failed'> | null {
  const isOwn = ({ evidence, program }: FactOf<'spawn-failed'>) =>
    evidence.kind === 'spawn' || !entry?.command || program === null || program === entry.command.safe;
  return facts.all('spawn-failed').find(isOwn) ?? null;
}
