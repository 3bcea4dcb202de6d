import * as vscode from 'vscode';
import { clientOfApp } from '../../core/clients';
import { diagnoseFile } from '../../node/diagnose';
import { agreeToOwnEdit } from '../../node/own-edit';
import { planningWorld } from '../../node/own-process';
import { workspaceConsents } from './consents';
import type { PlanningWorld } from '../../core/launch/plan-launch';
import type { FileReport } from '../../core/report';
import type { DiagnosisEvent } from '../../node/diagnose';
import type { Desk } from './desk';

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
  const follow = (event: DiagnosisEvent): void => {
    log.onEvent(event);
    if (event.event === 'plan')
      reports.setChecking(uri, event.server, { since: Date.now(), patienceMs: event.plan.patienceMs });
    // What was there before stays: each result is taken in as soon as it is there, those of a cancelled run, too.
    if (event.event === 'settled') reports.takeIn(document, text, [event.report]);
    onEvent(event);
  };
  const report = await diagnoseFile(
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
  );
  return report;
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
