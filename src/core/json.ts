import { maskFor } from './secrets';
import { rangesIn } from './positions';
import type { Finding, TriedFix } from './findings';
import type { FileReport, ServerReport } from './report';
import type { Span } from './config/place';
import type { Range } from './positions';

type ToRange = (span: Span) => Range;

/** Reports in the form that other programs read: `version: 1`, to which things are added and never changed. */
export function reportsToJson(files: readonly FileReport[]): unknown {
  return { version: 1, files: files.map(fileToJson) };
}

export function fileToJson({ path, text, clients, findings, servers }: FileReport): unknown {
  const toRange = rangesIn(text);
  return {
    path,
    clients,
    findings: findings.map((finding) => findingToJson(finding, path, toRange)),
    servers: servers.map((server) => serverToJson(server, path, toRange)),
  };
}

export function serverToJson(server: ServerReport, path: string, toRange: ToRange): unknown {
  const { name, transport, status, reason, plan, start, findings } = server;
  return {
    name,
    path: server.path,
    transport,
    status,
    reason,
    environment: plan?.environment ?? null,
    start: start &&
      plan && {
        command: plan.shown.command,
        args: plan.shown.args,
        cwd: plan.shown.cwd,
        exit: start.exit,
        spawnError: start.spawnError,
        ms: start.ms,
        stderr: start.stderr.map((line) => line.text),
        noise: start.noise.map((line) => line.text),
      },
    handshake: start?.handshake ?? null,
    findings: findings.map((finding) => findingToJson(finding, path, toRange)),
  };
}

/** A finding of a config file; from a log there is no file and so no range. */
export function findingToJson(finding: Finding, path: string | null, toRange: ToRange | null): unknown {
  const { rule, label, cause, clients, severity, confidence, message, params, span, evidence, fixes } = finding;
  return {
    rule,
    label,
    cause,
    clients,
    severity,
    confidence,
    message,
    params,
    ...(toRange && { range: toRange(span) }),
    related: [],
    evidence,
    fixes: path === null || !toRange ? [] : fixes.map((fix) => fixToJson(fix, path, toRange)),
  };
}

const hideShapes = maskFor();

function fixToJson(
  { id, title, applicability, preferred, needs, edits, trial }: TriedFix,
  path: string,
  toRange: ToRange,
): unknown {
  return {
    id,
    title,
    applicability,
    preferred,
    needs,
    edits: edits.map(({ span, newText }) => ({ path, range: toRange(span), newText: hideShapes(newText) })),
    trial,
  };
}
