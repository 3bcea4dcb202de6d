import { parseConfig } from '../core/config/parse';
import { applyEdits } from '../core/fixes/fix';
import { isInsideEnvelope } from '../core/launch/envelope';
import { stdioPlan, withEnvironment } from '../core/launch/launch-plan';
import { planLaunch } from '../core/launch/plan-launch';
import { HANDSHAKE } from '../core/trial-text';
import { investigate } from './investigate';
import { workspaceBoundary } from './workspace-boundary';
import type { Reader } from '../core/clients';
import { untried } from '../core/findings';
import type { Finding, StartShape, TriedFix } from '../core/findings';
import type { StdioPlan } from '../core/launch/launch-plan';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { Start } from '../core/start';
import type { Safe } from '../core/text';
import type { FailedStart } from './investigate';
import type { Places } from './places';

/** Told of each trial as it ends. */
export type OnTrial = (fix: TriedFix, cured: StdioPlan) => void;

/** With what fixes are tried. */
export interface Trying {
  readonly reader: Reader;
  readonly world: PlanningWorld;
  readonly places: Places;
  readonly onTrial: OnTrial;
}

const MOST_TRIALS = 3;

/**
 * Tries the fixes of a diagnosis, best first: starts the server with the fix made on a copy, and where that passes,
 * once more without it. Only inside the envelope that was agreed to. A hang gets one trial.
 */
export async function tryFixes(
  finding: Finding,
  failed: FailedStart,
  { reader, world, places, onTrial }: Trying,
  signal: AbortSignal,
): Promise<Finding> {
  let left = failed.start.outcome === 'silent' ? 1 : MOST_TRIALS;
  let confidence = finding.confidence;
  let isCured = false;
  const fixes: TriedFix[] = [];
  for (const fix of finding.fixes) {
    const cured = left > 0 && !isCured && !signal.aborted ? cure(fix, failed, reader, world) : null;
    if (cured) left -= 1;
    const complaints = new Set<string>(finding.evidence.map(({ text }) => text));
    const against = { ...failed, complaint: finding.message, complaints, places };
    const { trial, starts = [] } = cured ? await tryOne(fix, cured, against, signal) : fix;
    const tried: TriedFix = { ...fix, trial, starts };
    if (trial.status === 'passed') {
      isCured = true;
      confidence = trial.control === 'failed' && isCertain(failed.plan) ? 'proven' : 'likely';
    }
    if (cured) onTrial(tried, cured);
    fixes.push(tried);
  }
  return { ...finding, confidence, fixes: preferPassed(fixes) };
}

/** What would start with the fix made on a copy of the file; null where a trial is not allowed, or would not be one. */
function cure(
  fix: TriedFix,
  { file, entry, plan }: FailedStart,
  reader: Reader,
  world: PlanningWorld,
): StdioPlan | null {
  switch (fix.trying) {
    case 'never':
      return null;
    case 'with-placeholders':
      return fix.preferred && fix.needs.every(({ name }) => mayBeAnything(name)) ? withPlaceholders(plan, fix) : null;
    case 'start': {
      const copy = parseConfig(file.path, applyEdits(file.text, fix.edits));
      const path = JSON.stringify(fix.entryPath ?? entry.path);
      const cured = copy.maps.flatMap(({ servers }) => servers).find((server) => JSON.stringify(server.path) === path);
      const curedPlan = cured ? stdioPlan(planLaunch(cured, reader, world)) : null;
      return curedPlan && isInsideEnvelope(plan, curedPlan) && isOwnProgram(plan, curedPlan) ? curedPlan : null;
    }
    default:
      return fix.trying satisfies never;
  }
}

/** Another program than the written one is the person's own, wherever links lead. */
function isOwnProgram(written: StdioPlan, cured: StdioPlan): boolean {
  const command = cured.command.reveal();
  return command === written.command.reveal() || workspaceBoundary(written)(command);
}

