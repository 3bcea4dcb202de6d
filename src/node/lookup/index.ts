import { lookUps } from './all.gen';
import type { FactOf, Question, QuestionOf } from '../../core/facts';
import type { StdioPlan } from '../../core/launch/launch-plan';

/** How one kind of question about the world is answered. */
export interface LookUp<Kind extends Question['kind']> {
  /** Looking at the disk answers it: nothing is started, nobody is asked, and no consent is needed. */
  readonly isOnDisk?: true;
  /** Never rejects, at worst "unknown". Only for a plan that was consented to, unless it is `isOnDisk`. */
  answer(question: QuestionOf<Kind>, plan: StdioPlan, signal: AbortSignal): Promise<FactOf<Kind>>;
}

export type LookUps = { readonly [Kind in Question['kind']]: LookUp<Kind> };

/** Answers a question about the world. */
export function lookUp<Kind extends Question['kind']>(
  question: QuestionOf<Kind>,
  plan: StdioPlan,
  signal: AbortSignal,
): Promise<FactOf<Kind>> {
  return lookUps[question.kind].answer(question, plan, signal);
}

/** Questions that looking at the disk answers. */
export function answeredByDisk({ kind }: Question): boolean {
  return lookUps[kind].isOnDisk === true;
}
