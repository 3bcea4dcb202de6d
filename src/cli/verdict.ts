import { EXIT } from './exit-codes';
import { hasErrors } from '../core/findings';
import { findingsOf, OWN_FAULT } from '../core/report';
import type { FileReport } from '../core/report';

/** The exit code for what was found. */
export function exitCodeOf(files: readonly FileReport[]): number {
  const servers = files.flatMap((file) => file.servers);
  if (servers.some(({ reason }) => reason?.code === OWN_FAULT)) return EXIT.ownFailure;
  if (hasErrors(files.flatMap(findingsOf))) return EXIT.errorFound;
  const isUnchecked = servers.length > 0 && servers.every(({ status }) => status !== 'ready' && status !== 'failed');
  return isUnchecked ? EXIT.nothingChecked : EXIT.fine;
}
