import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Signals a server and all that stayed in its process group; on Windows its process tree. */
export function killGroup(
  pid: number | undefined,
  signal: NodeJS.Signals,
  platform: NodeJS.Platform = process.platform,
): void {
  if (pid === undefined) return;
  try {
    if (platform === 'win32') execFileSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, signal);
  } catch {
    // Nobody is left to signal: that is what was wanted.
  }
}

/**
 * Ends every process that carries `name=value` in its environment, wherever it went: a `setsid`, a double fork, another
 * parent. Again and again until none is found, since one may have been forking while we looked.
 */
export function killStrays(name: string, value: string): void {
  for (let round = 0; round < 5; round += 1) {
    const strays = straysOf(name, value);
    if (strays.length === 0) return;
    for (const pid of strays) killOne(pid);
  }
}

/** The processes that carry the marker. Windows has no such list: there the tree is all there is. */
export function straysOf(name: string, value: string, platform: NodeJS.Platform = process.platform): readonly number[] {
  switch (platform) {
    case 'linux':
      return straysInProc(`${name}=${value}`);
    case 'darwin':
      return straysInPs(`${name}=${value}`);
    default:
      return [];
  }
}

function straysInProc(marker: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => environmentOf(pid).includes(marker) && !isZombie(pid))
    .map(Number);
}

function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1');
  } catch {
    return ''; // another user's, or gone since
  }
}

function isZombie(pid: string): boolean {
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return true; // gone since
  }
}

function straysInPs(marker: string): number[] {
  const lines = execFileSync('/bin/ps', ['-E', '-ww', '-axo', 'pid=,command='], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  }).split('\n');
  return lines.filter((line) => line.includes(marker)).map((line) => Number.parseInt(line, 10));
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself.
  }
}
