import { stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/**
 * An error that is about something of its own, by the name of its kind: `TypeError`, `EADDRINUSE`, a panic.
 * `whileLoading`: it was thrown by the body of a file that a package client has installed, before anything was called.
 */
export type CrashesFact = Told<'crashed', { type: Safe; whileLoading: boolean }>;

/** Runtimes and systems: errors whose name says what they are about. Errors in general (`Error`, `ValueError`) are none. */
export function read(start: Said): readonly CrashesFact[] {
  const places = new Map(start.stderr.map(({ number }, index) => [number, index]));
  return stderrMatches(start, NAMED).flatMap(({ groups: [type], evidence }) => {
    const at = places.get(evidence.line ?? -1) ?? -1;
    return type ? [{ kind: 'crashed' as const, type, whileLoading: isWhileLoading(start, at), evidence }] : [];
  });
}

/** Node.js shows the place below the error, and a file that it cannot parse above; Python the last of the frames above. */
function isWhileLoading({ stderr }: Said, at: number): boolean {
  const above = stderr.slice(Math.max(0, at - MOST_SHOWN), Math.max(0, at)).map(({ text }) => text);
  const python = above.findLast((text) => /^\s*File "/.test(text));
  if (python !== undefined) return INSTALLED.test(python) && /, line \d+(?:, in <module>)?$/.test(python);
  const [frame] = stderr.slice(at + 1, at + 1 + MOST_SHOWN).filter(({ role }) => role === 'frame');
  const place = frame && !/\bnode:internal\b/.test(frame.text) ? frame.text : above.find((text) => SHOWN.test(text));
  return place !== undefined && INSTALLED.test(place) && (SHOWN.test(place) || BODY.test(place));
}

const MOST_SHOWN = 6;
const INSTALLED = /[/\\](?:_npx|node_modules|site-packages|archive-v\d)[/\\]/;
/** The place that is shown of a file, alone in its line. */
const SHOWN = /^(?:file:\/\/)?(?:\/|[A-Za-z]:[/\\])[^()]{1,400}:\d{1,6}$/;
/** A frame of the body of a file: it has no name, or that of a function that nobody named. */
const BODY = /^\s*at (?:Object\.<anonymous> \(|(?:async )?file:\/\/|\/|[A-Za-z]:\\)/;

const NAMED =
  /\b(?:TypeError|ReferenceError|SyntaxError|RangeError|ModuleNotFoundError|ImportError|AttributeError|NameError|IndentationError|TabError|KeyError|IndexError|AssertionError|ZeroDivisionError|UnboundLocalError|RecursionError|FileNotFoundError|ConnectionError|OSError|EADDRINUSE|ECONNREFUSED|ENOENT|EACCES|EPERM|ENOTFOUND|ERR_[A-Z_]+)\b|\bpanicked at\b|^panic: |^Exception in thread "[^"]{1,60}" (?!.{0,160}TimeoutException\b)[\w.$]{1,120}|^Unhandled exception\.(?: [\w.]{1,120}|\s*$)|\bname '\w{1,60}' is not defined\b|\b'NoneType' object (?:has no attribute|is not)\b|\bCannot read propert(?:y|ies) .{0,40}\bof (?:undefined|null)\b|\bnil pointer dereference\b|^fatal error: (?!runtime: out of memory)|\b[Ss]egmentation fault\b|\bSIGSEGV\b|\b[Uu]nhandled (?:promise )?rejection\b|\bAlready running asyncio in this thread\b|\bexit(?:ed)? (?:with )?(?:code|status):? (?:139|-1073741819|3221225477)\b|^terminate called after throwing\b/;
