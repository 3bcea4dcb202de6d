import type { ServerEntry, Value } from '../config/config-file';

/** A package as an arg names it: the arg, and the name as it is written there. */
export interface PackageArg {
  readonly arg: Value;
  readonly written: string;
}

/**
 * The arg that names a package, alone or behind `--package=`, `--from=` and their like, with a version or without.
 * `isSame` compares a written name with the one in question, by the rules of the ecosystem.
 */
export function packageArg(entry: ServerEntry | null, isSame: (written: string) => boolean): PackageArg | null {
  for (const arg of entry?.args ?? []) {
    for (const word of arg.safe.split(/[\s=]+/)) {
      const written = /^@?[^@<>[~!]+/.exec(word)?.[0];
      if (written !== undefined && isSame(written)) return { arg, written };
    }
  }
  return null;
}
