import * as vscode from 'vscode';
import { addressed } from '../../core/addressed';
import { readersOf } from '../../core/clients';
import { formatOf } from '../../core/config/format';
import { findingsOf } from '../../core/report';
import { rules } from '../../core/rules/all.gen';
import { pageUri } from './rule-pages';
import { toRanges } from './ranges';
import type { FileReport } from '../../core/report';
import type { Severity } from '../../core/rules/rule';
import type { Disposables } from '../disposables';
import type { Reports } from './reports';

/** The name under which the Problems view lists what we found. */
export const SOURCE = 'MCP Handshake';

/** Keeps the squiggles in step with the reports. */
export function showDiagnostics(reports: Reports, owned: Disposables): void {
  const collection = owned.add(vscode.languages.createDiagnosticCollection('mcp-handshake'));
  owned.add(
    reports.onDidChange((uri) => {
      const report = reports.of(uri);
      collection.set(uri, report ? diagnosticsOf(report) : []);
    }),
  );
}

function diagnosticsOf(report: FileReport): vscode.Diagnostic[] {
  const toRange = toRanges(report.text);
  const isJson = formatOf(report.path) === 'json';
  const hasSchema = readersOf(report.path).some(({ location }) => location.hasSchema);
  const isSaid = (rule: string): boolean =>
    (isJson && SAID_BY_EDITOR.has(rule)) || (hasSchema && SAID_BY_SCHEMA.has(rule));
  return findingsOf(report)
    .filter(({ rule }) => !isSaid(rule))
    .map((finding) => {
      const { rule, severity, span } = finding;
      const diagnostic = new vscode.Diagnostic(toRange(span), addressed(finding, report.clients), SEVERITIES[severity]);
      diagnostic.source = SOURCE;
      diagnostic.code = { value: rule, target: pageUri(rule) };
      return diagnostic;
    });
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
