import { captured } from '../text';
import { stderrEvidence } from './lines';
import type { Told } from '../facts';
import type { Safe } from '../text';
import type { Said, Statement } from './statements';

/** A path was looked for that goes on elsewhere in the same text, behind a blank. */
export type CutPathsFact = Told<'path-cut', { part: Safe }>;

/** Paths that were not found, held against those that are written around them. */
export function read({ from, spoken }: Said): readonly CutPathsFact[] {
  if (from.via !== 'log') return [];
  const missed = spoken.flatMap(missedIn).slice(0, MOST_MISSED);
  return missed
    .filter(({ path }) => OF_TWO_WORDS.test(path) || spoken.some(({ text }) => goesOn(text, path)))
    .slice(0, 1)
    .map(({ path, line }) => ({ kind: 'path-cut', part: path, evidence: stderrEvidence(line) }));
}

/** Each is looked for in all lines. */
const MOST_MISSED = 4;

function missedIn(line: Statement): readonly { readonly path: Safe; readonly line: Statement }[] {
  for (const form of NOT_FOUND) {
    const path = captured(line.text, form)?.[1];
    if (path) return [{ path, line }];
  }
  return [];
}

/** Folders that systems make, whose names have a blank, up to that; and a person’s, which no program makes or runs. */
const OF_TWO_WORDS =
  /^[A-Za-z]:[\\/]Program$|[\\/]Library[\\/](?:Application|Mobile)$|^[A-Za-z]:[\\/]Users[\\/][^\\/]+$/;

/** A path whose last name has no ending, and nothing behind it. */
const NOT_FOUND: readonly RegExp[] = [
  /\bE(?:PERM|ACCES): .{3,40}, mkdir '([A-Za-z]:[\\/]Users[\\/][^\\/'\s]{1,60})'/,
  /\bCannot find module '((?:[A-Za-z]:[\\/]|\/)[^'\s]{0,300}[^'\s.\\/]{1,80})'/,
  /^['"]{1,2}((?:[A-Za-z]:[\\/]|\/)[^'"\s]{0,300}[^'"\s.\\/]{1,80})['"]{1,2} is not recognized\b/,
  /^\w{1,20}: ((?:[A-Za-z]:[\\/]|\/)[^\s:]{0,300}[^\s.:\\/]{1,80}): (?:No such file or directory|(?:command )?not found)\b/,
  /\bcommand not found: (\/[^\s:]{0,300}[^\s.:\\/]{1,80})$/,
  /\b(?:No such file or directory|ENOENT)\b.{0,60}?['"]((?:[A-Za-z]:[\\/]|\/)[^'"\s]{0,300}[^'"\s.\\/]{1,80})['"]/,
];

function goesOn(text: string, path: string): boolean {
  const at = text.indexOf(path);
  return at >= 0 && MORE.test(text.slice(at + path.length, at + path.length + LONGEST_NAME));
}

const LONGEST_NAME = 120;
/** More of a path: a blank, perhaps escaped, and words that a sign for folders or the end of a quotation follows. */
const MORE = /^\\? [\w(][\w()&-]{0,40}(?:\\? [\w()&-]{1,40}){0,4}[\\/`'"]/;
