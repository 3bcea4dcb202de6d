import * as vscode from 'vscode';
import { rules } from '../../core/rules/all.gen';
import { pageText } from '../../core/rules/page-text';
import type { Disposables } from '../disposables';

const SCHEME = 'mcp-handshake-rule';

/** The address of a rule's page: a read-only document, because a command link does nothing in a diagnostic's hover. */
export function pageUri(rule: string): vscode.Uri {
  return vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
}

/** The pages, and *Explain*, which shows one as it is meant to be read. */
export function registerRulePages(owned: Disposables): void {
  const provideTextDocumentContent = async ({ path }: vscode.Uri): Promise<string> => {
    const id = path.slice(1, -'.md'.length);
    const rule = rules.find((each) => each.id === id);
    const { pages } = await import('../../core/rules/pages.gen');
    return rule ? pageText(rule, pages[id]) : `There is no rule \`${id}\`.`;
  };
  owned.add(vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent }));
  const show = async (rule: unknown): Promise<void> => {
    if (typeof rule === 'string' && rules.some(({ id }) => id === rule))
      await vscode.commands.executeCommand('markdown.showPreview', pageUri(rule));
  };
  owned.add(vscode.commands.registerCommand('mcpHandshake.explainRule', show));
}
