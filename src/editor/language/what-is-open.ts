import * as vscode from 'vscode';
import { isConfigDocument } from './documents';
import type { Disposables } from '../disposables';

/** Tells the menus whether the file in front of the person is a configuration. */
export function tellWhatIsOpen(owned: Disposables): void {
  const tell = (editor: vscode.TextEditor | undefined): void => {
    const isConfig = editor !== undefined && isConfigDocument(editor.document);
    void vscode.commands.executeCommand('setContext', 'mcpHandshake.isConfig', isConfig);
  };
  owned.add(vscode.window.onDidChangeActiveTextEditor(tell));
  tell(vscode.window.activeTextEditor);
}
