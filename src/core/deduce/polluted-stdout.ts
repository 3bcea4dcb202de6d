import { factsOf } from '../facts';
import { candidate } from '../rules/rule';
import type { FactOf } from '../facts';
import type { Candidate, Subject } from '../rules/rule';

/**
 * What follows from other words than messages on stdout, where nothing else is known to be wrong. That a client's parser
 * stumbled over them is likely what went wrong; that they are there alone is only possible, since many clients bear it.
 */
export function pollutedStdout(subject: Subject, who: FactOf<'stdout-noise'>['who']): readonly Candidate[] {
  const { facts, plan } = subject;
  const all = factsOf(facts, 'stdout-noise');
  const [first] = all;
  const isOther = factsOf(facts, 'crashed').length > 0 || factsOf(facts, 'verdict-line').some(({ isError }) => isError);
  // A start of our own shows what the client would have done with them.
  if (plan || !first || whose(all) !== who) return [];
  const isComplaint = first.evidence.kind !== 'stdout';
  if (!isComplaint && isOther) return [];
  return [
    candidate({
      message: first.first === null ? 'unseen' : 'default',
      params: first.first === null ? {} : { first: first.first },
      confidence: isComplaint ? 'likely' : 'possible',
      evidence: all.map(({ evidence }) => evidence),
    }),
  ];
}

/** The parser quotes the beginning of a line; what was printed says it in full. */
function whose(all: readonly FactOf<'stdout-noise'>[]): FactOf<'stdout-noise'>['who'] {
  return all.some(({ who }) => who === 'dotenv') ? 'dotenv' : 'server';
}
