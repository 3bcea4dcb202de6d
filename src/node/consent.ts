import { createHmac } from 'node:crypto';
import { consentQuestion, consentUnit } from '../core/launch/consent';
import { programOf } from './lookup/program';
import type { ConsentQuestion } from '../core/launch/consent';
import type { StdioPlan } from '../core/launch/launch-plan';
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
  /** Adds a unit that lies inside what was agreed to: a cure that was tried in the same question's envelope. */
  extend(unit: string): Promise<void>;
  /** Forgets a unit: what it named has turned out not to exist, so that anyone could publish it tomorrow. */
  forget(unit: string): Promise<void>;
}

export function consentRequest(plan: StdioPlan, salt: string): ConsentRequest {
  const digest = (text: string) => createHmac('sha256', salt).update(text).digest('base64url').slice(0, 16);
  return {
    server: plan.server,
    unit: consentUnit(plan, digest),
    question: () => consentQuestion(plan, programOf(plan)),
  };
}
