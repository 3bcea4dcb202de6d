import { standingOf, standingText } from '../../core/standing';
import type * as vscode from 'vscode';
import type { ServerEntry } from '../../core/config/config-file';
import type { FileReport, ServerReport } from '../../core/report';
import type { Standing } from '../../core/standing';
import type { Reports } from './reports';

/** How a server stands in front of the person: as it is known to, or on its way. */
export type Shown = Standing | 'checking';

/** A server of an open file, with its entry and how it stands. */
export interface StandingServer {
  readonly server: ServerReport;
  readonly entry: ServerEntry;
  readonly shown: Shown;
  /** The same in a few words. */
  readonly text: string;
}

/** Every server of an open file. */
export function standingsIn(reports: Reports, uri: vscode.Uri, { servers }: FileReport): readonly StandingServer[] {
  return reports.entries(uri).flatMap((entry, index) => {
    const server = servers[index];
    if (!server) return [];
    const isChecking = reports.checking(uri, server) !== undefined;
    const shown = isChecking ? 'checking' : standingOf(server);
    const said = isChecking ? 'checking…' : standingText(server);
    const isAhead = shown === 'ready' && reports.isUnsaved(uri, entry);
    return [{ server, entry, shown, text: isAhead ? `${said}, once it is saved` : said }];
  });
}

/** A sign for each, beside words: it means the same without its colour. */
export const SIGNS = {
  ready: '$(pass)',
  failed: '$(error)',
  waiting: '$(question)',
  skipped: '$(circle-slash)',
  stale: '$(history)',
  unchecked: '$(circle-large-outline)',
  checking: '$(loading~spin)',
} as const satisfies Record<Shown, string>;
