import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { plainText } from '../plain-text';
import { chooseServers } from './consent-list';
import type { ConsentQuestion } from '../../core/launch/consent';
import type { ConsentRequest } from '../../node/consent';

const SCHEME = 'mcp-handshake-consent';
/** A language of ours with nothing to it but that its lines are wrapped: no end of one may be out of sight. */
const WRAPPED = 'mcp-handshake-question';
const START = 'Start';
const EVERYTHING = 'See Everything';

/** What a dialog shows without a scroll bar. A longer question is read in a document before it can be agreed to. */
const FITS = { lines: 30, characters: 1_800 };

/** A request with its question, made once. */
export interface Asked {
  readonly request: ConsentRequest;
  readonly question: ConsentQuestion;
}

/**
 * Asks which servers may be started: one in a dialog, several in a list. Nobody agrees to what could not be seen. Resolves
 * with those that were agreed to.
 */
export async function askForConsent(requests: readonly ConsentRequest[]): Promise<readonly ConsentRequest[]> {
  const asked = requests.map((request) => ({ request, question: request.question() }));
  const [first] = asked;
  if (!first) return [];
  if (asked.length === 1) return (await askForOne(first.question)) ? [first.request] : [];
  const { chosen, isSeen } = await chooseServers(asked, (some) => showEverything(some.map(({ question }) => question)));
  const isAgreed = chosen.length > 0 && (isSeen || (await askBesideDocument(chosen.map(({ question }) => question))));
  return isAgreed ? chosen.map(({ request }) => request) : [];
}

async function askForOne(question: ConsentQuestion): Promise<boolean> {
  const detail = [...question.short, ...question.always].join('\n');
  const fits = detail.length <= FITS.characters && detail.split('\n').length <= FITS.lines;
  const shown = fits
    ? detail
    : `${detail.slice(0, FITS.characters / 2)}…\n\nThis is not the whole. See everything before you start it.`;
  const buttons = fits ? [START, EVERYTHING] : [EVERYTHING];
  const options = { modal: true, detail: shown };
  const choice = await vscode.window.showWarningMessage(titleOf([question]), options, ...buttons);
  return choice === EVERYTHING ? askBesideDocument([question]) : choice === START;
}

function titleOf(questions: readonly ConsentQuestion[]): string {
  const [first] = questions;
  return questions.length === 1 && first
    ? `Start the MCP server ${first.server}?`
    : `Start ${questions.length} MCP servers?`;
}

/** Opens the whole as a document that cannot be edited, and asks beside it; the document goes with the answer. */
async function askBesideDocument(questions: readonly ConsentQuestion[]): Promise<boolean> {
  const close = await showEverything(questions);
  try {
    const question = `${plainText(titleOf(questions))} The document shows everything.`;
    return (await vscode.window.showWarningMessage(question, START, 'Do Not Start')) === START;
  } finally {
    await close();
  }
}

/** Opens what would be started as a document that cannot be edited; resolves with what closes it. */
async function showEverything(questions: readonly ConsentQuestion[]): Promise<() => Promise<void>> {
  // An address of its own each time: what an earlier question showed must not stand for this one.
  const uri = vscode.Uri.from({ scheme: SCHEME, path: '/What would be started', query: randomUUID() });
  const parts = questions.map(({ server, everything }) =>
    [...(questions.length > 1 ? [server] : []), ...everything].join('\n'),
  );
  const always = new Set(questions.flatMap((question) => question.always));
  const content = `${[titleOf(questions), ...parts, ...always].join('\n\n')}\n`;
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => content,
  });
  const close = async (): Promise<void> => {
    provider.dispose();
    await closeDocument(uri);
  };
  try {
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(await vscode.languages.setTextDocumentLanguage(document, WRAPPED));
    return close;
  } catch (error) {
    await close();
    throw error;
  }
}

async function closeDocument(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const isOurs = ({ input }: vscode.Tab) =>
    input instanceof vscode.TabInputText && input.uri.toString() === uri.toString();
  await vscode.window.tabGroups.close(tabs.filter(isOurs));
}
