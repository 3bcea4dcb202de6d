import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { isOnNetwork } from '../../core/launch/network-path';
import { hideShapes } from '../../core/secrets/mask';
import { safe } from '../../core/text';
import type { Platform } from '../../core/platform';
import type { Safe } from '../../core/text';
import type { LookUp } from './index';

/** Looks in the folders above the file, as far as the home: whether certain files are there. None is opened. */
export const lookUp: LookUp<'project'> = {
  isOnDisk: true,
  async answer(question, { cwd, platform }) {
    const file = resolve(cwd, question.file);
    const folder = isOnNetwork(file, platform) ? null : projectAbove(file);
    if (folder === null) return { ...question, folder: null, install: null, python: null };
    const install = INSTALLS.find(([name]) => existsSync(join(folder, name)))?.[1] ?? null;
    const python = VENVS.map((venv) => join(folder, venv, PYTHON[platform])).find((path) => existsSync(path));
    return { ...question, folder: hideShapes(folder), install, python: python ? hideShapes(python) : null };
  },
};

function projectAbove(file: string): string | null {
  const home = homedir();
  for (
    let at = dirname(file), left = DEEPEST;
    left > 0 && at !== dirname(at) && at !== home;
    left -= 1, at = dirname(at)
  )
    if (DESCRIPTIONS.some((name) => existsSync(join(at, name)))) return at;
  return null;
}

const DEEPEST = 8;
const DESCRIPTIONS = ['package.json', 'pyproject.toml', 'requirements.txt', 'setup.py'];

/** By the file that is there, the surest first: a lock file, then the description alone. */
const INSTALLS: readonly (readonly [file: string, line: Safe])[] = [
  ['pnpm-lock.yaml', safe('pnpm install --frozen-lockfile')],
  ['yarn.lock', safe('yarn install')],
  ['bun.lock', safe('bun install')],
  ['bun.lockb', safe('bun install')],
  ['package-lock.json', safe('npm ci')],
  ['package.json', safe('npm install')],
  ['uv.lock', safe('uv sync')],
  ['poetry.lock', safe('poetry install')],
  ['requirements.txt', safe('pip install -r requirements.txt')],
  ['pyproject.toml', safe('uv sync')],
  ['setup.py', safe('pip install -e .')],
];

const VENVS = ['.venv', 'venv', 'env'];
const PYTHON: Readonly<Record<Platform, string>> = {
  win32: 'Scripts\\python.exe',
  darwin: 'bin/python',
  linux: 'bin/python',
};
