/** Signs that mean nothing to any reader of text: a mask takes them for a secret, and no word has them. */
const FIRST = 0x28_01;
const SIGNS = 250;

/**
 * What stands for a secret where its length has to stay, in UTF-16 units. The next `nth` is another text, so that no
 * two secrets are taken for one.
 */
export function standIn(nth: number, length: number): string {
  const signs = String.fromCharCode(FIRST + (nth % SIGNS), FIRST + (Math.floor(nth / SIGNS) % SIGNS));
  return signs.repeat(Math.ceil(length / 2)).slice(0, length);
}
