import type { Evidence, FactOf } from '../facts';
import type { Subject } from '../rules/rule';
import type { Safe } from '../text';

/** Other words than messages on stdout: as the likeliest thing that went wrong, or as a flaw of a server that works. */
export interface PollutedStdout {
  /** The beginning of such a line, where it was seen. */
  readonly first: Safe | null;
  readonly severity: 'error' | 'warning' | 'information';
  readonly confidence: 'evident' | 'likely' | 'possible';
  readonly standsWhenReady: true;
  readonly evidence: readonly Evidence[];
}

/** What `pollutedStdout` reads. */
export const READ_OF_POLLUTED_STDOUT = ['stdout-noise', 'crashed', 'verdict-line', 'ready'] as const;

/**
 * What follows from other words than messages on stdout. That a client's parser stumbled over them is likely what went
 * wrong; that they are there alone is only possible, where nothing else is known to be wrong. In a start of our own it is
 * known what the client does with them: one that skips them shows that it was something else. A remote server has none.
 */
export function pollutedStdout(
  { facts, plan, entry }: Subject<(typeof READ_OF_POLLUTED_STDOUT)[number]>,
  who: FactOf<'stdout-noise'>['who'],
): PollutedStdout | null {
  const all = facts.all('stdout-noise');
  const [noise] = all;
  if (!noise || whose(all) !== who || entry?.transport === 'http' || entry?.transport === 'sse') return null;
  const first = all.find((each) => each.first !== null)?.first ?? null;
  const found = { first, standsWhenReady: true, evidence: all.map(({ evidence }) => evidence) } as const;
  const givesUp = plan?.client.stdoutNoise === 'gives-up';
  if (givesUp) return { ...found, severity: 'error', confidence: 'evident' };
  if (facts.first('ready')) {
    const isBorne = plan?.client.stdoutNoise === 'skips';
    return plan ? { ...found, severity: isBorne ? 'information' : 'warning', confidence: 'likely' } : null;
  }
  const isOther = facts.first('crashed') !== undefined || facts.all('verdict-line').some(({ isError }) => isError);
  const isComplaint = noise.evidence.kind !== 'stdout';
  if (plan || (!isComplaint && isOther)) return null;
  return { ...found, severity: 'error', confidence: isComplaint ? 'likely' : 'possible' };
}

/** The parser quotes the beginning of a line; what was printed says it in full. */
function whose(all: readonly FactOf<'stdout-noise'>[]): FactOf<'stdout-noise'>['who'] {
  return all.find(({ who }) => who !== 'server')?.who ?? 'server';
}
