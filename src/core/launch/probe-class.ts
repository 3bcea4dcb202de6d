import { safe } from '../text';
import { misfitOf } from './misfit';
import { programName } from './program-name';
import type { Misfit } from './misfit';
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
  const misfit = misfitOf(command, () => args);
  if (misfit)
    return classed('never', misfit.kind === 'command-line' ? 'command-line' : 'nothing-to-run', MISFITS[misfit.kind]);
  if (sandboxed) return classed('never', 'sandboxed', safe('its client starts it in a sandbox that we do not have'));
  const [missing] = unresolved;
  if (missing?.kind === 'input')
    return classed('explicit', 'needs-input', safe('it waits for a value that only you can give'));
  if (missing) return classed('never', 'needs-client', safe('it has a variable that only its client can fill in'));
  const program = programName(command);
  const runs = [program, ...args.map(programName)];
  if (DOWNLOADERS.has(program)) return classed('explicit', 'downloads', safe('it may download what it runs'));
  if (
    WRAPPERS.has(program) ||
    isShell(command) ||
    (program.startsWith('python') && args[0] === '-m' && RUNNERS.has(args[1] ?? ''))
  )
    return classed('explicit', 'wrapper', safe('another program decides what it runs'));
  if (runs.some((name) => BRIDGES.test(name)))
    return classed('explicit', 'bridge', safe('it connects to a remote server'));
  if (args.some((arg, index) => /^--?[\w-]*port\b/i.test(arg) || (arg === '-p' && /^\d+$/.test(args[index + 1] ?? ''))))
    return classed('explicit', 'port', safe('it takes a port that a running copy may hold'));
  return classed('background', 'local', safe('a local program with all its values'));
}

/** The class of calling an address: a person asks for it, since it leaves this machine. */
export function remoteClassOf(url: string, unresolved: readonly Unresolved[]): ProbeClass {
  const [missing] = unresolved;
  if (missing?.kind === 'input')
    return classed('explicit', 'needs-input', safe('it waits for a value that only you can give'));
  if (missing) return classed('never', 'needs-client', safe('it has a variable that only its client can fill in'));
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    return classed('never', 'no-address', safe('its address is none that can be called'));
  return classed('explicit', 'remote', safe('it is called over the network'));
}

const MISFITS = {
  'command-line': safe('its command is a whole command line, and no program'),
  shell: safe('it names nothing to run: it would be a shell that obeys what a client says'),
  interpreter: safe('it names nothing to run: it would take what a client says for its program'),
} as const satisfies Record<Misfit['kind'], Safe>;

/** Whether a command is a shell. */
export function isShell(command: string): boolean {
  return SHELLS.has(programName(command));
}

/** Programs that fetch what they are asked to run, whatever the subcommand: a script may call the others. */
const DOWNLOADERS = new Set(
  'npx pnpx bunx uvx pipx dnx docker podman nerdctl npm pnpm yarn bun uv deno go cargo nix mvn gradle dotnet'.split(
    ' ',
  ),
);
/** Programs that run another one. */
const WRAPPERS = new Set(
  'env sudo nohup nice time mise asdf volta fnm direnv poetry pipenv hatch rye pdm conda dotenv op doppler nix-shell xvfb-run'.split(
    ' ',
  ),
);
const RUNNERS = new Set(['uv', 'pip', 'pipx']);
const BRIDGES = /^(?:mcp-remote|supergateway|mcp-proxy)(?:@|$|\b)/;
const SHELLS = new Set(['sh', 'bash', 'zsh', 'fish', 'dash', 'cmd', 'powershell', 'pwsh', 'wsl']);

function classed(kind: ProbeClass['kind'], code: string, reason: Safe): ProbeClass {
  return { kind, code, reason };
}
