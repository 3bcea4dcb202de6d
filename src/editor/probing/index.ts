import * as commands from './commands';
import { probeInBackground as probe } from './background';
import { followCures } from './cures';
import { followClientLogs, readClientLogs } from './client-log';
import { copyForIssue, saveRecord } from './keep';
import { explainLog } from './explain-log';
import { LogChannel } from './log-channel';
import { ReportPanels } from './report/panels';
import { runInTerminal, typeCommand } from './terminal';
import type { TextDocument } from 'vscode';
import type { Desk, Wiring } from './desk';

const all = { ...commands, copyForIssue, saveRecord, explainLog, runInTerminal, typeCommand };
export type CommandId = keyof typeof all;

/** The half that starts servers. Loaded in a trusted workspace when a configuration is open, or when a command is run. */
export interface Probing {
  run(command: CommandId, args: readonly unknown[]): Promise<void>;
  /** At a file that was opened or saved. */
  look(document: TextDocument): Promise<void>;
}

export function startProbing(wiring: Wiring): Probing {
  const { owned, reports } = wiring;
  const desk: Desk = { ...wiring, panels: owned.add(new ReportPanels(reports)), log: owned.add(new LogChannel()) };
  followClientLogs(desk);
  followCures(desk);
  return {
    run: (command, args) => all[command](desk, args),
    look: async (document) => {
      await Promise.all([probe(document, desk), readClientLogs(document, desk)]);
    },
  };
}
