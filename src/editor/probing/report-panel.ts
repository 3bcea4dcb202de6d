import * as vscode from 'vscode';
import { reportPage } from './report-page';
import type { FileReport } from '../../core/report';
import type { Desk } from './desk';

/** The page of the last diagnosis: one for the window, beside the file. */
export class ReportPanel implements vscode.Disposable {
  static #shown: ReportPanel | undefined;
  readonly #panel: vscode.WebviewPanel;
  #uri: vscode.Uri;

  /** Shows a report, in the page that is open already or in a new one. */
  static show({ owned }: Desk, uri: vscode.Uri, report: FileReport): void {
    this.#shown ??= owned.add(new ReportPanel(uri));
    this.#shown.#uri = uri;
    this.refresh(uri, report);
    this.#shown.#panel.reveal(undefined, true);
  }

  /** Brings an open page of this file up to date. */
  static refresh(uri: vscode.Uri, report: FileReport): void {
    const shown = this.#shown;
    if (shown && shown.#uri.toString() === uri.toString())
      shown.#panel.webview.html = reportPage(report, uri.toString(), vscode.workspace.asRelativePath(uri));
  }

  private constructor(uri: vscode.Uri) {
    this.#uri = uri;
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const allowed = ['mcpHandshake.applyFix', 'mcpHandshake.diagnose'];
    this.#panel = vscode.window.createWebviewPanel('mcpHandshake.report', 'MCP Diagnosis', where, {
      enableCommandUris: allowed,
      localResourceRoots: [],
    });
    this.#panel.onDidDispose(() => {
      ReportPanel.#shown = undefined;
    });
  }

  dispose(): void {
    this.#panel.dispose();
  }
}
