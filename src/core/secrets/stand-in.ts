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

/** Whether a value is hidden by a stand-in, so that nothing can be told of it by its look. */
export function hasStandIn(text: string): boolean {
  return /[\u2801-\u28FF]{2}/.test(text);
}
