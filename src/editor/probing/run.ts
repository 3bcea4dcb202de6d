import * as vscode from 'vscode';
import { clientOfApp } from '../../core/clients';
import { diagnoseFile } from '../../node/diagnose';
import { planningWorld } from '../../node/own-process';
import { workspaceConsents } from './consents';
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
  { context, reports }: Desk,
  { server, isExplicit, answers, onEvent }: Run,
  signal: AbortSignal,
): Promise<FileReport> {
  const text = document.getText();
  const folder = vscode.workspace.getWorkspaceFolder(document.uri)?.uri.fsPath ?? null;
  const report = await diagnoseFile(
    document.uri.fsPath,
    text,
    {
      server,
      client: null,
      isExplicit,
      withTrials: isExplicit,
      patienceMs: null,
      // The environment of this extension host is exactly what the servers of the editor that it belongs to get.
      world: planningWorld({
        workspaceFolder: folder,
        baseIsExactFor: clientOfApp(vscode.env.appName)?.id ?? null,
        answers,
      }),
      consents: await workspaceConsents(context.workspaceState),
      onEvent,
    },
    signal,
  );
  if (!signal.aborted) reports.takeIn(document, text, report.servers);
  return report;
}
