import { homedir } from 'node:os';
import type { PlanningWorld } from '../core/launch/plan-launch';

/** The environment of this process. No other file reads it. */
export function ownEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

/** What the planner must know of this machine, for files of one folder. */
export function planningWorld(options: {
  workspaceFolder: string | null;
  baseIsExactFor: string | null;
  answers: Readonly<Record<string, string>>;
}): PlanningWorld {
  const { platform } = process;
  return {
    ...options,
    platform: platform === 'win32' || platform === 'darwin' ? platform : 'linux',
    base: ownEnvironment(),
    home: homedir(),
    processCwd: process.cwd(),
    envFile: () => ({ kind: 'unread' }),
  };
}
