import { createHmac } from 'node:crypto';
import { callQuestion, consentQuestion, consentUnit } from '../core/launch/consent';
import { programOf } from './lookup/program';
import type { ConsentQuestion } from '../core/launch/consent';
import type { LaunchPlan } from '../core/launch/launch-plan';
import type { Safe } from '../core/text';

/** What a person is asked to agree to: one server's start as it would be. */
export interface ConsentRequest {
  readonly server: Safe;
  readonly unit: string;
  /** Made when it is asked: for most starts consent was given before. */
  readonly question: () => ConsentQuestion;
}

/** Whoever asks the person and keeps the answers: the editor per workspace, the command line for one run. */
export interface Consents {
  readonly salt: string;
  /** The units agreed to, of those asked for. May ask a person; must not when `mayAsk` is false. */
  agreed(requests: readonly ConsentRequest[], mayAsk: boolean): Promise<ReadonlySet<string>>;
  /**
   * Keeps a unit with the digest of the code that it runs: one that a person has asked to start, or one that lies inside
   * what was agreed to, as a cure that was tried, or an edit of ours.
   */
  keep(unit: string, code: string): Promise<void>;
  /** The digest of the code that a unit ran when a person asked for it; null where there is none. */
  codeOf(unit: string): string | null;
  /** Forgets a unit: what it named has turned out not to exist, so that anyone could publish it tomorrow. */
  forget(unit: string): Promise<void>;
}

/** The question for a plan. `started`: what would really start, where values are typed that the plan leaves open. */
export function requestFor(plan: LaunchPlan, salt: string, started: LaunchPlan = plan): ConsentRequest {
  const digest = (text: string) => createHmac('sha256', salt).update(text).digest('base64url').slice(0, 16);
  return {
    server: plan.server,
    unit: consentUnit(plan, digest),
    question: () => (started.kind === 'http' ? callQuestion(started) : consentQuestion(started, programOf(started))),
  };
}
