import { captured } from '../text';
import type { Evidence } from '../facts';
import type { Line, Start } from '../start';
import type { Safe } from '../text';

/** A line of stderr as evidence. */
export function stderrEvidence(line: Line): Evidence {
  return { kind: 'stderr', line: line.number, text: line.text };
}

/** Every line of stderr that the pattern matches, with what it captured. */
export function stderrMatches(
  start: Start,
  pattern: RegExp,
): readonly { readonly groups: readonly (Safe | undefined)[]; readonly evidence: Evidence }[] {
  return start.stderr.flatMap((line) => {
    const groups = captured(line.text, pattern);
    return groups ? [{ groups, evidence: stderrEvidence(line) }] : [];
  });
}
