import { stderrEvidence } from './lines';
import type { Told } from '../facts';
import type { Said, Statement } from './statements';

/** The line to read first. `isError`: it has the form of an error, and is not only the last one. */
export type VerdictFact = Told<'verdict-line', { isError: boolean }>;

/**
 * The line of stderr that most likely says why: a verdict in the form that each ecosystem has for it, else the last
 * line that is no noise. It proves nothing by itself; it is what a person should read first.
 */
export function read(start: Said): readonly VerdictFact[] {
  const speaking = start.stderr.filter(({ role }) => role === 'sentence' || role === 'item' || role === 'source');
  // What its logger calls information is no verdict, whatever words are in it.
  const loud = speaking.filter(({ level }) => level !== 'debug' && level !== 'info');
  const formal = FORMS.map((form) => findForm(loud, form)).find((line) => line !== undefined);
  const verdict = formal ?? speaking.at(-1);
  return verdict ? [{ kind: 'verdict-line', isError: formal !== undefined, evidence: stderrEvidence(verdict) }] : [];
}

interface Form {
  readonly pattern: RegExp;
  /** A traceback ends with its verdict; npm and panics begin with theirs. */
  readonly take: 'first' | 'last';
}

function findForm(lines: readonly Statement[], { pattern, take }: Form): Statement | undefined {
  return take === 'first'
    ? lines.find(({ text }) => pattern.test(text))
    : lines.findLast(({ text }) => pattern.test(text));
}

const FORMS: readonly Form[] = [
  { pattern: /^npm (?:error|ERR!) code /, take: 'first' },
  { pattern: /^(?:Uncaught )?(?:\w{0,40}\.){0,8}\w{0,60}(?:Error|Exception)\b(?: \[[A-Z_]+\])?: ?\S/, take: 'last' },
  { pattern: /\bpanicked at\b|^panic: /, take: 'first' },
  { pattern: /^\s*×|^error(?:\[\w+\])?: /, take: 'first' },
  { pattern: /\b(?:fatal|error|failed|cannot|could not|unable to)\b/i, take: 'last' },
];
