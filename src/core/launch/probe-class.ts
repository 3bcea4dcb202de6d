import { safe } from '../text';
import type { Unresolved } from '../config/variables';
import type { Safe } from '../text';

/**
 * When a server may be started: by itself in the background, only when a person asks, or never by us.
 * `reason` says why, for people and for programs.
 */
export interface ProbeClass {
  readonly kind: 'background' | 'explicit' | 'never';
  readonly code: string;
  readonly reason: Safe;
}

interface WhatStarts {
  readonly command: string;
  readonly args: readonly string[];
  readonly sandboxed: boolean;
  readonly unresolved: readonly Unresolved[];
}

/** The class of a start. The first reason that holds decides. */
export function probeClassOf(start: WhatStarts): ProbeClass {
  const { command, args, sandboxed, unresolved } = start;
  if (sandboxed) return classed('never', 'sandboxed', safe('its client starts it in a sandbox that we do not have'));
  const [missing] = unresolved;
  if (missing?.kind === 'input')
    return classed('explicit', 'needs-input', safe('it waits for a value that only you can give'));
  if (missing) return classed('never', 'needs-client', safe('it has a variable that only its client can fill in'));
  const program = programName(command);
  if (DOWNLOADERS.has(program)) return classed('explicit', 'downloads', safe('it may download what it runs'));
  if (SUBCOMMANDS_THAT_DOWNLOAD.get(program)?.some((word) => args.includes(word)))
    return classed('explicit', 'downloads', safe('it may download what it runs'));
  if (SHELLS.has(program)) return classed('explicit', 'shell', safe('a shell decides what it runs'));
  if (args.some((arg) => /^--?port\b/.test(arg)))
    return classed('explicit', 'port', safe('it takes a port that a running copy may hold'));
  return classed('background', 'local', safe('a local program with all its values'));
}

/** `C:\x\npx.cmd` → `npx`. */
export function programName(command: string): string {
  const file = command.split(/[/\\]/).at(-1) ?? command;
  return file.replace(/\.(exe|cmd|bat|ps1)$/i, '').toLowerCase();
}

const DOWNLOADERS = new Set(['npx', 'pnpx', 'bunx', 'uvx', 'pipx', 'dnx', 'docker', 'podman', 'nerdctl']);
const SUBCOMMANDS_THAT_DOWNLOAD = new Map([
  ['npm', ['exec', 'x']],
  ['pnpm', ['dlx', 'exec']],
  ['yarn', ['dlx']],
  ['bun', ['x']],
  ['uv', ['run', 'tool']],
  ['deno', ['run']],
  ['go', ['run']],
  ['cargo', ['run']],
  ['nix', ['run', 'shell']],
]);
const SHELLS = new Set(['sh', 'bash', 'zsh', 'fish', 'dash', 'cmd', 'powershell', 'pwsh', 'wsl']);

function classed(kind: ProbeClass['kind'], code: string, reason: Safe): ProbeClass {
  return { kind, code, reason };
}
