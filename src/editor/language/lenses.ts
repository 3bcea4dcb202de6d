import * as vscode from 'vscode';
import { tally, verdictOf } from '../../core/standing';
import { plainText } from '../plain-text';
import { showsLenses } from '../settings';
import { CONFIG_SELECTOR } from './documents';
import { toRanges } from './ranges';
import { SIGNS, standingsIn } from './standings';
import type { FileReport } from '../../core/report';
import type { Disposables } from '../disposables';
import type { Reports } from './reports';
import type { StandingServer } from './standings';

/** Above each server how it stands, which opens its report, and *Diagnose*; above all of them the sum. */
export function registerLenses(reports: Reports, owned: Disposables): void {
  const changed = owned.add(new vscode.EventEmitter<void>());
  owned.add(reports.onDidChange(() => changed.fire()));
  owned.add(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('mcpHandshake.codeLens')) changed.fire();
    }),
  );
  const provideCodeLenses = ({ uri }: vscode.TextDocument): vscode.CodeLens[] => {
    const report = reports.of(uri);
    if (!report || !showsLenses(uri)) return [];
    const toRange = toRanges(report.text);
    const standings = standingsIn(reports, uri, report);
    const place = reports.serversSpan(uri);
    return [
      ...(place && standings.length > 1
        ? ofAll(uri, report).map((lens) => new vscode.CodeLens(toRange(place), lens))
        : []),
      ...standings.flatMap((standing) => {
        const range = toRange(standing.entry.nameSpan);
        return ofServer(uri, standing).map((lens) => new vscode.CodeLens(range, lens));
      }),
    ];
  };
  const provider = { provideCodeLenses, onDidChangeCodeLenses: changed.event };
  owned.add(vscode.languages.registerCodeLensProvider(CONFIG_SELECTOR, provider));
}

function ofServer(uri: vscode.Uri, { server, shown, text }: StandingServer): readonly vscode.Command[] {
  const diagnose = {
    title: shown === 'unchecked' ? '$(pulse) Diagnose' : 'Diagnose',
    command: 'mcpHandshake.diagnose',
    tooltip: `Start ${plainText(server.name)} as its client would, and say why it fails`,
    arguments: [uri, server.name],
  };
  const state = {
    title: `${SIGNS[shown]} ${plainText(text)}`,
    command: 'mcpHandshake.showReport',
    tooltip: `Everything that is known of ${plainText(server.name)}`,
    arguments: [uri, server.name],
  };
  return shown === 'unchecked' ? [diagnose] : [state, diagnose];
}

function ofAll(uri: vscode.Uri, report: FileReport): readonly vscode.Command[] {
  const diagnose = {
    title: `$(pulse) Diagnose all ${report.servers.length} servers`,
    command: 'mcpHandshake.diagnose',
    tooltip: 'Start every server of this file as its client would, and say why those that fail do',
    arguments: [uri, null],
  };
  const sum = {
    title: plainText(verdictOf(report)),
    command: 'mcpHandshake.showReport',
    tooltip: 'Everything that is known of this file',
    arguments: [uri],
  };
  return tally(report).unchecked === report.servers.length ? [diagnose] : [diagnose, sum];
}
