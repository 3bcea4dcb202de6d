import type { Platform } from '../platform';

/** Variables of a process, by name. */
export type Environment = Readonly<Record<string, string>>;

/** What a policy makes a child's environment from; every value is resolved already. */
export interface Ingredients {
  /** The environment of the client's own process. */
  readonly base: Environment;
  readonly envFile: Environment;
  /** The entry's `env`; null removes the name. */
  readonly env: Readonly<Record<string, string | null>>;
  /** Names that the entry wants handed on from the base. */
  readonly forwarded: readonly string[];
  readonly platform: Platform;
}

/** How a client makes the environment of its servers. */
export interface EnvironmentPolicy {
  /** What the client does with `env.PATH`: it decides which cure can work. */
  readonly pathRule: 'append' | 'replace' | 'ignored';
  apply(ingredients: Ingredients): Environment;
}

/** Sets or removes each of `changes` over `base`. */
export function overlay(base: Environment, changes: Readonly<Record<string, string | null>>): Environment {
  const merged = new Map(Object.entries(base));
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) merged.delete(name);
    else merged.set(name, value);
  }
  return Object.fromEntries(merged);
}

/** Only the named variables of `base`. Values that are shell functions (`() { …`) are left out, as the SDK does. */
export function only(base: Environment, names: readonly string[], platform: Platform): Environment {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = variable(base, name, platform);
      return value === undefined || value.startsWith('()') ? [] : [[name, value]];
    }),
  );
}

/** The value of a variable. Windows knows no case; of two spellings Node hands on the first in order. */
export function variable(environment: Environment, name: string, platform: Platform): string | undefined {
  // `constructor` is the name of no variable, whatever every object inherits.
  if (platform !== 'win32') return Object.hasOwn(environment, name) ? environment[name] : undefined;
  const spelling = Object.keys(environment)
    .toSorted()
    .find((each) => each.toUpperCase() === name.toUpperCase());
  return spelling === undefined ? undefined : environment[spelling];
}
