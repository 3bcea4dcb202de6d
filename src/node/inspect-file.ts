import { checkConfig, reportOf } from '../core/check';
import { parseConfig } from '../core/config/parse';
import { planLaunch } from '../core/launch/plan-launch';
import { inspect } from './investigate';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { FileReport, ServerReport } from '../core/report';

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
  const entries = file.maps.flatMap((map) => {
    const [reader] = map.readers;
    return map.servers.map((entry) => ({ entry, plan: reader ? planLaunch(entry, reader, world) : null }));
  });
  const servers = report.servers.map(async (server, index): Promise<ServerReport> => {
    const { entry, plan } = entries[index] ?? {};
    if (!entry || !plan) return server;
    return reportOf(entry, server.status, server.reason, await inspect({ file, entry, plan }, signal));
  });
  return { ...report, servers: await Promise.all(servers) };
}
