/** A stretch that one or several of the texts cover, and the longest of those. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly longest: string;
}

/**
 * Finds every place where any of many texts stands, overlapping ones as one stretch, in one pass: the automaton of Aho
 * and Corasick, of which a published one lists every text at every place, so that its work can grow with their product.
 * Here it is as long as what is searched, however many the texts are and whatever stands in them.
 */
export function finderOf(texts: readonly string[]): (text: string) => readonly Stretch[] {
  const automaton = build(texts.filter((text) => text !== ''));
  return (text) => {
    const stretches: Stretch[] = [];
    let state = ROOT;
    for (let index = 0; index < text.length; index += 1) {
      state = step(automaton, state, text.charCodeAt(index));
      const longest = automaton.longestAt[state];
      if (longest) cover(stretches, { start: index + 1 - longest.length, end: index + 1, longest });
    }
    return stretches;
  };
}

interface Automaton {
  /** Where a character leads from a state: the key has both. */
  readonly next: ReadonlyMap<number, number>;
  /** The state of the longest ending that is a beginning, too. */
  readonly fallback: readonly number[];
  /** The longest of the texts that ends in a state. */
  readonly longestAt: readonly (string | undefined)[];
}

const ROOT = 0;
const CHARACTERS = 0x1_00_00;

function step({ next, fallback }: Pick<Automaton, 'next' | 'fallback'>, from: number, character: number): number {
  let state = from;
  for (;;) {
    const to = next.get(state * CHARACTERS + character);
    if (to !== undefined) return to;
    if (state === ROOT) return ROOT;
    state = fallback[state] ?? ROOT;
  }
}

function build(texts: readonly string[]): Automaton {
  const next = new Map<number, number>();
  const longestAt: (string | undefined)[] = [undefined];
  const byLength: [key: number, state: number][][] = [];
  for (const text of texts) {
    let state = ROOT;
    for (let index = 0; index < text.length; index += 1) {
      const key = state * CHARACTERS + text.charCodeAt(index);
      const known = next.get(key);
      state = known ?? longestAt.push(undefined) - 1;
      if (known !== undefined) continue;
      next.set(key, state);
      (byLength[index] ??= []).push([key, state]);
    }
    longestAt[state] = text;
  }
  // The shorter first: an ending is shorter than what it is the ending of.
  const fallback: number[] = [ROOT];
  for (const [key, state] of byLength.flat()) {
    const parent = Math.floor(key / CHARACTERS);
    const ending = parent === ROOT ? ROOT : step({ next, fallback }, fallback[parent] ?? ROOT, key % CHARACTERS);
    fallback[state] = ending;
    longestAt[state] ??= longestAt[ending];
  }
  return { next, fallback, longestAt };
}

/** Puts a stretch behind the others; it swallows those that it overlaps. */
function cover(stretches: Stretch[], found: Stretch): void {
  let { start, longest } = found;
  for (let last = stretches.at(-1); last && last.end > start; last = stretches.at(-1)) {
    stretches.pop();
    if (last.longest.length > longest.length) longest = last.longest;
    start = Math.min(start, last.start);
  }
  stretches.push({ start, end: found.end, longest });
}
