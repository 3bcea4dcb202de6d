import type { Value } from '../config/config-file';
import type { FactOf } from '../facts';
import type { Candidate, Subject } from '../rules/rule';

/** What `bareFailure` reads. */
export const READ_OF_BARE_FAILURE = ['closed', 'unexplained', 'ended', 'verdict-line'] as const;

/**
 * Whether it is known that it failed, and nothing more: then what its entry, its client and its system make likely is
 * worth naming, each as one thing that is possible.
 */
export function isBareFailure({ facts }: Subject<(typeof READ_OF_BARE_FAILURE)[number]>): boolean {
  if (facts.first('unexplained')) return true;
  const ended = facts.first('ended');
  if (facts.first('verdict-line') ?? (ended?.exit || ended?.isWordless === false)) return false;
  return facts.first('closed') !== undefined;
}

/** The end of a start of which nothing but the exit code of a failure is known. */
export function muteEnd({ facts }: Subject<(typeof READ_OF_BARE_FAILURE)[number]>): FactOf<'ended'> | null {
  const ended = facts.first('ended');
  const hasFailed = ended?.isWordless === true && !ended.hadHandshake && (ended.exit?.code ?? 0) !== 0;
  return hasFailed && !facts.first('verdict-line') ? ended : null;
}

/** How something is said that nothing but a part of the entry suggests. */
export function suggestedBy({ safe: text, span }: Pick<Value, 'safe' | 'span'>): Partial<Candidate> {
  const evidence = [{ kind: 'entry', line: null, text }] as const;
  return { isGuess: true, severity: 'information', confidence: 'possible', span, evidence };
}
