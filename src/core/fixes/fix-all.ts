import { check } from '../check';
import { findingsOf } from '../report';
import { applyEdits } from './fix';
import type { Finding, TriedFix } from '../findings';

/** A text with all its safe problems fixed, and what was done for that, in order. */
export interface AllFixed {
  readonly text: string;
  readonly made: readonly { readonly finding: Finding; readonly fix: TriedFix }[];
}

/**
 * Makes the preferred fix of everything that the file alone shows, where that needs nobody's word. One after the other,
 * and the file is judged anew after each: a fix may cure more than its own finding, or bring up the next.
 */
export function fixAll(path: string, text: string): AllFixed {
  const made: AllFixed['made'][number][] = [];
  const seen = new Set([text]);
  let now = text;
  for (let next = nextFix(path, now); next && made.length < MOST; next = nextFix(path, now)) {
    const fixed = applyEdits(now, next.fix.edits);
    if (seen.has(fixed)) break; // two fixes that undo each other would go on for ever
    seen.add(fixed);
    made.push(next);
    now = fixed;
  }
  return { text: now, made };
}

const MOST = 200;

function nextFix(path: string, text: string): AllFixed['made'][number] | undefined {
  for (const finding of findingsOf(check(path, text))) {
    const fix = finding.fixes.find((each) => each.preferred && each.applicability === 'safe' && each.edits.length > 0);
    if (fix) return { finding, fix };
  }
  return undefined;
}
