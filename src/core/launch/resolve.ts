import type { Platform } from '../platform';

/** What there is of the file system to ask. */
export interface Files {
  /** Whether a file is there that this user may execute (on Windows: that is there). */
  isProgram(path: string): boolean;
}

/**
 * The file that the operating system would start for a command, or null. A command with a directory part is that file
 * and nothing else; a bare name is looked for along the PATH, on Windows with each ending of PATHEXT first.
 */
export function resolveProgram(
  command: string,
  { platform, path, pathExt, cwd }: { platform: Platform; path: readonly string[]; pathExt?: string; cwd: string },
  files: Files,
): string | null {
  const isPath = platform === 'win32' ? /[/\\]/.test(command) : command.includes('/');
  const separator = platform === 'win32' ? '\\' : '/';
  const isAbsolute = platform === 'win32' ? /^([A-Za-z]:)?[/\\]/.test(command) : command.startsWith('/');
  if (isPath)
    return [isAbsolute ? command : `${cwd}${separator}${command}`].find((file) => files.isProgram(file)) ?? null;
  const endings = platform === 'win32' ? [...(pathExt ?? '.COM;.EXE;.BAT;.CMD').split(';'), ''] : [''];
  const candidates = path.flatMap((folder) => endings.map((ending) => `${folder}${separator}${command}${ending}`));
  return candidates.find((file) => files.isProgram(file)) ?? null;
}
