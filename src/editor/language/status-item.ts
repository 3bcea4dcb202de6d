import * as vscode from 'vscode';
import { hasErrors } from '../../core/findings';
import { findingsOf } from '../../core/report';
import { tally, verdictOf } from '../../core/standing';
import { plainText } from '../plain-text';
import type { Disposables } from '../disposables';
import type { Reports } from './reports';

/** The sum of the file in front of the person, among what the editor says of its language. */
export function showStatusItem(reports: Reports, owned: Disposables): void {
  const item = owned.add(vscode.languages.createLanguageStatusItem('mcpHandshake', []));
  item.name = 'MCP Handshake';
  const show = (): void => {
    item.selector = reports.uris.map(({ scheme, fsPath }) => ({ scheme, pattern: fsPath }));
    const uri = vscode.window.activeTextEditor?.document.uri;
    const report = uri && reports.of(uri);
    if (!report) return;
    const { failed, unchecked } = tally(report);
    item.text = plainText(verdictOf(report));
    item.detail = 'MCP servers';
    const isBad = failed > 0 || hasErrors(findingsOf(report));
    item.severity = isBad ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    item.busy = report.servers.some((server) => reports.checking(uri, server) !== undefined);
    item.command =
      unchecked === report.servers.length
        ? { title: 'Diagnose', command: 'mcpHandshake.diagnose', arguments: [uri] }
        : { title: 'Show report', command: 'mcpHandshake.showReport', arguments: [uri] };
  };
  owned.add(reports.onDidChange(show));
  owned.add(vscode.window.onDidChangeActiveTextEditor(show));
  show();
}
