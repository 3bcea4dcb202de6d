import { stat } from 'node:fs/promises';
import { errorCode } from '../../core/error-code';
import { isOnNetwork } from '../../core/launch/network-path';
import type { Known } from '../../core/facts';
import type { LookUp } from './index';

export const lookUp: LookUp<'cwd'> = {
  isOnDisk: true,
  async answer(question, { cwd, platform, shown }) {
    return { ...question, path: shown.cwd, exists: isOnNetwork(cwd, platform) ? 'unknown' : await isDirectory(cwd) };
  },
};

async function isDirectory(path: string): Promise<Known> {
  try {
    return (await stat(path)).isDirectory() ? 'yes' : 'no';
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'no' : 'unknown';
  }
}
