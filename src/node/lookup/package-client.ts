import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import which from 'which';
import { ownEnvironment } from '../own-process';
import { foldersToSearch } from './program';
import type { LaunchPlan } from '../../core/launch/plan';

/** What a package client said. `failed` where it could not be asked: it is not there, or took too long. */
export type Said = { readonly exit: number; readonly stdout: string; readonly stderr: string } | 'failed';

/**
 * Asks a registry through the user's own package client: by its absolute path, never one inside the workspace; in an
 * empty directory, because a cloned configuration file could send what it likes to its own host; bounded in time.
 */
export async function askPackageClient(
  client: string,
  argsIn: (emptyDirectory: string) => readonly string[],
  { plan, signal, input = '' }: { plan: LaunchPlan; signal: AbortSignal; input?: string },
): Promise<Said> {
  const path = foldersToSearch(plan).map(({ folder }) => folder);
  const file = await which(client, { path: path.join(delimiter), nothrow: true });
  if (file === null) return 'failed';
  const empty = await mkdtemp(join(tmpdir(), 'mcp-handshake-'));
  try {
    const env = { ...ownEnvironment(), PATH: [dirname(file), ...path].join(delimiter) };
    return await run(file, argsIn(empty), { cwd: empty, env, signal, input });
  } finally {
    await rm(empty, { recursive: true, force: true });
  }
}

/** Any sign that the registry was not really asked, or that somebody else answered for it. */
export function couldNotAsk(said: Said): boolean {
  return said === 'failed' || TROUBLE.test(said.stderr);
}

const TROUBLE =
  /\b(?:ECONN\w+|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ERR_SOCKET\w*|E401|E403|E5\d\d|CERT_\w+|SELF_SIGNED\w*)\b|\bretr(?:y|ying|ies)\b|tim(?:ed ?out|eout)|error sending request|connection (?:error|refused|reset)|certificate|proxy/i;

const TIMEOUT_MS = 20_000;

function run(
  file: string,
  args: readonly string[],
  options: { cwd: string; env: Record<string, string>; signal: AbortSignal; input: string },
): Promise<Said> {
  const { input, ...rest } = options;
  return new Promise((resolve) => {
    const settings = { ...rest, timeout: TIMEOUT_MS, maxBuffer: 1 << 20, windowsHide: true };
    const child = execFile(file, [...args], settings, (error, stdout, stderr) => {
      const exit = error ? error.code : 0;
      resolve(typeof exit === 'number' ? { exit, stdout, stderr } : 'failed');
    });
    child.stdin?.on('error', () => {}); // it did not want the input: its answer says why
    child.stdin?.end(input);
  });
}
