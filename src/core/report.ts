import type { Finding, TriedFix } from './findings';
import type { Facts } from './facts';
import type { LaunchPlan } from './launch/launch-plan';
import type { Transport } from './config/config-file';
import type { JsonPath } from './config/place';
import type { Start } from './start';
import type { Safe } from './text';

/**
 * What became of a server. `waiting`: for a value that only a person can give. `skipped`: never started by us, with the
 * reason. `not-asked`: nobody has agreed to start it, or asked for it.
 */
export type Status = 'ready' | 'failed' | 'waiting' | 'skipped' | 'not-asked' | 'cancelled';

export interface Reason {
  readonly code: string;
  readonly text: Safe;
}

/** The code of the reason where we failed ourselves. */
export const OWN_FAULT = 'own-fault';

/** Everything that is known of one server of a file. */
export interface ServerReport {
  readonly name: Safe;
  readonly path: JsonPath;
  readonly transport: Transport;
  readonly status: Status;
  readonly reason: Reason | null;
  /** What would start, or did; null where nothing can be planned. */
  readonly plan: LaunchPlan | null;
  readonly start: Start | null;
  /** What the findings rest on, so that they can be made again when the file around the entry has changed. */
  readonly facts: Facts;
  readonly findings: readonly Finding[];
  /** What a start of it has shown before its entry was changed. */
  readonly outdated?: ServerReport;
}

/** Everything that is known of one file. `text` is what the spans point into. */
export interface FileReport {
  readonly path: string;
  readonly text: string;
  readonly clients: readonly string[];
  readonly findings: readonly Finding[];
  readonly servers: readonly ServerReport[];
}

/** Every finding of a file, those of its servers included. */
export function findingsOf({ findings, servers }: FileReport): readonly Finding[] {
  return [...findings, ...servers.flatMap((server) => server.findings)];
}

/** What names a server within its file. */
export function keyOf({ path }: Pick<ServerReport, 'path'>): string {
  return JSON.stringify(path);
}

/** Ids that lead to one fix: `server` is a server's key, or null for a finding of the file itself. */
export interface FixIds {
  readonly server: string | null;
  readonly finding: string;
  readonly fix: string;
}

/** The fix that the ids name, and the server whose it is; null where it is not there any more. */
export function fixOf(
  report: FileReport,
  ids: FixIds,
): { readonly fix: TriedFix; readonly server: ServerReport | null } | null {
  const server = report.servers.find((each) => keyOf(each) === ids.server) ?? null;
  const findings = ids.server === null ? report.findings : (server?.findings ?? []);
  const fix = findings.find(({ id }) => id === ids.finding)?.fixes.find(({ id }) => id === ids.fix);
  return fix ? { fix, server } : null;
}
