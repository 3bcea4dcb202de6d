import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { spawnForm } from '../core/launch/spawn-form';
import { startGuardian } from './guardian';
import { descendantsOf, killGroup, killSeen, killStrays } from './process-tree';
import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import type { StdioPlan } from '../core/launch/launch-plan';
import type { Guardian } from './guardian';

/** The one variable that we add: by it the children are found that left their process group. The report names it. */
export const MARKER = 'MCP_HANDSHAKE_PROBE';

/** The system gave no pipes: too many files are open. */
class PipesMissing extends Error {
  readonly code = 'EMFILE';
}

/** How long each step of the farewell may take, in milliseconds. VS Code waits 10 s at each; we hold up a person. */
const GRACE = { stdin: 700, sigterm: 700, close: 400 };

/**
 * A server that is running, with everything it started. Ends on `stop()`, and at the latest with this process: every
 * process that carries our marker goes.
 */
export class ServerProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #marker: string;
  readonly #began = performance.now();
  #stopping: Promise<void> | null = null;

  /** Starts what the plan says. Throws what Node throws for a command that no system can start (empty, or with a NUL). */
  static start(plan: StdioPlan): ServerProcess {
    guardian ??= startGuardian(`${MARKER}=${SESSION}`);
    const marker = `${SESSION}.${randomUUID()}`;
    const { file, args, shell } = spawnForm(plan, existsSync);
    const child = spawn(file, [...args], {
      cwd: plan.cwd,
      env: { ...plan.env.reveal(), [MARKER]: marker },
      shell,
      stdio: 'pipe',
      windowsHide: true,
      detached: plan.platform !== 'win32', // a group of its own, so that the whole group can be ended
    });
    // Whoever observes is told by `onSpawnError`; an error before anybody does must not end this process.
    child.on('error', () => {});
    if (!child.stdin || !child.stdout || !child.stderr) throw new PipesMissing();
    // The server may be gone before it has read: its exit says so, the broken pipe says nothing more.
    child.stdin.on('error', () => {});
    // A pipe that cannot be read ends; `close` comes all the same.
    for (const output of [child.stdout, child.stderr]) output.on('error', () => {});
    const server = new ServerProcess(child, marker);
    running.add(server);
    if (child.pid !== undefined) guardian.watch(child.pid);
    return server;
  }

  private constructor(child: ChildProcessWithoutNullStreams, marker: string) {
    this.#child = child;
    this.#marker = marker;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get stdin(): NodeJS.WritableStream {
    return this.#child.stdin;
  }

  get stdout(): NodeJS.ReadableStream {
    return this.#child.stdout;
  }

  get stderr(): NodeJS.ReadableStream {
    return this.#child.stderr;
  }

  /** Milliseconds since the start. */
  get age(): number {
    return performance.now() - this.#began;
  }

  get isStopping(): boolean {
    return this.#stopping !== null;
  }

  onSpawn(listener: () => void): void {
    this.#child.once('spawn', listener);
  }

  onSpawnError(listener: (error: NodeJS.ErrnoException) => void): void {
    this.#child.once('error', listener);
  }

  /**
   * Called once, when the server has ended and its last words are in. `exit` can come before the last line of stderr,
   * so `close` is waited for; not for ever, because a grandchild may hold the pipes open.
   */
  onEnd(listener: (code: number | null, signal: string | null) => void): void {
    this.#child.once('exit', (code, signal) => {
      const end = (): void => {
        clearTimeout(timer);
        this.#child.off('close', end);
        listener(code, signal);
      };
      const timer = setTimeout(end, GRACE.close);
      this.#child.once('close', end);
    });
  }

  /** Ends the server politely, then less so: end of input, SIGTERM, SIGKILL. Resolves when nothing of it is left. */
  stop(): Promise<void> {
    this.#stopping ??= this.#farewell();
    return this.#stopping;
  }

  /** Ends everything at once, without waiting: for the moment in which this process itself ends. */
  killNow(): void {
    killSeen(descendantsOf(this.#child.pid));
    killGroup(this.#child.pid, 'SIGKILL');
    killStrays(MARKER, this.#marker);
  }

  async #farewell(): Promise<void> {
    const family = descendantsOf(this.#child.pid);
    this.#child.stdin.end();
    let isGone = await this.#goneWithin(GRACE.stdin);
    if (!isGone) {
      killGroup(this.#child.pid, 'SIGTERM');
      isGone = await this.#goneWithin(GRACE.sigterm);
    }
    // The server itself may be gone and have left others: they are ended in any case.
    killSeen(family);
    this.killNow();
    if (!isGone) await this.#goneWithin(GRACE.close);
    this.#child.stdout.destroy();
    this.#child.stderr.destroy();
    running.delete(this);
    if (this.#child.pid !== undefined) guardian?.release(this.#child.pid);
  }

  #goneWithin(ms: number): Promise<boolean> {
    const { exitCode, signalCode, pid } = this.#child;
    if (pid === undefined || exitCode !== null || signalCode !== null) return Promise.resolve(true);
    return new Promise((resolve) => {
      const gone = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.#child.off('exit', gone);
        resolve(false);
      }, ms);
      this.#child.once('exit', gone);
    });
  }
}

/** What the markers of this process begin with. */
const SESSION = randomUUID();

const running = new Set<ServerProcess>();
let guardian: Guardian | undefined;
process.on('exit', () => {
  for (const server of running) server.killNow();
});
