import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { isOutside } from '../core/launch/envelope';
import { isOnNetwork } from '../core/launch/network-path';
import { stdioPlan } from '../core/launch/launch-plan';
import { planLaunch } from '../core/launch/plan-launch';
import { LIMITS } from '../core/limits';
import { Raw, safe } from '../core/text';
import type { Reader } from '../core/clients';
import type { ServerEntry } from '../core/config/config-file';
import type { EnvFileContent } from '../core/launch/launch-plan';
import type { PlanningWorld } from '../core/launch/plan-launch';
import type { Safe } from '../core/text';

/** The world with the envFiles that these entries name read: for a person who asked, in a folder that is trusted. */
export async function withEnvFiles(
  entries: readonly { readonly entry: ServerEntry; readonly reader: Reader }[],
  world: PlanningWorld,
): Promise<PlanningWorld> {
  const paths = entries.flatMap(({ entry, reader }) =>
    entry.envFile ? (stdioPlan(planLaunch(entry, reader, world))?.envFile?.path ?? []) : [],
  );
  if (paths.length === 0) return world;
  const contents = new Map<string, EnvFileContent>();
  for (const path of new Set(paths)) contents.set(path, await readEnvFile(path, world));
  return { ...world, envFile: (path) => contents.get(path) ?? world.envFile(path) };
}

/** Whether a file that was read still says the same. */
export async function isUnchanged(path: string, { text }: { readonly text: Raw }, world: PlanningWorld) {
  const now = await readEnvFile(path, world);
  return now.kind === 'read' && now.text.reveal() === text.reveal();
}

/**
 * Reads an envFile: a regular file of moderate size, on this machine, in the workspace or in the person's own folder.
 * A config can name whatever it likes; what never ends, or asks another machine, is not opened or not waited for.
 */
async function readEnvFile(path: string, { workspaceFolder, home, platform }: PlanningWorld): Promise<EnvFileContent> {
  if (isOnNetwork(path, platform)) return refused(safe('its envFile is on another machine, and is not read'));
  try {
    const file = await realpath(path);
    const folders = [home, ...(workspaceFolder === null ? [] : [workspaceFolder])];
    const real = await Promise.all(folders.map((folder) => realpath(folder).catch(() => null)));
    if (!real.some((folder) => folder !== null && !isOutside(file, folder)))
      return refused(safe('its envFile lies outside the workspace and your home folder, and is not read'));
    return await readRegularFile(file);
  } catch {
    return refused(safe('its client cannot read the envFile, and does not start it'));
  }
}

async function readRegularFile(path: string): Promise<EnvFileContent> {
  // Not waiting: the other end of a named pipe may never come.
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    const found = await file.stat();
    if (!found.isFile()) return refused(safe('its envFile is no regular file, and is not read'));
    // One byte more than there may be: a file can grow while it is read.
    const bytes = Buffer.alloc(Math.min(found.size, LIMITS.envFileBytes) + 1);
    const { bytesRead } = await file.read(bytes, 0, bytes.length, 0);
    return bytesRead > LIMITS.envFileBytes
      ? refused(safe('its envFile is larger than 1 MB, and is not read'))
      : { kind: 'read', text: new Raw(bytes.toString('utf8', 0, bytesRead)) };
  } finally {
    await file.close();
  }
}

function refused(why: Safe): EnvFileContent {
  return { kind: 'refused', why };
}
