import type { Subject } from '../rules/rule';

/** What `bareFailure` reads. */
export const READ_OF_BARE_FAILURE = ['closed', 'unexplained', 'ended', 'verdict-line'] as const;

/**
 * Whether it is known that it failed, and nothing more: then what its entry alone makes likely is worth naming, as one
 * thing that is possible.
 */
export function isBareFailure({ facts }: Subject<(typeof READ_OF_BARE_FAILURE)[number]>): boolean {
  if (facts.first('unexplained')) return true;
  const ended = facts.first('ended');
  if (facts.first('verdict-line') ?? (ended?.exit || ended?.isWordless === false)) return false;
  return facts.first('closed') !== undefined;
}
