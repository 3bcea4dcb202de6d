import { check } from '../check';
import { findingsOf } from '../report';
import { applyEdits } from './fix';
import type { Finding, TriedFix } from '../findings';
import type { FileReport } from '../report';

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

/** Whether a file has something that `fixAll` would mend. What a start has shown is none of it. */
export function hasSafeFix({ findings, servers }: FileReport): boolean {
  const unstarted = servers.filter(({ start }) => start === null);
  return [...findings, ...unstarted.flatMap((server) => server.findings)].some((finding) => safeFix(finding));
}

function nextFix(path: string, text: string): AllFixed['made'][number] | undefined {
  for (const finding of findingsOf(check(path, text))) {
    const fix = safeFix(finding);
    if (fix) return { finding, fix };
  }
  return undefined;
}

function safeFix({ fixes }: Finding): TriedFix | undefined {
  return fixes.find(({ preferred, applicability, edits }) => preferred && applicability === 'safe' && edits.length > 0);
}
