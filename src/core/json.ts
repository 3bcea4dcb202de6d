import { parseConfig } from './config/parse';
import { rangesIn } from './positions';
import { hideShapes, maskLines } from './secrets/mask';
import type { Span } from './config/place';
import type { Explained } from './explain';
import type { Finding, TriedFix } from './findings';
import type { Edit } from './fixes/fix';
import type { Range } from './positions';
import type { FileReport, ServerReport } from './report';

/** Reports in the form that other programs read: `version: 1`, to which things are added and never changed. */
export function reportsToJson(files: readonly FileReport[]): unknown {
  return { version: 1, files: files.map(fileToJson) };
}

/** One file of a report. */
export function fileToJson({ path, text, clients, findings, servers }: FileReport): unknown {
  const file = fileInJson(path, text);
  return {
    path,
    clients,
    findings: findings.map((finding) => findingToJson(finding, file)),
    servers: servers.map((server) => serverToJson(server, file)),
  };
}

/** What the findings of a file need to be written: its ranges, and what of it is secret. */
export interface FileInJson {
  readonly path: string;
  readonly toRange: (span: Span) => Range;
  /** Whether a text holds a secret of the file. */
  readonly isSecret: (text: string) => boolean;
}

export function fileInJson(path: string, text: string): FileInJson {
  const masks = parseConfig(path, text).maps.flatMap(({ servers }) => servers.map(({ mask }) => mask));
  const isSecret = (newText: string) => [hideShapes, ...masks].some((mask) => maskLines(mask, newText) !== newText);
  return { path, toRange: rangesIn(text), isSecret };
}

/** One server of a file's report. */
export function serverToJson(server: ServerReport, file: FileInJson): unknown {
  const { name, transport, status, reason, start, findings } = server;
  const { plan } = server;
  return {
    name,
    path: server.path,
    transport,
    status,
    reason,
    environment: plan?.environment ?? null,
    start: start &&
      plan && {
        ...plan.shown,
        http: start.http,
        exit: start.exit,
        spawnError: start.spawnError,
        ms: start.ms,
        stderr: start.stderr.map((line) => line.text),
        noise: start.noise.map((line) => line.text),
        dropped: start.dropped,
        flaws: start.flaws,
        exchanges: {
          sent: start.exchanges.sent.map((line) => line.text),
          received: start.exchanges.received.map((line) => line.text),
        },
      },
    handshake: start?.handshake ?? null,
    findings: findings.map((finding) => findingToJson(finding, file)),
  };
}

/** What was explained. Where there is a file, its findings have places and fixes, as those of a diagnosis. */
export function explainedToJson({ starts, ...explained }: Explained): unknown {
  const told = starts.map(({ client, server, at, findings, file }) => {
    const inJson = file && fileInJson(file.path, file.text);
    return { client, server, at, findings: findings.map((finding) => findingToJson(finding, inJson)) };
  });
  // Those of the last start that failed are among them.
  const last = starts.findIndex(({ findings }) => findings === explained.findings);
  return { version: 1, findings: told[last]?.findings ?? [], starts: told, forgotten: explained.forgotten };
}

/** A finding of a config file; from a log there is no file, and so no range and no fix. */
function findingToJson(finding: Finding, file: FileInJson | null): unknown {
  const { id, rule, label, cause, clients, severity, confidence, message, params, span, evidence, fixes } = finding;
  return {
    id,
    rule,
    label,
    cause,
    clients,
    severity,
    confidence,
    message,
    params,
    ...(file && { range: file.toRange(span) }),
    related: [],
    evidence,
    fixes: file ? fixes.map((fix) => fixToJson(fix, file)) : [],
  };
}

function fixToJson(fix: TriedFix, file: FileInJson): unknown {
  const { id, title, applicability, preferred, needs, edits, command = null, trial } = fix;
  const toJson = ({ span, newText }: Edit) => ({ path: file.path, range: file.toRange(span), newText });
  // A fix that moves secrets is not written out: `mcp-handshake fix` makes it.
  const isOpen = !edits.some(({ newText }) => file.isSecret(newText));
  return { id, title, applicability, preferred, needs, edits: isOpen ? edits.map(toJson) : [], command, trial };
}
