import { EXIT } from './exit-codes';
import type { FileReport } from '../core/report';

/** The exit code for what was found. */
export function exitCodeOf(files: readonly FileReport[]): number {
  const findings = files.flatMap((file) => [...file.findings, ...file.servers.flatMap((server) => server.findings)]);
  if (findings.some(({ severity }) => severity === 'error')) return EXIT.errorFound;
  const servers = files.flatMap((file) => file.servers);
  const isUnchecked = servers.length > 0 && servers.every(({ status }) => status !== 'ready' && status !== 'failed');
  return isUnchecked ? EXIT.nothingChecked : EXIT.fine;
}
