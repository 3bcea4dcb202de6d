import type { ExtensionContext } from 'vscode';
import type { Disposables } from '../disposables';
import type { Reports } from '../language/reports';
import type { LogChannel } from './log-channel';
import type { ReportPanels } from './report/panels';

/** What the wiring has for this half. */
export interface Wiring {
  readonly context: ExtensionContext;
  readonly reports: Reports;
  readonly owned: Disposables;
}

/** What every part of this half works with. */
export interface Desk extends Wiring {
  readonly panels: ReportPanels;
  readonly log: LogChannel;
}
