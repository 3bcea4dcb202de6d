import { Explainer } from '../core/explain';
import { hasErrors } from '../core/findings';
import { explainedToJson } from '../core/json';
import { EXIT } from './exit-codes';
import { print, printJson, say } from './print';
import { readPieces } from './read-text';
import { explainedText } from './render';
import type { CommandLine } from './command';

/** `explain`: the cause in a log of any length or a saved record, from a file or from standard input. */
export async function runExplain({ words: [name = '-'], format }: CommandLine): Promise<number> {
  if (name === '-' && process.stdin.isTTY) say(`Paste the log, then press ${END_OF_INPUT}.`);
  const explainer = new Explainer();
  await readPieces(name, name, (piece) => {
    explainer.push(piece);
    return true;
  });
  const explained = explainer.explained();
  if (format === 'text') print(explainedText(explained));
  else printJson(explainedToJson(explained), format);
  if (explained.findings.length === 0) return EXIT.nothingChecked;
  return hasErrors(explained.findings) ? EXIT.errorFound : EXIT.fine;
}

/** What ends the input of a terminal. */
const END_OF_INPUT = process.platform === 'win32' ? 'Ctrl+Z and Enter' : 'Ctrl+D on a line of its own';
