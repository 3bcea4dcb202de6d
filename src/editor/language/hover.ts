import * as vscode from 'vscode';
import { verbatim } from '../../core/markdown';
import { plainQuotes } from '../../core/text';
import { trialText } from '../../core/trial-text';
import { placedFindings } from './diagnostics';
import { CONFIG_SELECTOR } from './documents';
import { toRanges } from './ranges';
import type { Disposables } from '../disposables';
import type { PlacedFinding } from './diagnostics';
import type { Reports } from './reports';

/** Below what the squiggle says: the line that decides, the best cure and what trying it showed, and where to read on. */
export function registerHover(reports: Reports, owned: Disposables): void {
  const provideHover = ({ uri }: vscode.TextDocument, position: vscode.Position): vscode.Hover | null => {
    const report = reports.of(uri);
    if (!report) return null;
    const toRange = toRanges(report.text);
    const [placed] = placedFindings(report).filter(({ finding }) => toRange(finding.span).contains(position));
    return placed ? new vscode.Hover(textOf(placed, uri), toRange(placed.finding.span)) : null;
  };
  owned.add(vscode.languages.registerHoverProvider(CONFIG_SELECTOR, { provideHover }));
}

function textOf({ finding, server }: PlacedFinding, uri: vscode.Uri): vscode.MarkdownString {
  const text = new vscode.MarkdownString('', true);
  // What a server printed is appended as text or code: of what it says nothing is rendered.
  text.isTrusted = { enabledCommands: ['mcpHandshake.showReport', 'mcpHandshake.explainRule'] };
  const decisive = finding.evidence.find(({ kind }) => kind !== 'lookup' && kind !== 'entry');
  if (decisive) text.appendCodeblock(decisive.text, 'text');
  const [best] = finding.fixes;
  if (best) {
    const cameOfIt = trialText(best.trial);
    const said = cameOfIt === null ? plainQuotes(best.title) : `${plainQuotes(best.title)} (${cameOfIt})`;
    text.appendMarkdown(`$(lightbulb) ${verbatim(said)}\n\n`);
  }
  const report = commandUri('showReport', [uri.toString(), server]);
  const page = commandUri('explainRule', [finding.rule]);
  return text.appendMarkdown(`[Show report](${report}) · [About ‘${verbatim(finding.rule)}’](${page})`);
}

function commandUri(command: string, args: readonly unknown[]): string {
  return `command:mcpHandshake.${command}?${encodeURIComponent(JSON.stringify(args))}`;
}
