import * as vscode from 'vscode';
import { parseConfig } from '../../core/config/parse';
import { LIMITS } from '../../core/limits';
import { rejudge } from '../../core/rejudge';
import { keyOf } from '../../core/report';
import { Disposables } from '../disposables';
import { isConfigDocument } from './documents';
import { OfferedEdits } from './offered-edits';
import type { ConfigFile, ServerEntry } from '../../core/config/config-file';
import type { Span } from '../../core/config/place';
import type { StartedServer } from '../../core/rejudge';
import type { FileReport, ServerReport } from '../../core/report';

/** A server that is being started: since when, and for how long its answer is waited for, in milliseconds. */
export interface Checking {
  readonly since: number;
  readonly patienceMs: number;
}

/** How long the editor may take to say that a text was changed, in milliseconds. */
const DIRTY_AFTER_MS = 200;

/** What a start has shown, and when that was, in milliseconds since 1970. */
interface KnownServer extends StartedServer {
  readonly at: number;
}

/** What is known of one open configuration. */
class OpenFile {
  /** What starting its servers has shown, by the servers' keys. */
  readonly started: Map<string, KnownServer>;
  readonly checking = new Map<string, Checking>();
  /** What each entry says in the file on the disk, which is what its client reads. */
  saved: ReadonlyMap<string, string> = new Map();
  file: ConfigFile;
  report: FileReport;

  constructor(document: vscode.TextDocument, started: Map<string, KnownServer>) {
    this.started = started;
    this.file = parseConfig(document.uri.path, document.getText());
    this.report = rejudge(this.file, started);
    if (!document.isDirty) this.isSaved();
  }

  judge(document: vscode.TextDocument): void {
    this.file = parseConfig(document.uri.path, document.getText());
    this.report = rejudge(this.file, this.started);
  }

  /** What it says is what stands on the disk. */
  isSaved(): void {
    this.saved = this.#contents();
  }

  #contents(): ReadonlyMap<string, string> {
    return new Map(entriesOf(this.file).map((entry) => [keyOf(entry), entry.content]));
  }
}

/** Every entry of a file, in the order of its servers' reports. */
function entriesOf({ maps }: ConfigFile): readonly ServerEntry[] {
  return maps.flatMap(({ servers }) => servers);
}

/** What is known of each open configuration: linted as it is typed, or as it is saved where it is large, with the last start of each server. */
export class Reports implements vscode.Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new vscode.EventEmitter<vscode.Uri>());
  readonly #open = new Map<string, OpenFile>();
  /** What was shown by starts outlives the document: it may be opened again. */
  readonly #started = new Map<string, Map<string, KnownServer>>();

  readonly offers = new OfferedEdits();

  /** A report was made, changed or dropped. */
  readonly onDidChange = this.#changed.event;

  start(): void {
    const { workspace } = vscode;
    this.#owned.add(workspace.onDidOpenTextDocument((document) => this.#judge(document)));
    this.#owned.add(
      workspace.onDidSaveTextDocument((document) => {
        this.#judge(document);
        this.#noteSaved(document);
      }),
    );
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (!isConfigDocument(document) || document.getText().length > LIMITS.lintedAsTyped) return;
        this.#judge(document);
        // Whether that makes it differ from the disk the editor says a little later.
        setTimeout(() => this.#noteSaved(document), DIRTY_AFTER_MS);
      }),
    );
    this.#owned.add(workspace.onDidCloseTextDocument((document) => this.#drop(document.uri)));
    for (const document of workspace.textDocuments) this.#judge(document);
  }

  /** The addresses of the files that are known. */
  get uris(): readonly vscode.Uri[] {
    return [...this.#open.keys()].map((uri) => vscode.Uri.parse(uri, true));
  }

  of(uri: vscode.Uri): FileReport | undefined {
    return this.#open.get(uri.toString())?.report;
  }

  /** The entries of a file, in the order of the servers in its report. */
  entries(uri: vscode.Uri): readonly ServerEntry[] {
    const open = this.#open.get(uri.toString());
    return open ? entriesOf(open.file) : [];
  }

  /** Where a file begins to name servers. */
  serversSpan(uri: vscode.Uri): Span | undefined {
    return this.#open.get(uri.toString())?.file.maps.find(({ servers }) => servers.length > 0)?.keySpan;
  }

  /** Whether a server is being started. */
  checking(uri: vscode.Uri, server: Pick<ServerReport, 'path'>): Checking | undefined {
    return this.#open.get(uri.toString())?.checking.get(keyOf(server));
  }

  /** Whether an entry says something else than the file on the disk, which is what its client reads. */
  isUnsaved(uri: vscode.Uri, entry: Pick<ServerEntry, 'path' | 'content'>): boolean {
    const open = this.#open.get(uri.toString());
    return open !== undefined && open.saved.get(keyOf(entry)) !== entry.content;
  }

  /** A server of that name is being started: it is checked until something is taken in of it. */
  setChecking(uri: vscode.Uri, server: string, checking: Checking): void {
    const open = this.#open.get(uri.toString());
    if (!open) return;
    for (const entry of entriesOf(open.file)) if (entry.name === server) open.checking.set(keyOf(entry), checking);
    this.#changed.fire(uri);
  }

  /** Takes in what starting servers has shown; `text` is what the file read when they were started, which was `at`. */
  takeIn(document: vscode.TextDocument, text: string, reports: readonly ServerReport[], at = Date.now()): void {
    const open = this.#open.get(document.uri.toString());
    if (!open || reports.length === 0) return;
    const file = document.getText() === text ? open.file : parseConfig(document.uri.path, text);
    const reported = new Map(reports.map((report) => [keyOf(report), report]));
    for (const entry of entriesOf(file)) {
      const report = reported.get(keyOf(entry));
      const { content } = entry;
      const known = open.started.get(keyOf(entry));
      const shown = known?.report.start ? known.report : known?.report.outdated;
      // What showed nothing does not take the place of what a start of the same entry has shown.
      const isNews =
        known?.content !== content || (report?.start ? at > known.at || !known.report.start : !known.report.start);
      if (report && shown && report.reason?.code === 'code-changed')
        open.started.set(keyOf(entry), { content, at, report: { ...report, outdated: shown } });
      else if (report && report.status !== 'cancelled' && isNews)
        open.started.set(keyOf(entry), { content, at, report });
      if (report) open.checking.delete(keyOf(entry));
    }
    this.#judge(document);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #judge(document: vscode.TextDocument): void {
    const { uri } = document;
    if (!isConfigDocument(document)) return;
    const open = this.#open.get(uri.toString());
    if (open) open.judge(document);
    else {
      const started = this.#started.get(uri.toString()) ?? new Map<string, KnownServer>();
      this.#started.set(uri.toString(), started);
      this.#open.set(uri.toString(), new OpenFile(document, started));
    }
    this.#changed.fire(uri);
  }

  #noteSaved(document: vscode.TextDocument): void {
    const open = this.#open.get(document.uri.toString());
    if (!open || document.isDirty) return;
    open.isSaved();
    this.#changed.fire(document.uri);
  }

  #drop(uri: vscode.Uri): void {
    if (this.#open.delete(uri.toString())) this.#changed.fire(uri);
  }
}
