import { EXIT } from './exit-codes';
import { hasErrors } from '../core/findings';
import { findingsOf } from '../core/report';
import type { FileReport } from '../core/report';

/** The exit code for what was found. */
export function exitCodeOf(files: readonly FileReport[]): number {
  const findings = files.flatMap(findingsOf);
  if (hasErrors(findings)) return EXIT.errorFound;
  const servers = files.flatMap((file) => file.servers);
  const isUnchecked = servers.length > 0 && servers.every(({ status }) => status !== 'ready' && status !== 'failed');
  return isUnchecked ? EXIT.nothingChecked : EXIT.fine;
}
