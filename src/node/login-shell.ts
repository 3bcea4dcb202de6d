import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { homedir, userInfo } from 'node:os';
import { basename, isAbsolute } from 'node:path';
import { ownEnvironment } from './own-process';

/** A shell that its start-up files keep busy longer than this has no answer for us. */
const PATIENCE_MS = 10_000;
/** An answer is good for so long: of the programs of one file each may ask. */
const FRESH_MS = 10_000;
/** What start-up files print besides is bounded, too. */
const MOST_BYTES = 1 << 20;

/**
 * The folders on the PATH that the person's login shell has, as a terminal shows it; none where it cannot be asked, or
 * does not answer in time. It runs the person's own start-up files, so only after consent. What they print does not spoil
 * the answer. Never rejects. The form of the call is that of VS Code, whose variable start-up files know.
 */
export async function loginShellFolders(
  isOwn: (path: string) => boolean,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const shell = ownShell();
  if (shell === null || !isOwn(shell)) return [];
  if (!known || known.shell !== shell || Date.now() - known.at > FRESH_MS)
    known = { shell, at: Date.now(), folders: ask(shell, signal) };
  const folders = await known.folders;
  if (folders.length === 0) known = null; // cancelled, or too slow: the next may be luckier
  return folders;
}

let known: { readonly shell: string; readonly at: number; readonly folders: Promise<readonly string[]> } | null = null;

/** The shell by its path, where it is one that we know how to ask. */
function ownShell(): string | null {
  if (process.platform === 'win32') return null;
  const shell = shellOfAccount() ?? ownEnvironment()['SHELL'] ?? '/bin/sh';
  return isAbsolute(shell) && SHELLS.has(basename(shell)) ? shell : null;
}

function shellOfAccount(): string | null {
  try {
    return userInfo().shell;
  } catch {
    return null; // nobody by that number
  }
}

const SHELLS = new Set(['bash', 'zsh', 'fish', 'sh', 'dash', 'ksh']);

function ask(shell: string, signal: AbortSignal): Promise<readonly string[]> {
  const mark = randomUUID();
  const env = { ...ownEnvironment(), VSCODE_RESOLVING_ENVIRONMENT: '1' };
  const words = ['-i', '-l', '-c', `printf '\\n%s%s%s\\n' '${mark}' "$PATH" '${mark}'`];
  return new Promise((resolve) => {
    // A session of its own: it has no terminal to take hold of, and can be ended as a whole.
    const child = spawn(shell, words, { cwd: homedir(), env, stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    let text = '';
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      if (child.pid !== undefined) endGroup(child.pid);
      const [, path = ''] = text.split(mark);
      resolve(path.split(':').filter((folder) => isAbsolute(folder)));
    };
    const timer = setTimeout(end, PATIENCE_MS);
    signal.addEventListener('abort', end);
    child.on('error', end);
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', (chunk: string) => {
      if (text.length < MOST_BYTES) text += chunk;
      if (text.split(mark).length > 2) end();
    });
    child.on('close', end);
  });
}

/** What start-up files have left running in the session goes with the shell. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}
