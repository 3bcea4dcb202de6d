import * as vscode from 'vscode';
import { Disposables } from '../disposables';
import { startLanguage } from './index';

/** The extension where there is no Node: in a browser nothing can be started, so files are linted and no more. */
export function activate(context: vscode.ExtensionContext): void {
  const owned = new Disposables();
  context.subscriptions.push(owned);
  startLanguage(owned, context.extensionUri);
  for (const id of ['diagnose', 'showReport', 'forgetConsents']) {
    const explain = () =>
      void vscode.window.showInformationMessage(
        'No server can be started in a browser. What the file alone shows is marked in it.',
      );
    owned.add(vscode.commands.registerCommand(`mcpHandshake.${id}`, explain));
  }
}
