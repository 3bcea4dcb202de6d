import { similarNames } from '../../core/similar-names';
import type { Known } from '../../core/facts';
import type { StdioPlan } from '../../core/launch/launch-plan';
import type { Safe } from '../../core/text';

/** Whether a name exists, and where it does not, which of the known names like it do. All are asked at once. */
export async function similarPublished(
  name: Safe,
  known: readonly string[],
  plan: StdioPlan,
  ask: (name: string) => Promise<Known>,
): Promise<{ readonly exists: Known; readonly similar: readonly Safe[] }> {
  const candidates = similarNames(name, known);
  const [exists, ...published] = await Promise.all([ask(name), ...candidates.map(ask)]);
  const similar = exists === 'yes' ? [] : candidates.filter((_, index) => published[index] === 'yes');
  return { exists, similar: similar.map(plan.mask) };
}
