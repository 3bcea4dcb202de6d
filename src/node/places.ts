import { availableParallelism } from 'node:os';
import { programName } from '../core/launch/program-name';
import { probe } from './probe';
import { Slots } from './slots';
import type { StdioPlan } from '../core/launch/launch-plan';
import type { Start } from '../core/start';
import type { OnLine } from './recording';
import type { Activity } from './silence';

/** Servers that compute at the same time: more would be slower for each. */
const AT_WORK = Math.max(8, availableParallelism());

/** Servers that are there at the same time, most of them waiting. */
const ALIVE = 16;

/** How long others wait for one that may be fetching, and shows nothing. */
const FETCHING_MS = 15_000;

/** Starts the server for which the place is. */
type StartHere = (onLine?: OnLine) => Promise<Start>;

/**
 * Where the servers of a diagnosis are started. A place is for computing, not for waiting: it is given back as soon as a
 * server is silent, so that some that hang do not hold up the others. Of the starts that may download, one at a time is
 * let through for each package client until its server shows itself: such clients share a cache, and wait for its lock.
 */
export class Places {
  readonly #alive = new Slots(ALIVE);
  readonly #atWork = new Slots(AT_WORK);
  readonly #fetching = new Map<string, Slots>();

  /** Starts a server as soon as there is a place for it. */
  start(plan: StdioPlan, signal: AbortSignal): Promise<Start> {
    return this.at(plan, signal, (start) => start());
  }

  /** Does something as soon as there is a place for the server, such as a last look before it is started. */
  async at<Result>(plan: StdioPlan, signal: AbortSignal, work: (start: StartHere) => Promise<Result>): Promise<Result> {
    const fetched = await this.#fetchingWith(plan)?.take();
    const left = await this.#alive.take();
    const worked = await this.#atWork.take();
    const giveBack = { shown: fetched, silent: worked };
    const onActivity = (activity: Activity): void => giveBack[activity]?.();
    const longEnough = setTimeout(() => fetched?.(), FETCHING_MS);
    try {
      return await work((onLine = () => {}) => probe(plan, { onLine, onActivity }, signal));
    } finally {
      clearTimeout(longEnough);
      for (const each of [worked, left, fetched]) each?.();
    }
  }

  /** Calls a remote server: nothing is computed here. */
  call<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.#alive.within(work);
  }

  #fetchingWith(plan: StdioPlan): Slots | null {
    if (plan.probeClass.code !== 'downloads') return null;
    const client = programName(plan.command.reveal());
    const slots = this.#fetching.get(client) ?? new Slots(1);
    this.#fetching.set(client, slots);
    return slots;
  }
}
