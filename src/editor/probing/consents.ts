import { randomUUID } from 'node:crypto';
import type * as vscode from 'vscode';
import { askForConsent } from './consent-question';
import type { Consents } from '../../node/consent';

const KEY = 'consents';

/** What is kept per workspace: a salt for the digests, and the units agreed to. */
interface Kept {
  readonly salt: string;
  readonly units: readonly string[];
}

/** The consents of this workspace, asked for in one modal question. Kept by the editor, out of the workspace's reach. */
export async function workspaceConsents(state: vscode.Memento): Promise<Consents> {
  if (!state.get<Kept>(KEY)) await state.update(KEY, { salt: randomUUID(), units: [] } satisfies Kept);
  const { salt } = read(state);
  /** What was taken back meanwhile stays taken back: then there is another salt, or none. */
  const change = async (units: (before: readonly string[]) => readonly string[]): Promise<void> => {
    const kept = read(state);
    if (kept.salt === salt) await state.update(KEY, { salt, units: [...new Set(units(kept.units))] } satisfies Kept);
  };
  return {
    salt,
    agreed: async (requests, mayAsk) => {
      const open = requests.filter(({ unit }) => !read(state).units.includes(unit));
      if (open.length > 0 && mayAsk && (await askForConsent(open)))
        await change((before) => [...before, ...open.map(({ unit }) => unit)]);
      return new Set(read(state).units);
    },
    extend: (unit) => change((before) => [...before, unit]),
    forget: (unit) => change((before) => before.filter((each) => each !== unit)),
  };
}

/** Takes back every consent of this workspace. */
export async function forgetAll(state: vscode.Memento): Promise<void> {
  await state.update(KEY, undefined);
}

function read(state: vscode.Memento): Kept {
  return state.get<Kept>(KEY) ?? { salt: '', units: [] };
}
