import { begunSmall, captured } from '../text';
import { goesOn } from './goes-on';
import { neededWords, Traces, tracesOf } from './needed-words';
import { isInVain } from './what-helped';
import type { Evidence, Told } from '../facts';
import type { Line } from '../start';
import type { Said, Statement } from './statements';
import type { Safe } from '../text';

/** What was printed as evidence, as it was printed. */
export function stderrEvidence({ number, whole, isTold, isPrinted }: Statement): Evidence {
  return { kind: isTold ? 'log' : isPrinted ? 'stdout' : 'stderr', line: number, text: whole };
}

/** Every line of stderr that the pattern matches, with what it captured. */
export function stderrMatches(start: Said, pattern: RegExp): readonly Matched[] {
  return matches(start.spoken, pattern, stderrEvidence);
}

/** The same of sentences that were wrapped into several lines. */
export function wrappedMatches(start: Said, pattern: RegExp): readonly Matched[] {
  let lines = wrapped.get(start);
  if (!lines) {
    lines = start.spoken.flatMap((line) =>
      line.sentence.length > line.text.length ? [{ ...line, text: line.sentence }] : [],
    );
    wrapped.set(start, lines);
  }
  return matches(lines, pattern, stderrEvidence);
}

const wrapped = new WeakMap<Said, readonly Statement[]>();

/** The same of what the client itself says in a log. */
export function clientMatches(start: Said, pattern: RegExp): readonly Matched[] {
  return matches(start.client, pattern, clientEvidence);
}

function clientEvidence({ number, text }: Line): Evidence {
  return { kind: 'log', line: number, text };
}

/** The first line of all that the client or the server says that has one of these forms, the forms in their order. */
export function firstSaid(start: Said, forms: readonly RegExp[]): Matched | undefined {
  for (const form of forms) {
    const first = firstMatch(start.client, form, clientEvidence) ?? firstMatch(start.spoken, form, stderrEvidence);
    if (first) return first;
  }
  return undefined;
}

/** The first message in which a side reports an error by one of these forms, as it is quoted. */
export function firstReported({ errors }: Said, forms: readonly RegExp[]): Matched | undefined {
  return firstOf(errors, forms, clientEvidence);
}

/** The first line of all that the client or the server says of which this holds, where no one pattern tells it. */
export function firstWhere(start: Said, holds: (text: string) => boolean): Matched | undefined {
  const told = start.client.find(({ text }) => holds(text));
  if (told) return { groups: [], evidence: clientEvidence(told) };
  const printed = start.spoken.find(({ text }) => holds(text));
  return printed && { groups: [], evidence: stderrEvidence(printed) };
}

/**
 * Where a client’s own words stand that one of these forms has: among its lines; in a pasted text of no known form that
 * may be anywhere. What a server prints in a start of ours is never a client's.
 */
export function clientSaid(start: Said, forms: readonly RegExp[]): readonly Matched[] {
  return forms.flatMap((form) => [
    ...clientMatches(start, form),
    ...(isPlainText(start) ? stderrMatches(start, form) : []),
  ]);
}

/** The same, of what no one pattern tells. */
export function clientWhere(start: Said, holds: (text: string) => boolean): readonly Matched[] {
  const told = start.client.filter(({ text }) => holds(text)).map(clientEvidence);
  const printed = isPlainText(start) ? start.spoken.filter(({ text }) => holds(text)).map(stderrEvidence) : [];
  return [...told, ...printed].map((evidence) => ({ groups: [], evidence }));
}

function isPlainText({ from }: Said): boolean {
  return from.via === 'log' && from.client === null;
}

/** A line of stdout as evidence. */
export function stdoutEvidence({ number, text }: Line): Evidence {
  return { kind: 'stdout', line: number, text };
}

export interface Matched {
  readonly groups: Groups;
  readonly evidence: Evidence;
}

/**
 * The fact that a line tells, where there is such a line. `more`: what else belongs to the fact, of what was captured;
 * null where that is too little to say it.
 */
export function told<const Kind extends string, More extends object = object>(
  kind: Kind,
  said: Matched | undefined,
  more: (groups: Groups) => More | null = () => ({}) as More,
): readonly Told<Kind, More>[] {
  const found = said && more(said.groups);
  return found ? [{ kind, evidence: said.evidence, ...found }] : [];
}

/**
 * The same of what people say in words of their own. They speak in what is pasted, and not in what a start of ours has
 * printed: there the same words are a server's, about something else.
 */
