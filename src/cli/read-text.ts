import { createReadStream } from 'node:fs';
import { errorCode } from '../core/error-code';
import { HumanError } from '../core/human-error';
import { LIMITS } from '../core/limits';

/**
 * The text of a file that the user named, or of standard input for `-`. Whatever that is, it ends: no more is read than
 * makes it too large for every use. A `HumanError` says why it cannot be read.
 */
export async function readText(name: string, path: string = name): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const piece of path === '-' ? process.stdin : createReadStream(path)) {
      pieces.push(Buffer.from(piece));
      bytes += piece.length;
      if (bytes > LIMITS.readBytes) break;
    }
  } catch (error) {
    throw new HumanError(`${name} cannot be read (${errorCode(error) ?? 'for no reason that we know'}).`);
  }
  return Buffer.concat(pieces).toString('utf8');
}
