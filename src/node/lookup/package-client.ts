import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import which from 'which';
import { variable } from '../../core/environments';
import { isOutside } from '../../core/launch/envelope';
import { ownEnvironment } from '../own-process';
import { foldersToSearch } from './program';
import type { LaunchPlan } from '../../core/launch/launch-plan';

/** What a package client said. `failed` where it could not be asked: it is not there, or took too long. */
export type Said = { readonly exit: number; readonly stdout: string; readonly stderr: string } | 'failed';

/**
 * Asks a registry through the user's own package client: by its absolute path, never one inside the workspace; in an
 * empty directory, because a cloned configuration file could send what it likes to its own host; bounded in time.
 * Never rejects.
 */
export async function askPackageClient(
  client: string,
  argsIn: (emptyDirectory: string) => readonly string[],
  { plan, signal, input = '' }: { plan: LaunchPlan; signal: AbortSignal; input?: string },
): Promise<Said> {
  const folders = foldersToSearch(plan).map(({ folder }) => folder);
  let empty: string | undefined;
  try {
    const found = await which(client, { path: folders.join(delimiter), all: true, nothrow: true });
    // On Windows `which` looks in the current folder first, and that may be the workspace.
    const file = found?.find((path) => isOutside(path, plan.workspaceFolder) && folders.includes(dirname(path)));
    if (file === undefined) return 'failed';
    empty = await mkdtemp(join(tmpdir(), 'mcp-handshake-'));
    const { VIRTUAL_ENV: _ofTheWorkspace, ...own } = ownEnvironment();
    const env = { ...own, PATH: [dirname(file), ...folders].join(delimiter) };
    return await run(file, argsIn(empty), { cwd: empty, env, signal, input });
  } catch {
    return 'failed'; // whatever the reason: nobody was asked
  } finally {
    // A folder that is still held stays behind, empty.
    if (empty !== undefined) await rm(empty, { recursive: true, force: true }).catch(() => {});
  }
}

/** Any sign that the registry was not really asked, or that somebody else answered for it. */
export function couldNotAsk(said: Said): boolean {
  return said === 'failed' || TROUBLE.test(said.stderr);
}

const TROUBLE =
  /\b(?:ECONN\w+|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ERR_SOCKET\w*|E401|E403|E5\d\d|CERT_\w+|SELF_SIGNED\w*)\b|\bretr(?:y|ying|ies)\b|tim(?:ed ?out|eout)|error sending request|connection (?:error|refused|reset)|certificate\b|\bproxy (?:error|server)/i;

const TIMEOUT_MS = 20_000;

function run(
  file: string,
  args: readonly string[],
  options: { cwd: string; env: Record<string, string>; signal: AbortSignal; input: string },
): Promise<Said> {
  const { input, ...rest } = options;
  return new Promise((resolve) => {
    const settings = { ...rest, timeout: TIMEOUT_MS, maxBuffer: 1 << 20, windowsHide: true };
    const [program, words, form] = asStarted(file, args, rest.env);
    const child = execFile(program, [...words], { ...settings, ...form }, (error, stdout, stderr) => {
      const exit = error ? error.code : 0;
      resolve(typeof exit === 'number' ? { exit, stdout, stderr } : 'failed');
    });
    child.stdin?.on('error', () => {}); // it did not want the input: its answer says why
    child.stdin?.end(input);
  });
}

/** Windows starts a `.cmd` through its command processor only. The words hold no character that it would act on. */
function asStarted(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): readonly [program: string, words: readonly string[], form: { windowsVerbatimArguments?: boolean }] {
  if (!/\.(?:cmd|bat)$/i.test(file)) return [file, args, {}];
  const line = [file, ...args].map((word) => `"${word}"`).join(' ');
  const processor = join(variable(env, 'SystemRoot', 'win32') ?? 'C:\\Windows', 'System32', 'cmd.exe');
  return [processor, ['/d', '/s', '/c', `"${line}"`], { windowsVerbatimArguments: true }];
}
