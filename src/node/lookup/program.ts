import { accessSync, closeSync, constants, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { knownFolders } from '../../core/launch/known-folders';
import { pathExtensions, searchPath } from '../../core/launch/launch-plan';
import { resolveProgram } from '../../core/launch/resolve';
import { variable } from '../../core/environments';
import { hideShapes } from '../../core/secrets/mask';
import { safe } from '../../core/text';
import { loginShellFolders } from '../login-shell';
import { withoutNpmScript } from '../../core/launch/base-environment';
import { ownEnvironment } from '../own-process';
import { workspaceBoundary } from '../workspace-boundary';
import type { Place } from '../../core/facts/world/program';
import type { FoundProgram } from '../../core/launch/consent';
import type { StdioPlan } from '../../core/launch/launch-plan';
import type { Safe } from '../../core/text';
import type { LookUp } from './index';

/**
 * Elsewhere than on the server's PATH is on that of the login shell, on our own, and in the folders of version managers
 * and installers. Never what the workspace brought along, never through a relative entry of a PATH.
 */
export const lookUp: LookUp<'program'> = {
  async answer(question, plan, signal) {
    const path = searchPath(plan);
    const isFound = find(question.name, path, plan) !== null;
    const isOwn = workspaceBoundary(plan);
    const ofShell = isFound ? [] : await loginShellFolders(isOwn, signal);
    const places = isFound ? [] : placesOf(question.name, path, plan, ofShell);
    return { ...question, onPath: isFound ? 'yes' : 'no', places };
  },
};

/** The file that would be started for the plan's command, and what it is a link to; null where there is none now. */
export function programOf(plan: StdioPlan): FoundProgram | null {
  const path = find(plan.command.reveal(), searchPath(plan), plan);
  if (path === null) return null;
  try {
    return { path, realPath: realpathSync(path) };
  } catch {
    return null; // it went while we looked
  }
}

/** The folders to look in besides the server's own PATH, with the tool that made each; in the order of preference. */
export function foldersToSearch(plan: StdioPlan): { tool: Safe | null; folder: string }[] {
  const own = (variable(withoutNpmScript(ownEnvironment(), plan.platform), 'PATH', plan.platform) ?? '')
    .split(delimiter)
    .map((folder) => ({ tool: null, folder }));
  const known = knownFolders[plan.platform].flatMap(({ tool, folder }) =>
    expand(folder).map((each) => ({ tool, folder: each })),
  );
  const seen = new Set<string>();
  const isOwn = workspaceBoundary(plan);
  return [...own, ...known].filter(({ folder }) => {
    const isNew = !seen.has(folder) && isOwn(folder);
    seen.add(folder);
    return isNew;
  });
}

function placesOf(name: string, path: readonly string[], plan: StdioPlan, ofShell: readonly string[]): Place[] {
  const isOwn = workspaceBoundary(plan);
  const known = foldersToSearch(plan);
  // Where a tool is known to have made a folder, its name says more than that the shell has it.
  const isKnown = (folder: string): boolean => known.some((each) => each.folder === folder);
  const shells = ofShell.flatMap((folder) => (isKnown(folder) ? [] : [{ tool: LOGIN_SHELL, folder }]));
  const folders = [...shells, ...known];
  return folders.flatMap(({ tool, folder }) => {
    const file = find(name, [folder], plan);
    return file && isOwn(file)
      ? [{ path: hideShapes(file), tool, interpreter: interpreterOf(file, path, folders, plan) }]
      : [];
  });
}

/** Whose PATH has it. */
const LOGIN_SHELL = safe('the PATH of your login shell');

function find(name: string, path: readonly string[], plan: StdioPlan): string | null {
  const pathExt = pathExtensions(plan);
  const where = { platform: plan.platform, path, cwd: plan.cwd, ...(pathExt ? { pathExt } : {}) };
  return resolveProgram(name, where, { isProgram: (file) => isProgram(file, plan.platform) });
}

/** What a script names in its first line, where that is to be found by `env` along the PATH. */
function interpreterOf(
  file: string,
  path: readonly string[],
  folders: readonly { folder: string }[],
  plan: StdioPlan,
): Place['interpreter'] {
  const name = /^#!\s*\S*\/env\s+(?:-S\s+)?([^\s-]\S*)/.exec(firstBytes(file))?.[1];
  if (name === undefined) return null;
  const elsewhere = [dirname(file), ...folders.map(({ folder }) => folder)].find(
    (folder) => find(name, [folder], plan) !== null,
  );
  return {
    onPath: find(name, path, plan) !== null,
    folder: elsewhere ? hideShapes(elsewhere) : null,
  };
}

function expand(pattern: string): string[] {
  const [before = '', behind] = pattern.replace(/^~/, () => homedir()).split('*');
  if (behind === undefined) return [before];
  try {
    const byVersion = new Intl.Collator('en', { numeric: true });
    return readdirSync(before)
      .toSorted((a, b) => byVersion.compare(b, a))
      .map((version) => join(before, version, behind));
  } catch {
    return []; // this version manager is not here
  }
}

function isProgram(file: string, platform: StdioPlan['platform']): boolean {
  try {
    if (platform !== 'win32') accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false; // not there, or not to be executed
  }
}

function firstBytes(file: string): string {
  try {
    const opened = openSync(file, 'r');
    const bytes = Buffer.alloc(256);
    const count = readSync(opened, bytes, 0, bytes.length, 0);
    closeSync(opened);
    return bytes.toString('latin1', 0, count);
  } catch {
    return ''; // executable, but not readable
  }
}
