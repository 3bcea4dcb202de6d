import { applyEdits } from '../../core/fixes/fix';
import type { Edit } from '../../core/fixes/fix';

/** How many are remembered: the bulb offers anew with each move of the cursor. */
const MOST = 100;

/** The edits that were offered of late, so that one that was taken is known as ours, and no other. */
export class OfferedEdits {
  readonly #offers = new Map<string, { readonly before: string; readonly edits: readonly Edit[] }>();
  #count = 0;

  /** Remembers an edit of a text, and names it. */
  offer(before: string, edits: readonly Edit[]): string {
    this.#count += 1;
    const id = String(this.#count);
    this.#offers.set(id, { before, edits });
    if (this.#offers.size > MOST) this.#offers.delete(String(this.#count - MOST));
    return id;
  }

  /** The text as it was before the edit of this name made of it what it is now; null where that is not so. */
  before(id: string, now: string): string | null {
    const offer = this.#offers.get(id);
    return offer && applyEdits(offer.before, offer.edits) === now ? offer.before : null;
  }
}
