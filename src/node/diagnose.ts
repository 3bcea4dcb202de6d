import { setMaxListeners } from 'node:events';
import { checkConfig, reportOf } from '../core/check';
import { parseConfig } from '../core/config/parse';
import { diagnose } from '../core/diagnose';
import { uniteClients } from '../core/fold';
import { planLaunch } from '../core/launch/plan-launch';
import { ownFault } from '../core/own-fault';
import { OWN_FAULT } from '../core/report';
import { hideShapes } from '../core/secrets/mask';
import { wantsSignIn } from '../core/start';
import { fill, safe } from '../core/text';
import { codeDigest } from './code-digest';
import { requestFor } from './consent';
import { isUnchanged, withEnvFiles } from './env-files';
import { investigate } from './investigate';
import { inspectEntry } from './inspect-file';
import { judge } from './judge';
import { nextStep } from './next-step';
import { Places } from './places';
import { Slots } from './slots';
import { wantedOf } from './wanted';
import type { Reader } from '../core/clients';
import type { Finding, TriedFix } from '../core/findings';
import type { HttpPlan, LaunchPlan, StdioPlan } from '../core/launch/launch-plan';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { FileReport, ServerReport } from '../core/report';
import type { Line } from '../core/start';
import type { Safe } from '../core/text';
import type { Consents } from './consent';
import type { Investigated } from './investigate';
import type { StartStep, Step } from './next-step';
import type { Choice } from './wanted';

/** What happens, as it happens. */
export type DiagnosisEvent =
  | { readonly event: 'plan'; readonly server: Safe; readonly plan: LaunchPlan }
  | { readonly event: 'started'; readonly server: Safe }
  | { readonly event: 'line'; readonly server: Safe; readonly stream: 'stderr' | 'stdout'; readonly line: Line }
  | { readonly event: 'trial'; readonly server: Safe; readonly fix: TriedFix }
  | { readonly event: 'settled'; readonly report: ServerReport };

export interface DiagnosisOptions extends Choice {
  /** Whether a person asked: then servers that download, and trials, may run. */
  readonly isExplicit: boolean;
  readonly withTrials: boolean;
  /** Overrides how long to wait for each handshake, in milliseconds. */
  readonly patienceMs: number | null;
  readonly world: PlanningWorld;
  readonly consents: Consents;
  readonly onEvent: (event: DiagnosisEvent) => void;
}

/** Entries that are looked at on the disk at the same time. */
const AT_ONCE = 4;

/**
 * Starts the servers of a file that may be started, finds out why those that fail do, and tries what would cure them.
 * Resolves with a report on every server that was asked for; when it does, nothing that it started is running.
 */
export async function diagnoseFile(
  path: string,
  text: string,
  options: DiagnosisOptions,
  signal: AbortSignal,
): Promise<FileReport> {
  setMaxListeners(0, signal); // each start and each look-up listens
  const file = parseConfig(path, text);
  const { consents, isExplicit, patienceMs, onEvent } = options;
  const wanted = wantedOf(file, options);
  const readable = wanted.flatMap(({ entry, reader }) => (reader ? { entry, reader } : []));
  const world = isExplicit ? await withEnvFiles(readable, options.world) : options.world;
  const circumstances = { isExplicit, patienceMs, world, salt: consents.salt };
  const steps = wanted.map(({ entry, reader, readers }) => ({
    ...nextStep(file, entry, reader, circumstances),
    readers,
  }));
  const requests = steps.flatMap((step) => (step.kind === 'ask' ? [step.request] : []));
  // What would run is looked at before the question: that, and nothing else, may run after it.
  const codes = isExplicit ? await codesOf(steps) : null;
  const agreed = requests.length > 0 ? await consents.agreed(requests, isExplicit) : new Set<string>();

  const places = new Places();
  const looks = new Slots(AT_ONCE);
  const report = async (step: Readable<Step>): Promise<ServerReport> => {
    const isStarted = step.kind === 'ask' && agreed.has(step.request.unit);
    const codeOf = (unit: string): string | null => (codes ? (codes.get(unit) ?? null) : consents.codeOf(unit));
    const settled = isStarted
      ? tryServer({ ...step, code: codeOf(step.request.unit), places }, { ...options, world }, signal)
      : looks.within(() => reportUnstarted(step, world, signal));
    const reported = await settled.catch((error: unknown) => reportOwnFault(step, error));
    onEvent({ event: 'settled', report: reported });
    return reported;
  };
  return { ...checkConfig(file), servers: await Promise.all(steps.map(report)) };
}

