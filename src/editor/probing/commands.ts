import * as vscode from 'vscode';
import { isAbsolute } from 'node:path';
import { fixAll as allFixed } from '../../core/fixes/fix-all';
import { changeBetween } from '../../core/fixes/fix';
import { fixOf } from '../../core/report';
import { isOurs } from '../../core/start';
import { isOnThisMachine } from '../language/documents';
import { plainText } from '../plain-text';
import { toWorkspaceEdit } from '../language/ranges';
import { askForInputs, forgetAnswers } from './inputs';
import { forgetAll } from './consents';
import { mayStart } from './may-start';
import { documentOf, namedBy } from './named';
import { progressText } from '../../node/progress-text';
import { agreeToEdit, runDiagnosis } from './run';
import { typeCommand } from './terminal';
import type { FileReport, ServerReport } from '../../core/report';
import type { DiagnosisEvent } from '../../node/diagnose';
import type { Desk } from './desk';

/** *Diagnose MCP Server*: one server or all of a file, with a page that shows each result as soon as it is there. */
export async function diagnose(desk: Desk, args: readonly unknown[]): Promise<void> {
  if (!(await mayStart())) return;
  const named = await namedBy(args);
  if (!named) return;
  await run(desk, named.document, named.server, true);
}

/** *Diagnose All MCP Servers of a File*. */
export function diagnoseAll(desk: Desk, [uri]: readonly unknown[]): Promise<void> {
  return documentOf(uri).then((document) => (document ? diagnose(desk, [document.uri, null]) : undefined));
}

/** *Show Report*: what is known of a file, at one of its servers where one is named. */
export async function showReport(desk: Desk, [uri, server]: readonly unknown[]): Promise<void> {
  const document = await documentOf(uri);
  if (document) desk.panels.show(document.uri, typeof server === 'string' ? server : null);
}

/** After a cure was taken: the same server once more, and no page unless one is open. */
export async function recheck(desk: Desk, [uri, server, offer]: readonly unknown[]): Promise<void> {
  if (!(uri instanceof vscode.Uri) || typeof server !== 'string' || !vscode.workspace.isTrusted) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const before = typeof offer === 'string' ? desk.reports.offers.before(offer, document.getText()) : null;
  if (before !== null) await agreeToEdit(document, desk, before, server);
  const report = await run(desk, document, server, false);
  const cured = report?.servers.find(({ name, status }) => name === server && status === 'ready');
  if (cured) await tellCured(document, cured);
}

/** A cure that works: what is still to be done for it is one press away. */
async function tellCured(document: vscode.TextDocument, { name, plan }: ServerReport): Promise<void> {
  const takesUp = plan?.client.takesUp ?? '';
  if (!document.isDirty) {
    if (takesUp !== '') void vscode.window.showInformationMessage(plainText(`${name} is ready. ${takesUp}`));
    return;
  }
  const SAVE = 'Save';
  const text = plainText(`${name} is ready, but not saved yet. Save the file. ${takesUp}`.trim());
  if ((await vscode.window.showInformationMessage(text, SAVE)) === SAVE) await document.save();
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
  const offer = desk.reports.offers.offer(report.text, edits);
  if (found.server?.start && isOurs(found.server.start)) await recheck(desk, [uri, found.server.name, offer]);
}

/** *Fix All Safe Problems* of a file, as one change. */
export async function fixAll(_desk: Desk, [uri]: readonly unknown[]): Promise<void> {
  const document = await documentOf(uri);
  if (!document) return;
  const text = document.getText();
  const fixed = allFixed(document.uri.path, text);
  if (fixed.text === text) {
    void vscode.window.showInformationMessage('There is nothing here that can be fixed safely and without a start.');
    return;
  }
  await vscode.workspace.applyEdit(toWorkspaceEdit(document.uri, text, [changeBetween(text, fixed.text)]));
}

/** Saves a file from its page. */
export async function saveFile(_desk: Desk, [uri]: readonly unknown[]): Promise<void> {
  const document = await documentOf(uri);
  await document?.save();
}

/** Opens a file at a line, as a log or a page names it: text, and nothing that runs. */
export async function openPlace(_desk: Desk, [where, line, column]: readonly unknown[]): Promise<void> {
  // A path that leads to another machine would be a call to it.
  if (typeof where !== 'string' || /^[\\/]{2}/.test(where)) return;
  const uri = isAbsolute(where) ? vscode.Uri.file(where) : vscode.Uri.parse(where, true);
  const at = new vscode.Position(Math.max(0, Number(line) - 1), Math.max(0, Number(column) - 1));
  const shown = {
    viewColumn: vscode.ViewColumn.One,
    ...(Number(line) > 1 || Number(column) > 1 ? { selection: new vscode.Range(at, at) } : {}),
  };
  try {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri), shown);
  } catch {
    void vscode.window.showInformationMessage(plainText(`${uri.fsPath} cannot be opened.`));
  }
}

/** Opens a setting of the editor that keeps servers from being started. */
export async function openSetting(_desk: Desk, [setting]: readonly unknown[]): Promise<void> {
  if (typeof setting === 'string' && /^chat\.mcp\.\w+$/.test(setting))
    await vscode.commands.executeCommand('workbench.action.openSettings', `@id:${setting}`);
}

/** *Show Log*. */
export async function showLog({ log }: Desk): Promise<void> {
  log.show();
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
