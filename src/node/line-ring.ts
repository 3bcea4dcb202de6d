import { beginningOf, copied } from '../core/text';
import { LIMITS } from '../core/limits';
import type { Line } from '../core/start';
import type { Mask, Safe } from '../core/text';

/** How much of a stream is kept: its first and its last lines, each within so many bytes of JSON. */
export interface Room {
  readonly first: { readonly lines: number; readonly bytes: number };
  readonly last: { readonly lines: number; readonly bytes: number };
}

/** The lines of one stream that are kept, cleaned and masked as they come in. */
export class LineRing {
  readonly #mask: (line: string) => Safe;
  readonly #first: Shelf;
  readonly #last: Shelf;
  #count = 0;

  constructor(mask: Mask, { first, last }: Room) {
    this.#mask = mask.inOrder();
    this.#first = new Shelf(first);
    this.#last = new Shelf(last);
  }

  /** Takes a line as the server printed it, and gives it back as it may be shown. */
  push(text: string, ms: number): Line {
    this.#count += 1;
    // Copied, so that no long line is kept for a short one.
    const masked = this.#mask(beginningOf(text, 2 * LIMITS.text));
    const line = { number: this.#count, text: copied(masked, LIMITS.text), ms: Math.round(ms) };
    // Once a line had no room among the first, none behind it has.
    if (this.#count === this.#first.length + 1 && this.#first.hasRoomFor(line)) this.#first.add(line);
    else {
      this.#last.add(line);
      this.#last.shorten();
    }
    return line;
  }

  get lines(): readonly Line[] {
    return [...this.#first.lines, ...this.#last.lines];
  }

  get dropped(): number {
    return this.#count - this.#first.length - this.#last.length;
  }
}

/** Lines, within the bytes that they may take. */
class Shelf {
  readonly lines: Line[] = [];
  readonly #room: Room['first'];
  #bytes = 0;

  constructor(room: Room['first']) {
    this.#room = room;
  }

  get length(): number {
    return this.lines.length;
  }

  hasRoomFor(line: Line): boolean {
    return this.length < this.#room.lines && this.#bytes + bytesOf(line) <= this.#room.bytes;
  }

  add(line: Line): void {
    this.lines.push(line);
    this.#bytes += bytesOf(line);
  }

  /** Takes off the oldest lines until the rest has room. */
  shorten(): void {
    while (this.length > this.#room.lines || (this.#bytes > this.#room.bytes && this.length > 1)) {
      const oldest = this.lines.shift();
      this.#bytes -= oldest ? bytesOf(oldest) : 0;
    }
  }
}

/** What a line takes in a report: as JSON, in UTF-8. */
export function bytesOf({ text }: Line): number {
  return text === '' ? 2 : Buffer.byteLength(JSON.stringify(text));
}