export function toldByPeople<const Kind extends string>(
  kind: Kind,
  start: Said,
  forms: readonly RegExp[],
): readonly Told<Kind>[] {
  if (start.from.via !== 'log') return [];
  const said = firstSaid(start, forms) ?? firstOfBegun(start, forms);
  return said && (goesOn(said.evidence.text) || isInVain(said.evidence.text)) ? [] : told(kind, said);
}

/** The same of sentences whose first word has a capital letter because it is the first. */
function firstOfBegun(start: Said, forms: readonly RegExp[]): Matched | undefined {
  if (!isPlainText(start)) return undefined;
  let lines = begun.get(start);
  if (!lines) {
    lines = start.spoken.flatMap((line) =>
      BEGINS_SENTENCE.test(line.text)
        ? [
            {
              ...line,
              text: begunSmall(line.text),
              filled: begunSmall(line.filled),
              inside: [],
              plain: line.plain.map(begunSmall),
            },
          ]
        : [],
    );
    begun.set(start, lines);
  }
  return firstOf(lines, forms, stderrEvidence);
}

const begun = new WeakMap<Said, readonly Statement[]>();
const BEGINS_SENTENCE = /^[A-Z][a-z']* \S/;

/** What a form captured, the whole match first. */
type Groups = readonly (Safe | undefined)[];

/** The first line that has one of the forms, the forms in their order. */
function firstOf<Each extends Line>(
  lines: readonly Each[],
  forms: readonly RegExp[],
  toEvidence: (line: Each) => Evidence,
): Matched | undefined {
  for (const form of forms) {
    const found = firstMatch(lines, form, toEvidence);
    if (found) return found;
  }
  return undefined;
}

function firstMatch<Each extends Line>(
  lines: readonly Each[],
  pattern: RegExp,
  toEvidence: (line: Each) => Evidence,
): Matched | undefined {
  if (!mayStandIn(lines, pattern)) return undefined;
  for (const line of lines) {
    const groups = groupsIn(line, pattern);
    if (groups) return { groups, evidence: toEvidence(line) };
  }
  return undefined;
}

/**
 * Whether the lines have the words that the form needs. Most have none of most forms, and a form that is never tried costs
 * nothing: to be tried once it must be compiled.
 */
function mayStandIn(lines: readonly TextLine[], pattern: RegExp): boolean {
  // Of a server that says nothing no form is read: that, too, takes its time.
  if (lines.length === 0) return false;
  let needed = needs.get(pattern);
  if (needed === undefined) {
    needed = neededWords(pattern).map((words) => words.map(tracesOf));
    needs.set(pattern, needed);
  }
  if (needed.length === 0) return true;
  let traces = tracesIn.get(lines);
  if (traces === undefined) {
    traces = new Traces(
      lines.flatMap(({ text, filled = text, inside = [], plain = [] }) => [
        text,
        ...(filled === text ? [] : [filled]),
        ...inside,
        ...plain,
      ]),
    );
    tracesIn.set(lines, traces);
  }
  const known = traces;
  return needed.every((words) => words.some((word) => known.mayHave(word)));
}

const needs = new WeakMap<RegExp, readonly (readonly (readonly number[])[])[]>();
const tracesIn = new WeakMap<readonly TextLine[], Traces>();

/**
 * In the line alone, or with those into which it was wrapped, or without what somebody has put around it. Most lines have
 * none of most forms: nothing is made for those.
 */
type TextLine = Line & Partial<Pick<Statement, 'filled' | 'inside' | 'plain'>>;

function groupsIn(line: TextLine, pattern: RegExp): Groups | null {
  const { text, filled = text, inside = NONE, plain = NONE } = line;
  if (text === '') return null;
  if (pattern.test(text)) return captured(text, pattern);
  if (filled.length > text.length && pattern.test(filled)) return captured(filled, pattern);
  for (const bare of inside) if (pattern.test(bare)) return captured(bare, pattern);
  for (const bare of plain) if (pattern.test(bare)) return captured(bare, pattern);
  return null;
}

const NONE: readonly Safe[] = [];

function matches<Each extends Line>(
  lines: readonly Each[],
  pattern: RegExp,
  toEvidence: (line: Each) => Evidence,
): readonly Matched[] {
  if (!mayStandIn(lines, pattern)) return [];
  const found: Matched[] = [];
  for (const line of lines) {
    const groups = groupsIn(line, pattern);
    if (groups) found.push({ groups, evidence: toEvidence(line) });
  }
  return found;
}
