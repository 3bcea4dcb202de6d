import * as vscode from 'vscode';
import { addressed } from '../../core/addressed';
import { isConfigPath } from '../../core/clients';
import { changeBetween } from '../../core/fixes/fix';
import { fixAll } from '../../core/fixes/fix-all';
import { trialWord } from '../../core/trial-text';
import { SOURCE } from './diagnostics';
import { CONFIG_SELECTOR } from './documents';
import { toRanges, toWorkspaceEdit } from './ranges';
import type { Finding, TriedFix } from '../../core/findings';
import type { FileReport } from '../../core/report';
import type { Disposables } from '../disposables';
import type { OfferedEdits } from './offered-edits';
import type { Reports } from './reports';

/** Offers the fixes of what was found where the lightbulb is asked for. */
export function registerCodeActions(reports: Reports, owned: Disposables): void {
  const provideCodeActions = (
    document: vscode.TextDocument,
    range: vscode.Range,
    { diagnostics, only }: vscode.CodeActionContext,
  ): vscode.CodeAction[] => {
    const report = isConfigPath(document.uri.path) ? reports.of(document.uri) : undefined;
    if (!report || report.text !== document.getText()) return [];
    if (only && FIX_ALL.intersects(only)) return allAtOnce(document.uri, report);
    const toRange = toRanges(report.text);
    return placed(report)
      .filter(({ finding }) => range.intersection(toRange(finding.span)))
      .flatMap(({ finding, server }) => {
        const said = addressed(finding, report.clients);
        const cured = diagnostics.filter(({ source, message }) => source === SOURCE && message === said);
        return finding.fixes.map((fix) => toAction(document.uri, report.text, { fix, server, cured }, reports.offers));
      });
  };
  const metadata = { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, FIX_ALL] };
  owned.add(vscode.languages.registerCodeActionsProvider(CONFIG_SELECTOR, { provideCodeActions }, metadata));
}

/** What an editor asks for on “Fix all”, and before it saves where a person has set that. */
const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('mcpHandshake');

/** Every safe fix of what the file alone shows, as one change. */
function allAtOnce(uri: vscode.Uri, { path, text }: FileReport): vscode.CodeAction[] {
  const fixed = fixAll(path, text).text;
  if (fixed === text) return [];
  const action = new vscode.CodeAction('Fix all safe problems of this configuration', FIX_ALL);
  action.edit = toWorkspaceEdit(uri, text, [changeBetween(text, fixed)]);
  return [action];
}

/** The findings of a file, each with the name of its server where it came from a start. */
function placed({ findings, servers }: FileReport): { finding: Finding; server: string | null }[] {
  return [
    ...findings.map((finding) => ({ finding, server: null })),
    ...servers.flatMap(({ name, start, findings: found }) =>
      found.map((finding) => ({ finding, server: start && name })),
    ),
  ];
}

function toAction(
  uri: vscode.Uri,
  text: string,
  { fix, server, cured }: { fix: TriedFix; server: string | null; cured: vscode.Diagnostic[] },
  offers: OfferedEdits,
): vscode.CodeAction {
  const cameOfIt = trialWord(fix.trial);
  const title = cameOfIt === null ? fix.title : `${fix.title} (${cameOfIt})`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  if (fix.edits.length > 0) action.edit = toWorkspaceEdit(uri, text, fix.edits);
  action.diagnostics = cured;
  action.isPreferred = fix.preferred;
  if (fix.command) {
    const { line, cwd } = fix.command;
    action.command = { command: 'mcpHandshake.typeCommand', title: fix.title, arguments: [line, cwd] };
    return action;
  }
  // Whoever takes a cure asks whether it cured: the server is started again.
  if (server !== null) {
    const offer = offers.offer(text, fix.edits);
    action.command = { command: 'mcpHandshake.recheck', title: 'Check again', arguments: [uri, server, offer] };
  }
  return action;
}
