import * as vscode from 'vscode';
import { dirname, join } from 'node:path';
import { clientOfApp } from '../../core/clients';
import { parseConfig } from '../../core/config/parse';
import { planLaunch } from '../../core/launch/plan-launch';
import { logFileName } from '../../core/client-log-file';
import { reportOf } from '../../core/check';
import { captured, fill, safe } from '../../core/text';
import { lastStartIn } from '../../node/client-log';
import { inspectStart } from '../../node/investigate';
import { wantedOf } from '../../node/wanted';
import { isConfigDocument, isOnThisMachine } from '../language/documents';
import { worldOf } from './run';
import type { ConfigFile } from '../../core/config/config-file';
import type { ServerReport } from '../../core/report';
import type { LoggedStart } from '../../node/client-log';
import type { Wanted } from '../../node/wanted';
import type { Desk } from './desk';

/** How long a log is let grow before it is read, in milliseconds. */
const SETTLES_AFTER_MS = 300;

/**
 * Reads why VS Code itself could not start a server, from the log that it keeps beside ours: for each file as it is
 * opened and saved, and when something is logged. Nothing is started for it. In a browser there is no such file.
 */
export function followClientLogs(desk: Desk): void {
  const folder = logsOfWindow(desk);
  if (folder === null) return;
  let soon: NodeJS.Timeout | undefined;
  const readAll = (): void => {
    soon = undefined;
    for (const document of vscode.workspace.textDocuments) void readClientLogs(document, desk);
  };
  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(vscode.Uri.file(folder), 'mcpServer.*.log'),
  );
  const onChange = (): void => {
    soon ??= setTimeout(readAll, SETTLES_AFTER_MS);
  };
  desk.owned.add(watcher);
  desk.owned.add(watcher.onDidCreate(onChange));
  desk.owned.add(watcher.onDidChange(onChange));
  desk.owned.add({ dispose: () => clearTimeout(soon) });
}

/** Takes in what VS Code has logged of the servers of a file since the file was saved. */
export async function readClientLogs(document: vscode.TextDocument, desk: Desk): Promise<void> {
  const folder = logsOfWindow(desk);
  if (folder === null || document.isDirty || !isConfigDocument(document) || !isOnThisMachine(document)) return;
  const { uri } = document;
  const place = { path: uri.path, folder: vscode.workspace.getWorkspaceFolder(uri)?.index ?? null };
  const text = document.getText();
  const file = parseConfig(uri.path, text);
  const savedAt = await vscode.workspace.fs.stat(uri).then(
    ({ mtime }) => mtime,
    () => Infinity,
  );
  const wanted = wantedOf(file, { server: null, client: VSCODE }).map(async (each) => {
    const name = logFileName(place, each.entry.name);
    const logged = name === null ? null : await lastStartIn(join(folder, name), each.entry.mask);
    if (!logged || logged.at < savedAt) return;
    const report = await loggedReport({ file, ...each, ...logged }, document, desk);
    if (report) desk.reports.takeIn(document, text, [report], logged.at);
  });
  await Promise.all(wanted);
}

/** What a logged start says of its server; null where it says neither that it was ready nor why it was not. */
async function loggedReport(
  { file, entry, reader, start }: Wanted & LoggedStart & { readonly file: ConfigFile },
  document: vscode.TextDocument,
  { owned }: Desk,
): Promise<ServerReport | null> {
  const plan = reader ? planLaunch(entry, reader, worldOf(document, {})) : null;
  if (!plan || (start.outcome !== 'ready' && start.outcome !== 'ended')) return null;
  const stopping = new AbortController();
  const stop = owned.add({ dispose: () => stopping.abort() });
  const { facts, findings } = await inspectStart({ file, entry, plan, start }, stopping.signal);
  owned.release(stop);
  const [at = safe('an unknown time')] = captured(start.from.at ?? safe(''), TO_THE_SECOND) ?? [];
  const reason = { code: 'client-log', text: fill('from the log that VS Code itself has kept of it at {at}', { at }) };
  const isReady = start.outcome === 'ready';
  if (!isReady && findings.length === 0) return null;
  return reportOf(entry, isReady ? 'ready' : 'failed', reason, { plan, start, facts, findings });
}

const TO_THE_SECOND = /^\S{1,12} \d\d:\d\d:\d\d/;

const VSCODE = 'vscode';

/** The folder in which the editor keeps the logs of this window; null where it is none that logs servers in files. */
function logsOfWindow({ context }: Desk): string | null {
  if (clientOfApp(vscode.env.appName)?.id !== VSCODE || context.logUri.scheme !== 'file') return null;
  // Ours is its exthost/<publisher>.<name>.
  return dirname(dirname(context.logUri.fsPath));
}
