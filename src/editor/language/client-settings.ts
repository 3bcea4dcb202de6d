import * as vscode from 'vscode';
import { clientOfApp } from '../../core/clients';
import { keptFromStarting, knownOfAll } from '../../core/client-settings';
import type { ClientSettings, KeptFrom } from '../../core/client-settings';
import type { Span } from '../../core/config/place';
import type { FileReport } from '../../core/report';
import type { Reports } from './reports';

/** What a setting of this editor does to a server, or to all of a file, without a word. */
export interface SettingNote extends KeptFrom {
  readonly span: Span;
  /** The server that it keeps from being started; null for what is said of all. */
  readonly server: string | null;
}

/** What the settings of this editor do to the servers of a file, if it is the editor that reads it. */
export function settingNotes(reports: Reports, uri: vscode.Uri, { clients }: FileReport): readonly SettingNote[] {
  const app = clientOfApp(vscode.env.appName)?.id;
  if (app !== 'vscode' || !clients.includes(app)) return [];
  const settings = settingsOf(uri);
  const ofServers = reports.entries(uri).flatMap((entry) => {
    const kept = keptFromStarting(entry, settings);
    return kept ? [{ ...kept, span: entry.nameSpan, server: entry.name }] : [];
  });
  const all = knownOfAll(settings);
  const span = reports.serversSpan(uri);
  return all && span ? [{ ...all, span, server: null }, ...ofServers] : ofServers;
}

/** Whether a change of the settings concerns what is said here. */
export function concernsServers(event: vscode.ConfigurationChangeEvent): boolean {
  return event.affectsConfiguration('chat.mcp');
}

function settingsOf(uri: vscode.Uri): ClientSettings {
  const settings = vscode.workspace.getConfiguration('chat.mcp', uri);
  return {
    access: settings.get('access'),
    autostart: settings.get('autostart'),
    allowed: settings.get('allowedServers'),
    denied: settings.get('deniedServers'),
    managedOnly: settings.get('allowManagedServersOnly'),
    isTrusted: vscode.workspace.isTrusted,
  };
}
