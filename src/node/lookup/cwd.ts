import { stat } from 'node:fs/promises';
import { errorCode } from '../../core/error-code';
import { isOnNetwork } from '../../core/launch/network-path';
import type { FactOf } from '../../core/facts';
import type { LaunchPlan } from '../../core/launch/launch-plan';
import type { Safe } from '../../core/text';

/** Whether the directory in which the server is started is there. */
export async function lookUp(_: Safe, plan: LaunchPlan): Promise<readonly [FactOf<'cwd'>]> {
  const path = plan.shown.cwd;
  if (isOnNetwork(plan.cwd, plan.platform)) return [{ kind: 'cwd', path, exists: 'unknown' }];
  try {
    return [{ kind: 'cwd', path, exists: (await stat(plan.cwd)).isDirectory() ? 'yes' : 'no' }];
  } catch (error) {
    const code = errorCode(error);
    const isGone = code === 'ENOENT' || code === 'ENOTDIR';
    return [{ kind: 'cwd', path, exists: isGone ? 'no' : 'unknown' }];
  }
}
