import { check } from '../core/check';
import { hasErrors } from '../core/findings';
import { fileToJson, reportsToJson } from '../core/json';
import { findingsOf } from '../core/report';
import { readConfigFiles } from './config-files';
import { EXIT } from './exit-codes';
import { print, printJson } from './print';
import { fileText } from './render';
import type { CommandLine } from './arguments';

/** `check`: lints files. Starts nothing and asks nobody. */
export async function runCheck({ files, format }: CommandLine): Promise<number> {
  const reports = (await readConfigFiles(files)).map(({ path, text }) => check(path, text));
  if (format === 'json') printJson(reportsToJson(reports), format);
  else
    for (const report of reports)
      print(format === 'text' ? fileText(report) : JSON.stringify({ event: 'file', file: fileToJson(report) }));
  return hasErrors(reports.flatMap(findingsOf)) ? EXIT.errorFound : EXIT.fine;
}
