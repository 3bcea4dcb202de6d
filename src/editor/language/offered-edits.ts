import { applyEdits } from '../../core/fixes/fix';
import type { Edit } from '../../core/fixes/fix';

/** How many are remembered: the bulb offers anew with each move of the cursor. */
const MOST = 100;

/** A cure of one server, as it was offered: what the file read, and what is changed in it. */
export interface Offer {
  readonly uri: string;
  readonly server: string;
  readonly before: string;
  readonly edits: readonly Edit[];
}

/** The cures that were offered of late, so that one that was taken is known as ours, and no other. */
export class OfferedEdits {
  /** With the length of the text that each makes: nearly every text that is typed is told apart by that alone. */
  #offers: (Offer & { readonly length: number })[] = [];

  offer(offer: Offer): void {
    const change = offer.edits.reduce((sum, { span, newText }) => sum + newText.length - span.length, 0);
    this.#offers.push({ ...offer, length: offer.before.length + change });
    if (this.#offers.length > MOST) this.#offers.shift();
  }

  /** The offer that made of a file what it is now. All that was offered of the text before it is forgotten then. */
  taken(uri: string, now: string): Offer | undefined {
    const taken = this.#offers.findLast(
      (offer) => offer.uri === uri && offer.length === now.length && applyEdits(offer.before, offer.edits) === now,
    );
    if (taken) this.#offers = this.#offers.filter((offer) => offer.uri !== uri);
    return taken;
  }
}
