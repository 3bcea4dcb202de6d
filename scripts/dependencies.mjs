// Installs what package-lock.json names, unless it is installed. Runs on a machine that has only Node and npm.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './editor/command.mjs';

/** @param {(sentence: string) => void} log */
export async function ensureDependencies(log, root = fileURLToPath(new URL('..', import.meta.url))) {
  if (isUpToDate(root)) return;
  log('installing the dependencies (npm ci --ignore-scripts)…');
  await npm(['ci'], { cwd: root, doing: 'installing the dependencies' });
}

/** npm leaves a list of what it installed. Versions are compared, not times: a checkout sets times as it likes. */
function isUpToDate(root) {
  const installedList = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedList)) return false;
  const installed = packagesIn(installedList);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(([path, { optional, version }]) => {
    // '' is the project itself; an optional package may be one for another platform.
    return path === '' || optional || installed[path]?.version === version;
  });
}

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;
