import type { JsonPath, Span } from '../config/place';
import type { Safe } from '../text';

/** A change of the text between two offsets. What it writes may be as secret as the file is. */
export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

/** A value that only the user can give. */
export interface Need {
  readonly name: Safe;
  readonly secret: boolean;
  readonly why: Safe;
}

/**
 * How a fix may be tried: by starting the server with it; with placeholder values, which can show only that the
 * server gets further; or not at all, where it would start something that the user did not name.
 */
export type Trying = 'start' | 'with-placeholders' | 'never';

/** What to type in a terminal, where no edit cures. */
export interface Command {
  readonly line: Safe;
  /** Where to type it; null where that does not matter. */
  readonly cwd: Safe | null;
}

/** A cure: edits of the file, or a command that the user runs. */
export interface Fix {
  /** Names it among the fixes of its finding; of one kind all but the first get a number. */
  readonly id: string;
  readonly title: Safe;
  readonly applicability: 'safe' | 'has-placeholders' | 'maybe';
  readonly preferred: boolean;
  readonly needs: readonly Need[];
  readonly edits: readonly Edit[];
  readonly command?: Command;
  readonly trying: Trying;
  /** Where the entry stands once the edits are made. */
  readonly entryPath: JsonPath | null;
}

/** The text with all edits made. Edits do not overlap and refer to the text as it was. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.span.offset - a.span.offset)
    .reduce(
      (rest, { span, newText }) => rest.slice(0, span.offset) + newText + rest.slice(span.offset + span.length),
      text,
    );
}

/** The one edit that makes another text of a text: what both begin and end with stays. */
export function changeBetween(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < shorter - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return {
    span: { offset: start, length: before.length - same - start },
    newText: after.slice(start, after.length - same),
  };
}
