import { spawn } from 'node:child_process';
import { platform } from 'node:process';

/** Whoever ends the servers when this process is killed in a way that it cannot see coming. */
export interface Guardian {
  /** Takes a server, which leads a process group of its own, into its care. */
  watch(pid: number): void;
  /** The server and all of its own are gone: another process may get its number. */
  release(pid: number): void;
}

/**
 * Starts the guardian: a shell that reads which servers run from a pipe that only we hold open. At the end of the pipe it
 * stops, and then ends, what carries the marker, the groups of those servers and all that descends from either, and
 * looks again until nothing is left. Ended with us when we end in good order.
 */
export function startGuardian(markerPrefix: string): Guardian {
  const script = SCRIPTS[platform];
  if (script === undefined) return { watch: () => {}, release: () => {} };
  const guardian = spawn('/bin/sh', ['-c', script, 'guardian', markerPrefix], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // the signals of a terminal are not for it
  });
  guardian.on('error', () => {}); // without a shell there is no guardian, and everything else works
  guardian.stdin.on('error', () => {});
  guardian.unref();
  if ('unref' in guardian.stdin && typeof guardian.stdin.unref === 'function') guardian.stdin.unref();
  process.on('exit', () => guardian.kill('SIGKILL'));
  const tell = (line: string): void => void guardian.stdin.write(`${line}\n`);
  return { watch: (pid) => tell(`+ ${pid}`), release: (pid) => tell(`- ${pid}`) };
}

/** Reads the pipe to its end; then `$groups` has the servers that still run, with a blank around each. */
const READ_GROUPS = `groups=' '
while read -r sign pid; do
  case $sign in
    +) groups="$groups$pid " ;;
    -) groups="\${groups%% $pid *} \${groups#* $pid }" ;;
  esac
done
`;

/** Stops what is found, round after round, so that nothing forks while we look; then ends it all. `find` prints numbers. */
const END_ALL = `
seen=' '
round=0
while [ $round -lt 50 ]; do
  round=$((round + 1))
  new=
  for pid in $(find_all); do
    case $seen in *" $pid "*) continue ;; esac
    kill -STOP "$pid" 2>/dev/null && new=1 && seen="$seen$pid "
  done
  [ -n "$new" ] || break
done
for pid in $seen; do kill -KILL "$pid" 2>/dev/null; done
`;

/**
 * Windows ends nothing by environment; there a server is left with the end of its input. In /proc/PID/stat, behind the
 * name in brackets, stand state, parent and group.
 */
const SCRIPTS: Partial<Record<NodeJS.Platform, string>> = {
  linux: `marker=$1
${READ_GROUPS}
find_all() {
  for process in /proc/[0-9]*; do
    pid=\${process#/proc/}
    [ "$pid" = $$ ] && continue
    read -r stat 2>/dev/null <"$process/stat" || continue
    set -- \${stat##*) }
    [ "$1" = Z ] && continue
    case "$groups$seen" in
      *" $3 "* | *" $2 "*) echo "$pid" ;;
      *) grep -qs -- "$marker" "$process/environ" && echo "$pid" ;;
    esac
  done
}
${END_ALL}`,
  darwin: `marker=$1
${READ_GROUPS}
find_all() {
  /bin/ps -E -ww -axo pid=,ppid=,pgid=,command= | awk -v known="$groups$seen" -v marker="$marker" -v own=$$ '
    $1 == own || $2 == own { next }
    index(known, " " $2 " ") || index(known, " " $3 " ") || index($0, marker) { print $1 }'
}
${END_ALL}`,
};
