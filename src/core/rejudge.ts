import { checkConfig } from './check';
import { diagnose } from './diagnose';
import { keyOf } from './report';
import type { ConfigFile, ServerEntry } from './config/config-file';
import type { Finding } from './findings';
import type { FileReport, ServerReport } from './report';

/** A report on a start, with the text of the entry that was started. */
export interface StartedServer {
  readonly source: string;
  readonly report: ServerReport;
}

/**
 * The report on a file as it is now: linted anew, with what was found by starting servers whose entries still read the
 * same. Those findings are made again from their facts, so that their places and edits fit the text as it is now.
 */
export function rejudge(file: ConfigFile, started: ReadonlyMap<string, StartedServer>): FileReport {
  const checked = checkConfig(file);
  const entries = file.maps.flatMap(({ servers }) => servers);
  const servers = checked.servers.map((server, index): ServerReport => {
    const entry = entries[index];
    const before = started.get(keyOf(server));
    return entry && before && before.source === sourceOf(file, entry)
      ? rejudgeServer(file, entry, before.report)
      : server;
  });
  return { ...checked, servers };
}

/** The text of an entry, name and all. */
export function sourceOf({ text }: Pick<ConfigFile, 'text'>, { nameSpan, span }: ServerEntry): string {
  return text.slice(nameSpan.offset, span.offset + span.length);
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
    return tried ? { ...fix, trial: tried.trial, preferred: tried.preferred } : fix;
  });
  return { ...finding, confidence: known.confidence, fixes };
}
