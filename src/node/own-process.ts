import { homedir } from 'node:os';
import { withoutNpmScript } from '../core/launch/base-environment';
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
  const platform = process.platform === 'win32' || process.platform === 'darwin' ? process.platform : 'linux';
  const own = ownEnvironment();
  return {
    ...options,
    platform,
    // The client that this process is has what it has; any other one was not started by npm.
    base: options.baseIsExactFor === null ? withoutNpmScript(own, platform) : own,
    home: homedir(),
    processCwd: process.cwd(),
    envFile: () => ({ kind: 'unread' }),
  };
}
