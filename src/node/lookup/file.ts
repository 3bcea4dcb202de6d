import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { errorCode } from '../../core/error-code';
import { isOnNetwork } from '../../core/launch/network-path';
import type { Answer } from '../../core/facts/world/file';
import type { Platform } from '../../core/platform';
import type { LookUp } from './index';

/** Looks at the path that was printed, from where the server would be started. Nothing is opened. */
export const lookUp: LookUp<'file'> = {
  isOnDisk: true,
  async answer(question, { cwd, platform }) {
    return { ...question, is: await kindOfFile(resolve(cwd, question.path), platform) };
  },
};

async function kindOfFile(path: string, platform: Platform): Promise<Answer['is']> {
  if (isOnNetwork(path, platform)) return 'unknown';
  try {
    const found = await stat(path);
    if (!found.isFile()) return found.isDirectory() ? 'folder' : 'unknown';
    return await access(path, constants.X_OK).then(
      () => 'program' as const,
      () => 'file' as const,
    );
  } catch (error) {
    return errorCode(error) === 'ENOENT' ? 'nothing' : 'unknown';
  }
}
