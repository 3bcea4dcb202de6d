import * as vscode from 'vscode';
import { addressedByName } from '../../core/addressed';
import { readersOf } from '../../core/clients';
import { formatOf } from '../../core/config/format';
import { rules } from '../../core/rules/all.gen';
import { concernsServers, settingNotes } from './client-settings';
import { pageUri } from './rule-pages';
import { toRanges } from './ranges';
import type { Finding } from '../../core/findings';
import type { FileReport } from '../../core/report';
import type { Severity } from '../../core/rules/rule';
import type { Safe } from '../../core/text';
import type { Disposables } from '../disposables';
import type { Reports } from './reports';

/** The name under which the Problems view lists what we found. */
const SOURCE = 'MCP Handshake';

/** Keeps the squiggles in step with the reports. */
export function showDiagnostics(reports: Reports, owned: Disposables): void {
  const collection = owned.add(vscode.languages.createDiagnosticCollection('mcp-handshake'));
  const show = (uri: vscode.Uri): void => {
    const report = reports.of(uri);
    collection.set(uri, report ? [...diagnosticsOf(reports, uri, report), ...ofSettings(reports, uri, report)] : []);
  };
  owned.add(reports.onDidChange(show));
  owned.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (concernsServers(event)) reports.uris.forEach(show);
    }),
  );
  owned.add(vscode.workspace.onDidGrantWorkspaceTrust(() => reports.uris.forEach(show)));
}

/** Those of the editor's diagnostics that are this finding. */
export function diagnosticsFor(
  { finding, server }: PlacedFinding,
  { clients }: FileReport,
  all: readonly vscode.Diagnostic[],
): vscode.Diagnostic[] {
  const said = addressedByName(finding, server, clients);
  return all.filter(({ source, message }) => source === SOURCE && message === said);
}

/** A finding with its server's name; null where it is about the file itself. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly server: Safe | null;
}

/** The findings of a file, each with the name of its server. */
export function placedFindings({ findings, servers }: FileReport): readonly PlacedFinding[] {
  return [
    ...findings.map((finding) => ({ finding, server: null })),
    ...servers.flatMap(({ name, findings: found }) => found.map((finding) => ({ finding, server: name }))),
  ];
}

/** What settings of the editor do to servers without a word. */
function ofSettings(reports: Reports, uri: vscode.Uri, report: FileReport): vscode.Diagnostic[] {
  const toRange = toRanges(report.text);
  return settingNotes(reports, uri, report).map(({ setting, text, span, server }) => {
    const { Warning, Information } = vscode.DiagnosticSeverity;
    const said = server === null ? `${text}.` : `${server}: ${text}.`;
    const diagnostic = new vscode.Diagnostic(toRange(span), said, server === null ? Information : Warning);
    diagnostic.source = SOURCE;
    diagnostic.code = setting ?? 'workspace-trust';
    return diagnostic;
  });
}

function diagnosticsOf(reports: Reports, uri: vscode.Uri, report: FileReport): vscode.Diagnostic[] {
  const toRange = toRanges(report.text);
  const isJson = formatOf(report.path) === 'json';
  const hasSchema = readersOf(report.path).some(({ location }) => location.hasSchema);
  const isSaid = (rule: string): boolean =>
    (isJson && SAID_BY_EDITOR.has(rule)) || (hasSchema && SAID_BY_SCHEMA.has(rule));
  const toDiagnostic = ({ finding, server }: PlacedFinding, range: vscode.Range): vscode.Diagnostic => {
    const said = addressedByName(finding, server, report.clients);
    const diagnostic = new vscode.Diagnostic(range, said, SEVERITIES[finding.severity]);
    diagnostic.source = SOURCE;
    diagnostic.code = { value: finding.rule, target: pageUri(finding.rule) };
    return diagnostic;
  };
  const known = placedFindings(report)
    .filter(({ finding }) => !isSaid(finding.rule))
    .map((placed) => toDiagnostic(placed, toRange(placed.finding.span)));
  // What was found before an entry was changed stands, faded, at its name: the place of then may be gone.
  const entries = reports.entries(uri);
  const outdated = report.servers.flatMap(({ name, outdated: before }, index) => {
    const [finding] = before?.findings ?? [];
    const entry = entries[index];
    if (!finding || !entry) return [];
    const diagnostic = toDiagnostic({ finding, server: name }, toRange(entry.nameSpan));
    diagnostic.message = `${diagnostic.message} (Before it was changed: diagnose it again.)`;
    diagnostic.severity = vscode.DiagnosticSeverity.Hint;
    diagnostic.tags = [vscode.DiagnosticTag.Unnecessary];
    return [diagnostic];
  });
  return [...known, ...outdated];
}

/** What the editor's own JSON support says already: our fixes are offered, our squiggle would be a second one. */
const SAID_BY_EDITOR = new Set<string>(rules.filter(({ saidByEditor }) => saidByEditor).map(({ id }) => id));

/** What the schema of a file says already, where the editor has one. */
const SAID_BY_SCHEMA = new Set<string>(rules.filter(({ saidBySchema }) => saidBySchema).map(({ id }) => id));

const SEVERITIES = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  information: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, vscode.DiagnosticSeverity>;