/** A made-up address, path or database could be really used: only names that take any word are tried. */
function mayBeAnything(name: string): boolean {
  return !/URL|URI|HOST|PATH|DIR|FILE|FOLDER|ROOT|DATABASE|DB|DSN|ENDPOINT|SERVER|PORT|SOCKET|CONNECTION|BUCKET/i.test(
    name,
  );
}

const PLACEHOLDER = 'mcp-handshake-placeholder';

function withPlaceholders(plan: StdioPlan, { needs }: TriedFix): StdioPlan {
  const values = Object.fromEntries(needs.map(({ name }) => [name, PLACEHOLDER]));
  return withEnvironment(plan, values);
}

/** What a trial is held against. */
interface Untried extends FailedStart {
  readonly complaint: Safe;
  /** The lines on which it rests. */
  readonly complaints: ReadonlySet<string>;
  readonly places: Places;
}

async function tryOne(
  fix: TriedFix,
  cured: StdioPlan,
  failed: Untried,
  signal: AbortSignal,
): Promise<Pick<TriedFix, 'trial' | 'starts'>> {
  const patienceMs = patienceFor(failed);
  const start = await failed.places.start({ ...cured, patienceMs }, signal);
  const starts = [shapeOf(start)];
  const unproven = async (status: 'failed' | 'needs-value') => ({
    starts,
    trial: { status, control: 'not-run', movedOnTo: await nextComplaint(start, failed, cured, signal) } as const,
  });
  if (start.outcome === 'cancelled') return { trial: untried };
  if (fix.trying === 'with-placeholders') return unproven('needs-value');
  if (start.outcome !== 'ready') return unproven('failed');
  const control = await failed.places.start({ ...failed.plan, patienceMs }, signal);
  const passed = { status: 'passed', movedOnTo: null } as const;
  if (control.outcome === 'cancelled') return { starts, trial: { ...passed, control: 'not-run' } };
  return {
    starts: [...starts, shapeOf(control)],
    trial: { ...passed, control: control.outcome === 'ready' ? 'passed' : 'failed' },
  };
}

function shapeOf({ outcome, ms, patienceMs }: Start): StartShape {
  return { outcome, ms, patienceMs };
}

/** What the server complained of next; null where it complains of the same. */
async function nextComplaint(
  start: Start,
  failed: Untried,
  plan: StdioPlan,
  signal: AbortSignal,
): Promise<Safe | null> {
  if (start.outcome === 'ready') return HANDSHAKE;
  const after = (await investigate({ ...failed, plan, start }, signal)).findings[0];
  const isSame = after?.evidence.some(({ text }) => text !== '' && failed.complaints.has(text)) ?? false;
  return after && after.message !== failed.complaint && !isSame ? after.message : null;
}

/** At most twice what the failure took; where it took no time at all, what a start may take. */
function patienceFor({ plan, start }: FailedStart): number {
  const took = start.ms.exit ?? start.ms.initialize ?? (start.outcome === 'silent' ? plan.patienceMs : null);
  return took === null ? plan.patienceMs : Math.max(2 * took, LEAST_PATIENCE_MS);
}

const LEAST_PATIENCE_MS = 10_000;

function isCertain({ environment }: StdioPlan): boolean {
  return environment.certainty === 'exact' || environment.certainty === 'source';
}

/** A fix that passed goes first, and is the one to take; one that changed nothing is not. */
function preferPassed(fixes: readonly TriedFix[]): readonly TriedFix[] {
  const passed = fixes.find(({ trial }) => trial.status === 'passed');
  const isVain = ({ trial }: TriedFix) => trial.status === 'failed' && trial.movedOnTo === null;
  if (!passed) return fixes.map((fix) => ({ ...fix, preferred: fix.preferred && !isVain(fix) }));
  return [passed, ...fixes.filter((fix) => fix !== passed)].map((fix) => ({ ...fix, preferred: fix === passed }));
}
