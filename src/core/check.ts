import { clientIds, clientOf, fileFacts } from './config/file-facts';
import { parseConfig } from './config/parse';
import { diagnose } from './diagnose';
import { Facts } from './facts';
import { foldClients } from './fold';
import { safe } from './text';
import type { Reader } from './clients';
import type { ConfigFile, ServerEntry } from './config/config-file';
import type { Finding } from './findings';
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
    servers: file.maps.flatMap(({ servers, readers }) =>
      servers.map((entry) => new CheckedEntry(entry, checkEntry(file, entry, readers))),
    ),
  };
}

/** What an entry shows of itself, judged for each client that reads it. */
export function checkEntry(file: ConfigFile, entry: ServerEntry, readers: readonly Reader[]): readonly Finding[] {
  // What stands where nobody looks is judged as it will be read once it stands where they do.
  const [first, ...others] = readers.length > 0 ? readers : file.readers;
  const found = findingsFor(file, entry, first);
  return others.length === 0 ? found : foldClients([found, ...others.map((other) => findingsFor(file, entry, other))]);
}

function findingsFor(file: ConfigFile, entry: ServerEntry, reader: Reader | undefined): readonly Finding[] {
  const client = reader ? clientOf(reader) : null;
  const known = reader && client ? reader : null;
  return diagnose({ facts: Facts.none, file, entry, plan: null, client, reader: known }).findings;
}

/** A report on an entry that was only read: of most of them nobody asks more than what was found. */
class CheckedEntry implements ServerReport {
  readonly findings: readonly Finding[];
  readonly #entry: ServerEntry;

  constructor(entry: ServerEntry, findings: readonly Finding[]) {
    this.#entry = entry;
    this.findings = findings;
  }

  get name(): ServerReport['name'] {
    return this.#entry.name;
  }

  get path(): ServerReport['path'] {
    return this.#entry.path;
  }

  get transport(): ServerReport['transport'] {
    return this.#entry.transport;
  }

  get status(): Status {
    return 'not-asked';
  }

  get reason(): Reason {
    return ONLY_CHECKED;
  }

  get facts(): Facts {
    return Facts.none;
  }

  get plan(): null {
    return null;
  }

  get start(): null {
    return null;
  }
}

const ONLY_CHECKED: Reason = { code: 'check', text: safe('only the file was looked at') };

/** A report on an entry that says no more than it is told. */
export function reportOf(
  { name, path, transport }: ServerEntry,
  status: Status,
  reason: Reason | null,
  { plan = null, start = null, facts = Facts.none, findings = [], ...more }: Partial<ServerReport> = {},
): ServerReport {
  return { ...more, name, path, transport, status, reason, plan, start, facts, findings };
}
