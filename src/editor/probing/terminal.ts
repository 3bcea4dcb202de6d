import * as vscode from 'vscode';
import { parseConfig } from '../../core/config/parse';
import { codeDigest } from '../../node/code-digest';
import { withEnvFiles } from '../../node/env-files';
import { programOf } from '../../node/lookup/program';
import { nextStep } from '../../node/next-step';
import { wantedOf } from '../../node/wanted';
import { isOnThisMachine } from '../language/documents';
import { plainText } from '../plain-text';
import { workspaceConsents } from './consents';
import { askForInputs } from './inputs';
import { mayStart } from './may-start';
import { namedBy } from './named';
import { worldOf } from './run';
import type { Desk } from './desk';

/** Types a command into a new terminal. Whether it runs is for the person to say: no line end is sent. */
export async function typeCommand(_desk: Desk, [line, cwd]: readonly unknown[]): Promise<void> {
  if (typeof line !== 'string' || /[\r\n]/.test(line)) return;
  const terminal = vscode.window.createTerminal({ name: 'MCP', ...(typeof cwd === 'string' ? { cwd } : {}) });
  terminal.show();
  terminal.sendText(line, false);
}

/** *Run in Terminal*: the server as its client would start it, in front of the person: program, folder and environment. */
export async function runInTerminal({ context }: Desk, args: readonly unknown[]): Promise<void> {
  if (!(await mayStart())) return;
  const named = await namedBy(args, false);
  if (!named || !isOnThisMachine(named.document)) return;
  const { document, server } = named;
  const answers = await askForInputs(document, server);
  if (!answers) return;
  const file = parseConfig(document.uri.fsPath, document.getText());
  const [wanted] = wantedOf(file, { server, client: null });
  if (!wanted?.reader) return;
  const { entry, reader } = wanted;
  const world = await withEnvFiles([{ entry, reader }], worldOf(document, answers));
  const consents = await workspaceConsents(context.workspaceState);
  const step = nextStep(file, entry, reader, { isExplicit: true, patienceMs: null, world, salt: consents.salt });
  if (step.kind === 'report' || step.plan.kind === 'http') {
    const why = step.kind === 'report' ? step.reason.text : 'it is a remote server, and nothing of it runs here';
    void vscode.window.showInformationMessage(plainText(`${entry.name} is not run in a terminal: ${why}.`));
    return;
  }
  if (!(await consents.agreed([step.request], true)).has(step.request.unit)) return;
  const { plan } = step;
  await consents.keep(step.request.unit, await codeDigest(plan));
  const terminal = vscode.window.createTerminal({
    name: plainText(`MCP: ${entry.name}`),
    shellPath: programOf(plan)?.path ?? plan.command.reveal(),
    shellArgs: [...plan.args.reveal()],
    cwd: plan.cwd,
    env: { ...plan.env.reveal() },
    strictEnv: true,
  });
  terminal.show();
}
