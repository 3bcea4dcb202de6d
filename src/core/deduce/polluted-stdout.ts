import type { Evidence, FactOf } from '../facts';
import type { Subject } from '../rules/rule';
import type { Safe } from '../text';

/** Other words than messages on stdout, as the likeliest thing that went wrong. */
export interface PollutedStdout {
  /** The beginning of such a line, where it was seen. */
  readonly first: Safe | null;
  readonly confidence: 'likely' | 'possible';
  readonly evidence: readonly Evidence[];
}

/** What `pollutedStdout` reads. */
export const READ_OF_POLLUTED_STDOUT = ['stdout-noise', 'crashed', 'verdict-line'] as const;

/**
 * What follows from other words than messages on stdout, where nothing else is known to be wrong. That a client's parser
 * stumbled over them is likely what went wrong; that they are there alone is only possible, since many clients bear it.
 */
export function pollutedStdout(
  { facts, plan }: Subject<(typeof READ_OF_POLLUTED_STDOUT)[number]>,
  who: FactOf<'stdout-noise'>['who'],
): PollutedStdout | null {
  const all = facts.all('stdout-noise');
  const [first] = all;
  const isOther = facts.first('crashed') !== undefined || facts.all('verdict-line').some(({ isError }) => isError);
  // A start of our own shows what the client would have done with them.
  if (plan || !first || whose(all) !== who) return null;
  const isComplaint = first.evidence.kind !== 'stdout';
  if (!isComplaint && isOther) return null;
  return {
    first: all.find((each) => each.first !== null)?.first ?? null,
    confidence: isComplaint ? 'likely' : 'possible',
    evidence: all.map(({ evidence }) => evidence),
  };
}

/** The parser quotes the beginning of a line; what was printed says it in full. */
function whose(all: readonly FactOf<'stdout-noise'>[]): FactOf<'stdout-noise'>['who'] {
  return all.some(({ who }) => who === 'dotenv') ? 'dotenv' : 'server';
}
