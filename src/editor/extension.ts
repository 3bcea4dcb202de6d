import * as vscode from 'vscode';
import { isConfigPath } from '../core/clients';
import { Disposables } from './disposables';
import { kindOf, ownFault } from './own-fault';
import type { Language } from './language';
import type { CommandId, Probing } from './probing';

/** Our commands, those of the palette and those that only we run. The halves that do them are loaded when one is. */
const COMMANDS: readonly CommandId[] = [
  'diagnose',
  'diagnoseAll',
  'showReport',
  'explainLog',
  'fixAll',
  'copyForIssue',
  'saveRecord',
  'runInTerminal',
  'showLog',
  'forgetConsents',
  'applyFix',
  'typeCommand',
  'saveFile',
  'openPlace',
  'openSetting',
];

/** At start-up nothing but a look at the names of open files: the halves are loaded when one is a configuration. */
export function activate(context: vscode.ExtensionContext): void {
  const owned = new Disposables();
  context.subscriptions.push(owned);
  let language: Promise<Language> | undefined;
  const startLanguage = (): Promise<Language> => {
    language ??= import('./language').then(({ startLanguage: start }) => start(owned, context.extensionUri));
    return language;
  };
  let probing: Promise<Probing> | undefined;
  const startProbing = (): Promise<Probing> => {
    probing ??= Promise.all([startLanguage(), import('./probing')]).then(([{ reports }, { startProbing: start }]) =>
      start({ context, reports, owned }),
    );
    return probing;
  };
  const look = async (document: vscode.TextDocument): Promise<void> => {
    if (!isConfigPath(document.uri.path)) return;
    await startLanguage();
    if (!vscode.workspace.isTrusted) return;
    await (await startProbing()).look(document);
  };
  const lookAt = (documents: readonly vscode.TextDocument[]): void => {
    for (const document of documents)
      look(document).catch((error: unknown) => console.error('MCP Handshake could not look at a file:', kindOf(error)));
  };
  for (const id of COMMANDS) {
    const run = async (...args: unknown[]): Promise<void> => {
      const half = await startProbing();
      await half.run(id, args).catch((error: unknown) => {
        throw new Error(ownFault(error));
      });
    };
    owned.add(vscode.commands.registerCommand(`mcpHandshake.${id}`, run));
  }
  owned.add(vscode.workspace.onDidOpenTextDocument((document) => lookAt([document])));
  owned.add(vscode.workspace.onDidSaveTextDocument((document) => lookAt([document])));
  owned.add(vscode.workspace.onDidGrantWorkspaceTrust(() => lookAt(vscode.workspace.textDocuments)));
  lookAt(vscode.workspace.textDocuments);
}
