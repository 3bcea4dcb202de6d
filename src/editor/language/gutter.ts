import * as vscode from 'vscode';
import { standingsIn } from './standings';
import { toRanges } from './ranges';
import type { Disposables } from '../disposables';
import type { Reports } from './reports';
import type { Shown } from './standings';

const SHOWN: readonly Shown[] = ['ready', 'failed', 'waiting', 'skipped', 'stale', 'unchecked', 'checking'];

/** Shows beside each server's name how it stands. The signs differ by their form, too: `media/gutter/`. */
export function showGutter(reports: Reports, extension: vscode.Uri, owned: Disposables): void {
  const types = SHOWN.map((shown) => {
    const gutterIconPath = vscode.Uri.joinPath(extension, 'media', 'gutter', `${shown}.svg`);
    const options = { gutterIconPath, gutterIconSize: 'contain' };
    return [shown, owned.add(vscode.window.createTextEditorDecorationType(options))] as const;
  });
  const draw = (editor: vscode.TextEditor): void => {
    const { uri } = editor.document;
    const report = reports.of(uri);
    if (!report || report.text !== editor.document.getText()) return;
    const toRange = toRanges(report.text);
    const standings = standingsIn(reports, uri, report);
    for (const [shown, type] of types) {
      const ofType = standings.filter((server) => server.shown === shown);
      editor.setDecorations(
        type,
        ofType.map(({ entry }) => toRange({ ...entry.nameSpan, length: 0 })),
      );
    }
  };
  owned.add(
    reports.onDidChange((uri) => {
      for (const editor of vscode.window.visibleTextEditors)
        if (editor.document.uri.toString() === uri.toString()) draw(editor);
    }),
  );
  owned.add(vscode.window.onDidChangeVisibleTextEditors((editors) => editors.forEach(draw)));
  vscode.window.visibleTextEditors.forEach(draw);
}
