import { randomUUID } from 'node:crypto';
import type { ConsentRequest, Consents } from './consent';

/** What is kept: a salt for the digests, and the units agreed to, each with the digest of the code that it ran. */
export interface Kept {
  readonly salt: string;
  readonly units: readonly (readonly [unit: string, code: string | null])[];
}

/** Where it is kept, out of the workspace's reach. */
export interface Store {
  get(): Kept | undefined;
  set(kept: Kept): PromiseLike<void>;
}

/** Consents that are remembered. `ask` puts the question for those that are not yet given, and says which were agreed to. */
export async function keptConsents(
  store: Store,
  ask: (requests: readonly ConsentRequest[]) => Promise<readonly ConsentRequest[]>,
): Promise<Consents> {
  if (!store.get()) await store.set({ salt: randomUUID(), units: [] });
  const read = (): Kept => store.get() ?? { salt: '', units: [] };
  const { salt } = read();
  const units = (): ReadonlyMap<string, string | null> => new Map(read().units);
  /** What was taken back meanwhile stays taken back: then there is another salt, or none. */
  const change = async (changed: ReadonlyMap<string, string | null>): Promise<void> => {
    if (read().salt === salt) await store.set({ salt, units: [...changed] });
  };
  return {
    salt,
    agreed: async (requests, mayAsk) => {
      const open = requests.filter(({ unit }) => !units().has(unit));
      const given = open.length > 0 && mayAsk ? await ask(open) : [];
      if (given.length > 0) await change(new Map([...units(), ...given.map(({ unit }) => [unit, null] as const)]));
      return new Set(units().keys());
    },
    keep: (unit, code) => change(new Map([...units(), [unit, code]])),
    codeOf: (unit) => units().get(unit) ?? null,
    forget: (unit) => change(new Map([...units()].filter(([each]) => each !== unit))),
  };
}
