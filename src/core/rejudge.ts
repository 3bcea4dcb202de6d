import { checkConfig, reportOf } from './check';
import { diagnose } from './diagnose';
import { keyOf } from './report';
import type { ConfigFile, ServerEntry } from './config/config-file';
import type { Finding } from './findings';
import type { FileReport, ServerReport } from './report';

/** A report on a start, with what the entry that was started says. */
export interface StartedServer {
  readonly content: string;
  readonly report: ServerReport;
}

/**
 * The report on a file as it is now: linted anew, with what was found by starting servers whose entries still say the
 * same. Those findings are made again from their facts, so that their places and edits fit the text as it is now.
 */
export function rejudge(file: ConfigFile, started: ReadonlyMap<string, StartedServer>): FileReport {
  const checked = checkConfig(file);
  const entries = file.maps.flatMap(({ servers }) => servers);
  const servers = checked.servers.map((server, index): ServerReport => {
    const entry = entries[index];
    const before = started.get(keyOf(server));
    if (!entry || !before || (before.content !== entry.content && !before.report.start)) return server;
    return before.content === entry.content
      ? rejudgeServer(file, entry, before.report)
      : reportOf(entry, server.status, server.reason, { findings: server.findings, outdated: before.report });
  });
  return { ...checked, servers };
}

function rejudgeServer(file: ConfigFile, entry: ServerEntry, report: ServerReport): ServerReport {
  const { findings } = diagnose({ facts: report.facts, file, entry, plan: report.plan });
  return { ...report, findings: findings.map((finding) => withTrials(finding, report.findings)) };
}

/** The finding as made again, with what was proven of it before. */
function withTrials(finding: Finding, before: readonly Finding[]): Finding {
  const known = before.find(({ id }) => id === finding.id);
  if (!known) return finding;
  const fixes = finding.fixes.map((fix) => {
    const tried = known.fixes.find(({ id, title }) => id === fix.id && title === fix.title);
    return tried ? { ...fix, trial: tried.trial, starts: tried.starts ?? [], preferred: tried.preferred } : fix;
  });
  return { ...finding, clients: known.clients, confidence: known.confidence, fixes };
}
