import { innerCommand } from './inner-command';
import { CONTAINERS } from '../launch/containers';
import type { ServerEntry, Value } from '../config/config-file';

/** `docker run` as an entry writes it. */
export interface DockerRun {
  /** The arg `run`. */
  readonly run: Value;
  /** The args between `run` and the image. */
  readonly options: readonly Value[];
  /** The image; null where none is found. */
  readonly image: Value | null;
  /** The args behind the image, which are for what runs in the container. */
  readonly behind: readonly Value[];
  /** stdin stays open (`-i`). */
  readonly isInteractive: boolean;
  /** The arg that asks for a terminal (`-t`); null where none does. */
  readonly terminal: Value | null;
  /** The names of variables that are handed on or set (`-e`); `isOpen`: a file with more of them is, too. */
  readonly variables: readonly string[];
  readonly isOpen: boolean;
}

/** Reads an entry that runs a container; null of any other. Source: the manuals of `docker run` and `podman run`. */
export function dockerRun(entry: ServerEntry | null): DockerRun | null {
  if (!entry) return null;
  const { program, args } = innerCommand(entry);
  if (!CONTAINERS.has(program)) return null;
  // `docker compose run` and `docker mcp gateway run` are other commands.
  let at = 0;
  // With one of `run` in front of that, Docker ends at once.
  while (OF_DOCKER.test(args[at]?.safe ?? '')) at += GLOBAL.test(args[at]?.safe ?? '') ? 2 : 1;
  if (args[at]?.safe === 'container') at += 1;
  const run = args[at];
  if (run?.safe !== 'run') return null;
  const rest = args.slice(at + 1);
  let length = 0;
  while (rest[length]?.safe.startsWith('-')) length += takesValue(rest[length]?.safe ?? '') ? 2 : 1;
  const options = rest.slice(0, length);
  const has =
    (short: string, long: string) =>
    ({ safe }: Value) =>
      new RegExp(`^-[a-zA-Z]*${short}[a-zA-Z]*$`).test(safe) || safe === long || safe === `${long}=true`;
  return {
    run,
    options,
    image: rest[length] ?? null,
    behind: rest.slice(length + 1),
    isInteractive: options.some(has('i', '--interactive')),
    terminal: options.find(has('t', '--tty')) ?? null,
    variables: options.flatMap((option, index) => variableOf(option.safe, options[index + 1]?.safe)),
    isOpen: options.some(({ safe }) => safe.startsWith('--env-file')),
  };
}

function variableOf(option: string, next: string | undefined): readonly string[] {
  const written = /^(?:-e|--env)=?(.+)$/.exec(option)?.[1] ?? (/^(?:-e|--env)$/.test(option) ? next : undefined);
  const name = written === undefined ? undefined : /^[^=]+/.exec(written)?.[0];
  return name === undefined ? [] : [name];
}

/** Options before the subcommand. */
const OF_DOCKER =
  /^(?:-H|-c|-l|-D|--(?:host|context|config|log-level|connection|url|identity|debug|tls\w*|remote)(?:=.*)?)$/;

/** Those of them that have their value in the arg behind them. */
const GLOBAL = /^(?:-H|-c|-l|--(?:host|context|config|log-level|connection|url|identity))$/;

/** Whether the value of an option stands in the arg behind it: of all but the switches, where no value is in the arg. */
function takesValue(option: string): boolean {
  if (option.includes('=')) return false;
  if (option.startsWith('--')) return !SWITCHES.has(option);
  // Of short options in one arg the last may take a value, and what follows its letter is that value.
  return /^-[dithPq]*[acehlmpuvw]$/.test(option);
}

const SWITCHES = new Set(
  '--detach --init --interactive --no-healthcheck --oom-kill-disable --privileged --publish-all --quiet --read-only --rm --sig-proxy --tty --disable-content-trust --replace --tls-verify --rmi --systemd --help'.split(
    ' ',
  ),
);
