import { KeptLines } from '../kept-lines';
import { LIMITS } from '../limits';
import { PRIVATE_KEY, privateKeyIn } from '../secrets/private-key';
import { shortened } from '../text';
import type { Platform } from '../platform';
import type { Line } from '../start';
import type { Mask, Safe } from '../text';

/** A line of a log, clean and not masked yet: only what is kept to the end is masked. `number` counts from 1. */
export interface LoggedLine {
  readonly number: number;
  readonly text: string;
}

/** Whose words a line of a log is. */
export type Speaker = 'stderr' | 'noise' | 'client';

/** The lines that are kept of one start, by who said them. */
export class ToldLines {
  readonly #kept = {
    stderr: new KeptLines<LoggedLine>(LIMITS.logged, lengthOf),
    noise: new KeptLines<LoggedLine>(LIMITS.logged, lengthOf),
    client: new KeptLines<LoggedLine>(LIMITS.logged, lengthOf),
  };

  /** A key is hidden as it comes: of what the room cuts in two nobody knows any more what it was. */
  readonly #isInKey = privateKeyIn();

  push(speaker: Speaker, number: number, line: string): void {
    const text = this.#isInKey(line) ? PRIVATE_KEY : line;
    // No copy: the piece of the log that V8 keeps alive for it is some thousand bytes, and mostly shared.
    this.#kept[speaker].push({ number, text });
  }

  get length(): number {
    const { stderr, noise, client } = this.#kept;
    return stderr.length + noise.length + client.length;
  }

  get dropped(): { readonly stderr: number; readonly noise: number } {
    return { stderr: this.#kept.stderr.dropped, noise: this.#kept.noise.dropped };
  }

  /** Masked in the order in which they stand in the log. */
  masked(mask: Mask): Readonly<Record<Speaker, readonly Line[]>> {
    const masked: Record<Speaker, Line[]> = { stderr: [], noise: [], client: [] };
    const next = mask.inOrder();
    const all = SPEAKERS.flatMap((speaker) => this.#kept[speaker].lines.map((line) => ({ speaker, line })));
    for (const { speaker, line } of all.toSorted((a, b) => a.line.number - b.line.number))
      masked[speaker].push({ number: line.number, text: shortened(next(line.text), LIMITS.text), ms: null });
    return masked;
  }
}

const SPEAKERS: readonly Speaker[] = ['stderr', 'noise', 'client'];

function lengthOf({ text }: LoggedLine): number {
  return text.length;
}

/** The system that the paths in a log belong to; null where they belong to none, or to two. */
export function platformOfPaths(lines: readonly { readonly text: Safe }[]): Platform | null {
  const [only, ...others] = PATHS.filter(([, path]) => lines.some(({ text }) => path.test(text)));
  return only && others.length === 0 ? only[0] : null;
}

const PATHS: readonly (readonly [Platform, RegExp])[] = [
  [
    'win32',
    /(?:^|[\s"'`(=[,])[A-Za-z]:(?:\\{1,2}\w|\/(?!\/))|\b[A-Za-z]:[\\/]{1,2}(?:Users|Windows|Program)|\bWinError\b|\bprocess\.platform: win32\b/,
  ],
  ['darwin', /(?:^|[\s"'(:=]|file:\/\/)\/(?:Users|opt\/homebrew|Applications)\/|\bprocess\.platform: darwin\b/],
  ['linux', /(?:^|[\s"'(:=]|file:\/\/)\/(?:home|root|usr\/lib\/node_modules)\/|\bprocess\.platform: linux\b/],
];
