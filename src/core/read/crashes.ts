import { stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** An error that is about something of its own, by the name of its kind: `TypeError`, `EADDRINUSE`, a panic. */
export type CrashesFact = Told<'crashed', { type: Safe }>;

/** Runtimes and systems: errors whose name says what they are about. Errors in general (`Error`, `ValueError`) are none. */
export function read(start: Said): readonly CrashesFact[] {
  return stderrMatches(start, NAMED).flatMap(({ groups: [type], evidence }) =>
    type ? [{ kind: 'crashed' as const, type, evidence }] : [],
  );
}

const NAMED =
  /\b(?:TypeError|ReferenceError|SyntaxError|RangeError|ModuleNotFoundError|ImportError|AttributeError|NameError|FileNotFoundError|ConnectionError|OSError|EADDRINUSE|ECONNREFUSED|ENOENT|EACCES|EPERM|ENOTFOUND|ERR_[A-Z_]+)\b|\bpanicked at\b|^panic: |^Exception in thread "[^"]{1,60}" [\w.$]{1,120}|^Unhandled exception\. [\w.]{1,120}|^fatal error: (?!runtime: out of memory)|\b[Ss]egmentation fault\b|^terminate called after throwing\b/;
