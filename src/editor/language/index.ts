import { registerCodeActions } from './code-actions';
import { showDiagnostics } from './diagnostics';
import { Reports } from './reports';
import { registerRulePages } from './rule-pages';
import type { Disposables } from '../disposables';

/** The half that reads files and starts nothing: squiggles, fixes, pages. Runs in a browser as well. */
export interface Language {
  readonly reports: Reports;
}

export function startLanguage(owned: Disposables): Language {
  const reports = owned.add(new Reports());
  showDiagnostics(reports, owned);
  registerCodeActions(reports, owned);
  registerRulePages(owned);
  reports.start();
  return { reports };
}
