import { KeptLines } from '../core/kept-lines';
import { beginningOf, copied } from '../core/text';
import { LIMITS } from '../core/limits';
import type { Room } from '../core/kept-lines';
import type { Line } from '../core/start';
import type { Mask, Safe } from '../core/text';

/** The lines of one stream that are kept, cleaned and masked as they come in. */
export class LineRing {
  readonly #mask: (line: string) => Safe;
  readonly #kept: KeptLines<Line>;
  #count = 0;

  constructor(mask: Mask, room: Room) {
    this.#mask = mask.inOrder();
    this.#kept = new KeptLines(room, bytesOf);
  }

  /** Takes a line as the server printed it, and gives it back as it may be shown. */
  push(text: string, ms: number): Line {
    this.#count += 1;
    // Copied, so that no long line is kept for a short one.
    const masked = this.#mask(beginningOf(text, 2 * LIMITS.text));
    const line = { number: this.#count, text: copied(masked, LIMITS.text), ms: Math.round(ms) };
    this.#kept.push(line);
    return line;
  }

  get lines(): readonly Line[] {
    return this.#kept.lines;
  }

  get dropped(): number {
    return this.#kept.dropped;
  }
}

/** What a line takes in a report: as JSON, in UTF-8. */
export function bytesOf({ text }: Line): number {
  return text === '' ? 2 : Buffer.byteLength(JSON.stringify(text));
}
