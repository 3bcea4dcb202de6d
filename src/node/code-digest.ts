import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { isOutside } from '../core/launch/envelope';
import { isOnNetwork } from '../core/launch/network-path';
import { LIMITS } from '../core/limits';
import { programOf } from './lookup/program';
import type { StdioPlan } from '../core/launch/launch-plan';

/**
 * A digest of the code that a start would run, as far as the command line names it: the program that is found, and the
 * content of every file of the workspace. What those files import is not in it.
 */
export async function codeDigest(plan: StdioPlan): Promise<string> {
  const hash = createHash('sha256').update(programOf(plan)?.realPath ?? '');
  for (const file of await namedFiles(plan)) {
    hash.update(`\0${file}\0`);
    try {
      for await (const piece of createReadStream(file)) hash.update(piece);
    } catch {
      hash.update('unreadable'); // to us, and so to whoever would run it
    }
  }
  return hash.digest('base64url');
}

/** The regular files of the workspace that the words of the command line lead to, in their order. */
async function namedFiles({ command, args, cwd, platform, workspaceFolder }: StdioPlan): Promise<readonly string[]> {
  const folder = workspaceFolder === null ? null : await realpath(workspaceFolder).catch(() => null);
  if (folder === null) return [];
  const words = [command.reveal(), ...args.reveal()].slice(0, LIMITS.codeFiles);
  const paths = words
    .flatMap((word) => [word, ...(/=(.+)$/s.exec(word)?.slice(1) ?? [])])
    .filter((path) => !path.startsWith('-') && path.length < LIMITS.path && !isOnNetwork(path, platform));
  const files = await Promise.all(paths.map((path) => fileAt(resolve(cwd, path))));
  return [...new Set(files.flatMap((file) => (file !== null && !isOutside(file, folder) ? [file] : [])))];
}

/** The regular file that a path leads to, by itself or with what Node.js adds to it; null where there is none. */
async function fileAt(path: string): Promise<string | null> {
  for (const ending of ENDINGS) {
    const file = await realpath(path + ending).catch(() => null);
    if (file !== null && (await isReadable(file))) return file;
  }
  return null;
}

const ENDINGS = ['', '.js', '.mjs', '.cjs', '/index.js', '/package.json'];

async function isReadable(file: string): Promise<boolean> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() === true && found.size <= LIMITS.codeBytes;
}
