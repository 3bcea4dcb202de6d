import * as vscode from 'vscode';
import { rangesIn } from '../../core/positions';
import type { Span } from '../../core/config/place';
import type { Edit } from '../../core/fixes/fix';

/** Makes the editor's ranges of spans of one text; its lines are counted once. */
export function toRanges(text: string): (span: Span) => vscode.Range {
  const rangeOf = rangesIn(text);
  return (span) => {
    const { start, end } = rangeOf(span);
    return new vscode.Range(start.line, start.character, end.line, end.character);
  };
}

/** The edits of a fix as one change of the editor's, undone in one step. */
export function toWorkspaceEdit(uri: vscode.Uri, text: string, edits: readonly Edit[]): vscode.WorkspaceEdit {
  const toRange = toRanges(text);
  const change = new vscode.WorkspaceEdit();
  for (const { span, newText } of edits) change.replace(uri, toRange(span), newText);
  return change;
}
