import { stat } from 'node:fs/promises';
import type { FactOf } from '../../core/facts';
import type { LaunchPlan } from '../../core/launch/launch-plan';

/** Whether the directory in which the server is started is there. */
export async function lookUpCwd(plan: LaunchPlan): Promise<FactOf<'cwd'>> {
  const path = plan.shown.cwd;
  try {
    return { kind: 'cwd', path, exists: (await stat(plan.cwd)).isDirectory() ? 'yes' : 'no' };
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return { kind: 'cwd', path, exists: isGone ? 'no' : 'unknown' };
  }
}
