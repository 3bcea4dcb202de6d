import { safe } from '../../core/text';
import { lookUps } from './all.gen';
import type { Fact, Question } from '../../core/facts';
import type { LaunchPlan } from '../../core/launch/launch-plan';
import type { Safe } from '../../core/text';

/**
 * Answers one kind of question about the world: `name` is what is asked about, empty where the question is about the
 * start itself. Never rejects, at worst "unknown".
 */
export type LookUp = (name: Safe, plan: LaunchPlan, signal: AbortSignal) => Promise<readonly Fact[]>;

/** Answers a question about the world. Only for a plan that was consented to, unless it is `answeredByDisk`. */
export function lookUp(question: Question, plan: LaunchPlan, signal: AbortSignal): Promise<readonly Fact[]> {
  return lookUps[question.kind]('name' in question ? question.name : safe(''), plan, signal);
}

/** Questions that looking at the disk answers: nothing is started and nobody is asked. */
export function answeredByDisk({ kind }: Question): boolean {
  return kind === 'cwd' || kind === 'path' || kind === 'project';
}
