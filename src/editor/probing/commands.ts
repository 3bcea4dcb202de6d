import * as vscode from 'vscode';
import { fixOf } from '../../core/report';
import { isOnThisMachine } from '../language/documents';
import { plainText } from '../plain-text';
import { toWorkspaceEdit } from '../language/ranges';
import { askForInputs, forgetAnswers } from './inputs';
import { chooseDocument, chooseServer } from './choose';
import { forgetAll } from './consents';
import { progressText } from './progress-text';
import { refreshReport, showReport } from './report-panel';
import { agreeToEdit, runDiagnosis } from './run';
import { typeCommand } from './terminal';
import type { FileReport } from '../../core/report';
import type { Desk } from './desk';

/** *Diagnose MCP Server*: one server or all of a file, with progress that can be cancelled, and a page at the end. */
export async function diagnose(desk: Desk, [uri, server]: readonly unknown[]): Promise<void> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showWarningMessage(
      'In Restricted Mode no server is started. Trust this workspace to diagnose its servers.',
    );
    return;
  }
  const named = typeof uri === 'string' ? vscode.Uri.parse(uri, true) : uri;
  const document =
    named instanceof vscode.Uri ? await vscode.workspace.openTextDocument(named) : await chooseDocument();
  if (!document) return;
  const chosen = typeof server === 'string' ? { name: server } : await chooseServer(document);
  if (chosen) await run(desk, document, chosen.name, true);
}

/** After a cure was taken: the same server once more, and no page unless one is open. */
export async function recheck(desk: Desk, [uri, server, offer]: readonly unknown[]): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof server !== 'string' || !vscode.workspace.isTrusted) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const before = typeof offer === 'string' ? desk.reports.offers.before(offer, document.getText()) : null;
  if (before !== null) await agreeToEdit(document, desk, before, server);
  const report = await run(desk, document, server, false);
  const cured = report?.servers.find(({ name, status }) => name === server && status === 'ready');
  const takesUp = cured?.plan?.client.takesUp;
  if (cured && takesUp) void vscode.window.showInformationMessage(plainText(`${cured.name} is ready. ${takesUp}`));
}

/** *Apply* on the report page: the fix of this server and this finding, as their ids have it. */
export async function applyFix(desk: Desk, [where, server, finding, fix]: readonly unknown[]): Promise<void> {
  const isServer = typeof server === 'string' || server === null;
  if (typeof where !== 'string' || !isServer || typeof finding !== 'string' || typeof fix !== 'string') return;
  const uri = vscode.Uri.parse(where, true);
  const document = await vscode.workspace.openTextDocument(uri);
  const report = desk.reports.of(uri);
  const found = report && fixOf(report, { server, finding, fix });
  if (!found || report.text !== document.getText()) {
    void vscode.window.showInformationMessage('The file has changed since. Run the diagnosis again.');
    return;
  }
  const { command, edits } = found.fix;
  if (command) {
    await typeCommand(desk, [command.line, command.cwd]);
    return;
  }
  await vscode.workspace.applyEdit(toWorkspaceEdit(uri, report.text, edits));
  if (found.server) await recheck(desk, [uri, found.server.name, desk.reports.offers.offer(report.text, edits)]);
}

/** *Forget Permission to Start Servers*. */
export async function forgetConsents({ context }: Desk): Promise<void> {
  await forgetAll(context.workspaceState);
  forgetAnswers();
  void vscode.window.showInformationMessage(
    'No MCP server of this workspace is started any more before you are asked again.',
  );
}

async function run(
  desk: Desk,
  document: vscode.TextDocument,
  server: string | null,
  showsPage: boolean,
): Promise<FileReport | undefined> {
  if (!isOnThisMachine(document)) {
    void vscode.window.showInformationMessage('This file is not on this machine: its servers cannot be started here.');
    return undefined;
  }
  const answers = await askForInputs(document, server);
  if (!answers) return undefined;
  const title = server === null ? 'Diagnosing MCP servers' : 'Diagnosing MCP server';
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const report = await vscode.window.withProgress(options, async (progress, token) => {
    const cancelled = new AbortController();
    token.onCancellationRequested(() => cancelled.abort());
    const stop = desk.owned.add({ dispose: () => cancelled.abort() });
    const tell = progressText((message) => progress.report({ message: plainText(message) }));
    try {
      return await runDiagnosis(
        document,
        desk,
        { server, isExplicit: true, answers, onEvent: tell.onEvent },
        cancelled.signal,
      );
    } finally {
      tell.dispose();
      desk.owned.release(stop);
    }
  });
  // A value that was typed wrong is asked for again.
  if (report.servers.some(({ status }) => status === 'failed')) forgetAnswers();
  if (showsPage) showReport(desk, document.uri, report);
  else refreshReport(document.uri, report);
  return report;
}
