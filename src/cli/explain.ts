import { explain } from '../core/explain';
import { hasErrors } from '../core/findings';
import { HumanError } from '../core/human-error';
import { findingToJson } from '../core/json';
import { LIMITS } from '../core/limits';
import { EXIT } from './exit-codes';
import { print, printJson } from './print';
import { readText } from './read-text';
import type { CommandLine } from './arguments';

/** `explain`: the cause in a pasted log, from a file or from standard input. */
export async function runExplain({ files, format }: CommandLine): Promise<number> {
  const [name = '-'] = files;
  const text = await readText(name);
  if (text.length > LIMITS.log)
    throw new HumanError(`${name} is larger than 16 MB. Give the part of it that is about the failure.`);
  const findings = explain(text);
  if (format === 'text') {
    for (const { rule, message, confidence } of findings) print(`${message}  (${rule}, ${confidence})`);
    if (findings.length === 0) print('No cause that we know is in this text.');
  } else {
    const shown = findings.map((finding) => findingToJson(finding, null));
    const starts = [{ client: null, server: null, at: null, findings: shown }];
    printJson({ version: 1, findings: shown, starts }, format);
  }
  if (findings.length === 0) return EXIT.nothingChecked;
  return hasErrors(findings) ? EXIT.errorFound : EXIT.fine;
}
