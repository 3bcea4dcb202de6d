import { checkConfig, checkEntry, reportOf } from '../core/check';
import { Facts } from '../core/facts';
import { foldClients } from '../core/fold';
import { parseConfig } from '../core/config/parse';
import { planLaunch } from '../core/launch/plan-launch';
import { inspect } from './investigate';
import type { Reader } from '../core/clients';
import type { ConfigFile, ServerEntry } from '../core/config/config-file';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { FileReport, ServerReport } from '../core/report';
import type { Investigated } from './investigate';

/** A file linted, with the folders that its entries name looked for on this machine. Starts nothing. */
export async function inspectFile(
  path: string,
  text: string,
  world: PlanningWorld,
  signal: AbortSignal,
): Promise<FileReport> {
  const file = parseConfig(path, text);
  const report = checkConfig(file);
  if (file.problems.length > 0) return report;
  const entries = file.maps.flatMap(({ servers, readers }) => servers.map((entry) => ({ entry, readers })));
  const servers = report.servers.map(async (server, index): Promise<ServerReport> => {
    const { entry, readers = [] } = entries[index] ?? {};
    if (!entry) return server;
    return reportOf(entry, server.status, server.reason, await inspectEntry(file, entry, readers, world, signal));
  });
  return { ...report, servers: await Promise.all(servers) };
}

/** What the disk shows of an entry, asked for each client that reads it. */
export async function inspectEntry(
  file: ConfigFile,
  entry: ServerEntry,
  readers: readonly Reader[],
  world: PlanningWorld,
  signal: AbortSignal,
): Promise<Investigated> {
  const plans = readers.map((reader) => planLaunch(entry, reader, world));
  const unplanned = { facts: Facts.none, findings: checkEntry(file, entry, readers) };
  const [first = unplanned, ...others] = await Promise.all(
    plans.map(async (plan) => (plan?.kind === 'stdio' ? inspect({ file, entry, plan }, signal) : unplanned)),
  );
  return { ...first, findings: foldClients([first, ...others].map(({ findings }) => findings)) };
}
