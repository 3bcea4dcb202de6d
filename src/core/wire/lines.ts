/** What a line has that a strict reader stumbles over: it is kept, because to some client it is the reason. */
export type Flaw = 'carriage-return' | 'byte-order-mark' | 'undecodable';

/** A line as it stood on the pipe, without its end. */
export interface WireLine {
  readonly text: string;
  readonly flaws: readonly Flaw[];
}

/** Makes lines of the bytes of a pipe: UTF-8, ended by line feeds. What is longer than `longest` UTF-16 units comes cut. */
export class LineSplitter {
  readonly #longest: number;
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  #rest = '';

  constructor(longest: number) {
    this.#longest = longest;
  }

  /**
   * The lines that end in these bytes, made one by one as they are asked for. No more than the longest line is ever held.
   * All have to be taken before the next bytes come.
   */
  *push(bytes: Uint8Array): Generator<WireLine, void, undefined> {
    for (let from = 0; from < bytes.length; from += PIECE)
      yield* this.#linesIn(this.#decoder.decode(bytes.subarray(from, from + PIECE), { stream: true }));
  }

  *#linesIn(text: string): Generator<WireLine, void, undefined> {
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      this.#hold(text.slice(start, end));
      const line = toLine(this.#rest);
      this.#rest = '';
      start = end + 1;
      yield line;
    }
    this.#hold(text.slice(start));
  }

  #hold(text: string): void {
    if (this.#rest.length < this.#longest) this.#rest += text.slice(0, this.#longest - this.#rest.length);
  }

  /** The line that has not ended yet: a prompt has no end. Null where there is none. */
  flush(): WireLine | null {
    const rest = this.#rest + this.#decoder.decode();
    this.#rest = '';
    return rest === '' ? null : toLine(rest);
  }
}

/** How many bytes are decoded at a time. */
const PIECE = 8 * 1024;

function toLine(written: string): WireLine {
  const flaws: Flaw[] = [];
  const hasReturn = written.endsWith('\r');
  if (hasReturn) flaws.push('carriage-return');
  if (written.startsWith('\uFEFF')) flaws.push('byte-order-mark');
  if (written.includes('\uFFFD')) flaws.push('undecodable');
  return { text: hasReturn ? written.slice(0, -1) : written, flaws };
}
