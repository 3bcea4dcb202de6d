import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';
import type { ConsentRequest, Consents } from '../../node/consent';

const KEY = 'consents';

/** What is kept per workspace: a salt for the digests, and the units agreed to. */
interface Kept {
  readonly salt: string;
  readonly units: readonly string[];
}

/** The consents of this workspace, asked for in one modal question. Kept by the editor, out of the workspace's reach. */
export async function workspaceConsents(state: vscode.Memento): Promise<Consents> {
  if (!state.get<Kept>(KEY)) await write(state, { salt: randomUUID(), units: [] });
  const { salt } = read(state);
  return {
    salt,
    agreed: async (requests, mayAsk) => {
      const { units } = read(state);
      const open = requests.filter(({ unit }) => !units.includes(unit));
      const isAgreed = open.length > 0 && mayAsk && (await ask(open));
      const added = isAgreed ? open.map(({ unit }) => unit) : [];
      if (isAgreed) await write(state, { salt, units: [...units, ...added] });
      return new Set([...units, ...added]);
    },
    extend: async (unit) => {
      await write(state, { salt, units: [...read(state).units, unit] });
    },
    forget: async (unit) => {
      await write(state, { salt, units: read(state).units.filter((each) => each !== unit) });
    },
  };
}

/** Takes back every consent of this workspace. */
export async function forgetAll(state: vscode.Memento): Promise<void> {
  await state.update(KEY, undefined);
}

async function ask(requests: readonly ConsentRequest[]): Promise<boolean> {
  const [first] = requests;
  const question =
    requests.length === 1 && first
      ? `Start the MCP server "${first.server}"?`
      : `Start ${requests.length} MCP servers?`;
  const detail = requests
    .map(({ server, lines }) => [...(requests.length > 1 ? [server] : []), ...lines].join('\n'))
    .join('\n\n');
  return (await vscode.window.showWarningMessage(question, { modal: true, detail }, 'Start')) === 'Start';
}

function read(state: vscode.Memento): Kept {
  return state.get<Kept>(KEY) ?? { salt: '', units: [] };
}

async function write(state: vscode.Memento, kept: Kept): Promise<void> {
  await state.update(KEY, kept);
}
