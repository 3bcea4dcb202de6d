import { unlessGoesOn } from './goes-on';
import { firstSaid, told, toldByPeople } from './lines';
import type { Told } from '../facts';
import type { Safe } from '../text';
import type { Said } from './statements';

export type DockerFact =
  | Told<'docker-unreachable'>
  /** No such image, or none that may be had without a login. */
  | Told<'docker-image-refused', { image: Safe | null }>
  /** A terminal was asked for (`-t`), and there is none. */
  | Told<'docker-no-terminal'>
  /** It has no input: Compose ran it, and it ended by itself with code 0, or somebody says so. */
  | Told<'docker-left'>
  /** What stands behind `docker run` cannot be done as it is written. */
  | Told<'docker-run-refused', { what: Safe }>;

/** Docker's command line, and Podman's. That an image is not there locally is only progress. */
export function read(start: Said): readonly DockerFact[] {
  const unreachable = told('docker-unreachable', unlessGoesOn(firstSaid(start, [UNREACHABLE])));
  const others = [
    ...told('docker-image-refused', firstSaid(start, IMAGE), ([, image = null]) => ({ image })),
    ...told('docker-no-terminal', firstSaid(start, [NO_TERMINAL])),
    ...told('docker-left', firstSaid(start, [/^[a-z][\w.-]{1,80} exited with code 0$/])),
    ...(start.exit?.code === 0 ? told('docker-left', firstSaid(start, [PULLED])) : []),
    ...toldByPeople('docker-left', start, [NO_INPUT]),
    ...told('docker-run-refused', firstSaid(start, [HELP]) && firstSaid(start, [FLAG]), ([what]) =>
      what ? { what } : null,
    ),
    ...told('docker-run-refused', firstSaid(start, RUN), ([, what]) => (what ? { what } : null)),
  ];
  return [...unreachable, ...others].slice(0, 1);
}

/** The last that Docker says before what is in the image speaks. */
const PULLED = /^Status: (?:Downloaded newer image|Image is up to date) for \S/;

const UNREACHABLE = new RegExp(
  [
    String.raw`\b[Cc]annot connect to (?:the Docker daemon|Podman)\b|\bIs the docker daemon running\?|\bunable to connect to Podman socket\b`,
    String.raw`\berror during connect: .{0,400}(?:docker_engine|dockerDesktop|docker\.sock|_ping)|\b[Ff]ailed to connect to the docker API\b`,
    String.raw`\bpermission denied while trying to connect to the [Dd]ocker\b|\bDocker Desktop (?:is (?:not (?:running|started)|unable to start|paused)|isn't (?:running|started)|(?:was )?not started)\b`,
    String.raw`(?<!\b[Ii]f (?:the )?)\b(?:Docker|docker|[Cc]olima|Rancher Desktop|OrbStack|Podman(?: machine)?|podman machine|[Dd]ocker [Dd]aemon|Docker Engine) (?:is not|isn't|is not currently|not) running\b`,
    // Whoever speaks with its socket, in another language than Docker's; its name in a distribution without it.
    String.raw`\b(?:dial unix|connect E(?:NOENT|ACCES|CONNREFUSED)) \S{0,100}(?:docker|podman)(?:\.raw)?\.sock\b|\bDocker Desktop\b.{0,20}\b(?:terminated|crashed|stopped)\b|\bError while fetching server API version\b`,
    String.raw`\b[Dd]ocker(?: ?Desktop)? ?[没未]有?(?:启动|运行|开启)(?!时)`,
    String.raw`\bopen //\./pipe/docker\w*: `,
    String.raw`\bcommand 'docker' could not be found in this WSL\b|\bactivate the WSL integration in Docker Desktop\b`,
  ].join('|'),
);

/** It is `run` itself that does not take a word. */
const HELP = /^(?:See|Run) '(?:docker|podman) run --help'/;
const FLAG = /\bunknown (?:shorthand )?flag: .{1,80}/;

