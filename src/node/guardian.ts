import { spawn } from 'node:child_process';
import { platform } from 'node:process';

/**
 * Ends what carries the marker when this process is killed in a way that it cannot see coming. A shell waits for the
 * end of a pipe that only we hold open; then it looks for the marker once. Ended with us when we end in good order.
 */
export function startGuardian(markerPrefix: string): void {
  const script = SCRIPTS[platform];
  if (script === undefined) return;
  const guardian = spawn('/bin/sh', ['-c', script, 'guardian', markerPrefix], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // the signals of a terminal are not for it
  });
  guardian.on('error', () => {}); // without a shell there is no guardian, and everything else works
  guardian.stdin.on('error', () => {});
  guardian.unref();
  if ('unref' in guardian.stdin && typeof guardian.stdin.unref === 'function') guardian.stdin.unref();
  process.on('exit', () => guardian.kill('SIGKILL'));
}

/** Windows ends nothing by environment; there a server is left with the end of its input. */
const SCRIPTS: Partial<Record<NodeJS.Platform, string>> = {
  linux: `while read -r _; do :; done
for process in /proc/[0-9]*; do
  grep -qs -- "$1" "$process/environ" && kill -KILL "\${process#/proc/}"
done`,
  darwin: `while read -r _; do :; done
for pid in $(/bin/ps -E -ww -axo pid=,command= | grep -- "$1" | awk '{ print $1 }'); do
  [ "$pid" = "$$" ] || kill -KILL "$pid"
done`,
};
