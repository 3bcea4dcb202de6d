import { existsSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { isOutside } from '../core/launch/envelope';
import type { StdioPlan } from '../core/launch/launch-plan';

/**
 * Tells whether a program, or a folder of programs, is the person's own and not the workspace's: outside the folder that
 * is open and the repository around it, whatever links lead there, and in no project's `node_modules`. What no look-up
 * and no trial may run is what a cloned repository brought along.
 */
export function workspaceBoundary({ workspaceFolder }: StdioPlan): (path: string) => boolean {
  const real = workspaceFolder === null ? null : realPath(workspaceFolder);
  const walls = [workspaceFolder, real, real && repositoryAround(real)].filter((wall) => wall !== null);
  return (path) => {
    const target = realPath(path);
    const isOfProject = path.split(/[/\\]/).includes('node_modules');
    return target !== null && !isOfProject && walls.every((wall) => isOutside(path, wall) && isOutside(target, wall));
  };
}

/** The outermost repository that a folder lies in; the person's home, and what is above it, is no repository. */
function repositoryAround(folder: string): string | null {
  const home = realPath(homedir());
  let found: string | null = null;
  for (let at = folder; at !== dirname(at) && at !== home; at = dirname(at))
    if (existsSync(join(at, '.git'))) found = at;
  return found;
}

/** The path without links; null where nothing is there. */
function realPath(path: string): string | null {
  try {
    return realpathSync(path);
  } catch {
    return null; // not there, or not for us
  }
}
