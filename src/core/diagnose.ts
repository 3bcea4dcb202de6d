import { clientIds } from './config/file-facts';
import { MARKS } from './config/marks';
import { entryFacts } from './entry';
import { render, untried, withUniqueIds } from './findings';
import { LIMITS } from './limits';
import { rank } from './rank';
import { rules } from './rules/all.gen';
import { shortened } from './text';
import type { Reader } from './clients';
import type { Span } from './config/place';
import type { FactKind, Question } from './facts';
import type { Finding } from './findings';
import type { LaunchPlan } from './launch/launch-plan';
import type { Match } from './rank';
import type { Candidate, Param, Rule, Subject } from './rules/rule';
import type { Safe } from './text';

/** What the rules say of a subject, and what they would still like to know of the world. */
export interface Diagnosis {
  readonly findings: readonly Finding[];
  readonly wants: readonly Question[];
}

/** Runs every rule over the facts and ranks what they say. Pure: the same facts give the same findings. */
export function diagnose(subject: Subject): Diagnosis {
  const matches = matchesOf(subject);
  if (matches.length === 0) return NOTHING; // as of most entries of most files
  return {
    findings: withUniqueIds(
      rank(matches)
        .slice(0, LIMITS.findings)
        .map(({ rule, candidate }) => toFinding(rule, candidate, subject)),
    ),
    wants: matches.flatMap(({ candidate }) => candidate.wants),
  };
}

/** What is known of a subject, with what its entry shows of itself. */
export function withEntry(subject: Subject): Subject {
  const { facts, file, entry, plan } = subject;
  if (!file || !entry || entry.marks === 0) return subject;
  const reader = plan ? knownReader(plan) : (subject.reader ?? null);
  const written = entryFacts({ file, entry, reader, unset: plan?.unset ?? [] });
  return written.length === 0 ? subject : { ...subject, facts: facts.with(written) };
}

/** Who reads the entry of a plan; nobody where a file is only taken as if one did. */
function knownReader({ client, location }: LaunchPlan): Reader | null {
  return location.isAssumed ? null : { client, location };
}

/** What the rules say, in no order. */
export function matchesOf(seen: Subject): readonly Match[] {
  const subject = withEntry(seen);
  const isReady = subject.facts.first('ready') !== undefined;
  const matches: Match[] = [];
  for (const rule of rulesFor(subject)) {
    if (subject.isQuoted && rule.ofWholeFile) continue;
    for (const candidate of rule.match(subject))
      if ((!isReady || candidate.standsWhenReady) && isToldOf(subject, candidate)) matches.push({ rule, candidate });
  }
  return matches;
}

/** What a client logs of its start shows no mistake in an entry by itself. */
function isToldOf({ isLogged = false }: Subject, { isGuess, evidence }: Candidate): boolean {
  return !isLogged || isGuess === true || evidence.length === 0 || evidence.some(({ kind }) => kind !== 'entry');
}

/** What would be good to know of an entry before there is anything to say of it. */
export function askedOf(seen: Subject): readonly Question[] {
  const subject = withEntry(seen);
  return rules.flatMap((rule) => rule.asks?.(subject) ?? []);
}

/** The rules that have something to read. Of most entries of most files no fact is known. */
function rulesFor({ facts, entry }: Subject): readonly Rule[] {
  const ofEntry = entry && entry.marks & MARKS.command ? READING.get('entry') : undefined;
  if (facts.list.length === 0) return ofEntry ?? [];
  const found = new Set(ofEntry);
  for (const kind of facts.kinds) for (const rule of READING.get(kind) ?? []) found.add(rule);
  return [...found];
}

const READING: ReadonlyMap<FactKind | 'entry', readonly Rule[]> = (() => {
  const reading = new Map<FactKind | 'entry', Rule[]>();
  for (const rule of rules) for (const kind of rule.reads) reading.set(kind, [...(reading.get(kind) ?? []), rule]);
  return reading;
})();

const NOTHING: Diagnosis = { findings: [], wants: [] };

function toFinding(rule: Rule, candidate: Candidate, { file, entry, plan, client }: Subject): Finding {
  const start: Span = { offset: 0, length: 0 };
  const params = quotedParams(candidate.params);
  const clients = candidate.clients ?? (plan ? [plan.client.id] : client ? [client.id] : file ? clientIds(file) : []);
  return {
    id: rule.id,
    rule: rule.id,
    label: rule.label,
    cause: rule.cause,
    clients,
    severity: candidate.severity,
    confidence: candidate.confidence,
    message: render(rule.messages[candidate.message] ?? '', params),
    params,
    span: candidate.span ?? entry?.nameSpan ?? start,
    evidence: candidate.evidence
      .slice(0, LIMITS.evidence)
      .map((each) => ({ ...each, text: shortened(each.text, LIMITS.quote) })),
    fixes: withUniqueIds(candidate.fixes.filter(({ edits, command }) => edits.length > 0 || command)).map((fix) => ({
      ...fix,
      trial: untried,
    })),
  };
}

/** What is quoted is there to be read: the whole of it is in the record. */
function quotedParams(params: Candidate['params']): Candidate['params'] {
  const quote = (text: Safe): Safe => shortened(text, LIMITS.quote);
  const shorten = (param: Param): Param =>
    typeof param === 'number' ? param : typeof param === 'string' ? quote(param) : param.map(quote);
  return Object.fromEntries(Object.entries(params).map(([name, param]) => [name, shorten(param)]));
}
