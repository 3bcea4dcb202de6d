import { programName } from '../launch/program-name';
import type { ServerEntry, Value } from '../config/config-file';

/** A program with the words behind it. */
export interface InnerCommand {
  /** Its name, without folder and ending. */
  readonly program: string;
  readonly args: readonly Value[];
}

/**
 * What an entry starts in the end: behind `cmd /c`, `env A=b`, `wsl` and their like, which start what stands behind their
 * own words. Of the script of a shell it is the first word, with no words behind it, since those are one text.
 */
export function innerCommand(entry: ServerEntry): InnerCommand {
  const { program, args } = entry;
  const own = PREFIXES.get(program);
  if (!own) return { program, args };
  const first = args.findIndex(({ safe }) => !own.test(safe));
  // The machine stands in front of what is run there.
  const at = program === 'ssh' && first >= 0 ? first + 1 : first;
  const inner = args[at];
  if (!inner) return { program, args };
  const [name = '', ...more] = inner.safe.trim().split(/\s+/);
  return { program: programName(name), args: more.length > 0 ? [] : args.slice(at + 1) };
}

/** Programs that start others, with the words that are their own. */
const PREFIXES: ReadonlyMap<string, RegExp> = new Map([
  ['cmd', /^\/[a-z]$/i],
  ['env', /^-|^[A-Za-z_]\w*=/],
  ['wsl', /^-/],
  ['sudo', /^-/],
  ['ssh', /^-/],
  ['sh', /^-/],
  ['bash', /^-/],
  ['zsh', /^-/],
]);
