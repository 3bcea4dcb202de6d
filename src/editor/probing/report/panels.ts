import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import { clean } from '../../../core/clean';
import { rangesIn } from '../../../core/positions';
import { keyOf } from '../../../core/report';
import { hasSafeFix } from '../../../core/fixes/fix-all';
import { Disposables } from '../../disposables';
import { settingNotes } from '../../language/client-settings';
import { standingsIn } from '../../language/standings';
import { PAGE_COMMANDS } from './button';
import { pageParts, pageShell } from './page';
import type { FileReport } from '../../../core/report';
import type { Reports } from '../../language/reports';
import type { PageView } from './page';
import type { PlaceOf } from './section';

/** How often a page follows what happens, in milliseconds. */
const FOLLOWS_EVERY_MS = 80;

/** The living pages, one for each file. */
export class ReportPanels implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #panels = new Map<string, ReportPanel>();

  constructor(reports: Reports) {
    this.#reports = reports;
  }

  /** Shows the page of a file, at one of its servers where one is named; it keeps the place that it has. */
  show(uri: vscode.Uri, server: string | null): void {
    const key = uri.toString();
    let panel = this.#panels.get(key);
    if (!panel) {
      panel = new ReportPanel(this.#reports, uri, () => this.#panels.delete(key));
      this.#panels.set(key, panel);
    }
    panel.reveal(server);
  }

  dispose(): void {
    for (const panel of this.#panels.values()) panel.dispose();
  }
}

/** The page of one file. It follows the reports, and what its buttons ask for is done by our commands. */
class ReportPanel implements vscode.Disposable {
  readonly #reports: Reports;
  readonly #uri: vscode.Uri;
  readonly #owned = new Disposables();
  readonly #panel: vscode.WebviewPanel;
  #isReady = false;
  #timer: NodeJS.Timeout | undefined;
  /** The server that the page is to be scrolled to with the next of its parts. */
  #reveal: string | null = null;

  constructor(reports: Reports, uri: vscode.Uri, onClose: () => void) {
    this.#reports = reports;
    this.#uri = uri;
    const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
    const options = { enableScripts: true, localResourceRoots: [] };
    this.#panel = vscode.window.createWebviewPanel('mcpHandshake.report', 'MCP Diagnosis', where, options);
    this.#panel.onDidDispose(() => {
      clearTimeout(this.#timer);
      this.#owned.dispose();
      onClose();
    });
    this.#owned.add(this.#panel.webview.onDidReceiveMessage((message: unknown) => this.#receive(message)));
    this.#owned.add(
      reports.onDidChange((changed) => {
        if (changed.toString() === uri.toString()) this.#follow();
      }),
    );
    this.#panel.webview.html = pageShell(randomUUID());
  }

  reveal(server: string | null): void {
    const named = this.#reports.of(this.#uri)?.servers.find(({ name }) => name === server);
    this.#reveal = named ? keyOf(named) : null;
    this.#panel.reveal(undefined, true);
    this.#follow();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #receive(message: unknown): void {
    const { command, args } = Object(message) as { command?: unknown; args?: unknown };
    if (command === 'ready') {
      this.#isReady = true;
      this.#post();
    }
    const known = PAGE_COMMANDS.find((each) => each === command);
    if (known && Array.isArray(args)) void vscode.commands.executeCommand(`mcpHandshake.${known}`, ...args);
  }

  #follow(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#isReady) this.#post();
    }, FOLLOWS_EVERY_MS);
  }

  #post(): void {
    const report = this.#reports.of(this.#uri);
    // A file that is not open any more keeps the page that it had.
    if (!report) return;
    const parts = { ...pageParts(this.#viewOf(report)), reveal: this.#reveal };
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- this is the editor’s, which knows its page
    void this.#panel.webview.postMessage(parts);
    this.#reveal = null;
  }

  #viewOf(report: FileReport): PageView {
    const uri = this.#uri;
    const document = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
    const kept = new Map(settingNotes(this.#reports, uri, report).map((note) => [note.server, note]));
    const rangeOf = rangesIn(report.text);
    const placeOf: PlaceOf = (span) => {
      const { line, character } = rangeOf(span).start;
      return { line: line + 1, column: character + 1 };
    };
    const of = { readers: report.clients, uri: uri.toString(), now: Date.now(), placeOf };
    return {
      report,
      placeOf,
      uri: uri.toString(),
      name: clean(vscode.workspace.asRelativePath(uri)),
      isDirty: document?.isDirty ?? false,
      hasSafeFixes: hasSafeFix(report),
      sections: standingsIn(this.#reports, uri, report).map(({ server, entry, shown }) => ({
        ...of,
        server,
        shown,
        kept: kept.get(server.name),
        checking: this.#reports.checking(uri, server),
        isUnsaved: this.#reports.isUnsaved(uri, entry),
      })),
    };
  }
}
