import * as vscode from 'vscode';
import { clean } from '../../core/clean';
import { reportPage } from './report-page';
import type { FileReport } from '../../core/report';
import type { Desk } from './desk';

/** The page of the last diagnosis, and of which file it is: one for the window. */
interface Shown {
  readonly panel: vscode.WebviewPanel;
  uri: vscode.Uri;
}

let shown: Shown | undefined;

/** Shows a report, in the page that is open already or in a new one beside the file. */
export function showReport(desk: Desk, uri: vscode.Uri, report: FileReport): void {
  shown ??= { panel: openPanel(desk), uri };
  shown.uri = uri;
  refreshReport(uri, report);
  shown.panel.reveal(undefined, true);
}

/** Brings an open page of this file up to date. */
export function refreshReport(uri: vscode.Uri, report: FileReport): void {
  if (shown?.uri.toString() !== uri.toString()) return;
  shown.panel.webview.html = reportPage(report, uri.toString(), clean(vscode.workspace.asRelativePath(uri)));
}

function openPanel({ owned }: Desk): vscode.WebviewPanel {
  const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
  const enableCommandUris = ['mcpHandshake.applyFix', 'mcpHandshake.diagnose'];
  const options = { enableCommandUris, localResourceRoots: [] };
  const panel = owned.add(vscode.window.createWebviewPanel('mcpHandshake.report', 'MCP Diagnosis', where, options));
  panel.onDidDispose(() => {
    shown = undefined;
    owned.release(panel);
  });
  return panel;
}
