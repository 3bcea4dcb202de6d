import * as vscode from 'vscode';

/** Whether servers may be started here; where not, it is said, with the way out. */
export async function mayStart(): Promise<boolean> {
  if (vscode.workspace.isTrusted) return true;
  const MANAGE = 'Manage Workspace Trust';
  const text = 'Restricted Mode: no server is started here. Trust the workspace to diagnose its servers.';
  if ((await vscode.window.showWarningMessage(text, MANAGE)) === MANAGE)
    await vscode.commands.executeCommand('workbench.trust.manage');
  return false;
}
