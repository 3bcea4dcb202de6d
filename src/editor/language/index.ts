import { registerCodeActions } from './code-actions';
import { showDiagnostics } from './diagnostics';
import { showGutter } from './gutter';
import { registerHover } from './hover';
import { registerLenses } from './lenses';
import { Reports } from './reports';
import { registerRulePages } from './rule-pages';
import { showStatusItem } from './status-item';
import { tellWhatIsOpen } from './what-is-open';
import type { Uri } from 'vscode';
import type { Disposables } from '../disposables';

/** The half that reads files and starts nothing: states, squiggles, fixes, pages. Runs in a browser as well. */
export interface Language {
  readonly reports: Reports;
}

/** `extension` is the folder that the pictures of the gutter are in. */
export function startLanguage(owned: Disposables, extension: Uri): Language {
  const reports = owned.add(new Reports());
  showDiagnostics(reports, owned);
  showGutter(reports, extension, owned);
  showStatusItem(reports, owned);
  registerLenses(reports, owned);
  registerHover(reports, owned);
  registerCodeActions(reports, owned);
  registerRulePages(owned);
  tellWhatIsOpen(owned);
  reports.start();
  return { reports };
}
