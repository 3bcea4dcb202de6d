import * as vscode from 'vscode';
import { explain } from '../../core/explain';
import { explainedText } from '../../core/explain/text';
import type { Desk } from './desk';

const SCHEME = 'mcp-handshake-explained';

/** What the pages of this session say, by their numbers: the last few. */
const pages = new Map<number, string>();
const MOST_PAGES = 10;
let count = 0;
let provider: vscode.Disposable | undefined;

/** *Explain MCP Log*: the cause in what is selected, in the file in front of the person, or on the clipboard. */
export async function explainLog({ owned }: Desk): Promise<void> {
  const chosen = await chooseText();
  if (!chosen) return;
  provider ??= owned.add(
    vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
      provideTextDocumentContent: ({ query }) => pages.get(Number(query)) ?? '',
    }),
  );
  count += 1;
  pages.set(count, explainedText(explain(chosen.text), hrefsIn(chosen)));
  pages.delete(count - MOST_PAGES);
  const uri = vscode.Uri.from({ scheme: SCHEME, path: '/MCP log, explained.md', query: String(count) });
  await vscode.commands.executeCommand('markdown.showPreview', uri);
}

/** A text, and the file in which it stands, if any, behind so many lines. */
interface Chosen {
  readonly text: string;
  readonly uri: vscode.Uri | null;
  readonly linesBefore: number;
}

/** Where the lines of a text can be opened, for a link on a page. */
function hrefsIn({ uri, linesBefore }: Chosen): ((line: number) => string) | null {
  return uri?.scheme === 'file' ? (line) => uri.with({ fragment: `L${line + linesBefore}` }).toString() : null;
}

/** The selection where there is one; else the person says which text is meant. */
async function chooseText(): Promise<Chosen | undefined> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor ? editor.document.getText(editor.selection) : '';
  if (editor && selected.trim() !== '')
    return { text: selected, uri: editor.document.uri, linesBefore: editor.selection.start.line };
  const clipboard = await vscode.env.clipboard.readText();
  const sources = [
    ...(clipboard.trim() === ''
      ? []
      : [
          {
            label: 'The clipboard',
            description: 'the text that was copied last',
            text: clipboard,
            uri: null,
            linesBefore: 0,
          },
        ]),
    ...(editor
      ? [
          {
            label: 'This file',
            description: vscode.workspace.asRelativePath(editor.document.uri),
            text: editor.document.getText(),
            uri: editor.document.uri,
            linesBefore: 0,
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
  return sources.length === 1
    ? sources[0]
    : vscode.window.showQuickPick(sources, { placeHolder: 'Explain which log?' });
}
