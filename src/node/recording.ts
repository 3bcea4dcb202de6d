import { LIMITS } from '../core/limits';
import { unknownStart } from '../core/start';
import { beginningOf, copied } from '../core/text';
import { bytesOf, LineRing } from './line-ring';
import type { LaunchPlan } from '../core/launch/launch-plan';
import type { Handshake, HttpAnswer, Line, Outcome, Start, Times } from '../core/start';
import type { Safe } from '../core/text';
import type { Flaw } from '../core/wire/lines';
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
  readonly #sent: LineRing;
  readonly #received: LineRing;
  readonly #flaws: Record<Flaw, number> = { ...unknownStart.flaws };
  #start: Start;
  #untoldBytes: number = LIMITS.toldBytes;

  constructor(plan: LaunchPlan, onLine: OnLine) {
    this.#plan = plan;
    this.#onLine = onLine;
    this.#stderr = new LineRing(plan.mask, LIMITS.stderr);
    this.#noise = new LineRing(plan.mask, LIMITS.noise);
    this.#sent = new LineRing(plan.mask, LIMITS.exchanges);
    this.#received = new LineRing(plan.mask, LIMITS.exchanges);
    const from = {
      via: 'probe',
      client: plan.client.id,
      server: plan.server,
      at: null,
      platform: plan.platform,
    } as const;
    this.#start = { ...unknownStart, from, patienceMs: plan.patienceMs };
  }

  stderr(line: string, ms: number): void {
    this.#tell('stderr', this.#stderr.push(line, ms));
  }

  noise(line: string, ms: number): void {
    this.#tell('stdout', this.#noise.push(line, ms));
  }

  /** A message of one side, as it is written. */
  exchange(side: 'sent' | 'received', message: string, ms: number): void {
    (side === 'sent' ? this.#sent : this.#received).push(message, ms);
  }

  /** What a line of stdout had besides its text. */
  flaws(flaws: readonly Flaw[]): void {
    for (const flaw of flaws) this.#flaws[flaw] += 1;
  }

  time(what: keyof Times, ms: number): void {
    this.#start = { ...this.#start, ms: { ...this.#start.ms, [what]: Math.round(ms) } };
  }

  exit(code: number | null, signal: string | null, ms: number): void {
    this.#start = { ...this.#start, exit: { code, signal: signal === null ? null : this.#plan.mask(signal) } };
    this.time('exit', ms);
  }

  handshake({ protocolVersion, serverInfo }: InitializeAnswer): void {
    const shown = (text: string): Safe => this.#shown(text, LIMITS.name);
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
    this.#start = { ...this.#start, refusal: this.#shown(what, LIMITS.text) };
    return this.as('refused');
  }

  /** What calling a remote server showed. */
  http(http: HttpAnswer): void {
    this.#start = { ...this.#start, http };
  }

  notSpawned(code: string, program: Safe): Start {
    const spawnError = { code: this.#plan.mask(code), program };
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
      exchanges: { sent: this.#sent.lines, received: this.#received.lines },
      flaws: { ...this.#flaws },
      dropped: { stderr: this.#stderr.dropped, noise: this.#noise.dropped },
    };
  }

  #shown(text: string, longest: number): Safe {
    return copied(this.#plan.mask.inOrder()(beginningOf(text, 2 * longest)), longest);
  }

  /** Whoever listens hears the beginning; what floods is in the report, as far as that goes. */
  #tell(stream: 'stderr' | 'stdout', line: Line): void {
    this.#untoldBytes -= bytesOf(line);
    if (this.#untoldBytes > 0) this.#onLine(stream, line);
  }
}
