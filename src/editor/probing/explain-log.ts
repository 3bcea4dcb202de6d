import * as vscode from 'vscode';
import { explain } from '../../core/explain';
import { explainedText } from '../../core/explained-text';
import { LIMITS } from '../../core/limits';
import type { Desk } from './desk';

const SCHEME = 'mcp-handshake-explained';

/** What the pages of this session say, by their numbers: the last few. */
const pages = new Map<number, string>();
const MOST_PAGES = 10;
let count = 0;
let provider: vscode.Disposable | undefined;

/** *Explain MCP Log*: the cause in what is selected, in the file in front of the person, or on the clipboard. */
export async function explainLog({ owned }: Desk): Promise<void> {
  const text = await chooseText();
  if (text === undefined) return;
  if (text.length > LIMITS.log) {
    void vscode.window.showInformationMessage('This is larger than 16 MB. Select the part that is about the failure.');
    return;
  }
  provider ??= owned.add(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ query }) => pages.get(Number(query)) ?? '',
    }),
  );
  count += 1;
  pages.set(count, explainedText(explain(text)));
  pages.delete(count - MOST_PAGES);
  const uri = vscode.Uri.from({ scheme: SCHEME, path: '/MCP log, explained.md', query: String(count) });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}

/** The selection where there is one; else the person says which text is meant. */
async function chooseText(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor ? editor.document.getText(editor.selection) : '';
  if (selected.trim() !== '') return selected;
  const clipboard = await vscode.env.clipboard.readText();
  const sources = [
    ...(clipboard.trim() === ''
      ? []
      : [{ label: 'The clipboard', description: 'the text that was copied last', text: clipboard }]),
    ...(editor
      ? [
          {
            label: 'This file',
            description: vscode.workspace.asRelativePath(editor.document.uri),
            text: editor.document.getText(),
          },
        ]
      : []),
  ];
  if (sources.length === 0) {
    void vscode.window.showInformationMessage(
      'Copy or select the log first: what the client has written when the server failed.',
    );
    return undefined;
  }
  const [only] = sources;
  if (sources.length === 1) return only?.text;
  return (await vscode.window.showQuickPick(sources, { placeHolder: 'Explain which log?' }))?.text;
}
