import { clients } from '../clients';
import { fileFacts } from '../config/file-facts';
import { diagnose } from '../diagnose';
import { Facts } from '../facts';
import { readStart } from '../read';
import type { ConfigFile } from '../config/config-file';
import type { Finding } from '../findings';
import type { Subject } from '../rules/rule';
import type { From, Outcome, Start } from '../start';

/** One start, and what is said of it. */
export interface ExplainedStart extends From {
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** The file that the findings are about; of a log there is none. */
  readonly file: ConfigFile | null;
}

/** What is said of a start that was read somewhere. `about`: what is known of it besides. */
export function explainStart(start: Start, about: Partial<Subject> = {}): ExplainedStart {
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
  const { file } = subject;
  const ofFile = file ? diagnose({ facts: new Facts(fileFacts(file)), file, entry: null, plan: null }).findings : [];
  // There is no file of theirs to be edited.
  const findings = [...ofFile, ...diagnose(subject).findings].map((finding) => ({
    ...finding,
    fixes: finding.fixes.filter(({ edits }) => edits.length === 0),
  }));
  return { ...start.from, outcome: start.outcome, findings, file: null };
}
