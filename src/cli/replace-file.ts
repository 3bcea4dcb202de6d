import { randomUUID } from 'node:crypto';
import { chmod, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';

/**
 * Gives a file another text, keeping its permissions. Written beside and renamed, so that a crash leaves the one text or
 * the other; under a name that nobody can have planted there; a link stays a link.
 */
export async function replaceFile(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const { mode } = await stat(target);
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
