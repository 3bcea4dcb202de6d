/** Words of which one must be there, in small letters. */
export type Alternatives = readonly string[];

/**
 * What a text that has this form holds: of each of these one at least, the rarest first; nothing where it need hold none.
 * Told by the form alone, and too few rather than too many: what stands in a class, in a part that may be missing or in
 * one that must not follow counts for nothing.
 */
export function neededWords({ source }: RegExp): readonly Alternatives[] {
  return new FormReader(source).alternatives();
}

/** Shorter words are in most texts. */
const SHORTEST = 3;
/** With more of them one is there mostly. */
const MOST = 40;
/** What else is needed beside the rarest of a sequence: each refuses a few texts more, and has its price. */
const BESIDE = 3;

/** A part of a form: a sign, a place without length and a group, with the words that must stand there, or anything else. */
type Part =
  | { readonly is: 'sign'; readonly sign: string }
  | { readonly is: 'place'; readonly needs: readonly Alternatives[] }
  | { readonly is: 'group'; readonly needs: readonly Alternatives[] }
  | { readonly is: 'other' };

/** Signs that stand for themselves, once each. */
const PLAIN = /[^\\[(.^$|)*+?{]+(?![*+?{])/y;
const UNIT = /[\dA-Fa-f]{4}/y;
const BYTE = /[\dA-Fa-f]{2}/y;
const NAMED = /\{[^}]*\}|<[^>]*>/y;
const INSIDE_CLASS = /(?:[^\]\\]|\\.)*/y;
const LOOK = /\?<?[=!]/y;
const KIND_OF_GROUP = /\?(?::|<[^>]*>)/y;
const QUANTIFIER = /(?:[*+?]|\{(?:\d+)(?:,\d*)?\})\??/y;

const PLACE: Part = { is: 'place', needs: [] };
const OTHER: Part = { is: 'other' };

/** Walks over the source of a regular expression once. Source: the grammar of patterns in ECMAScript. */
class FormReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Of several each needs words of its own, the rarest of which count: where one needs none, all together need none. */
  alternatives(): readonly Alternatives[] {
    const first = this.#sequence();
    if (!this.#takes('|')) return first;
    let [words = null]: readonly (Alternatives | null)[] = first;
    do {
      const [own] = this.#sequence();
      words = words && own && words.length + own.length <= MOST ? [...words, ...own] : null;
    } while (this.#takes('|'));
    return words ? [words] : [];
  }

  /** Of the runs of signs and the groups in a sequence all are needed. */
  #sequence(): readonly Alternatives[] {
    const needs: Alternatives[] = [];
    let run = '';
    const consider = (words: Alternatives): void => {
      if (words.every(({ length }) => length >= SHORTEST)) needs.push(words);
    };
    const endRun = (): void => {
      consider([run]);
      run = '';
    };
    for (;;) {
      run += this.#matched(PLAIN)?.toLowerCase() ?? '';
      if (this.#at >= this.#source.length || '|)'.includes(this.#source[this.#at] ?? '')) break;
      const part = this.#part();
      const { least, isOnce } = this.#quantifier();
      if ((part.is === 'place' || part.is === 'group') && least > 0) needs.push(...part.needs);
      if (part.is === 'place') continue;
      if (part.is === 'sign' && least > 0) run += part.sign;
      if (part.is !== 'sign' || !isOnce) endRun();
    }
    endRun();
    return needs.toSorted((a, b) => rarity(b) - rarity(a)).slice(0, 1 + BESIDE);
  }

  #part(): Part {
    const sign = this.#source[this.#at] ?? '';
    this.#at += 1;
    switch (sign) {
      case '\\':
        return this.#escape();
      case '[':
        return this.#class();
      case '(':
        return this.#group();
      case '.':
        return OTHER;
      case '^':
      case '$':
        return PLACE;
      default:
        return { is: 'sign', sign: sign.toLowerCase() };
    }
  }

  #escape(): Part {
    const letter = this.#source[this.#at] ?? '';
    this.#at += 1;
    if (letter === 'b' || letter === 'B') return PLACE;
    const code = letter === 'u' || letter === 'x' ? this.#matched(letter === 'u' ? UNIT : BYTE) : null;
    if (code !== null) return { is: 'sign', sign: String.fromCharCode(Number.parseInt(code, 16)).toLowerCase() };
    if (/[pPuk]/.test(letter)) this.#matched(NAMED);
    return /\w/.test(letter) ? OTHER : { is: 'sign', sign: letter };
  }

  /** A letter in both its sizes is a sign; every other class may be anything. */
  #class(): Part {
    const inside = this.#matched(INSIDE_CLASS) ?? '';
    this.#at += 1;
    const [first = '', second = first, ...more] = inside;
    const isLetter = more.length === 0 && /\p{L}/u.test(first) && first.toLowerCase() === second.toLowerCase();
    return isLetter ? { is: 'sign', sign: first.toLowerCase() } : OTHER;
  }

  #group(): Part {
    const look = this.#matched(LOOK);
    if (look === null) this.#matched(KIND_OF_GROUP);
    const needs = this.alternatives();
    this.#at += 1;
    if (look === null) return { is: 'group', needs };
    // What must be there is seen from a place; what must not be there is none.
    return look.endsWith('=') ? { is: 'place', needs } : PLACE;
  }

  /** How often a part is there at least, and whether that is once and no more. */
  #quantifier(): { readonly least: number; readonly isOnce: boolean } {
    const written = this.#matched(QUANTIFIER);
    if (written === null) return { least: 1, isOnce: true };
    const least = /^[*?]/.test(written) ? 0 : written.startsWith('{') ? Number.parseInt(written.slice(1), 10) : 1;
    return { least, isOnce: false };
  }

  #takes(sign: string): boolean {
    const isThere = this.#source[this.#at] === sign;
    if (isThere) this.#at += 1;
    return isThere;
  }

  #matched(form: RegExp): string | null {
    form.lastIndex = this.#at;
    const [text = null] = form.exec(this.#source) ?? [];
    this.#at += text?.length ?? 0;
    return text;
  }
}

/** The longer the shortest of the words, the fewer texts have one. */
function rarity(words: Alternatives): number {
  return Math.min(...words.map(({ length }) => length)) - Math.log2(words.length) / 2;
}

/**
 * Which groups of three signs a text has: a few bits of each, so that what is said to be missing is missing. Of words
 * that a text is asked for by the thousand most are refused by one look at it.
 */
export class Traces {
  readonly #bits = new Uint32Array(BITS / 32);

  constructor(texts: Iterable<string>) {
    for (const text of texts) {
      const small = text.toLowerCase();
      for (let at = 0; at + SHORTEST <= small.length; at += 1) this.#note(traceAt(small, at));
    }
  }

  #note(trace: number): void {
    const at = trace >> 5;
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (trace & 31));
  }

  mayHave(traces: readonly number[]): boolean {
    return traces.every((trace) => ((this.#bits[trace >> 5] ?? 0) >> (trace & 31)) & 1);
  }
}

/** A number of each group of three signs in a text, in small letters. */
export function tracesOf(text: string): readonly number[] {
  const small = text.toLowerCase();
  const traces: number[] = [];
  for (let at = 0; at + SHORTEST <= small.length; at += 1) traces.push(traceAt(small, at));
  return traces;
}

function traceAt(small: string, at: number): number {
  return (small.charCodeAt(at) * 7_919 + small.charCodeAt(at + 1) * 131 + small.charCodeAt(at + 2)) & (BITS - 1);
}

const BITS = 1 << 16;
