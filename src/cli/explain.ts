import { explain } from '../core/explain';
import { hasErrors } from '../core/findings';
import { HumanError } from '../core/human-error';
import { explainedToJson } from '../core/json';
import { LIMITS } from '../core/limits';
import { EXIT } from './exit-codes';
import { print, printJson, say } from './print';
import { readText } from './read-text';
import type { ExplainedStart } from '../core/explain';
import type { CommandLine } from './command';

/** `explain`: the cause in a pasted log or a saved record, from a file or from standard input. */
export async function runExplain({ words: [name = '-'], format }: CommandLine): Promise<number> {
  if (name === '-' && process.stdin.isTTY) say(`Paste the log, then press ${END_OF_INPUT}.`);
  const text = await readText(name);
  if (text.length > LIMITS.log)
    throw new HumanError(`${name} is larger than 16 MB. Give the part of it that is about the failure.`);
  const explained = explain(text);
  const { findings, starts } = explained;
  if (format === 'text') print(explainedText(starts));
  else printJson(explainedToJson(explained), format);
  if (findings.length === 0) return EXIT.nothingChecked;
  return hasErrors(findings) ? EXIT.errorFound : EXIT.fine;
}

/** What ends the input of a terminal. */
const END_OF_INPUT = process.platform === 'win32' ? 'Ctrl+Z and Enter' : 'Ctrl+D on a line of its own';

/** One server, in a few lines; several, each under its name and time. */
function explainedText(starts: readonly ExplainedStart[]): string {
  return starts
    .flatMap(({ server, at, findings }) => [
      ...(starts.length > 1 ? [[server ?? 'a server', at].filter((part) => part !== null).join(', ')] : []),
      ...(findings.length > 0
        ? findings.map(({ rule, message, confidence }) => `${message}  (${rule}, ${confidence})`)
        : ['No cause that we know is in this text.']),
    ])
    .join('\n');
}
