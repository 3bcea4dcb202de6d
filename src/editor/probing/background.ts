import type * as vscode from 'vscode';
import { isConfigDocument, isOnThisMachine } from '../language/documents';
import { probesInBackground } from '../settings';
import { runDiagnosis } from './run';
import type { Desk } from './desk';

/** The run that is under way for each file; a newer one ends it. */
const underWay = new Map<string, AbortController>();

/** Starts again, unseen, those servers of a file that were agreed to and that need nobody: on open and on save. */
export async function probeInBackground(document: vscode.TextDocument, desk: Desk): Promise<void> {
  if (!isConfigDocument(document) || !isOnThisMachine(document) || !probesInBackground(document.uri)) return;
  const key = document.uri.toString();
  underWay.get(key)?.abort();
  const run = new AbortController();
  underWay.set(key, run);
  const stop = desk.owned.add({ dispose: () => run.abort() });
  try {
    await runDiagnosis(document, desk, { server: null, isExplicit: false, answers: {}, onEvent: () => {} }, run.signal);
  } finally {
    desk.owned.release(stop);
    if (underWay.get(key) === run) underWay.delete(key);
  }
}
