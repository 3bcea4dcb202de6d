import { pathOf } from '../environments';
import type { LaunchPlan } from './plan';

/** What is handed to the operating system. */
export interface SpawnForm {
  readonly file: string;
  readonly args: readonly string[];
  readonly shell: boolean;
}

/**
 * The program and its args in the form in which this client starts them. Only Windows knows more than one: a `.cmd`
 * cannot be started there without a shell, and each client has its own way around it.
 */
export function spawnForm(plan: LaunchPlan, isThere: (path: string) => boolean = () => false): SpawnForm {
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

/**
 * Whether Windows would find a `.cmd` or `.bat` for the command. VS Code tries the endings of PATHEXT before the bare
 * name, folder by folder; a name with a folder in it is taken as it is. Source: build of 1.139.1.
 */
function isBatchFile(plan: LaunchPlan, command: string, isThere: (path: string) => boolean): boolean {
  const isBatch = (path: string): boolean => /\.(cmd|bat)$/i.test(path);
  if (/[/\\]/.test(command)) return isBatch(command);
  const env = plan.env.reveal();
  const endings = [...(env['PATHEXT'] ?? '.COM;.EXE;.BAT;.CMD').split(';'), ''];
  const folders = (pathOf(env, 'win32') ?? '').split(';').filter((folder) => folder !== '');
  const found = [...folders, plan.cwd]
    .flatMap((folder) => endings.map((ending) => `${folder}\\${command}${ending}`))
    .find((path) => isThere(path));
  return found !== undefined && isBatch(found);
}

/** In double quotes, those inside doubled: as VS Code does it for cmd.exe. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
