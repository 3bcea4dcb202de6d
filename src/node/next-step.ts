import { refusedFor } from '../core/config/laxities';
import { declaredInput } from '../core/config/variables';
import { planLaunch } from '../core/launch/plan-launch';
import { fill, safe } from '../core/text';
import { requestFor } from './consent';
import type { Reader } from '../core/clients';
import type { ConfigFile, ServerEntry } from '../core/config/config-file';
import type { LaunchPlan } from '../core/launch/launch-plan';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { Reason, ServerReport } from '../core/report';
import type { ConsentRequest } from './consent';

/** What is to be done with an entry: it is reported as it is, with the reason, or it may be asked for and started. */
export type Step = ReportStep | StartStep;

export interface ReportStep {
  readonly kind: 'report';
  readonly file: ConfigFile;
  readonly entry: ServerEntry;
  readonly plan: LaunchPlan | null;
  readonly status: ServerReport['status'];
  readonly reason: Reason;
}

export interface StartStep {
  readonly kind: 'ask';
  readonly file: ConfigFile;
  readonly entry: ServerEntry;
  readonly reader: Reader;
  readonly plan: LaunchPlan;
  readonly request: ConsentRequest;
}

/** What decides it, besides the entry. */
interface Circumstances {
  readonly isExplicit: boolean;
  readonly patienceMs: number | null;
  readonly world: PlanningWorld;
  /** For the digests of the consent. */
  readonly salt: string;
}

/** Decides what is to be done with an entry. The first reason not to start it is the one that is told. */
export function nextStep(
  file: ConfigFile,
  entry: ServerEntry,
  reader: Reader | undefined,
  { isExplicit, patienceMs, world, salt }: Circumstances,
): Step {
  const report = (status: ServerReport['status'], reason: Reason, plan: LaunchPlan | null = null): Step => ({
    kind: 'report',
    file,
    entry,
    plan,
    status,
    reason,
  });
  if (!reader) return report('skipped', { code: 'not-read', text: safe('no client reads it where it stands') });
  if (file.problems.length > 0 || refusedFor(file, reader))
    return report('skipped', { code: 'file-invalid', text: safe('its client cannot read the file') });
  const plan = planLaunch(entry, reader, world);
  if (entry.hasOddArgs && plan?.kind !== 'http')
    return report('skipped', {
      code: 'odd-args',
      text: safe('its args are no list of texts: no client can start it as meant'),
    });
  if (!plan || entry.transport === 'unknown')
    return report('skipped', {
      code: 'nothing-to-start',
      text: safe('it has neither a program to start nor an address'),
    });
  const envFile = plan.kind === 'stdio' ? plan.envFile : null;
  if (envFile?.kind === 'unread')
    return report('not-asked', { code: 'env-file', text: safe('its envFile is read only when you ask') }, plan);
  if (envFile?.kind === 'refused') return report('skipped', { code: 'env-file', text: envFile.why }, plan);
  const { kind, code, reason } = plan.probeClass;
  const [missing] = plan.unresolved;
  if (missing?.kind === 'input') {
    const text = fill('it waits for the value of {input}', { input: plan.mask(missing.id) });
    return report('waiting', { code: 'needs-input', text }, plan);
  }
  if (kind === 'never') return report('skipped', { code, text: reason }, plan);
  if (kind === 'explicit' && !isExplicit) return report('not-asked', { code, text: reason }, plan);
  const hasAnswers = Object.keys(world.answers).length > 0;
  const patient = patienceMs === null ? plan : { ...plan, patienceMs };
  return {
    kind: 'ask',
    file,
    entry,
    reader,
    plan: patient,
    request: requestFor(hasAnswers ? (planToAgreeTo(file, entry, reader, world) ?? plan) : plan, salt, plan),
  };
}

/**
 * The plan that consent is given to: with the values that a person types left open, since no other hand writes them. What
 * is chosen from a list, or given by the file to begin with, is part of it.
 */
export function planToAgreeTo(
  file: ConfigFile,
  entry: ServerEntry,
  reader: Reader,
  world: PlanningWorld,
): LaunchPlan | null {
  const isOpen = (id: string): boolean => declaredInput(id, file.inputs).isTyped;
  const answers = Object.fromEntries(Object.entries(world.answers).filter(([id]) => !isOpen(id)));
  return planLaunch(entry, reader, { ...world, answers });
}