/** Somebody's own words. */
const NO_INPUT =
  /\bneeds? [`'"]?-i[`'"]? to\b|\bno stdin attached\b|\bstdin is [`'"]?\/dev\/null\b.{0,80}\b(?:EOF|exits?|shuts? down|stops?)\b|\b(?:container|docker|podman)\b.{0,120}\bstdin is (?:closed|not (?:open|attached))\b|\bwithout (?:the )?[`'"]?-i[`'"]?(?!\w)|\bcontainers?\b.{0,20} (?:then |just |simply |immediately )+(?:exits?|stops?|closes?|quits?|dies?)\b|\bcontainer (?:exits|stops|quits|dies) (?:immediately|at once|right away)\b|\b(?:adding|added|add) [`'"]?(?:-i|--interactive)[`'"]?(?!\w)|\bwithout [`'"]?--interactive\b|\bdocker\b.{0,20}\bneeds? [`'"]?-i\b|\bcontainer(?: process)? (?:hits|gets|reads|sees) (?:an )?(?:immediate )?EOF\b|\b(?:does not|doesn't|without|no) attach\w*\b.{0,40}\bstdin\b|\b(?:hits|gets|reads|sees) EOF\b.{0,40}\bcontainer (?:stops|exits|ends)\b|\b(?:docker|container)\b.{0,80}\b(?:exits|closes|stops|exited|closed|stopped)\b.{0,20}\bcode 0\b|\bwithout (?:the )?-i\b.{0,60}\b(?:container|docker|stdin|input)\b|\b(?:container|docker run)\b.{0,60}\bwithout (?:the )?-i\b|\b(?:detached mode|detache[ds])\b.{0,60}\b(?:stdin|input|container)\b|\b(?:container|stdin|input)\b.{0,60}\bdetache[ds]\b|\b[`'"]?-d[`'"]?(?!\w).{0,30}\bdocker (?:args|arguments|run|command)\b|\brestart(?:s|ing)? (?:loop|over and over)\b.{0,40}\b(?:exit\w*|code|status)\b.{0,12}\b0\b|^(?:STATUS:? +)?Restarting \(0\) \d/i;

const NO_TERMINAL =
  /^not a TTY$|\bwith [`'"]?-(?:it|ti)[`'"]?(?!\w).{0,60}\b(?:crash\w*|exits?|fails?|dies|stops|hangs)\b|\b(?:the input device is not a TTY|cannot attach stdin to a TTY-enabled container)\b/i;

const IMAGE = [
  /\bpull access denied for ([\w./:@-]{1,200})/,
  /\bmanifest for ([\w./:@-]{1,200}) not found\b/,
  /\bError response from daemon: .{0,40}"https:\/\/[\w.-]{1,100}\/v2\/([\w./-]{1,200})\/manifests\/[^"]{1,80}": (?:denied|unauthorized|manifest unknown)/,
  /\binvalid reference format: repository name \(((?!Users\/|home\/)[^)]{1,120})\) must be lowercase\b/,
  /^(?:pull access denied|manifest unknown|denied: denied)\b|\binvalid reference format: repository name (?!\()/,
  /\bNo such image: ([\w./:@-]{1,200})/,
  /\bError response from daemon: unauthorized\b|^(?:docker: )?denied: requested access to the resource is denied\b/,
  /\bfailed to resolve reference "([\w./:@-]{1,200})"/,
  /\b(?:toomanyrequests: |You have reached your (?:unauthenticated )?pull rate limit)/,
  /\berror getting credentials\b.{0,40}\bdocker-credential-/,
  /\bError response from daemon: (?:Get|Head) "https:\/\/[^"]{1,200}\/v2\/[^"]{0,200}"/,
  /\bError response from daemon: failed to copy: .{0,80}\bunexpected status code [45]\d\d\b/,
  /\b(?:Get|Head) \\?"https:\/\/[^"]{1,200}\/v2\/[^"]{0,200}\/manifests\/[^"\\]{1,80}\\?": (?:unauthorized|denied|manifest unknown)/,
  /\bshort-name "([\w./:@-]{1,200})" did not resolve to an alias\b/,
  /\breading manifest \S{1,100} in ([\w./:@-]{1,200}): /,
  /\b(?:docker|podman|Error response from daemon|Error): .{0,300}\b(?:manifest unknown|requested access to the resource is denied|name unknown|unauthorized: authentication required)\b/,
];
/** Of what follows its name Docker says what is wrong with it. */
const RUN = [
  /\b([Mm]ounts denied[^.]{0,160})/,
  /^(?:docker|podman): (poorly formatted environment[^.]{0,160})/,
  /^['"]?((?:docker|podman)(?: container)? (?:run|exec)['"]? requires at least \d arguments?)/,
  /^(?:docker: )?['"](docker run)['"] requires at least \d argument/,
  /\bError response from daemon: ((?:No such container|container \S{1,80} is not running|could not select device driver)[^.]{0,120})/,
  /^((?:no such service|service "[^"]{1,80}" is not running)[^.]{0,120})/,
  /\b(unable to find user [\w.-]{1,60})/,
  /\b(unknown docker command: [^.]{1,80})/,
  /\b(The container name "[^"]{1,100}" is already in use)/,
  /^(?:docker|podman): (?:Error response from daemon: )?((?:[Ii]nvalid|[Bb]ad) (?:spec|mount config|reference format(?!: repository name(?! \((?:Users|home)\/))|argument|volume spec|env(?:ironment)?)[^.]{0,160})/,
  /\b(bind source path does not exist[^.]{0,160}|mounts denied[^.]{0,160}|invalid mount path[^.]{0,160})/,
  /\b((?:exec|runc|OCI runtime|failed to create (?:task|shim)|starting container process).{0,120}exec: "[^"]{1,120}": (?:executable file not found in \$PATH|stat .{1,80}: no such file or directory|permission denied))/,
  /^(?:docker|podman): (open \S{1,300}: (?:no such file or directory|The system cannot find the file specified))/,
  /^(invalid reference format(?!: repository name(?! \((?:Users|home)\/))[^.]{0,80})/,
  /\bunknown shorthand flag: '\w' in (-(?:rm|name|env|init|network|mount|volume|interactive)\b.{0,60})/,
  /\b(exec: "-{1,2}\w[\w-]{0,60}": executable file not found in \$PATH)/,
  /^(invalid volume specification: .{1,160})/,
  /\b(invalid spec: \S{1,160}: empty section between colons)/,
  /\b(network [\w.-]{1,80} not found)/,
  /\b(?:docker-)?entrypoint(?:\.sh)?: (?:line \d+: |\d+: )?(exec: (?:(?:line )?\d+: )?[\w./-]{1,80}: not found)/,
];
