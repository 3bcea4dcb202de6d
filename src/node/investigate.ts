import { diagnose } from '../core/diagnose';
import { readStart } from '../core/read';
import { lookUp } from './lookup';
import type { ConfigFile, ServerEntry } from '../core/config/config-file';
import type { Fact, Question } from '../core/facts';
import type { Finding } from '../core/findings';
import type { LaunchPlan } from '../core/launch/launch-plan';
import type { Start } from '../core/start';

/** A start that failed, and all that belongs to it. */
export interface FailedStart {
  readonly file: ConfigFile;
  readonly entry: ServerEntry;
  readonly plan: LaunchPlan;
  readonly start: Start;
}

/** What was found, and what it rests on. */
export interface Investigated {
  readonly findings: readonly Finding[];
  readonly facts: readonly Fact[];
}

/** Two rounds answer what was asked at first and what the answers raised; more would be a loop. */
const MOST_ROUNDS = 3;

/** Why a start failed: its record is read, and what the rules would like to know of the world is looked up. */
export function investigate({ start, ...subject }: FailedStart, signal: AbortSignal): Promise<Investigated> {
  return lookInto(readStart(start), subject, () => true, signal);
}

/**
 * The loop from facts to findings: rules say what they would like to know of the world, it is looked up, and they are
 * asked again, until nothing is open.
 */
export async function lookInto(
  seen: readonly Fact[],
  { file, entry, plan }: Omit<FailedStart, 'start'>,
  mayAnswer: (question: Question) => boolean,
  signal: AbortSignal,
): Promise<Investigated> {
  let facts = seen;
  const asked = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const { wants } = diagnose({ facts, file, entry, plan });
    const open = wants.filter((question) => mayAnswer(question) && !asked.has(keyOf(question)));
    const unique = [...new Map(open.map((question) => [keyOf(question), question])).values()];
    if (unique.length === 0 || signal.aborted) break;
    for (const question of unique) asked.add(keyOf(question));
    facts = [...facts, ...(await Promise.all(unique.map((question) => lookUp(question, plan, signal)))).flat()];
  }
  return { findings: diagnose({ facts, file, entry, plan }).findings, facts };
}

function keyOf(question: Question): string {
  return 'name' in question ? `${question.kind} ${question.name}` : question.kind;
}
