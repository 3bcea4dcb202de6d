import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { readersOf, workspaceFiles } from '../core/clients';
import { HumanError } from '../core/human-error';
import { readText } from './read-text';

/** A config file as read. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
}

/** The files named on the command line, or else those that clients would read in the current folder. */
export async function readConfigFiles(named: readonly string[]): Promise<readonly ReadFile[]> {
  const paths = named.length > 0 ? named : workspaceFiles.flatMap(existing);
  if (paths.length === 0) throw new HumanError(`no MCP configuration here. Looked for ${workspaceFiles.join(', ')}.`);
  return Promise.all(
    paths.map(async (name) => {
      const path = resolve(name);
      return { path, text: await readText(name, path) };
    }),
  );
}

/** A file of the current folder; of one whose name is not fixed, all that a client reads. */
function existing(file: string): readonly string[] {
  if (!file.includes('*')) return existsSync(file) ? [file] : [];
  const folder = dirname(file);
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith(file.replace(/^.*\*/, '')));
    return names.map((name) => join(folder, name)).filter((path) => readersOf(resolve(path)).length > 0);
  } catch {
    return []; // there is no such folder
  }
}
