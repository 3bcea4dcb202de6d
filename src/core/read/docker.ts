import { firstSaid, told } from './lines';
import type { Told } from '../facts';
import type { Safe } from '../text';
import type { Said } from './statements';

export type DockerFact =
  | Told<'docker-unreachable'>
  /** No such image, or none that may be had without a login. */
  | Told<'docker-image-refused', { image: Safe | null }>
  /** A terminal was asked for (`-t`), and there is none. */
  | Told<'docker-no-terminal'>
  /** What stands behind `docker run` cannot be done as it is written. */
  | Told<'docker-run-refused', { what: Safe }>;

/** Docker's command line, and Podman's. That an image is not there locally is only progress. */
export function read(start: Said): readonly DockerFact[] {
  const unreachable = told('docker-unreachable', firstSaid(start, [UNREACHABLE]));
  const others = [
    ...told('docker-image-refused', firstSaid(start, IMAGE), ([, image = null]) => ({ image })),
    ...told('docker-no-terminal', firstSaid(start, [NO_TERMINAL])),
    ...told('docker-run-refused', firstSaid(start, [HELP]) && firstSaid(start, [FLAG]), ([what]) =>
      what ? { what } : null,
    ),
    ...told('docker-run-refused', firstSaid(start, RUN), ([, what]) => (what ? { what } : null)),
  ];
  return [...unreachable, ...others].slice(0, 1);
}

const UNREACHABLE =
  /\b[Cc]annot connect to (?:the Docker daemon|Podman)\b|\berror during connect: .{0,400}(?:docker_engine|dockerDesktop|docker\.sock|_ping)|\bfailed to connect to the docker API\b|\bunable to connect to Podman socket\b|\bpermission denied while trying to connect to the [Dd]ocker\b|\bDocker Desktop is (?:not running|unable to start|paused)\b|\bIs the docker daemon running\?/;

/** It is `run` itself that does not take a word. */
const HELP = /^See '(?:docker|podman) run --help'/;
const FLAG = /\bunknown (?:shorthand )?flag: .{1,80}/;

const NO_TERMINAL = /\b(?:the input device is not a TTY|cannot attach stdin to a TTY-enabled container)\b/i;

const IMAGE = [
  /\bpull access denied for ([\w./:@-]{1,200})/,
  /\bmanifest for ([\w./:@-]{1,200}) not found\b/,
  /\bError response from daemon: .{0,40}"https:\/\/[\w.-]{1,100}\/v2\/([\w./-]{1,200})\/manifests\/[^"]{1,80}": (?:denied|unauthorized|manifest unknown)/,
  /\bshort-name "([\w./:@-]{1,200})" did not resolve to an alias\b/,
  /\breading manifest \S{1,100} in ([\w./:@-]{1,200}): /,
  /\b(?:docker|podman|Error response from daemon|Error): .{0,300}\b(?:manifest unknown|requested access to the resource is denied|name unknown|unauthorized: authentication required)\b/,
];
/** Of what follows its name Docker says what is wrong with it. */
const RUN = [
  /\b(The container name "[^"]{1,100}" is already in use)/,
  /^(?:docker|podman): (?:Error response from daemon: )?(invalid (?:spec|mount config|reference format|argument|volume spec|env(?:ironment)?)[^.]{0,160})/,
  /\b(bind source path does not exist[^.]{0,160}|mounts denied[^.]{0,160}|invalid mount path[^.]{0,160})/,
  /\b((?:exec|runc|OCI runtime).{0,120}exec: "[^"]{1,120}": (?:executable file not found in \$PATH|stat .{1,80}: no such file or directory|permission denied))/,
  /^(?:docker|podman): (open \S{1,300}: no such file or directory)/,
  /\b(network [\w.-]{1,80} not found)/,
  /\b(?:docker-)?entrypoint(?:\.sh)?: (?:line \d+: |\d+: )?(exec: (?:(?:line )?\d+: )?[\w./-]{1,80}: not found)/,
];
