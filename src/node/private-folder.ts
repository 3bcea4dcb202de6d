import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownEnvironment } from './own-process';

/**
 * Does something in an empty folder that is the person's alone, and in which nobody else can put anything above it: what
 * runs there looks upwards for its configuration. The folder is gone afterwards.
 */
export async function inPrivateFolder<Result>(
  isAllowed: (folder: string) => boolean,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await makeFolder(isAllowed);
  try {
    return await work(folder);
  } finally {
    // A folder that is still held stays behind, empty.
    await rm(folder, { recursive: true, force: true }).catch(() => {});
  }
}

async function makeFolder(isAllowed: (folder: string) => boolean): Promise<string> {
  for (const parent of parents()) {
    try {
      await mkdir(parent, { recursive: true, mode: 0o700 });
      if (isAllowed(parent)) return await mkdtemp(join(parent, 'mcp-handshake-'));
    } catch {
      continue; // it cannot be made there: perhaps in the next one
    }
  }
  throw new NoPrivateFolder();
}

class NoPrivateFolder extends Error {}

/** On Linux the folder for temporary files is everybody's; elsewhere it is the person's own. */
function parents(): readonly string[] {
  const runtime = ownEnvironment()['XDG_RUNTIME_DIR'];
  return process.platform === 'linux' ? [...(runtime ? [runtime] : []), join(homedir(), '.cache')] : [tmpdir()];
}
