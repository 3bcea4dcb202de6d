import { checkConfig, reportOf } from '../core/check';
import { readersOfMap } from '../core/config/file-facts';
import { parseConfig } from '../core/config/parse';
import { planLaunch } from '../core/launch/plan-launch';
import { fill, safe } from '../core/text';
import { consentRequest } from './consent';
import { judge } from './judge';
import { probe } from './probe';
import type { Reader } from '../core/clients';
import type { ConfigFile, ServerEntry } from '../core/config/config-file';
import type { TriedFix } from '../core/findings';
import type { LaunchPlan } from '../core/launch/launch-plan';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { FileReport, Reason, ServerReport } from '../core/report';
import type { Line } from '../core/start';
import type { Safe } from '../core/text';
import type { ConsentRequest, Consents } from './consent';

/** What happens, as it happens. */
export type DiagnosisEvent =
  | { readonly event: 'plan'; readonly server: Safe; readonly plan: LaunchPlan }
  | { readonly event: 'started'; readonly server: Safe }
  | { readonly event: 'line'; readonly server: Safe; readonly stream: 'stderr' | 'stdout'; readonly line: Line }
  | { readonly event: 'trial'; readonly server: Safe; readonly fix: TriedFix }
  | { readonly event: 'settled'; readonly report: ServerReport };

export interface DiagnosisOptions {
  /** Only this server; null for all of the file. */
  readonly server: string | null;
  /** Only as this client would start them; null for the one of the file's clients that is known best. */
  readonly client: string | null;
  /** Whether a person asked: then servers that download, and trials, may run. */
  readonly isExplicit: boolean;
  readonly withTrials: boolean;
  /** Overrides how long to wait for each handshake, in milliseconds. */
  readonly patienceMs: number | null;
  readonly world: PlanningWorld;
  readonly consents: Consents;
  readonly onEvent: (event: DiagnosisEvent) => void;
}

/** Servers that are started at the same time: more would be slower for each, and some share a cache. */
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
  const file = parseConfig(path, text);
  const { consents, isExplicit, onEvent } = options;
  const steps = file.maps.flatMap((map) => {
    const readers = readersOfMap(file, map);
    const reader = options.client === null ? readers[0] : readers.find(({ client }) => client.id === options.client);
    return map.servers
      .filter(({ name }) => options.server === null || name === options.server)
      .map((entry) => nextStep(file, entry, reader, options));
  });
  const requests = steps.flatMap((step) => (step.kind === 'ask' ? [step.request] : []));
  const agreed = requests.length > 0 ? await consents.agreed(requests, isExplicit) : new Set<string>();

  const reports = await inParallel(steps, AT_ONCE, async (step): Promise<ServerReport> => {
    const report =
      step.kind === 'report'
        ? step.report
        : agreed.has(step.request.unit)
          ? await startAndJudge(step, options, signal)
          : reportOf(
              step.entry,
              'not-asked',
              { code: 'no-consent', text: safe('nobody has agreed to start it') },
              {
                plan: step.plan,
              },
            );
    onEvent({ event: 'settled', report });
    return report;
  });
  return { ...checkConfig(file), servers: reports };
}

type Step =
  | { readonly kind: 'report'; readonly report: ServerReport }
  | {
      readonly kind: 'ask';
      readonly file: ConfigFile;
      readonly entry: ServerEntry;
      readonly reader: Reader;
      readonly plan: LaunchPlan;
      readonly request: ConsentRequest;
    };

/** What is to be done with an entry: asked for and started, or reported as it is, with the reason. */
function nextStep(file: ConfigFile, entry: ServerEntry, reader: Reader | undefined, options: DiagnosisOptions): Step {
  const report = (status: ServerReport['status'], reason: Reason, plan?: LaunchPlan): Step => ({
    kind: 'report',
    report: reportOf(entry, status, reason, plan ? { plan } : {}),
  });
  if (!reader) return report('skipped', { code: 'not-read', text: safe('no client reads it where it stands') });
  if (file.problems.length > 0)
    return report('skipped', { code: 'file-invalid', text: safe('its client cannot read the file') });
  if (entry.transport === 'http' || entry.transport === 'sse')
    return report('skipped', { code: 'remote', text: safe('remote servers are not probed yet') });
  if (entry.hasOddArgs)
    return report('skipped', {
      code: 'odd-args',
      text: safe('its args are no list of texts: no client can start it as meant'),
    });
  const plan = planLaunch(entry, reader, options.world);
  if (!plan || entry.transport !== 'stdio')
    return report('skipped', {
      code: 'nothing-to-start',
      text: safe('it has neither a program to start nor an address'),
    });
  if (plan.envFile && !plan.envFile.text)
    return report(
      'skipped',
      { code: 'env-file', text: safe('its client cannot read the envFile, and does not start it') },
      plan,
    );
  const { kind, code, reason } = plan.probeClass;
  const [missing] = plan.unresolved;
  if (missing?.kind === 'input') {
    const text = fill('it waits for the value of {input}', { input: plan.mask(missing.id) });
    return report('waiting', { code: 'needs-input', text }, plan);
  }
  if (kind === 'never') return report('skipped', { code, text: reason }, plan);
  if (kind === 'explicit' && !options.isExplicit) return report('not-asked', { code, text: reason }, plan);
  const patient = options.patienceMs === null ? plan : { ...plan, patienceMs: options.patienceMs };
  return {
    kind: 'ask',
    file,
    entry,
    reader,
    plan: patient,
    request: consentRequest(plan, options.consents.salt),
  };
}

async function startAndJudge(
  { file, entry, reader, plan, request }: Extract<Step, { kind: 'ask' }>,
  options: DiagnosisOptions,
  signal: AbortSignal,
): Promise<ServerReport> {
  const { onEvent, world } = options;
  const server = entry.name;
  onEvent({ event: 'plan', server, plan });
  onEvent({ event: 'started', server });
  const start = await probe(plan, (stream, line) => onEvent({ event: 'line', server, stream, line }), signal);
  const seen = { plan, start };
  if (start.outcome === 'cancelled') return reportOf(entry, 'cancelled', null, seen);
  if (start.outcome === 'ready') return reportOf(entry, 'ready', null, seen);

  const proven: LaunchPlan[] = [];
  const onTrial = (fix: TriedFix, cured: LaunchPlan): void => {
    if (fix.trial.status === 'passed') proven.push(cured);
    onEvent({ event: 'trial', server, fix });
  };
  const failed = { file, entry, plan, start };
  const { findings, facts, isNameless } = await judge(
    failed,
    { reader, world, onTrial, withTrials: options.withTrials },
    signal,
  );
  const { consents } = options;
  if (isNameless) await consents.forget(request.unit);
  for (const cured of proven) await consents.extend(consentRequest(cured, consents.salt).unit);
  return reportOf(entry, 'failed', null, { ...seen, findings, facts });
}

/** Does all of `items`, at most `limit` at a time, and keeps their order. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  limit: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const queue = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of queue) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(limit, items.length) }, worker));
  return results;
}
