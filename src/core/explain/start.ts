import { clients } from '../clients';
import { fileFacts } from '../config/file-facts';
import { diagnose } from '../diagnose';
import { Facts } from '../facts';
import { readStart } from '../read';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Finding } from '../findings';
import type { Subject } from '../rules/rule';
import type { LineAt } from './quoted-text';
import type { From, Outcome, Start } from '../start';

/** One start, and what is said of it. */
export interface ExplainedStart extends From {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** The file that the findings are about; of a log there is none. */
  readonly file: ConfigFile | null;
}

/**
 * What is said of a start that was read somewhere. `about`: what is known of it besides, and where in the text a place of
 * the file stands that it shows.
 */
export function explainStart(
  start: Start,
  { lineAt = () => null, ...about }: Partial<Subject> & { readonly lineAt?: LineAt } = {},
): ExplainedStart {
  const client = about.client ?? clients.find(({ id }) => id === start.from.client) ?? null;
  const platform = about.platform ?? start.from.platform;
  const subject = {
    file: null,
    entry: null,
    plan: null,
    ...about,
    client,
    platform,
    facts: new Facts(readStart(start)),
  };
  const { file, entry } = subject;
  const ofEntry = (each: ServerEntry) => diagnose({ ...subject, facts: Facts.none, entry: each }).findings;
  const ofFile = file
    ? diagnose({ ...subject, facts: new Facts(fileFacts(file)), entry: null, client: null, reader: null }).findings
    : [];
  // Where nobody knows which of several servers it is, each is judged by what its entry shows.
  const ofEntries = file && !entry ? file.maps.flatMap(({ servers }) => servers.flatMap((each) => ofEntry(each))) : [];
  // What names no cause comes behind what does. There is no file of theirs to be edited.
  const told = [...diagnose(subject).findings, ...ofEntries];
  const findings = [...ofFile, ...told.toSorted((a, b) => Number(!a.label) - Number(!b.label))].map((finding) => ({
    ...finding,
    evidence: finding.evidence.map((each) =>
      each.kind === 'entry' && each.line === null ? { ...each, line: lineAt(finding.span.offset) } : each,
    ),
    fixes: finding.fixes.filter(({ edits }) => edits.length === 0),
  }));
  return { ...start.from, outcome: start.outcome, findings, file: null };
}
