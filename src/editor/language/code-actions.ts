import * as vscode from 'vscode';
import { isConfigPath } from '../../core/clients';
import { changeBetween } from '../../core/fixes/fix';
import { fixAll } from '../../core/fixes/fix-all';
import { isOurs } from '../../core/start';
import { fill, plainQuotes } from '../../core/text';
import { trialWord } from '../../core/trial-text';
import { settingNotes } from './client-settings';
import { diagnosticsFor, placedFindings } from './diagnostics';
import { plainText } from '../plain-text';
import { CONFIG_SELECTOR } from './documents';
import { toRanges, toWorkspaceEdit } from './ranges';
import type { TriedFix } from '../../core/findings';
import type { FileReport } from '../../core/report';
import type { Safe } from '../../core/text';
import type { Disposables } from '../disposables';
import type { SettingNote } from './client-settings';
import type { PlacedFinding } from './diagnostics';
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
    const here = placedFindings(report)
      .filter(({ finding }) => range.intersection(toRange(finding.span)))
      .map((placed) => ({ ...placed, cured: diagnosticsFor(placed, report, diagnostics) }));
    const { uri } = document;
    const isStarted = (name: Safe | null): boolean =>
      report.servers.some((server) => server.name === name && server.start !== null && isOurs(server.start));
    const fixes = here.flatMap(({ finding, server, cured }) =>
      finding.fixes.map((fix) => {
        const again = isStarted(server) ? server : null;
        return toAction(uri, report.text, { fix, server: again, cured }, reports.offers);
      }),
    );
    const settings = settingNotes(reports, uri, report).filter(({ span }) => range.intersection(toRange(span)));
    return [...fixes, ...settings.map(toSettingAction), ...here.flatMap((placed) => whatElse(uri, placed))];
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

/** The way to the setting that keeps a server from being started. */
function toSettingAction({ setting }: SettingNote): vscode.CodeAction {
  const title = setting === null ? 'Manage Workspace Trust' : `Open the setting ‘${setting}’`;
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command =
    setting === null
      ? { title, command: 'workbench.trust.manage' }
      : { title, command: 'workbench.action.openSettings', arguments: [`@id:${setting}`] };
  return action;
}

/** What can be done about every finding, be there a fix or none. */
function whatElse(
  uri: vscode.Uri,
  { finding, server, cured }: PlacedFinding & { readonly cured: vscode.Diagnostic[] },
): vscode.CodeAction[] {
  const action = (title: string, command: string, args: readonly unknown[]): vscode.CodeAction => {
    const made = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    made.command = { title, command: `mcpHandshake.${command}`, arguments: [...args] };
    made.diagnostics = cured;
    return made;
  };
  return [
    ...(server === null ? [] : [action(`Diagnose ${plainText(server)}`, 'diagnose', [uri, server])]),
    action('Show in report', 'showReport', [uri, server]),
    action(`Explain ‘${finding.rule}’`, 'explainRule', [finding.rule]),
  ];
}

/** What a fix is called where no Markdown is rendered, with what trying it has shown. */
function fixTitle({ title, trial }: TriedFix): string {
  const cameOfIt = trialWord(trial);
  return plainQuotes(cameOfIt === null ? title : fill('{title} — {cameOfIt}', { title, cameOfIt }));
}

function toAction(
  uri: vscode.Uri,
  text: string,
  { fix, server, cured }: { fix: TriedFix; server: string | null; cured: vscode.Diagnostic[] },
  offers: OfferedEdits,
): vscode.CodeAction {
  const action = new vscode.CodeAction(fixTitle(fix), vscode.CodeActionKind.QuickFix);
  if (fix.edits.length > 0) action.edit = toWorkspaceEdit(uri, text, fix.edits);
  action.diagnostics = cured;
  action.isPreferred = fix.preferred;
  if (fix.command) {
    const { line, cwd } = fix.command;
    action.command = { command: 'mcpHandshake.typeCommand', title: fix.title, arguments: [line, cwd] };
    return action;
  }
  if (server !== null) offers.offer({ uri: uri.toString(), server, before: text, edits: fix.edits });
  return action;
}
