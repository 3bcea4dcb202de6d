import { firstSaid, stderrEvidence, stderrMatches, told } from './lines';
import type { Told } from '../facts';
import type { Matched } from './lines';
import type { Said } from './statements';

export type RunnerFaultsFact =
  /** The package client itself has a fault, or lacks a part of its own. */
  Told<'runner-failed'>;

/** npm, corepack, uv and Bun, where it is they that fail, and not what they fetch or start. */
export function read(start: Said): readonly RunnerFaultsFact[] {
  return told('runner-failed', firstSaid(start, OWN_FAULT) ?? faultOfSix(start) ?? ownCrash(start));
}

/** A part of npm, or of corepack, that has failed itself. */
const OWN_FAULT = [
  /\bCannot find module '@npmcli\/|\buvx? trampoline failed\b|\bThis project is configured to use (?:npm|pnpm|yarn)\b/,
  /\bnpm (?:error|ERR!) (?:Error: )?(?:cb\(\) never called|Exit handler never called|This is an error with npm itself|Maximum call stack size exceeded)/,
  // A mistake in its own code, or a part of it that is gone.
  /^npm (?:error|ERR!) (?:[\w$.]{1,60} is not (?:a function|a constructor|defined|iterable)\b|Class extends value\b|Cannot find module\b)/,
  /\bCannot find module 'libnpx'/,
  /^ReferenceError: primordials is not defined$|^(?:uvx?|node|npm|bun): symbol lookup error: (?!\S{1,200}\.node\b)|\bis not compatible with the npm config\b|^corepack: /,
  /\bCannot find matching keyid\b|\bcorepack\.cjs:\d/,
  /\bCould not determine Node\.js install directory\b|\bLock compromised\b|\bcb\.apply is not a function\b|\b[Cc]annot find module .{0,80}\bnp[mx]-cli\.js\b/,
  // corepack, and a snap that may not see where it is.
  /^Usage Error: This project is configured to use (?:npm|pnpm|yarn)\b/,
  /\bcannot open path of the current working directory: Permission denied\b/,
  // What a launcher of Python was made for is gone; what npx itself takes in.
  /\buv trampoline failed to\b|\bFatal error in launcher: Unable to create process\b/,
  /\bCannot find module '[^']{1,200}'.{0,40}\b[Rr]equire stack:\s*-? ?\S{0,200}\/np[mx]$/,
  // Bun and uv of themselves; npm of an age that does not know what is asked of it.
  /\bBun has crashed\b|\bindicates a bug in Bun\b|\buv has panicked\b|\bpanicked at crates[/\\]uv/,
  /^npm (?:error|ERR!) Invalid dependency type requested\b/,
  // Somebody's own words.
  /\b(?:np[mx]|node|pnpm|bunx?|uvx?|python3?)\b.{0,40}\b(?:dangling|broken) (?:sym)?link\b|\b(?:np[mx]|node|uvx?) (?:shim|installation|install) (?:is|was) (?:corrupt|broken|damaged)/i,
  /(?<!\b(?:on|in|from|via|to) )\b(?:np[mx]|pnpm|yarn|bunx?|uvx?) (?:itself )?(?:is broken|broke|stopped working|refuses to run)\b/,
];

/** npx of npm 6 with a newer Node.js: it says its mistake without the type of the error, as no server would. */
function faultOfSix(start: Said): Matched | undefined {
  return stderrMatches(start, NO_PATH).find(({ evidence: { text } }) => !text.includes('TypeError'));
}

const NO_PATH =
  /^(?:npx: installed \d{1,5} in [\d.]{1,6}s )?(?:Path must be a string|The "path" argument must be of type string)\. Received (?:type )?undefined$/;

/** What a package client throws stands in a file of its own: the first frame below the error. */
function ownCrash({ stderr }: Said): Matched | undefined {
  const thrown = stderr.findIndex(({ text }) => THROWN.test(text));
  const last = stderr[thrown];
  const frame = stderr.slice(thrown + 1).find(({ role }) => role === 'frame');
  return last && frame && OWN_FILE.test(frame.text) ? { groups: [], evidence: stderrEvidence(last) } : undefined;
}

const THROWN = /^(?:TypeError|ReferenceError|SyntaxError|RangeError)(?: \[\w+\])?: /;

const OWN_FILE = /[/\\]node_modules[/\\](?:npm|npx|pnpm|yarn|corepack)[/\\](?!.*[/\\]_npx[/\\])/;
