import type { Platform } from '../platform';

/**
 * Whether a path names another machine by its form: on Windows even asking whether it is there sends the person's
 * credentials. A drive or folder that is mounted cannot be told by its name.
 */
export function isOnNetwork(path: string, platform: Platform): boolean {
  return platform === 'win32' && /^[/\\]{2}/.test(path);
}
