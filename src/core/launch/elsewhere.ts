/** One way in which a program starts another one without its own environment: the words for it, and those that hand it on. */
interface Launch {
  readonly runs: RegExp;
  readonly unless?: RegExp;
}

const ANYTHING = /\S/;
const IN_A_CONTAINER: readonly Launch[] = [
  { runs: /^(?:container )?exec\b|^compose\b(?: -\S+(?: \S+)?)*? exec\b/, unless: /(?:^| )(?:-e|--env)/ },
];

/** Programs that start others where their own environment does not reach. Source: the manual of each. */
export const ELSEWHERE: ReadonlyMap<string, readonly Launch[]> = new Map([
  ['ssh', [{ runs: ANYTHING, unless: /SendEnv|SetEnv/i }]],
  ['sudo', [{ runs: ANYTHING, unless: /(?:^| )(?:-[a-zA-Z]*E|--preserve-env)/ }]],
  ['doas', [{ runs: ANYTHING }]],
  ['su', [{ runs: /(?:^| )(?:-|-\w*l\w*|--login)(?: |$)/, unless: /(?:^| )(?:-w|--whitelist-environment)/ }]],
  ['env', [{ runs: /^(?:-|-\w*i\w*|--ignore-environment)(?: |$)/ }]],
  ['docker', IN_A_CONTAINER],
  ['podman', IN_A_CONTAINER],
  ['docker-compose', [{ runs: /(?:^| )exec /, unless: /(?:^| )(?:-e|--env)/ }]],
  ['kubectl', [{ runs: /(?:^| )exec / }]],
  ['oc', [{ runs: /(?:^| )(?:exec|rsh) / }]],
  ['devcontainer', [{ runs: /(?:^| )exec /, unless: /--remote-env/ }]],
  ['limactl', [{ runs: /(?:^| )shell /, unless: /--preserve-env/ }]],
  ['multipass', [{ runs: /(?:^| )exec / }]],
  ['flatpak-spawn', [{ runs: /(?:^| )--host /, unless: /(?:^| )--(?:env=|forward-env)/ }]],
  ['nix', [{ runs: /(?:^| )(?:-i|--ignore-env\w*)(?: |$)/, unless: /(?:^| )(?:-k|--keep)/ }]],
  ['nix-shell', [{ runs: /(?:^| )--pure(?: |$)/, unless: /(?:^| )--keep/ }]],
  ['vagrant', [{ runs: /(?:^| )ssh\b/ }]],
]);
