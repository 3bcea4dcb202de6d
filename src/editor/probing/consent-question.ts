import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { plainText } from '../plain-text';
import type { ConsentRequest } from '../../node/consent';

const SCHEME = 'mcp-handshake-consent';
/** A language of ours with nothing to it but that its lines are wrapped: no end of one may be out of sight. */
const WRAPPED = 'mcp-handshake-question';
const START = 'Start';
const EVERYTHING = 'See Everything';

/** What a dialog shows without a scroll bar. A longer question is read in a document before it can be agreed to. */
const FITS = { lines: 30, characters: 1_800 };

/** Asks, in a dialog, whether servers may be started. Nobody agrees to what could not be seen. */
export async function askForConsent(requests: readonly ConsentRequest[]): Promise<boolean> {
  const questions = requests.map(({ question }) => question());
  const [first] = questions;
  if (!first) return false;
  const title =
    questions.length === 1 ? `Start the MCP server ${first.server}?` : `Start ${questions.length} MCP servers?`;
  const text = (of: 'short' | 'everything'): string =>
    questions
      .map((question) => [...(questions.length > 1 ? [question.server] : []), ...question[of]].join('\n'))
      .join('\n\n');
  const detail = text('short');
  const fits = detail.length <= FITS.characters && detail.split('\n').length <= FITS.lines;
  const shown = fits
    ? detail
    : `${detail.slice(0, FITS.characters / 2)}…\n\nThis is not the whole. See everything before you start it.`;
  const buttons = fits ? [START, EVERYTHING] : [EVERYTHING];
  const choice = await vscode.window.showWarningMessage(title, { modal: true, detail: shown }, ...buttons);
  return choice === EVERYTHING ? askBesideDocument(title, text('everything')) : choice === START;
}

/** Opens the whole as a document that cannot be edited, and asks beside it; the document goes with the answer. */
async function askBesideDocument(title: string, everything: string): Promise<boolean> {
  // An address of its own each time: what an earlier question showed must not stand for this one.
  const uri = vscode.Uri.from({ scheme: SCHEME, path: '/What would be started', query: randomUUID() });
  const content = `${title}\n\n${everything}\n`;
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => content,
  });
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, WRAPPED));
    const question = `${plainText(title)} The document shows everything.`;
    return (await vscode.window.showWarningMessage(question, START, 'Do Not Start')) === START;
  } finally {
    provider.dispose();
    await closeDocument(uri);
  }
}

async function closeDocument(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const isOurs = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  await vscode.window.tabGroups.close(tabs.filter(isOurs));
}
