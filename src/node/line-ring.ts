import { copied } from '../core/text';
import type { Line } from '../core/start';
import type { Mask } from '../core/text';

/** How many lines are kept of a stream: the first say what it is, the last say why it died. */
const KEPT = { first: 200, last: 800 };
/** How much of one line is kept, in UTF-16 units. */
const LONGEST = 4_000;

/** The lines of one stream that are kept, cleaned and masked as they come in. */
export class LineRing {
  readonly #mask: Mask;
  readonly #first: Line[] = [];
  readonly #last: Line[] = [];
  #count = 0;

  constructor(mask: Mask) {
    this.#mask = mask;
  }

  /** Takes a line as the server printed it, and gives it back as it may be shown. */
  push(text: string, ms: number): Line {
    this.#count += 1;
    // Masked before it is cut, so that no secret is cut in two; then copied, so that no long line is kept for a short one.
    const masked = this.#mask(text.slice(0, 2 * LONGEST));
    const line = { number: this.#count, text: copied(masked, LONGEST), ms: Math.round(ms) };
    if (this.#first.length < KEPT.first) this.#first.push(line);
    else this.#last.push(line);
    if (this.#last.length > 2 * KEPT.last) this.#last.splice(0, this.#last.length - KEPT.last);
    return line;
  }

  get lines(): readonly Line[] {
    return [...this.#first, ...this.#last.slice(-KEPT.last)];
  }

  get dropped(): number {
    return this.#count - this.lines.length;
  }
}
