import { clientIds, fileFacts } from './config/file-facts';
import { parseConfig } from './config/parse';
import { diagnose } from './diagnose';
import { Facts } from './facts';
import { safe } from './text';
import type { ConfigFile, ServerEntry } from './config/config-file';
import type { FileReport, Reason, ServerReport, Status } from './report';

/** Lints a file: what can be said of it without starting or asking anything. Never throws, whatever the text. */
export function check(path: string, text: string): FileReport {
  return checkConfig(parseConfig(path, text));
}

export function checkConfig(file: ConfigFile): FileReport {
  return {
    path: file.path,
    text: file.text,
    clients: clientIds(file),
    findings: diagnose({ facts: new Facts(fileFacts(file)), file, entry: null, plan: null }).findings,
    servers: file.maps.flatMap(({ servers }) => servers.map((entry) => checkEntry(file, entry))),
  };
}

function checkEntry(file: ConfigFile, entry: ServerEntry): ServerReport {
  const { findings } = diagnose({ facts: Facts.none, file, entry, plan: null });
  return reportOf(entry, 'not-asked', { code: 'check', text: safe('only the file was looked at') }, { findings });
}

/** A report on an entry that says no more than it is told. */
export function reportOf(
  { name, path, transport }: ServerEntry,
  status: Status,
  reason: Reason | null,
  more: Partial<ServerReport> = {},
): ServerReport {
  return { name, path, transport, status, reason, plan: null, start: null, facts: Facts.none, findings: [], ...more };
}
