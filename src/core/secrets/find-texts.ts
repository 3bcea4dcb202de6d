/** A stretch that one or several of the texts cover, and the longest of those. It may begin before the text, in an earlier one. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly longest: string;
}

export interface Found {
  readonly stretches: readonly Stretch[];
  /** Where one of the texts seems to begin that goes on behind the end: more than half of it stands here. */
  readonly begun: Pick<Stretch, 'start' | 'longest'> | null;
  /** To go on with in what follows. */
  readonly state: number;
}

/** Finds texts in a text; `from` is the state behind what stands before it. */
export type Finder = (text: string, from?: number) => Found;

/**
 * Finds every place where any of many texts stands, overlapping ones as one stretch, in one pass: the automaton of Aho
 * and Corasick, of which a published one lists every text at every place, so that its work can grow with their product.
 * Here it is as long as what is searched, however many the texts are and whatever stands in them.
 */
export function finderOf(texts: readonly string[]): Finder {
  const automaton = build(texts.filter((text) => text !== ''));
  return (text, from = ROOT) => {
    const stretches: Stretch[] = [];
    let state = from;
    for (let index = 0; index < text.length; index += 1) {
      state = step(automaton, state, text.charCodeAt(index));
      const longest = automaton.longestAt[state];
      if (longest) cover(stretches, { start: index + 1 - longest.length, end: index + 1, longest });
    }
    return { stretches, begun: begunAt(automaton, state, text.length), state };
  };
}

function begunAt({ depths, shortest, longestAt }: Automaton, state: number, end: number): Found['begun'] {
  const text = shortest[state];
  const depth = depths[state] ?? 0;
  const isBegun = text !== undefined && longestAt[state] === undefined && 2 * depth > text.length;
  return isBegun ? { start: end - depth, longest: text } : null;
}

/**
 * One list for each property of the states; the root is the first. Nearly every state leads to one other, so those that
 * a state leads to are a chain: from the first child to its next sibling. Where many are, as at the root, they are a map.
 */
interface Automaton {
  /** By the states that are `WIDE`: the children, by their characters. */
  readonly wide: Map<number, Map<number, number>>;
  readonly firstChild: number[];
  readonly nextSibling: number[];
  /** The character that leads to a state. */
  readonly characters: number[];
  readonly depths: number[];
  /** The state of the longest ending that is a beginning, too. */
  readonly fallback: number[];
  /** The longest of the texts that ends in a state. */
  readonly longestAt: (string | undefined)[];
  /** The shortest of the texts that begin so. */
  readonly shortest: (string | undefined)[];
}

const ROOT = 0;
const WIDE = -1;
const LONGEST_CHAIN = 8;

function childOf(automaton: Automaton, state: number, character: number): number {
  let child = automaton.firstChild[state] ?? ROOT;
  if (child === WIDE) return automaton.wide.get(state)?.get(character) ?? ROOT;
  while (child !== ROOT && automaton.characters[child] !== character) child = automaton.nextSibling[child] ?? ROOT;
  return child;
}

/** Where a character leads from a state; to the root where none of the texts goes on so. */
function step(automaton: Automaton, from: number, character: number): number {
  let state = from;
  for (;;) {
    const to = childOf(automaton, state, character);
    if (to !== ROOT || state === ROOT) return to;
    state = automaton.fallback[state] ?? ROOT;
  }
}

function build(texts: readonly string[]): Automaton {
  const automaton: Automaton = {
    wide: new Map([[ROOT, new Map<number, number>()]]),
    firstChild: [WIDE],
    nextSibling: [ROOT],
    characters: [0],
    depths: [0],
    fallback: [ROOT],
    longestAt: [undefined],
    shortest: [undefined],
  };
  for (const text of texts) add(automaton, text);
  fallBack(automaton);
  return automaton;
}

function add(automaton: Automaton, text: string): void {
  const { shortest, longestAt } = automaton;
  let state = ROOT;
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charCodeAt(index);
    state = childOf(automaton, state, character) || addChild(automaton, state, character);
    const other = shortest[state];
    if (other === undefined || other.length > text.length) shortest[state] = text;
  }
  longestAt[state] = text;
}

function addChild(automaton: Automaton, parent: number, character: number): number {
  const { wide, firstChild, nextSibling, characters, depths, fallback, longestAt, shortest } = automaton;
  const child = characters.push(character) - 1;
  depths.push((depths[parent] ?? 0) + 1);
  fallback.push(ROOT);
  longestAt.push(undefined);
  shortest.push(undefined);
  firstChild.push(ROOT);
  nextSibling.push(Math.max(firstChild[parent] ?? ROOT, ROOT));
  const siblings = wide.get(parent);
  if (siblings) {
    siblings.set(character, child);
    return child;
  }
  firstChild[parent] = child;
  const chain = childrenOf(automaton, parent);
  if (chain.length > LONGEST_CHAIN) {
    wide.set(parent, new Map(chain.map((each) => [characters[each] ?? 0, each])));
    firstChild[parent] = WIDE;
  }
  return child;
}

function childrenOf({ wide, firstChild, nextSibling }: Automaton, state: number): readonly number[] {
  const children: number[] = [...(wide.get(state)?.values() ?? [])];
  for (let child = firstChild[state] ?? ROOT; child > ROOT; child = nextSibling[child] ?? ROOT) children.push(child);
  return children;
}

/** The shorter first: an ending is shorter than what it is the ending of. */
function fallBack(automaton: Automaton): void {
  const { characters, fallback, longestAt } = automaton;
  const queue = [...childrenOf(automaton, ROOT)];
  for (const state of queue) {
    const ending = fallback[state] ?? ROOT;
    longestAt[state] ??= longestAt[ending];
    for (const child of childrenOf(automaton, state)) {
      fallback[child] = step(automaton, ending, characters[child] ?? 0);
      queue.push(child);
    }
  }
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
