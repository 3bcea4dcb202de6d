import { homedir } from 'node:os';
import { readFileSync } from 'node:fs';
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
    readText,
  };
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null; // not there or not readable: the client finds the same, and the plan says so
  }
}
