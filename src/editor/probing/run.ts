import * as vscode from 'vscode';
import { clientOfApp } from '../../core/clients';
import { diagnoseFile } from '../../node/diagnose';
import { agreeToOwnEdit } from '../../node/own-edit';
import { planningWorld } from '../../node/own-process';
import { workspaceConsents } from './consents';
import type { PlanningWorld } from '../../core/launch/plan-launch';
import type { FileReport, ServerReport } from '../../core/report';
import type { DiagnosisEvent } from '../../node/diagnose';
import type { Desk } from './desk';

/** How long a result may wait for others, in milliseconds. */
const TAKEN_IN_AFTER_MS = 50;

export interface Run {
  /** Only this server; null for all. */
  readonly server: string | null;
  readonly isExplicit: boolean;
  readonly answers: Readonly<Record<string, string>>;
  readonly onEvent: (event: DiagnosisEvent) => void;
}

/** Diagnoses a document as it stands in the editor, and hands what was found to the reports. */
export async function runDiagnosis(
  document: vscode.TextDocument,
  { context, reports, log }: Desk,
  { server, isExplicit, answers, onEvent }: Run,
  signal: AbortSignal,
): Promise<FileReport> {
  const text = document.getText();
  const { uri } = document;
  // What was there before stays: results are taken in as soon as they are there, those of a cancelled run, too. Many that
  // come at once are taken in at once, since the whole file is judged anew with them.
  const settled: ServerReport[] = [];
  let soon: NodeJS.Timeout | undefined;
  const takeIn = (): void => {
    clearTimeout(soon);
    soon = undefined;
    reports.takeIn(document, text, settled.splice(0));
  };
  const follow = (event: DiagnosisEvent): void => {
    log.onEvent(event);
    if (event.event === 'plan')
      reports.setChecking(uri, event.server, { since: Date.now(), patienceMs: event.plan.patienceMs });
    if (event.event === 'settled') {
      settled.push(event.report);
      soon ??= setTimeout(takeIn, TAKEN_IN_AFTER_MS);
    }
    onEvent(event);
  };
  return diagnoseFile(
    document.uri.fsPath,
    text,
    {
      server,
      client: null,
      isExplicit,
      withTrials: isExplicit,
      patienceMs: null,
      world: worldOf(document, answers),
      consents: await workspaceConsents(context.workspaceState),
      onEvent: follow,
    },
    signal,
  ).finally(takeIn);
}

/** A document that an edit of ours has changed: what was agreed to for a server holds on, where it is the same program. */
export async function agreeToEdit(
  document: vscode.TextDocument,
  { context }: Desk,
  before: string,
  server: string,
): Promise<void> {
  const edit = { path: document.uri.fsPath, before, after: document.getText() };
  const consents = await workspaceConsents(context.workspaceState);
  await agreeToOwnEdit(edit, server, { world: worldOf(document, {}), consents });
}

/** The world in which the servers of a document are started: that of the editor that reads it. */
export function worldOf({ uri }: vscode.TextDocument, answers: Run['answers']): PlanningWorld {
  return planningWorld({
    workspaceFolder: vscode.workspace.getWorkspaceFolder(uri)?.uri.fsPath ?? null,
    // The environment of this extension host is exactly what the servers of the editor that it belongs to get.
    baseIsExactFor: clientOfApp(vscode.env.appName)?.id ?? null,
    answers,
  });
}
