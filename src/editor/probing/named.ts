import * as vscode from 'vscode';
import { chooseDocument, chooseServer } from './choose';

/** What a command was called for: a file, and one of its servers or (null) all of them. */
export interface Named {
  readonly document: vscode.TextDocument;
  readonly server: string | null;
}

/**
 * The file and the server of a command: as its arguments name them, else as the person does. Menus give an address and
 * things of their own behind it.
 */
export async function namedBy([uri, server]: readonly unknown[], mayBeAll = true): Promise<Named | undefined> {
  const document = await documentOf(uri);
  if (!document) return undefined;
  if (typeof server === 'string' || (server === null && mayBeAll)) return { document, server };
  const chosen = await chooseServer(document, mayBeAll);
  return chosen && { document, server: chosen.name };
}

/** The file that an argument names, else the one in front of the person, or one that they choose. */
export async function documentOf(uri: unknown): Promise<vscode.TextDocument | undefined> {
  const named = typeof uri === 'string' ? vscode.Uri.parse(uri, true) : uri;
  return named instanceof vscode.Uri ? vscode.workspace.openTextDocument(named) : chooseDocument();
}
