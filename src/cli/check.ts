import { workspaceFolderOf } from '../core/clients';
import { hasErrors } from '../core/findings';
import { fileToJson, reportsToJson } from '../core/json';
import { findingsOf } from '../core/report';
import { inspectFile } from '../node/inspect-file';
import { planningWorld } from '../node/own-process';
import { readConfigFiles } from './config-files';
import { EXIT } from './exit-codes';
import { print, printJson } from './print';
import { fileText } from './render';
import { whatNext } from './what-next';
import type { FileReport } from '../core/report';
import type { CommandLine } from './command';

/** `check`: lints files, with a look at the disk. Starts nothing and asks nobody. */
export async function runCheck({ words: files, format }: CommandLine, signal: AbortSignal): Promise<number> {
  const reports: FileReport[] = [];
  for (const { path, text } of await readConfigFiles(files)) {
    const world = planningWorld({ workspaceFolder: workspaceFolderOf(path), baseIsExactFor: null, answers: {} });
    reports.push(await inspectFile(path, text, world, signal));
  }
  if (format === 'json') printJson(reportsToJson(reports), format);
  else
    for (const report of reports)
      print(format === 'text' ? fileText(report) : JSON.stringify({ event: 'file', file: fileToJson(report) }));
  const next = whatNext(reports, 'check');
  if (format === 'text' && next !== null) print(`Next: ${next}`);
  return hasErrors(reports.flatMap(findingsOf)) ? EXIT.errorFound : EXIT.fine;
}
