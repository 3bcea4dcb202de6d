import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import which from 'which';
import { variable } from '../../core/environments';
import { withoutNpmScript } from '../../core/launch/base-environment';
import { ownEnvironment } from '../own-process';
import { inPrivateFolder } from '../private-folder';
import { Slots } from '../slots';
import { workspaceBoundary } from '../workspace-boundary';
import { foldersToSearch } from './program';
import type { Environment } from '../../core/environments';
import type { StdioPlan } from '../../core/launch/launch-plan';

/** What a package client said. `failed` where it could not be asked: it is not there, or took too long. */
export type Said = { readonly exit: number; readonly stdout: string; readonly stderr: string } | 'failed';

/**
 * Asks a registry through the user's own package client: by its absolute path, never one that the workspace brought
 * along; in a private directory without anything to read, because a cloned configuration file could send what it likes to its own host;
 * without what a project's script has put into the environment; bounded in time. Never rejects.
 */
export async function askPackageClient(
  client: string,
  args: readonly string[],
  { plan, signal, input = '' }: { plan: StdioPlan; signal: AbortSignal; input?: string },
): Promise<Said> {
  const isOwn = workspaceBoundary(plan);
  const folders = foldersToSearch(plan).map(({ folder }) => folder);
  try {
    const found = await which(client, { path: folders.join(delimiter), all: true, nothrow: true });
    // On Windows `which` looks in the current folder first, and that may be the workspace.
    const file = found?.find((path) => isOwn(path) && folders.includes(dirname(path)));
    if (file === undefined) return 'failed';
    const env = { ...withoutProject(ownEnvironment()), PATH: [dirname(file), ...folders].join(delimiter) };
    return await asking.within(() =>
      inPrivateFolder(isOwn, async (cwd) => {
        await mkdir(join(cwd, OF_A_PROJECT));
        return run(file, args, { cwd, env, signal, input });
      }),
    );
  } catch {
    return 'failed'; // whatever the reason: nobody was asked
  }
}

/**
 * npm looks upwards for a project until it meets this. `--prefix` would end that, too, but npm then no longer reads what is
 * set for the whole machine: `{prefix}/etc/npmrc`, where a company names its registry, its proxy and its certificates.
 */
const OF_A_PROJECT = 'node_modules';

/** An environment without what a project has put there: a virtual environment, and what `npm run` hands to its scripts. */
function withoutProject(own: Environment): Environment {
  const { VIRTUAL_ENV: _, ...environment } = own;
  return withoutNpmScript(environment, process.platform === 'win32' ? 'win32' : 'linux');
}

/** Any sign that the registry was not really asked, or that somebody else answered for it. */
export function couldNotAsk(said: Said): boolean {
  return said === 'failed' || TROUBLE.test(said.stderr);
}

const TROUBLE =
  /\b(?:ECONN\w+|ETIMEDOUT|EAI_AGAIN|ENOTFOUND|EHOSTUNREACH|ERR_SOCKET\w*|E401|E403|E5\d\d|CERT_\w+|SELF_SIGNED\w*)\b|\bretr(?:y|ying|ies)\b|tim(?:ed ?out|eout)|error sending request|connection (?:error|refused|reset)|certificate\b|\bproxy (?:error|server)/i;

const TIMEOUT_MS = 20_000;

/** Package clients that are asked at the same time: each is a program that computes. */
const asking = new Slots(4);

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
