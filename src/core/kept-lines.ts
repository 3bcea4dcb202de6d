/** How much of a stream is kept: its first and its last lines, each within so many lines and so much size. */
export interface Room {
  readonly first: { readonly lines: number; readonly bytes: number };
  readonly last: { readonly lines: number; readonly bytes: number };
}

/** The first lines of a stream and its last ones: the first say what it is, the last say why it died. */
export class KeptLines<Line> {
  readonly #first: Shelf<Line>;
  readonly #last: Shelf<Line>;
  #count = 0;

  /** `sizeOf`: how much of the room a line takes. */
  constructor({ first, last }: Room, sizeOf: (line: Line) => number) {
    this.#first = new Shelf(first, sizeOf);
    this.#last = new Shelf(last, sizeOf);
  }

  push(line: Line): void {
    this.#count += 1;
    // Once a line had no room among the first, none behind it has.
    if (this.#count === this.#first.length + 1 && this.#first.hasRoomFor(line)) this.#first.add(line);
    else {
      this.#last.add(line);
      this.#last.shorten();
    }
  }

  get length(): number {
    return this.#first.length + this.#last.length;
  }

  get lines(): readonly Line[] {
    return [...this.#first.lines, ...this.#last.lines];
  }

  get dropped(): number {
    return this.#count - this.length;
  }
}

/** Lines, within the room that they may take. */
class Shelf<Line> {
  readonly lines: Line[] = [];
  readonly #room: Room['first'];
  readonly #sizeOf: (line: Line) => number;
  #size = 0;

  constructor(room: Room['first'], sizeOf: (line: Line) => number) {
    this.#room = room;
    this.#sizeOf = sizeOf;
  }

  get length(): number {
    return this.lines.length;
  }

  hasRoomFor(line: Line): boolean {
    return this.length < this.#room.lines && this.#size + this.#sizeOf(line) <= this.#room.bytes;
  }

  add(line: Line): void {
    this.lines.push(line);
    this.#size += this.#sizeOf(line);
  }

  /** Takes off the oldest lines until the rest has room. */
  shorten(): void {
    while (this.length > this.#room.lines || (this.#size > this.#room.bytes && this.length > 1)) {
      const oldest = this.lines.shift();
      this.#size -= oldest === undefined ? 0 : this.#sizeOf(oldest);
    }
  }
}
