import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { defineRule } from './rule';
import type { Evidence } from '../facts';
import type { Safe } from '../text';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'wrong-host',
  label: 'wrong-host',
  cause: 'wrong-host',
  stage: 'spawn',
  reads: ['started-locally', 'spawn-failed', 'command-not-found', 'account', ...READ_OF_BARE_FAILURE],
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
  const platform = subject.plan?.platform ?? subject.platform ?? null;
  const isForeign = platform === 'win32' ? OF_POSIX.test(program) : platform !== null && OF_WINDOWS.test(program);
  return isForeign ? { program, evidence, isSure: false } : null;
}

/** A disk of Windows, as WSL has it. */
const OF_MOUNT = /^\/mnt\/[a-z]\//;
const OF_POSIX = /^\/(?:bin|sbin|home|Users|usr|opt|root|mnt|nix|snap)\//;
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
