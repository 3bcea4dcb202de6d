/**
 * How a client writes its log, as data. Every pattern is tried on one line; what is taken from it are its groups, in the
 * order in which they are named here.
 */
export interface LogForm {
  /** The client's id. */
  readonly client: string;
  /** A line with the client's own prefix: `at` (empty where it says no time), `text`, and `server` where the prefix names one. */
  readonly line: RegExp;
  /** Where a line may be an object of JSON: its fields with the time, and with the text, the first one that is there. */
  readonly fields?: { readonly at: string; readonly text: readonly string[] };
  /** Where the server's name stands in the text, before words of the client's own that tell it from other words. */
  readonly names?: RegExp;
  /** What of the text is a line of the server's stderr, or of its stdout that is no message: `text`. */
  readonly stderr?: RegExp;
  readonly noise?: RegExp;
  /** The client begins a start, perhaps with the server's name; it has the handshake behind it; it is over, with `code`. */
  readonly begins: RegExp;
  /** What it starts, where it says so: `line` is the command line, `program` what an object of `args` follows. */
  readonly starts?: RegExp;
  readonly ready: RegExp;
  readonly ends: RegExp;
  /** Other words of the client itself. */
  readonly own: RegExp;
  /** Its words are its own even where somebody has copied them without the prefix: no server says such things. */
  readonly isKnownByWords?: true;
  /** With several servers, what has the client's prefix and no name may be of any of them. */
  readonly unnamedIsNobodys?: true;
  /** Whose the words are that none of these patterns knows. */
  readonly others: 'client' | 'stderr';
}

/** Words that only this client writes: one pattern for all, since nearly every line has none of them. */
export function ownWords({ begins, ready, ends, own, stderr, noise }: LogForm): RegExp {
  const all = [begins, ready, ends, own, stderr, noise].flatMap((words) => (words ? [withoutNames(words)] : []));
  return new RegExp(all.join('|'));
}

/** Two patterns may call their groups the same. */
function withoutNames({ source }: RegExp): string {
  return source.replaceAll(/\(\?<[a-z]+>/g, '(?:');
}
