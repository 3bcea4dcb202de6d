import * as vscode from 'vscode';
import { version } from '../../../package.json';
import { issueText } from '../../core/issue-text';
import { recordOf } from '../../core/record/keep';
import { recordToJson } from '../../core/record/written';
import { clean } from '../../core/clean';
import { isOurs } from '../../core/start';
import { plainText } from '../plain-text';
import { namedBy } from './named';
import { worldOf } from './run';
import type { FileReport, ServerReport } from '../../core/report';
import type { Desk } from './desk';

/** *Copy for an Issue*: what is known of a server, without its secrets, on the clipboard. */
export async function copyForIssue(desk: Desk, args: readonly unknown[]): Promise<void> {
  const found = await started(desk, args);
  if (!found) return;
  const { document, report, server } = found;
  const text = issueText(server, {
    file: clean(vscode.workspace.asRelativePath(document.uri)),
    platform: `${process.platform} ${process.arch}`,
    versions: [`${vscode.env.appName} ${vscode.version}`, `Node ${process.versions.node}`, `MCP Handshake ${version}`],
    readers: report.clients,
  });
  await vscode.env.clipboard.writeText(text);
  void vscode.window.showInformationMessage(plainText(`What is known of ${server.name} is on the clipboard.`));
}

/** *Save Record*: a start with all that `mcp-handshake explain` needs to judge it again, without its secrets. */
export async function saveRecord(desk: Desk, args: readonly unknown[]): Promise<void> {
  const found = await started(desk, args);
  if (!found) return;
  const { document, report, server } = found;
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(document.uri, '..', '..', 'mcp-handshake-record.json'),
    filters: { JSON: ['json'] },
    title: 'Where to save the record',
  });
  if (!uri) return;
  const record = recordOf({ ...report, servers: [server] }, worldOf(document, {}), null);
  const json = `${JSON.stringify(recordToJson([record], version), null, 2)}\n`;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(json));
}

interface Found {
  readonly document: vscode.TextDocument;
  readonly report: FileReport;
  readonly server: ServerReport;
}

/** The server of a command, with what a start of it has shown; where none has, that is said. */
async function started({ reports }: Desk, args: readonly unknown[]): Promise<Found | undefined> {
  const named = await namedBy(args, false);
  const report = named && reports.of(named.document.uri);
  const server = report?.servers.find(({ name, start }) => name === named?.server && start !== null && isOurs(start));
  if (named && report && server) return { document: named.document, report, server };
  if (named) void vscode.window.showInformationMessage('Nothing is known of this server yet. Diagnose it first.');
  return undefined;
}
