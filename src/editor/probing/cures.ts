import * as vscode from 'vscode';
import { ownFault } from '../own-fault';
import { plainText } from '../plain-text';
import { diagnoseInSight } from './in-sight';
import { agreeToEdit } from './run';
import type { ServerReport } from '../../core/report';
import type { Offer } from '../language/offered-edits';
import type { Desk } from './desk';

/**
 * Whoever takes a cure asks whether it cured: the server is started again. That it was taken is seen in the text, and
 * not by a command of the code action: the editor may have dropped what belonged to the menu before the command is run
 * (“Actual command not found”, VS Code 1.134).
 */
export function followCures(desk: Desk): void {
  const { owned, reports } = desk;
  const tell = (error: unknown): void => void vscode.window.showErrorMessage(ownFault(error));
  const look = ({ document }: vscode.TextDocumentChangeEvent): void => {
    const offer = reports.offers.taken(document.uri.toString(), document.getText());
    if (offer && vscode.workspace.isTrusted) recheck(desk, document, offer).catch(tell);
  };
  owned.add(vscode.workspace.onDidChangeTextDocument(look));
}

/** The same server once more, and no page unless one is open. */
async function recheck(desk: Desk, document: vscode.TextDocument, { before, server }: Offer): Promise<void> {
  await agreeToEdit(document, desk, before, server);
  const report = await diagnoseInSight(desk, document, server, false);
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
