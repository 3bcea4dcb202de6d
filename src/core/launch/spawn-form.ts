import { pathExtensions, searchPath } from './launch-plan';
import { resolveProgram } from './resolve';
import type { StdioPlan } from './launch-plan';

/** What is handed to the operating system. */
export interface SpawnForm {
  readonly file: string;
  readonly args: readonly string[];
  readonly shell: boolean;
}

/**
 * The program and its args in the form in which this client starts them. Only Windows knows more than one: a `.cmd`
 * cannot be started there without a shell. cross-spawn escapes more than VS Code does; for args without the characters
 * of cmd.exe the two are one.
 */
export function spawnForm(plan: StdioPlan, isThere: (path: string) => boolean): SpawnForm {
  const direct: SpawnForm = { file: plan.command.reveal(), args: plan.args.reveal(), shell: false };
  if (plan.platform !== 'win32') return direct;
  const { windowsSpawn } = plan.client;
  switch (windowsSpawn) {
    case 'direct':
      return direct;
    case 'vscode-cmd':
    case 'cross-spawn':
      return isBatchFile(plan, direct.file, isThere)
        ? { file: quoted(direct.file), args: direct.args.map(quoted), shell: true }
        : direct;
    default:
      return windowsSpawn satisfies never;
  }
}

/** Whether Windows would find a `.cmd` or `.bat` for the command: it looks along the PATH, then in the cwd. */
function isBatchFile(plan: StdioPlan, command: string, isThere: (path: string) => boolean): boolean {
  const where = { platform: plan.platform, path: [...searchPath(plan), plan.cwd], cwd: plan.cwd };
  const pathExt = pathExtensions(plan);
  const found = resolveProgram(command, pathExt ? { ...where, pathExt } : where, { isProgram: isThere });
  return /\.(?:cmd|bat)$/i.test(found ?? command);
}

/** In double quotes, those inside doubled: as VS Code does it for cmd.exe. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
