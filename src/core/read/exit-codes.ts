import { firstSaid, told } from './lines';
import { exitEvidence } from './outcome';
import type { Evidence, Told } from '../facts';
import type { Said } from './statements';

/** A program that never ran, and why not: it is for another machine or processor, a library of it is missing, or its .NET. */
export type ExitCodesFact = Told<'exit-code', { says: 'foreign' | 'instruction' | 'no-library' | 'no-dotnet' }>;

/** Systems and .NET say by a number or a signal alone why a program did not run; clients write it with or without its sign. */
export function read(start: Said): readonly ExitCodesFact[] {
  const evidence = exitEvidence(start.exit);
  if (evidence && (start.exit?.signal === ILLEGAL || start.exit?.code === OF_SHELLS + SIGILL))
    return [{ kind: 'exit-code', says: 'instruction', evidence }];
  const ended = codeOf(start);
  const says = ended ? MEANINGS.get(ended.code) : undefined;
  return ended && says ? told('exit-code', { groups: [], evidence: ended.evidence }, () => ({ says })) : [];
}

function codeOf(start: Said): { readonly code: number; readonly evidence: Evidence } | null {
  const { exit } = start;
  const evidence = exitEvidence(exit);
  if (typeof exit?.code === 'number' && evidence) return { code: unsigned(exit.code), evidence };
  const said = firstSaid(start, [SAID]);
  const number = said?.groups[1];
  return said && number ? { code: unsigned(Number(number)), evidence: said.evidence } : null;
}

const SAID = /\b(?:[Ee]xit(?:ed)?|[Cc]ode|[Ss]tatus)\b[^\d-]{0,30}(-?\d{9,10}|0x[0-9A-Fa-f]{8})\b/;

/** Some write the unsigned number with a sign in front of it. */
function unsigned(code: number): number {
  return (code < -(2 ** 31) ? -code : code) >>> 0;
}

const ILLEGAL = 'SIGILL';
/** The number of that signal, and what shells add to one. */
const SIGILL = 4;
const OF_SHELLS = 128;

/** NTSTATUS values (invalid image, illegal instruction, library not found), and the framework that .NET’s host did not find. */
const MEANINGS: ReadonlyMap<number, ExitCodesFact['says']> = new Map([
  [0xc000007b, 'foreign'],
  [0xc000001d, 'instruction'],
  [0xc0000135, 'no-library'],
  [0x80008096, 'no-dotnet'],
]);
