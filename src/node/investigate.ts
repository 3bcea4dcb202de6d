import { askedOf, diagnose } from '../core/diagnose';
import { Facts } from '../core/facts';
import { reading } from '../core/read';
import { answeredByDisk, lookUp } from './lookup';
import { inSlices } from './slices';
import type { ConfigFile, ServerEntry } from '../core/config/config-file';
import type { Question } from '../core/facts';
import type { Finding } from '../core/findings';
import type { LaunchPlan, StdioPlan } from '../core/launch/launch-plan';
import type { Start } from '../core/start';

/** A start that failed, and all that belongs to it. */
export interface FailedStart {
  readonly file: ConfigFile;
  readonly entry: ServerEntry;
  readonly plan: StdioPlan;
  readonly start: Start;
}

/** What was found, and what it rests on. */
export interface Investigated {
  readonly findings: readonly Finding[];
  readonly facts: Facts;
}

/** Two rounds answer what was asked at first and what the answers raised; more would be a loop. */
const MOST_ROUNDS = 3;

/** What became of a server that was tried, started or called. */
interface Tried extends Omit<FailedStart, 'plan'> {
  readonly plan: LaunchPlan;
}

/** Why a start failed: its record is read, and what the rules would like to know of the world is looked up. */
export async function investigate({ start, ...subject }: Tried, signal: AbortSignal): Promise<Investigated> {
  return lookInto(await factsOf(start), subject, () => true, signal);
}

/** Why a start failed that a client made and logged: the disk is looked at, and nobody is asked. */
export async function inspectStart({ start, ...subject }: Tried, signal: AbortSignal): Promise<Investigated> {
  return lookInto(await factsOf(start), subject, answeredByDisk, signal);
}

async function factsOf(start: Start): Promise<Facts> {
  return new Facts((await inSlices(reading(start))).flat());
}

/** What can be said of an entry before anything of it is started: the disk is looked at, and nobody is asked. */
export function inspect(planned: Omit<Tried, 'start'>, signal: AbortSignal): Promise<Investigated> {
  return lookInto(Facts.none, planned, answeredByDisk, signal);
}

/**
 * The loop from facts to findings: rules say what they would like to know of the world, it is looked up, and they are
 * asked again, until nothing is open.
 */
async function lookInto(
  seen: Facts,
  { file, entry, plan }: Omit<Tried, 'start'>,
  mayAnswer: (question: Question) => boolean,
  signal: AbortSignal,
): Promise<Investigated> {
  let facts = seen;
  const asked = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const subject = { facts, file, entry, plan };
    const { wants } = diagnose(subject);
    const open = [...wants, ...askedOf(subject)].filter(
      (question) => mayAnswer(question) && !asked.has(keyOf(question)),
    );
    const unique = [...new Map(open.map((question) => [keyOf(question), question])).values()];
    // Who is called over the network leaves nothing on this machine to look for.
    if (unique.length === 0 || signal.aborted || plan.kind === 'http') break;
    for (const question of unique) asked.add(keyOf(question));
    facts = facts.with(await Promise.all(unique.map((question) => lookUp(question, plan, signal))));
  }
  return { findings: diagnose({ facts, file, entry, plan }).findings, facts };
}

function keyOf(question: Question): string {
  return JSON.stringify(question);
}
