import { readFile } from 'node:fs/promises';
import { errorCode } from '../core/error-code';
import { HumanError } from '../core/human-error';

/** The text of a file that the user named; a `HumanError` says why it cannot be read. */
export async function readText(name: string, path: string = name): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new HumanError(`${name} cannot be read (${errorCode(error) ?? String(error)}).`);
  }
}
