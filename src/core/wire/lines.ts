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

  /** The lines that end in these bytes. No more than the longest line is ever held. */
  push(bytes: Uint8Array): readonly WireLine[] {
    const [first = '', ...others] = this.#decoder.decode(bytes, { stream: true }).split('\n');
    if (this.#rest.length < this.#longest) this.#rest += first.slice(0, this.#longest - this.#rest.length);
    return others.map((next) => {
      const line = toLine(this.#rest);
      this.#rest = next.slice(0, this.#longest);
      return line;
    });
  }

  /** The line that has not ended yet: a prompt has no end. Null where there is none. */
  flush(): WireLine | null {
    const rest = this.#rest + this.#decoder.decode();
    this.#rest = '';
    return rest === '' ? null : toLine(rest);
  }
}

function toLine(written: string): WireLine {
  const flaws: Flaw[] = [];
  const hasReturn = written.endsWith('\r');
  if (hasReturn) flaws.push('carriage-return');
  if (written.startsWith('\uFEFF')) flaws.push('byte-order-mark');
  if (written.includes('\uFFFD')) flaws.push('undecodable');
  return { text: hasReturn ? written.slice(0, -1) : written, flaws };
}
