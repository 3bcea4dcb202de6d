import * as vscode from 'vscode';
import { rangesIn } from '../../core/positions';
import type { Span } from '../../core/config/place';
import type { Edit } from '../../core/fixes/fix';

/** A span of a text as the editor's range. */
export function spanToRange(text: string, span: Span): vscode.Range {
  const { start, end } = rangesIn(text)(span);
  return new vscode.Range(start.line, start.character, end.line, end.character);
}

/** The edits of a fix as one change of the editor's, undone in one step. */
export function toWorkspaceEdit(uri: vscode.Uri, text: string, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const change = new vscode.WorkspaceEdit();
  for (const { span, newText } of edits) change.replace(uri, spanToRange(text, span), newText);
  return change;
}