/** The digests of the code of what may be started, by the units of their consents. */
async function codesOf(steps: readonly Step[]): Promise<ReadonlyMap<string, string | null>> {
  const asking = steps.flatMap((step) => (step.kind === 'ask' ? [step] : []));
  const digests = asking.map(
    async ({ request, plan }) => [request.unit, plan.kind === 'stdio' ? await codeDigest(plan) : null] as const,
  );
  return new Map(await Promise.all(digests));
}

/** What is known of an entry that is not started: what it shows itself, and what the disk does. */
async function reportUnstarted(step: Readable<Step>, world: PlanningWorld, signal: AbortSignal): Promise<ServerReport> {
  const { file, entry, plan, readers } = step;
  const { status, reason } =
    step.kind === 'ask'
      ? { status: 'not-asked' as const, reason: { code: 'no-consent', text: safe('nobody has agreed to start it') } }
      : step;
  const seen = await inspectEntry(file, entry, readers, world, signal);
  return reportOf(entry, status, reason, { plan, ...seen });
}

/** With every client that reads the entry. */
type Readable<Of> = Of & { readonly readers: readonly Reader[] };

/** A fault of ours is told as such, and the other servers are not affected. */
function reportOwnFault({ entry, plan }: Step, error: unknown): ServerReport {
  const what = hideShapes(ownFault(error).kind);
  const text = fill('a fault of MCP Handshake itself kept it from an answer ({what})', { what });
  return reportOf(entry, 'skipped', { code: OWN_FAULT, text }, { plan });
}

/** A start that was agreed to. `code`: the digest of what it was to run, when a person last saw to it. */
interface AgreedStep extends Readable<StartStep> {
  readonly code: string | null;
  readonly places: Places;
}

/** Starts a local server, or calls a remote one. */
function tryServer(step: AgreedStep, options: DiagnosisOptions, signal: AbortSignal): Promise<ServerReport> {
  const { plan } = step;
  return plan.kind === 'http'
    ? callAndJudge({ ...step, plan }, options, signal)
    : startAndJudge({ ...step, plan }, options, signal);
}

type WithPlan<Plan> = Omit<AgreedStep, 'plan'> & { readonly plan: Plan };

/** What holds for the other clients that read the entry, too. */
function unitedWithOthers(
  { file, entry, reader, readers }: AgreedStep,
  { findings, facts }: Investigated,
  world: PlanningWorld,
): readonly Finding[] {
  const plans = readers.flatMap((each) => (each === reader ? [] : (planLaunch(entry, each, world) ?? [])));
  const ofOthers = plans.map((each) => diagnose({ facts, file, entry, plan: each }).findings);
  return uniteClients(findings, ofOthers);
}

