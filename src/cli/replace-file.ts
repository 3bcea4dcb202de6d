import { randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { chmod, lstat, open, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { relative } from 'node:path';
import { workspaceFolderOf } from '../core/clients';
import { HumanError } from '../core/human-error';
import { isOutside } from '../core/launch/envelope';
import type { Stats } from 'node:fs';

/**
 * Gives a file that was read another text, keeping its permissions, its owner and its other names. Written beside and
 * renamed, so that a crash leaves the one text or the other; under a name that nobody can have planted there; a link
 * stays a link. A `HumanError` says why it is not done: no regular file, a link out of its folder, bytes that would be
 * lost, or another text than was read.
 */
export async function replaceFile(path: string, { before, after }: { before: string; after: string }): Promise<void> {
  const name = relative('', path);
  const target = await targetOf(path, name);
  const found = await stat(target);
  if (!found.isFile()) throw new HumanError(`${name} is no regular file, and is not changed.`);
  await refuseOtherBytes(target, name, before);
  if (found.nlink > 1 || isAnothers(found)) await overwrite(target, after);
  else await renameOver(target, after, found.mode);
}

/** Where a link leads, as long as that is in the folder to which the configuration belongs. */
async function targetOf(path: string, name: string): Promise<string> {
  const target = await realpath(path);
  const isLink = (await lstat(path)).isSymbolicLink();
  const folder = workspaceFolderOf(path) ?? (isLink ? homedir() : null);
  if (folder !== null && isOutside(target, await realpath(folder)))
    throw new HumanError(`${name} is a link to ${target}, which is elsewhere. Name that file to change it.`);
  return target;
}

async function refuseOtherBytes(target: string, name: string, before: string): Promise<void> {
  const bytes = await readFile(target);
  if (bytes.equals(Buffer.from(before))) return;
  throw new HumanError(
    bytes.toString('utf8') === before
      ? `${name} has bytes that are no UTF-8, which a change would lose. Save it as UTF-8 first.`
      : `${name} has changed since it was read. Try again.`,
  );
}

/** A file that is written anew belongs to whoever writes it, and has one name. */
function isAnothers({ uid }: Stats): boolean {
  return process.getuid !== undefined && uid !== process.getuid();
}

async function renameOver(target: string, text: string, mode: number): Promise<void> {
  const beside = `${target}.${randomUUID()}`;
  try {
    await writeFile(beside, text, { flag: 'wx', mode: 0o600 });
    await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** In place: the longer of the two texts is there until the last moment. */
async function overwrite(target: string, text: string): Promise<void> {
  const file = await open(target, constants.O_WRONLY | (constants.O_NOFOLLOW ?? 0));
  try {
    const bytes = Buffer.from(text);
    await file.write(bytes, 0, bytes.length, 0);
    await file.truncate(bytes.length);
    await file.sync();
  } finally {
    await file.close();
  }
}
