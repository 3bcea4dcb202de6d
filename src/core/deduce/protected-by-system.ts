import type { FactOf } from '../facts';
import type { Platform } from '../platform';

/**
 * Whether it is the system's own protection that refuses a file, and not its rights: macOS keeps some folders of a person
 * from programs that were not allowed to look into them, and Windows keeps sockets and files from what is sandboxed.
 */
export function isProtected({ path, isBySystem, evidence }: FactOf<'file-denied'>, platform: Platform | null): boolean {
  if (!isBySystem) return false;
  if (/\[WinError 10013\]/.test(evidence.text)) return true;
  // Windows names the file whose rights are in the way; what it keeps a program from has none.
  if (/^(?:.{0,40}: )?[Aa]ccess is denied\b/.test(evidence.text)) return !path;
  // A folder in which the rights are no obstacle, and yet nobody may be: no other system has that.
  if (/\b(?:uv_cwd|getcwd)\b/.test(evidence.text)) return platform !== 'win32' && platform !== 'linux';
  const isMac = platform === 'darwin' || (platform === null && (!path || /^(?:\/Users|\/…|~)\//.test(path)));
  return isMac && (!path || PERSONAL.test(path));
}

/** Also where somebody has left out whose they are. */
const PERSONAL =
  /^(?:\/Users\/[^/]+|~|(?:\/[^/]+){0,2}\/…)\/(?:Documents|Desktop|Downloads|Library|\.npm)(?:\/|$)|^\/Volumes\//;
