import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { defineRule } from './rule';
import type { ServerEntry, Value } from '../config/config-file';
import type { Platform } from '../platform';
import type { Evidence } from '../facts';
import type { Safe } from '../text';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'wrong-host',
  label: 'wrong-host',
  cause: 'wrong-host',
  stage: 'spawn',
  reads: [
    'started-locally',
    'spawn-failed',
    'command-not-found',
    'module-missing',
    'script-missing',
    'account',
    ...READ_OF_BARE_FAILURE,
  ],
  over: [
    'runner-not-on-path',
    'runner-not-installed',
    'windows-npx-shim',
    'script-path-wrong',
    'cwd-missing',
    'path-of-one-machine',
    'interpreter-missing',
  ],
  messages: {
    foreign:
      '{program} is a program of another system than the one on which the client looks for it. Put the entry into the configuration of that side, or start it through `wsl.exe`.',
    script:
      '{path} is a path of another system than the one on which the server is started. Write it as that system has it: a disk of Windows is `/mnt/c` inside of WSL, and nowhere else.',
    default:
      'The server is started on this side of the remote window, and what it needs is on the other. Put the entry into the configuration of the remote side.',
  },
  match: (subject, say) => {
    const foreign = foreignProgram(subject);
    if (foreign) {
      const { program, evidence, isSure } = foreign;
      const span = subject.entry?.command?.span ?? null;
      return [say('foreign', { program }, { confidence: isSure ? 'evident' : 'likely', span, evidence: [evidence] })];
    }
    const script = foreignScript(subject) ?? unheardScript(subject);
    if (script) {
      const { path, evidence } = script;
      const confidence = evidence.kind === 'entry' ? 'likely' : 'evident';
      return [say('script', { path: path.safe }, { confidence, span: path.span, evidence: [evidence] })];
    }
    const local = subject.facts.first('started-locally');
    const failed = ownSpawnFailure(subject);
    const account = accountOf(subject, 'other-side');
    if (account) return [say('default', {}, { confidence: 'possible', evidence: [account.evidence] })];
    if (!subject.hasTwoSides || !failed) return [];
    return local
      ? [say('default', {}, { confidence: 'likely', evidence: [local.evidence, failed.evidence] })]
      : [say('default', {}, { confidence: 'possible', evidence: [failed.evidence] })];
  },
});

