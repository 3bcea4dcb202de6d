import type { Subject } from '../rules/rule';

/**
 * Whether what this client starts may have the short PATH of the desktop: not where it is known to hand on that of a
 * shell, nor on Windows, where both are one.
 */
export function hasDesktopPath({ plan, client, platform }: Subject<never>): boolean {
  const { policy } = (plan?.client ?? client)?.environment ?? { policy: 'unknown' };
  return (plan?.platform ?? platform ?? null) !== 'win32' && policy !== 'vscode' && policy !== 'full-inherit';
}
