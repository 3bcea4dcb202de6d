import * as vscode from 'vscode';
import { isAbsolute } from 'node:path';
import { fixAll as allFixed } from '../../core/fixes/fix-all';
import { changeBetween } from '../../core/fixes/fix';
import { fixOf } from '../../core/report';
import { isOurs } from '../../core/start';
import { plainText } from '../plain-text';
import { toWorkspaceEdit } from '../language/ranges';
import { forgetAnswers } from './inputs';
import { forgetAll } from './consents';
import { mayStart } from './may-start';
import { documentOf, namedBy } from './named';
import { diagnoseInSight } from './in-sight';
import { typeCommand } from './terminal';
import type { Desk } from './desk';

/** *Diagnose MCP Server*: one server or all of a file, with a page that shows each result as soon as it is there. */
export async function diagnose(desk: Desk, args: readonly unknown[]): Promise<void> {
  if (!(await mayStart())) return;
  const named = await namedBy(args);
  if (!named) return;
  await diagnoseInSight(desk, named.document, named.server, true);
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
  if (found.server?.start && isOurs(found.server.start))
    desk.reports.offers.offer({ uri: where, server: found.server.name, before: report.text, edits });
  await vscode.workspace.applyEdit(toWorkspaceEdit(uri, report.text, edits));
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
