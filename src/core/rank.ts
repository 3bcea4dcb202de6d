import type { Evidence } from './facts';
import type { Candidate, Rule } from './rules/rule';

/** What a rule said. */
export interface Match {
  readonly rule: Rule;
  readonly candidate: Candidate;
}

/** The steps of a start, the earliest first: of two causes the one that broke earlier made the other. */
export const STAGES = [
  'file',
  'entry',
  'cwd',
  'spawn',
  'interpreter',
  'fetch',
  'load',
  'settings',
  'stream',
  'handshake',
  'lists',
  'end',
] as const;
export type Stage = (typeof STAGES)[number];

const CONFIDENCES = ['evident', 'likely', 'possible'] as const satisfies readonly Candidate['confidence'][];

/** The findings that are shown, in their order: what another explains is folded, the first with a label is the diagnosis. */
export function rank(matches: readonly Match[]): readonly Match[] {
  const shown = matches.filter((match) => !matches.some((other) => explains(other, match))).toSorted(compare);
  const beyond = new Set(shown.filter(({ candidate }) => candidate.isGuess).slice(GUESSES));
  return shown.filter((match) => !beyond.has(match));
}

/** So many guesses help; more are a list of all that can go wrong. */
const GUESSES = 3;

/** Whether a match is folded under a surer one that explains it: named by it, a consequence, or only how it ended. */
function explains(other: Match, match: Match): boolean {
  if (other === match) return false;
  // Guesses are the likeliest of many: each may be true, unless one names another; and where there is more than that to
  // say, none is said.
  if (match.candidate.isGuess)
    return other.candidate.isGuess ? other.rule.over?.includes(match.rule.id) === true : isBlame(other);
  if (other.candidate.isGuess) return false;
  if (match.rule.plain) return other.rule.label !== null && (!other.rule.plain || match.rule.label === null);
  const { label, over } = other.rule;
  const isSure = other.candidate.confidence !== 'possible' && sureness(other) <= sureness(match);
  if (label === null || !isSure) return false;
  return over?.includes(match.rule.id) === true || isPartOf(linesOf(match), linesOf(other));
}

/** It names a cause, and not by the way: more than how it ended, of which guesses say what may have led there. */
function isBlame({ rule, candidate }: Match): boolean {
  const { severity, confidence } = candidate;
  return (
    rule.label !== null &&
    !(rule.plain && confidence === 'possible') &&
    (severity === 'error' || severity === 'warning')
  );
}

/** All of the lines that decide the one decide the other, too, and more do. */
function isPartOf(lines: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return lines.size > 0 && lines.size < others.size && [...lines].every((line) => others.has(line));
}

function linesOf({ candidate }: Match): ReadonlySet<string> {
  return new Set(candidate.evidence.flatMap(({ kind, line }) => (line === null ? [] : [`${kind} ${line}`])));
}

/** Below zero where `a` comes first. Zero only for what cannot be told apart, which no example may be. */
export function compare(a: Match, b: Match): number {
  return (
    Number(a.rule.label === null) - Number(b.rule.label === null) ||
    Number(isReadOnly(a)) - Number(isReadOnly(b)) ||
    Number(a.candidate.isLastGuess === true) - Number(b.candidate.isLastGuess === true) ||
    sureness(a) - sureness(b) ||
    STAGES.indexOf(a.rule.stage) - STAGES.indexOf(b.rule.stage) ||
    firstLine(a) - firstLine(b) ||
    (a.candidate.span?.offset ?? 0) - (b.candidate.span?.offset ?? 0)
  );
}

/** Read from the entry alone: what a start has shown comes first, unless with such an entry there was no such start. */
function isReadOnly({ rule, candidate }: Match): boolean {
  return !rule.precludesStart && !candidate.evidence.some(isFromStart);
}

function isFromStart({ kind }: Evidence): boolean {
  return kind !== 'entry' && kind !== 'lookup';
}

function sureness({ candidate }: Match): number {
  return CONFIDENCES.indexOf(candidate.confidence);
}

/** Where the first line that decides stands; what is no line is seen before any. */
function firstLine({ candidate }: Match): number {
  return Math.min(...candidate.evidence.map(({ line }) => line ?? 0), Infinity);
}
