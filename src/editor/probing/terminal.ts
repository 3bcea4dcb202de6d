import * as vscode from 'vscode';
import type { Desk } from './desk';

/** Types a command into a new terminal. Whether it runs is for the person to say: no line end is sent. */
export async function typeCommand(_desk: Desk, [line, cwd]: readonly unknown[]): Promise<void> {
  if (typeof line !== 'string' || /[\r\n]/.test(line)) return;
  const terminal = vscode.window.createTerminal({ name: 'MCP', ...(typeof cwd === 'string' ? { cwd } : {}) });
  terminal.show();
  terminal.sendText(line, false);
}
