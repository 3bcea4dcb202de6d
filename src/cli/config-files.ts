import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { clean } from '../core/clean';
import { isOtherFormat } from '../core/config/parse';
import { HumanError } from '../core/human-error';
import { say } from './print';
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
  if (isOtherFormat(path)) say(`${clean(name)} is no JSON: TOML and YAML are not read yet, and nothing is said of it.`);
  return { path, text: await readText(name, path) };
}
