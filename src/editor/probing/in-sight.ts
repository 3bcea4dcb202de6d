import * as vscode from 'vscode';
import { isOnThisMachine } from '../language/documents';
import { plainText } from '../plain-text';
import { progressText } from '../../node/progress-text';
import { askForInputs, forgetAnswers } from './inputs';
import { runDiagnosis } from './run';
import type { FileReport } from '../../core/report';
import type { DiagnosisEvent } from '../../node/diagnose';
import type { Desk } from './desk';

/**
 * A diagnosis that somebody waits for: what it needs is asked for, how far it is is shown, and it can be cancelled.
 * `server` is null for all; undefined where the person turned away, or where nothing can be started.
 */
export async function diagnoseInSight(
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
  // Not before the question has been answered: it may need the room.
  let isShown = !showsPage;
  const showPage = (): void => {
    if (!isShown) desk.panels.show(document.uri, server);
    isShown = true;
  };
  const title = server === null ? 'Diagnosing MCP servers' : 'Diagnosing MCP server';
  const options = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const report = await vscode.window.withProgress(options, async (progress, token) => {
    const cancelled = new AbortController();
    token.onCancellationRequested(() => cancelled.abort());
    const stop = desk.owned.add({ dispose: () => cancelled.abort() });
    const tell = progressText((message) => progress.report({ message: plainText(message) }));
    const onEvent = (event: DiagnosisEvent): void => {
      if (event.event === 'plan') showPage();
      tell.onEvent(event);
    };
    try {
      return await runDiagnosis(document, desk, { server, isExplicit: true, answers, onEvent }, cancelled.signal);
    } finally {
      tell.dispose();
      desk.owned.release(stop);
    }
  });
  showPage();
  // A value that was typed wrong is asked for again.
  if (report.servers.some(({ status }) => status === 'failed')) forgetAnswers();
  return report;
}
