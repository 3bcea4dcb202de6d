import { safe } from '../text';
import { programName } from '../launch/program-name';
import { ownSpawnFailure } from './own-spawn-failure';
import type { Evidence } from '../facts';
import type { Subject } from '../rules/rule';
import type { Safe } from '../text';

/** A batch file that a client on Windows has tried to start as if it were a program. */
export interface WindowsShim {
  readonly program: Safe;
  readonly evidence: Evidence;
  /** Only a batch file fails like this; the other words come where there is no such program as well. */
  readonly isSure: boolean;
}

/**
 * Runners from npm are batch files on Windows (`npx.cmd`). Started without a command processor they are "not found", or
 * an invalid argument since Node 18.20.2. Clients that look for the batch file themselves do not fail so.
 */
export function windowsShim(subject: Subject<'spawn-failed' | 'program'>): WindowsShim | null {
  const { facts, entry, plan, client } = subject;
  const failed = ownSpawnFailure(subject);
  const told = failed && OF_WINDOWS.test(failed.evidence.text) ? 'win32' : null;
  const platform = plan?.platform ?? subject.platform ?? told;
  const named = failed?.program ?? entry?.command?.safe;
  // Only a batch file is an invalid argument.
  const program = named ?? (failed?.code === 'EINVAL' ? safe('the program') : undefined);
  const isElsewhere = platform === 'linux' || platform === 'darwin';
  if (!failed || !program || isElsewhere) return null;
  const evidence = failed.evidence;
  // The script beside the batch file, which is none for Windows.
  if (failed.code === 'ENOEXEC' && isShim(program)) return { program, evidence, isSure: true };
  if (failed.code === 'EINVAL') return { program, evidence, isSure: true };
  const findsIt =
    (plan?.client ?? client)?.windowsSpawn === 'vscode-cmd' || (plan && plan.client.windowsSpawn !== 'direct');
  if (platform !== 'win32' || findsIt || !isShim(program) || facts.first('program')) return null;
  return { program, evidence, isSure: false };
}

/** As Go writes the variable there, and as somebody says where it was. */
const OF_WINDOWS = /%PATH%|\b[Ww]in(?:dows|10|11)\b/;

/** Whether a program of that name is a batch file on Windows. */
export function isShim(program: string): boolean {
  return SHIMS.has(programName(program)) || /\.(?:cmd|bat)$/i.test(program);
}

/** What npm, and its like, installs on Windows as a batch file. */
const SHIMS = new Set('npx npm pnpm pnpx yarn corepack tsx ts-node dnx mcp-remote supergateway'.split(' '));
