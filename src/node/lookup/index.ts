import { lookUpCwd } from './cwd';
import { lookUpNpmName } from './npm-name';
import { lookUpProgram } from './program';
import { lookUpPypiName } from './pypi-name';
import type { Fact, Question } from '../../core/facts';
import type { LaunchPlan } from '../../core/launch/launch-plan';

/** Answers one question about the world. Only for a plan that was consented to; never rejects, at worst "unknown". */
export async function lookUp(question: Question, plan: LaunchPlan, signal: AbortSignal): Promise<Fact> {
  switch (question.kind) {
    case 'cwd':
      return lookUpCwd(plan);
    case 'program':
      return lookUpProgram(question.name, plan);
    case 'npm-name':
      return lookUpNpmName(question.name, plan, signal);
    case 'pypi-name':
      return lookUpPypiName(question.name, plan, signal);
    default:
      return question satisfies never;
  }
}
