import { isConfigPath } from '../../core/clients';
import type { TextDocument } from 'vscode';

/** Whether a document is a configuration that somebody may edit; the other side of a comparison is none. */
export function isConfigDocument({ uri, languageId, isClosed }: TextDocument): boolean {
  return !isClosed && LANGUAGES.has(languageId) && !READ_ONLY.has(uri.scheme) && isConfigPath(uri.path);
}

/** Whether its servers belong to the machine that we run on. */
export function isOnThisMachine({ uri }: TextDocument): boolean {
  return uri.scheme === 'file' || uri.scheme === 'vscode-userdata';
}

const LANGUAGES = new Set(['json', 'jsonc']);
const READ_ONLY = new Set(['git', 'gitfs', 'output', 'vscode-local-history', 'review', 'pr']);
