import * as vscode from 'vscode';
import { parseConfig } from '../../core/config/parse';
import { LIMITS } from '../../core/limits';
import { rejudge } from '../../core/rejudge';
import { keyOf } from '../../core/report';
import { Disposables } from '../disposables';
import { isConfigDocument } from './documents';
import { OfferedEdits } from './offered-edits';
import type { StartedServer } from '../../core/rejudge';
import type { FileReport, ServerReport } from '../../core/report';

/** What is known of each open configuration: linted as it is typed, or as it is saved where it is large, with the last start of each server. */
export class Reports implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly #reports = new Map<string, FileReport>();
  readonly #started = new Map<string, Map<string, StartedServer>>();

  readonly offers = new OfferedEdits();

  /** A report was made, changed or dropped. */
  readonly onDidChange = this.#changed.event;

  start(): void {
    const { workspace } = vscode;
    this.#owned.add(workspace.onDidOpenTextDocument((document) => this.#judge(document)));
    this.#owned.add(workspace.onDidSaveTextDocument((document) => this.#judge(document)));
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isConfigDocument(document) && document.getText().length <= LIMITS.lintedAsTyped) this.#judge(document);
      }),
    );
    this.#owned.add(workspace.onDidCloseTextDocument((document) => this.#drop(document.uri)));
    for (const document of workspace.textDocuments) this.#judge(document);
  }

  of(uri: vscode.Uri): FileReport | undefined {
    return this.#reports.get(uri.toString());
  }

  /** Takes in what starting servers has shown; `text` is what the file read when they were started. */
  takeIn(document: vscode.TextDocument, text: string, servers: readonly ServerReport[]): void {
    const file = parseConfig(document.uri.path, text);
    const started = this.#started.get(document.uri.toString()) ?? new Map<string, StartedServer>();
    for (const entry of file.maps.flatMap((map) => map.servers)) {
      const report = servers.find((server) => keyOf(server) === keyOf(entry));
      const { content } = entry;
      // What only the disk showed does not take the place of what a start of the same entry showed.
      const isNewer = report?.status !== 'not-asked' || started.get(keyOf(entry))?.content !== content;
      if (report && isNewer) started.set(keyOf(entry), { content, report });
    }
    this.#started.set(document.uri.toString(), started);
    this.#judge(document);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #judge(document: vscode.TextDocument): void {
    const { uri } = document;
    if (!isConfigDocument(document)) return;
    const file = parseConfig(uri.path, document.getText());
    this.#reports.set(uri.toString(), rejudge(file, this.#started.get(uri.toString()) ?? new Map()));
    this.#changed.fire(uri);
  }

  #drop(uri: vscode.Uri): void {
    if (this.#reports.delete(uri.toString())) this.#changed.fire(uri);
  }
}
