import { check } from '../core/check';
import { findingsOf } from '../core/report';
import { reportsToJson } from '../core/json';
import { readConfigFiles } from './config-files';
import { EXIT } from './exit-codes';
import { print, printJson } from './print';
import { fileText } from './render';
import type { CommandLine } from './arguments';

/** `check`: lints files. Starts nothing and asks nobody. */
export async function runCheck({ files, format }: CommandLine): Promise<number> {
  const reports = (await readConfigFiles(files)).map(({ path, text }) => check(path, text));
  if (format === 'text') for (const report of reports) print(fileText(report));
  else printJson(reportsToJson(reports));
  const hasErrors = reports.flatMap(findingsOf).some(({ severity }) => severity === 'error');
  return hasErrors ? EXIT.errorFound : EXIT.fine;
}
