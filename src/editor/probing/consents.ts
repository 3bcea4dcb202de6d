import type * as vscode from 'vscode';
import { keptConsents } from '../../node/kept-consents';
import { askForConsent } from './consent-question';
import type { Consents } from '../../node/consent';
import type { Kept } from '../../node/kept-consents';

const KEY = 'consents.2';

/** The consents of this workspace, asked for in one modal question. Kept by the editor, out of the workspace's reach. */
export function workspaceConsents(state: vscode.Memento): Promise<Consents> {
  return keptConsents({ get: () => state.get<Kept>(KEY), set: (kept) => state.update(KEY, kept) }, askForConsent);
}

/** Takes back every consent of this workspace. */
export async function forgetAll(state: vscode.Memento): Promise<void> {
  await state.update(KEY, undefined);
}
