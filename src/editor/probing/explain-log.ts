import * as vscode from 'vscode';
import { explain } from '../../core/explain';
import { explainedText } from '../../core/explain/text';
import type { Desk } from './desk';

const SCHEME = 'mcp-handshake-explained';
const PAGE = 'MCP log, explained.md';
const LOG = 'MCP log.txt';

/** The pages of this session and the logs that they explain, by their addresses: the last few. */
const documents = new Map<string, string>();
const MOST_PAGES = 5;
let count = 0;
let provider: vscode.Disposable | undefined;

/**
 * *Explain MCP Log*: the cause in what is selected, in the file in front of the person, or on the clipboard. The text stays
 * beside its page as it was, so that a line on the page leads to the line that it is about.
 */
export async function explainLog({ owned }: Desk): Promise<void> {
  const text = await chooseText();
  if (text === undefined) return;
  provider ??= owned.add(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ path }) => documents.get(path) ?? '',
    }),
  );
  count += 1;
  documents.set(`/${count}/${LOG}`, text);
  documents.set(
    `/${count}/${PAGE}`,
    explainedText(explain(text), (line) => `${encodeURIComponent(LOG)}#L${line}`),
  );
  for (const name of [LOG, PAGE]) documents.delete(`/${count - MOST_PAGES}/${name}`);
  const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${count}/${PAGE}` });
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
