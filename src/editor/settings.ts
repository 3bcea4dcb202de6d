import * as vscode from 'vscode';

/** Whether servers that were agreed to are started again in the background, on open and save. */
export function probesInBackground(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('mcpHandshake', uri).get('backgroundProbe', true);
}

/** Whether each server has its state and *Diagnose* above it. */
export function showsLenses(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('mcpHandshake', uri).get('codeLens', true);
}