async function callAndJudge(
  step: WithPlan<HttpPlan>,
  { onEvent, world, isExplicit, consents }: DiagnosisOptions,
  signal: AbortSignal,
): Promise<ServerReport> {
  const { file, entry, plan, request } = step;
  const server = entry.name;
  if (isExplicit) await consents.keep(request.unit, '');
  const start = await step.places.call(async () => {
    if (signal.aborted) return null;
    onEvent({ event: 'plan', server, plan });
    onEvent({ event: 'started', server });
    const { probeRemote } = await import('./remote-probe');
    return probeRemote(plan, signal);
  });
  if (!start) return reportOf(entry, 'cancelled', null, { plan });
  const seen = { plan, start };
  if (start.outcome === 'cancelled') return reportOf(entry, 'cancelled', null, seen);
  const investigated = await investigate({ file, entry, plan, start }, signal);
  const { facts } = investigated;
  const findings = unitedWithOthers(step, investigated, world);
  if (start.outcome === 'ready') return reportOf(entry, 'ready', null, { ...seen, facts, findings });
  return wantsSignIn(start.http)
    ? reportOf(entry, 'waiting', { code: 'needs-sign-in', text: NEEDS_SIGN_IN }, { ...seen, facts })
    : reportOf(entry, 'failed', null, { ...seen, facts, findings });
}

const NEEDS_SIGN_IN = safe('the server is there and wants a sign-in: sign in in the client');

/** The report on a server of which something has changed since a person was asked; null where all is as it was. */
async function changedSince(
  { entry, plan, code }: WithPlan<StdioPlan>,
  { isExplicit, world }: DiagnosisOptions,
): Promise<ServerReport | null> {
  if (plan.envFile?.kind === 'read' && !(await isUnchanged(plan.envFile.path, plan.envFile, world))) {
    const text = safe('its envFile has changed since you were asked; diagnose it again');
    return reportOf(entry, 'skipped', { code: 'env-file-changed', text }, { plan });
  }
  if ((await codeDigest(plan)) === code) return null;
  return isExplicit
    ? reportOf(entry, 'skipped', { code: 'code-changed', text: CHANGED.explicit }, { plan })
    : reportOf(entry, 'not-asked', { code: 'code-changed', text: CHANGED.background }, { plan });
}

const CHANGED = {
  explicit: safe('what it runs has changed since you were asked; diagnose it again'),
  background: safe('what it runs has changed; diagnose it to run that'),
} as const;

async function startAndJudge(
  step: WithPlan<StdioPlan>,
  options: DiagnosisOptions,
  signal: AbortSignal,
): Promise<ServerReport> {
  const { file, entry, reader, plan, request, code, places } = step;
  const { onEvent, world } = options;
  const server = entry.name;
  const start = await places.at(plan, signal, async (startHere) => {
    if (signal.aborted) return reportOf(entry, 'cancelled', null, { plan });
    const changed = await changedSince(step, options);
    if (changed) return changed;
    if (options.isExplicit && code !== null) await options.consents.keep(request.unit, code);
    onEvent({ event: 'plan', server, plan });
    onEvent({ event: 'started', server });
    return startHere((stream, line) => onEvent({ event: 'line', server, stream, line }));
  });
  if ('status' in start) return start;
  const seen = { plan, start };
  if (start.outcome === 'cancelled') return reportOf(entry, 'cancelled', null, seen);
  if (start.outcome === 'ready') {
    const investigated = await investigate({ file, entry, plan, start }, signal);
    const { facts } = investigated;
    return reportOf(entry, 'ready', null, { ...seen, facts, findings: unitedWithOthers(step, investigated, world) });
  }

  const proven: StdioPlan[] = [];
  const onTrial = (fix: TriedFix, cured: StdioPlan): void => {
    if (fix.trial.status === 'passed') proven.push(cured);
    onEvent({ event: 'trial', server, fix });
  };
  const failed = { file, entry, plan, start };
  const { findings, facts, isNameless } = await judge(
    failed,
    { reader, world, places, onTrial, withTrials: options.withTrials },
    signal,
  );
  const { consents } = options;
  if (isNameless) await consents.forget(request.unit);
  for (const cured of proven) await consents.keep(requestFor(cured, consents.salt).unit, await codeDigest(cured));
  return reportOf(entry, 'failed', null, {
    ...seen,
    findings: unitedWithOthers(step, { findings, facts }, world),
    facts,
  });
}
