import type { ExtensionContext } from 'vscode';
import type { Disposables } from '../disposables';
import type { Reports } from '../language/reports';

/** What every part of this half works with. */
export interface Desk {
  readonly context: ExtensionContext;
  readonly reports: Reports;
  readonly owned: Disposables;
}
