import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LIMITS } from '../../core/limits';
import { askPackageClient } from './package-client';
import type { Known } from '../../core/facts';
import type { StdioPlan } from '../../core/launch/launch-plan';
import type { LookUp } from './index';

/** Asks the registry for the release that is installed: for its files, or for what it depends on. */
export const lookUp: LookUp<'npm-release'> = {
  async answer(question, plan, signal) {
    const version = await versionIn(question.folder);
    const isAsked = version !== null && NPM_NAME.test(question.name);
    const spec = `${question.name}@${version ?? ''}`;
    const ask = question.isFile ? hasFile : declares;
    return { ...question, isPublished: isAsked ? await ask(spec, question.lacks, plan, signal) : 'unknown' };
  },
};

const NPM_NAME = /^(?:@[a-z0-9~-][a-z0-9._~-]{0,100}\/)?[a-z0-9~-][a-z0-9._~-]{0,213}$/i;
const VERSION = /^\d{1,9}\.\d{1,9}\.\d{1,9}(?:[-+][\w.+-]{1,80})?$/;

/** The version that the installed package says of itself; null where it says none. */
async function versionIn(folder: string): Promise<string | null> {
  try {
    const path = join(folder, 'package.json');
    if ((await stat(path)).size > LIMITS.envFileBytes) return null;
    const description: unknown = JSON.parse(await readFile(path, 'utf8'));
    const version: unknown =
      typeof description === 'object' && description !== null && Reflect.get(description, 'version');
    return typeof version === 'string' && VERSION.test(version) ? version : null;
  } catch {
    return null; // what is left of an installation may be anything
  }
}

async function hasFile(spec: string, file: string, plan: StdioPlan, signal: AbortSignal): Promise<Known> {
  const words = ['pack', '--dry-run', '--json', '--ignore-scripts', '--workspaces=false', '--', spec];
  const [packed] = listOf(await jsonOf(words, plan, signal));
  const files = listOf(packed && Reflect.get(packed, 'files')).map((each) => Reflect.get(each, 'path') as unknown);
  const wanted = file.replaceAll('\\', '/');
  return files.length === 0 ? 'unknown' : files.includes(wanted) ? 'yes' : 'no';
}

async function declares(spec: string, name: string, plan: StdioPlan, signal: AbortSignal): Promise<Known> {
  const kinds = ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies'];
  const words = ['view', '--json', '--workspaces=false', '--', spec, 'name', ...kinds];
  const release = await jsonOf(words, plan, signal);
  if (typeof release !== 'object' || release === null) return 'unknown';
  return kinds.some((kind) => JSON.stringify(Reflect.get(release, kind) ?? null).includes(JSON.stringify(name)))
    ? 'yes'
    : 'no';
}

async function jsonOf(words: readonly string[], plan: StdioPlan, signal: AbortSignal): Promise<unknown> {
  const said = await askPackageClient('npm', words, { plan, signal });
  if (said === 'failed' || said.exit !== 0) return null;
  try {
    return JSON.parse(said.stdout) as unknown;
  } catch {
    return null; // another npm has other words
  }
}

function listOf(value: unknown): readonly object[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}
