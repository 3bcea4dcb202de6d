import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { explain } from '../core/explain';
import { findingToJson } from '../core/json';
import { HumanError } from '../core/human-error';
import { EXIT } from './exit-codes';
import { print, printJson } from './print';
import type { CommandLine } from './arguments';

/** `explain`: the cause in a pasted log, from a file or from standard input. */
export async function runExplain({ files, format }: CommandLine): Promise<number> {
  const [name = '-'] = files;
  const { findings } = explain(name === '-' ? await readStream(process.stdin) : await readLog(name));
  if (format === 'text') {
    for (const { rule, message, confidence } of findings) print(`${message}  (${rule}, ${confidence})`);
    if (findings.length === 0) print('No cause that we know is in this text.');
  } else {
    const shown = findings.map((finding) => findingToJson(finding, null, null));
    printJson({ version: 1, findings: shown, starts: [{ client: null, server: null, at: null, findings: shown }] });
  }
  return findings.some(({ severity }) => severity === 'error') ? EXIT.errorFound : EXIT.fine;
}

async function readLog(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8');
  } catch (error) {
    throw new HumanError(
      `${name} cannot be read (${error instanceof Error && 'code' in error ? String(error.code) : String(error)}).`,
    );
  }
}
