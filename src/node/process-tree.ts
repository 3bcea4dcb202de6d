import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownEnvironment } from './own-process';

/** A process that was seen; the start time tells it from a later one with the same number. */
export interface SeenProcess {
  readonly pid: number;
  readonly parent: number;
  readonly started: string;
}

/** Signals a server and all that stayed in its process group; on Windows its process tree. */
export function killGroup(
  pid: number | undefined,
  signal: NodeJS.Signals,
  platform: NodeJS.Platform = process.platform,
): void {
  if (pid === undefined) return;
  try {
    if (platform === 'win32')
      execFileSync(systemProgram('taskkill.exe'), ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' });
    else process.kill(-pid, signal);
  } catch {
    // Nobody is left to signal: that is what was wanted.
  }
}

/** Everything below a process at this moment, by parenthood: also what cleared its environment, or left the group. */
export function descendantsOf(
  pid: number | undefined,
  platform: NodeJS.Platform = process.platform,
): readonly SeenProcess[] {
  if (pid === undefined || platform === 'win32') return [];
  const all = allProcesses(platform);
  const family: SeenProcess[] = [];
  let generation = [pid];
  while (generation.length > 0) {
    const children = all.filter(({ parent }) => generation.includes(parent));
    family.push(...children);
    generation = children.map((child) => child.pid);
  }
  return family;
}

/** What a process and those below it have computed so far, in the system's ticks (10 ms), and how many there are. */
export interface Effort {
  readonly ticks: number;
  readonly processes: number;
}

/** The effort of a process with its family; null where the system does not say at once. Cheap: asked many times a second. */
export function effortOf(pid: number | undefined, platform: NodeJS.Platform = process.platform): Effort | null {
  if (pid === undefined || platform !== 'linux') return null;
  let ticks = 0;
  const family = [pid];
  for (const each of family) {
    const stat = readProc(each, 'stat');
    // Behind the name: `utime` and `stime` stand at 11 and 12, those of children that have ended at 13 and 14.
    const times = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 15);
    ticks += times.reduce((sum, time) => sum + Number(time), 0);
    family.push(...childrenOf(each));
  }
  return { ticks, processes: family.length };
}

function childrenOf(pid: number): number[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readProc(pid, `task/${task}/children`).split(' ').filter(Boolean).map(Number),
    );
  } catch {
    return []; // gone since
  }
}

/** Ends those of the processes that are still the ones that were seen. */
export function killSeen(processes: readonly SeenProcess[], platform: NodeJS.Platform = process.platform): void {
  if (processes.length === 0) return;
  const now = new Map(allProcesses(platform).map(({ pid, started }) => [pid, started]));
  for (const { pid, started } of processes) if (now.get(pid) === started) killOne(pid);
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
function straysOf(name: string, value: string, platform: NodeJS.Platform = process.platform): readonly number[] {
  const marker = `${name}=${value}`;
  if (platform === 'linux')
    return pidsInProc().filter((pid) => readProc(pid, 'environ').includes(marker) && !isZombie(pid));
  if (platform !== 'darwin') return [];
  return psLines(['-E', '-ww', '-axo', 'pid=,command='])
    .filter((line) => line.includes(marker))
    .map((line) => Number.parseInt(line, 10));
}

function allProcesses(platform: NodeJS.Platform): readonly SeenProcess[] {
  if (platform === 'linux') return pidsInProc().flatMap(seenInProc);
  return psLines(['-axo', 'pid=,ppid=,lstart=']).flatMap((line) => {
    const [, pid, parent, started] = /^\s*(\d+)\s+(\d+)\s+(.+)$/.exec(line) ?? [];
    return started === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), started }];
  });
}

/** `/proc/PID/stat`: behind the name in brackets come state, parent and, nineteen further on, the start time. */
function seenInProc(pid: number): SeenProcess[] {
  const stat = readProc(pid, 'stat');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [parent, started] = [fields[1], fields[19]];
  return started === undefined ? [] : [{ pid, parent: Number(parent), started }];
}

function isZombie(pid: number): boolean {
  const stat = readProc(pid, 'stat');
  return stat === '' || stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
}

function pidsInProc(): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'latin1');
  } catch {
    return ''; // another user's, or gone since
  }
}

function psLines(args: readonly string[]): string[] {
  try {
    return execFileSync('/bin/ps', [...args], { encoding: 'utf8', maxBuffer: 1 << 26 }).split('\n');
  } catch {
    return []; // without ps the group is all that can be ended
  }
}

/** By its full path: a bare name would be looked for in the current folder first. */
function systemProgram(name: string): string {
  return join(ownEnvironment()['SystemRoot'] ?? 'C:\\Windows', 'System32', name);
}

function killOne(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went by itself.
  }
}
