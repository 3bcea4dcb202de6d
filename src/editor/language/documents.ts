import { isConfigPath } from '../../core/clients';
import * as vscode from 'vscode';
import { isOurSide } from './our-side';

/** Whether a document is a configuration that somebody may edit; the other side of a comparison is none. */
export function isConfigDocument({ uri, languageId, isClosed }: vscode.TextDocument): boolean {
  return !isClosed && LANGUAGES.has(languageId) && !READ_ONLY.has(uri.scheme) && isConfigPath(uri.path);
}

/** Whether its servers belong to the machine that we run on. */
export function isOnThisMachine({ uri }: vscode.TextDocument): boolean {
  return isOurSide(uri.scheme, vscode.env.remoteName);
}

/** Where fixes are offered: TOML has a language of its own only where somebody has installed one. */
export const CONFIG_SELECTOR: vscode.DocumentSelector = ['json', 'jsonc', 'yaml', { pattern: '**/*.toml' }];

const LANGUAGES = new Set(['json', 'jsonc', 'yaml', 'toml', 'plaintext']);
const READ_ONLY = new Set(['git', 'gitfs', 'output', 'vscode-local-history', 'review', 'pr']);
