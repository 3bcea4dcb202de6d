import * as vscode from 'vscode';
import { isConfigPath, workspaceFiles } from '../../core/clients';
import { parseConfig } from '../../core/config/parse';
import { plainText } from '../plain-text';

/** The configuration in front of the person, or one of the workspace's. */
export async function chooseDocument(): Promise<vscode.TextDocument | undefined> {
  const active = vscode.window.activeTextEditor?.document;
  if (active && isConfigPath(active.uri.path)) return active;
  const found = await vscode.workspace.findFiles(
    `{${[...workspaceFiles, ...ELSEWHERE].map((file) => `**/${file}`).join(',')}}`,
    '**/node_modules/**',
    100,
  );
  const files = found.filter(({ path }) => isConfigPath(path)).toSorted((a, b) => a.path.localeCompare(b.path));
  if (files.length === 0) {
    void vscode.window.showInformationMessage(
      'This workspace has no MCP configuration. VS Code keeps one in .vscode/mcp.json.',
    );
    return undefined;
  }
  const items = files.map((uri) => ({ label: plainText(vscode.workspace.asRelativePath(uri)), uri }));
  const picked =
    items.length === 1
      ? items[0]
      : await vscode.window.showQuickPick(items, { placeHolder: 'Which MCP configuration?' });
  return picked && vscode.workspace.openTextDocument(picked.uri);
}

/** Files of a person’s own that are sometimes kept in a workspace, by how they are called. */
const ELSEWHERE = ['*mcp*.json', 'claude_desktop_config.json'];

/** A server of the file; `null` as its name stands for all. The one under the cursor comes first. */
export async function chooseServer(
  document: vscode.TextDocument,
  mayBeAll: boolean,
): Promise<{ name: string | null } | undefined> {
  const file = parseConfig(document.uri.path, document.getText());
  // Of a file that cannot be read nothing starts: what is wrong with it is all there is to tell.
  if (file.problems.length > 0 && mayBeAll) return { name: null };
  const entries = file.maps.flatMap(({ servers }) => servers);
  if (entries.length === 0) {
    void vscode.window.showInformationMessage('This file names no MCP server.');
    return undefined;
  }
  const [only] = entries;
  if (entries.length === 1 && only) return { name: only.name };
  const editor = vscode.window.activeTextEditor;
  const cursor = editor?.document === document ? document.offsetAt(editor.selection.active) : -1;
  const isAtCursor = ({ nameSpan, span }: (typeof entries)[number]) =>
    nameSpan.offset <= cursor && cursor <= span.offset + span.length;
  const items = entries
    .toSorted((a, b) => Number(isAtCursor(b)) - Number(isAtCursor(a)))
    .map((entry) => ({
      label: plainText(entry.name),
      description: plainText(entry.command?.safe ?? entry.url?.safe ?? ''),
      name: entry.name,
    }));
  const all = { label: 'All servers', description: `${entries.length} in this file`, name: null };
  return vscode.window.showQuickPick(mayBeAll ? [...items, all] : items, { placeHolder: 'Which server?' });
}
