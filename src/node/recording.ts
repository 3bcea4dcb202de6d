import { unknownStart } from '../core/start';
import { LineRing } from './line-ring';
import type { LaunchPlan } from '../core/launch/launch-plan';
import type { Handshake, Line, Outcome, Start, Times } from '../core/start';
import type { InitializeAnswer } from './schemas';

/** Told of each line as it comes. */
export type OnLine = (stream: 'stderr' | 'stdout', line: Line) => void;

/** The lists that a server may declare, and that a client asks for when it has. */
export const LISTS = ['tools', 'prompts', 'resources'] as const;
export type List = (typeof LISTS)[number];

/** Collects what a start shows, and says it as a `Start`. */
export class Recording {
  readonly #plan: LaunchPlan;
  readonly #onLine: OnLine;
  readonly #stderr: LineRing;
  readonly #noise: LineRing;
  #start: Start;

  constructor(plan: LaunchPlan, onLine: OnLine) {
    this.#plan = plan;
    this.#onLine = onLine;
    this.#stderr = new LineRing(plan.mask);
    this.#noise = new LineRing(plan.mask);
    this.#start = { ...unknownStart, patienceMs: plan.patienceMs };
  }

  stderr(line: string, ms: number): void {
    this.#onLine('stderr', this.#stderr.push(line, ms));
  }

  noise(line: string, ms: number): void {
    this.#onLine('stdout', this.#noise.push(line, ms));
  }

  time(what: keyof Times, ms: number): void {
    this.#start = { ...this.#start, ms: { ...this.#start.ms, [what]: Math.round(ms) } };
  }

  exit(code: number | null, signal: string | null, ms: number): void {
    this.#start = { ...this.#start, exit: { code, signal: signal === null ? null : this.#plan.mask(signal) } };
    this.time('exit', ms);
  }

  handshake({ protocolVersion, serverInfo }: InitializeAnswer): void {
    const shown = this.#plan.mask;
    const handshake: Handshake = {
      era: 'legacy',
      protocolVersion: shown(protocolVersion),
      server: { name: shown(serverInfo.name), version: shown(serverInfo.version) },
      counts: { tools: null, prompts: null, resources: null },
    };
    this.#start = { ...this.#start, handshake };
  }

  count(list: List, count: number | null): void {
    const { handshake } = this.#start;
    if (!handshake) return;
    this.#start = { ...this.#start, handshake: { ...handshake, counts: { ...handshake.counts, [list]: count } } };
  }

  refused(what: string): Start {
    this.#start = { ...this.#start, refusal: this.#plan.mask(what) };
    return this.as('refused');
  }

  notSpawned(code: string): Start {
    const spawnError = { code: this.#plan.mask(code), program: this.#plan.shown.command };
    this.#start = { ...this.#start, spawnError };
    return this.as('not-spawned');
  }

  /** A server that has answered is ready, whatever became of it while we asked for its lists. */
  afterHandshake(): Start {
    return this.as(this.#start.handshake ? 'ready' : 'silent');
  }

  as(outcome: Outcome): Start {
    return {
      ...this.#start,
      outcome,
      stderr: this.#stderr.lines,
      noise: this.#noise.lines,
      dropped: { stderr: this.#stderr.dropped, noise: this.#noise.dropped },
    };
  }
}