/** A program that was looked for and cannot be on such a system, by the form of its path or its name. */
function foreignProgram(
  subject: Subject<'spawn-failed' | 'command-not-found' | (typeof READ_OF_BARE_FAILURE)[number]>,
): { program: Safe; evidence: Evidence; isSure: boolean } | null {
  const script = subject.facts.all('command-not-found').find(({ speaker }) => OF_MOUNT.test(speaker ?? ''));
  if (script?.speaker) return { program: script.speaker, evidence: script.evidence, isSure: true };
  const failed = ownSpawnFailure(subject);
  const isBare = !failed && isBareFailure(subject);
  const program = isBare ? subject.entry?.command?.safe : failed?.program;
  if (!program || (failed && failed.code !== 'ENOENT')) return null;
  const evidence = failed?.evidence ?? { kind: 'entry', line: null, text: program };
  const path = program.replace(/^["']/, '');
  const platform = subject.plan?.platform ?? subject.platform ?? null;
  const isForeign =
    platform === 'win32'
      ? OF_POSIX.test(path)
      : platform !== null && (OF_WINDOWS.test(program) || (platform === 'linux' && OF_MAC.test(program)));
  return isForeign ? { program, evidence, isSure: false } : null;
}

/** A path of the entry that nothing on the side can have on which its program runs, and that was looked for there. */
function foreignScript({
  facts,
  entry,
  plan,
  platform,
}: Subject<'module-missing' | 'script-missing'>): { path: Value; evidence: Evidence } | null {
  const looked = [
    ...facts.all('module-missing').map(({ specifier, evidence }) => ({ path: specifier, evidence })),
    ...facts.all('script-missing'),
  ];
  const isLinux = entry?.program === 'wsl';
  const isWindows = !isLinux && (plan?.platform ?? platform) === 'win32';
  const form = isLinux ? OF_DISK : isWindows ? OF_POSIX : null;
  for (const path of form ? (entry?.args ?? []) : []) {
    if (!form?.test(path.safe)) continue;
    const missed = looked.find((each) => plain(each.path).endsWith(plain(path.safe)));
    if (missed) return { path, evidence: missed.evidence };
  }
  return null;
}

/** The same of what is known to have failed without a word: where the entry has the script, or the folder to start in. */
function unheardScript(
  subject: Subject<(typeof READ_OF_BARE_FAILURE)[number]>,
): { path: Value; evidence: Evidence } | null {
  const { entry } = subject;
  const platform = subject.plan?.platform ?? subject.platform ?? null;
  if (!entry || platform === null || !isBareFailure(subject)) return null;
  const path = [entry.cwd, ...placesToStart(entry)].find((each) => each && isForeignTo(platform, each.safe));
  return path ? { path, evidence: { kind: 'entry', line: null, text: path.safe } } : null;
}

/** The folder behind an option that names one, and the file that an interpreter is to run. */
function placesToStart({ program, args }: ServerEntry): readonly Value[] {
  const folders = args.filter((_, at) => /^--(?:directory|project|cwd)$/.test(args[at - 1]?.safe ?? ''));
  const file = RUNS_FILES.test(program) ? args.find(({ safe }) => !safe.startsWith('-')) : undefined;
  return file ? [...folders, file] : folders;
}

const RUNS_FILES = /^(?:node|bun|tsx|ts-node|ruby|php|py|python[\d.]*)$/;

function isForeignTo(platform: Platform, path: string): boolean {
  if (platform === 'win32') return OF_POSIX.test(path);
  return OF_DISK.test(path) || (platform === 'linux' && OF_MAC.test(path));
}

/** Without the signs by which systems part folders: some are taken out on the way. */
function plain(path: string): string {
  return path.replaceAll(/[/\\]/g, '');
}

const OF_DISK = /^[A-Za-z]:[/\\]/;
/** A disk of Windows, as WSL has it. */
const OF_MOUNT = /^\/mnt\/[a-z]\//;
const OF_POSIX = /^\/(?:bin|sbin|home|Users|usr|opt|root|mnt|nix|snap)\//;
/** Where macOS has the files of persons, and no other system. */
const OF_MAC = /^\/(?:Users|Applications|Volumes)\//;
const OF_WINDOWS = /^(?:\\\\\?\\)?[A-Za-z]:[\\/]|^(?:cmd|powershell|wsl)(?:\.exe)?$|\.(?:exe|cmd|bat)$/i;

export const page: Page = {
  title: 'The server is started on the wrong side of a remote window',
  what: 'The window works on another machine (WSL, SSH, a container), and the entry stands in a configuration that is started on this one.',
  why: 'Servers of the user’s own configuration start where the window is, those of the workspace and of the remote configuration where the folder is.',
  remedy: 'Move the entry into the workspace’s `.vscode/mcp.json`, or into the remote user configuration.',
  exceptions: 'Where the program is to run on this side, it is missing from the PATH here.',
};

export const examples: Examples = () => [
  {
    name: 'the end alone, of a path that this system cannot have',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "/home/u/bin/acme" } } }',
      platform: 'win32',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'the same, of a script',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "bun", "args": ["/home/u/acme/server.ts"] } } }',
      platform: 'win32',
      log: 'MCP error -32000: Connection closed',
    },
    params: { path: '/home/u/acme/server.ts' },
  },
  {
    name: 'the end alone, of a script that is at home',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "bun", "args": ["/home/u/acme/server.ts"] } } }',
      platform: 'linux',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'a script by the name that WSL has for it',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": ["/mnt/c/acme/index.js"] } } }',
      platform: 'win32',
      exit: { code: 1, signal: null },
      stderr: "Error: Cannot find module 'C:\\mnt\\c\\acme\\index.js'",
    },
    params: { path: '/mnt/c/acme/index.js' },
  },
  {
    name: 'a script of this system',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": ["C:/acme/index.js"] } } }',
      platform: 'win32',
      exit: { code: 1, signal: null },
      stderr: "Error: Cannot find module 'C:\\acme\\index.js'",
    },
  },
  {
    name: 'a path of macOS, looked for on Linux',
    fires: true,
    given: { platform: 'linux', log: 'Error: spawn /Users/ann/.local/bin/uv ENOENT' },
  },
  {
    name: 'a path of Linux, looked for on Windows',
    fires: true,
    given: {
      platform: 'win32',
      config: '{ "servers": { "a": { "command": "/home/u/.local/bin/uvx" } } }',
      spawnError: { code: 'ENOENT', program: '/home/u/.local/bin/uvx' },
    },
  },
  {
    name: 'a script of Windows in WSL',
    fires: true,
    given: { stderr: '/mnt/c/Program Files/nodejs/npx: 3: exec: node: not found', exit: { code: 127, signal: null } },
    params: { program: '/mnt/c/Program Files/nodejs/npx' },
  },
  {
    name: 'where it is at home',
    fires: false,
    given: {
      platform: 'linux',
      config: '{ "servers": { "a": { "command": "/home/u/.local/bin/uvx" } } }',
      spawnError: { code: 'ENOENT', program: '/home/u/.local/bin/uvx' },
    },
  },
  {
    name: 'a window in WSL',
    fires: true,
    given: {
      hasTwoSides: true,
      log: '2026-05-01 08:00:00.000 [info] Starting server from LocalProcess extension host\n2026-05-01 08:00:00.010 [info] Connection state: Error spawn docker ENOENT',
    },
  },
  {
    name: 'a window of this machine alone',
    fires: false,
    given: {
      log: '2026-05-01 08:00:00.000 [info] Starting server from LocalProcess extension host\n2026-05-01 08:00:00.010 [info] Connection state: Error spawn docker ENOENT',
    },
  },
];
