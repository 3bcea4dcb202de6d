import { execFile } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { promisify } from 'node:util';
import { LIMITS } from '../../core/limits';
import { hideShapes } from '../../core/secrets/mask';
import { beginningOf } from '../../core/text';
import type { Answer } from '../../core/facts/world/port';
import type { LookUp } from './index';

/** Asks the system: Linux by its files, macOS by its own `lsof`. On Windows nobody is asked. */
export const lookUp: LookUp<'port'> = {
  async answer(question, { platform }, signal) {
    const port = Number(question.port);
    const isPort = Number.isInteger(port) && port > 0 && port < 65_536;
    const ask = platform === 'linux' ? byFiles : platform === 'darwin' ? byLsof : null;
    return { ...question, owner: isPort && ask ? await ask(port, signal).catch(() => null) : null };
  },
};

type Owner = Answer['owner'];

const LISTENING = '0A';

/** The sockets that listen have their inodes in a table, and their processes have them among their files. */
async function byFiles(port: number): Promise<Owner> {
  const tables = await Promise.all(
    ['/proc/net/tcp', '/proc/net/tcp6'].map((table) => readFile(table, 'utf8').catch(() => '')),
  );
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const sockets = tables.flatMap((table) =>
    table.split('\n').flatMap((line) => {
      const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
      return local?.endsWith(suffix) === true && state === LISTENING ? [`socket:[${inode ?? ''}]`] : [];
    }),
  );
  if (sockets.length === 0) return null;
  for (const pid of (await readdir('/proc')).filter((name) => /^\d+$/.test(name))) {
    const files = await readdir(`/proc/${pid}/fd`).catch(() => []); // another person's, or gone
    for (const file of files) {
      const target = await readlink(`/proc/${pid}/fd/${file}`).catch(() => '');
      if (!sockets.includes(target)) continue;
      const words = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ').trim();
      return { pid: Number(pid), command: shown(words) };
    }
  }
  return null;
}

async function byLsof(port: number, signal: AbortSignal): Promise<Owner> {
  const words = ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'];
  const { stdout } = await promisify(execFile)('/usr/sbin/lsof', words, { signal, timeout: 5_000 });
  const [, pid, command] = /^p(\d+)\n(?:.*\n)*?c(.+)$/m.exec(stdout) ?? [];
  return pid && command ? { pid: Number(pid), command: shown(command) } : null;
}

/** A command line may hold a key. */
function shown(command: string) {
  return hideShapes(beginningOf(command, LIMITS.name));
}
