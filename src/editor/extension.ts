import * as vscode from 'vscode';
import { isConfigPath } from '../core/clients';
import { Disposables } from './disposables';
import type { Language } from './language';

/** At start-up nothing but a look at the names of open files: the halves are loaded when one is a configuration. */
export function activate(context: vscode.ExtensionContext): void {
  const owned = new Disposables();
  context.subscriptions.push(owned);
  let language: Promise<Language> | undefined;
  const startLanguage = (): Promise<Language> => {
    language ??= import('./language').then(({ startLanguage: start }) => start(owned));
    return language;
  };
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (!isConfigPath(document.uri.path)) return;
    const { reports } = await startLanguage();
    if (!vscode.workspace.isTrusted) return;
    const { probeInBackground } = await import('./probing');
    await probeInBackground(document, { context, reports, owned });
  };
  const lookAt = (documents: readonly vscode.TextDocument[]): void => {
    for (const document of documents)
      look(document).catch((error: unknown) => console.error('MCP Handshake could not look at a file:', kindOf(error)));
  };
  for (const id of ['diagnose', 'recheck', 'applyFix', 'typeCommand', 'forgetConsents'] as const) {
    const run = async (...args: unknown[]): Promise<void> => {
      const { reports } = await startLanguage();
      const { commands } = await import('./probing');
      await commands[id]({ context, reports, owned }, args).catch((error: unknown) => {
        throw new Error(`MCP Handshake failed on this: ${kindOf(error)}. This is a fault of its own.`);
      });
    };
    owned.add(vscode.commands.registerCommand(`mcpHandshake.${id}`, run));
  }
  owned.add(vscode.workspace.onDidOpenTextDocument((document) => lookAt([document])));
  owned.add(vscode.workspace.onDidSaveTextDocument((document) => lookAt([document])));
  owned.add(vscode.workspace.onDidGrantWorkspaceTrust(() => lookAt(vscode.workspace.textDocuments)));
  lookAt(vscode.workspace.textDocuments);
}

/** What the editor may show or log of an error: its message may quote the file. */
function kindOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
