import { existsSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { HumanError } from '../core/human-error';
import { LIMITS } from '../core/limits';
import { readText } from './read-text';

/** A config file as read. */
export interface ReadFile {
  readonly path: string;
  readonly text: string;
}

/** Where a folder keeps its MCP configurations. */
const USUAL = [
  '.vscode/mcp.json',
  '.mcp.json',
  '.cursor/mcp.json',
  '.roo/mcp.json',
  '.kiro/settings/mcp.json',
  '.github/mcp.json',
  'mcp.json',
];

/** The files named on the command line, or else those that the current folder has. */
export async function readConfigFiles(named: readonly string[]): Promise<readonly ReadFile[]> {
  const paths = named.length > 0 ? named : USUAL.filter((path) => existsSync(path));
  if (paths.length === 0) throw new HumanError(`no MCP configuration here. Looked for ${USUAL.join(', ')}.`);
  return Promise.all(paths.map(readOne));
}

/** The folder that a client would have open for this file: the one around `.vscode`, `.cursor` and their like. */
export function workspaceFolderOf(path: string): string {
  const folder = dirname(path);
  const ofClient = CLIENT_FOLDERS.find((name) => folder.replaceAll('\\', '/').endsWith(`/${name}`));
  return ofClient === undefined ? folder : resolve(folder, ...ofClient.split('/').map(() => '..'));
}

const CLIENT_FOLDERS = ['.vscode', '.cursor', '.roo', '.kiro/settings', '.github', '.vs', '.copilot'];

async function readOne(name: string): Promise<ReadFile> {
  const path = resolve(name);
  const size = await stat(path).then(
    (found) => found.size,
    () => 0, // reading it says why it is not there
  );
  // A file too large to be a configuration is not read; the check says so by the size of what stands for it.
  return { path, text: size > 4 * LIMITS.configFile ? ' '.repeat(LIMITS.configFile + 1) : await readText(name, path) };
}
