import { createReadStream } from 'node:fs';
import { errorCode } from '../core/error-code';
import { HumanError } from '../core/human-error';
import { LIMITS } from '../core/limits';

/**
 * The text of a file that the user named, or of standard input for `-`. Whatever that is, it ends: no more is read than
 * makes it too large for every use. A `HumanError` says why it cannot be read.
 */
export async function readText(name: string, path: string = name): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  await readPieces(name, path, (piece) => {
    pieces.push(piece);
    bytes += piece.length;
    return bytes <= LIMITS.readBytes;
  });
  return Buffer.concat(pieces).toString('utf8');
}

/** The bytes of such a file, piece by piece, as long as `take` wants more. */
export async function readPieces(name: string, path: string, take: (piece: Uint8Array) => boolean): Promise<void> {
  try {
    for await (const piece of path === '-' ? process.stdin : createReadStream(path))
      if (!take(Buffer.from(piece))) break;
  } catch (error) {
    throw new HumanError(`${name} cannot be read (${errorCode(error) ?? 'for no reason that we know'}).`);
  }
}
