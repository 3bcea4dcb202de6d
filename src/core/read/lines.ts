import { captured } from '../text';
import type { Evidence } from '../facts';
import type { Line, Start } from '../start';
import type { Safe } from '../text';

/** A line of stderr as evidence. */
export function stderrEvidence(line: Line): Evidence {
  return { kind: 'stderr', line: line.number, text: line.text };
}

/** Every line of stderr that the pattern matches, with what it captured. */
export function stderrMatches(start: Start, pattern: RegExp): readonly Matched[] {
  return matches(start.stderr, pattern, stderrEvidence);
}

/** The same of what the client itself says in a log. */
export function clientMatches(start: Start, pattern: RegExp): readonly Matched[] {
  return matches(start.client, pattern, (line) => ({ kind: 'log', line: line.number, text: line.text }));
}

interface Matched {
  readonly groups: readonly (Safe | undefined)[];
  readonly evidence: Evidence;
}

function matches(lines: readonly Line[], pattern: RegExp, toEvidence: (line: Line) => Evidence): readonly Matched[] {
  return lines.flatMap((line) => {
    const groups = captured(line.text, pattern);
    return groups ? [{ groups, evidence: toEvidence(line) }] : [];
  });
}
