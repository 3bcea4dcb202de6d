import { isHarmlessValue } from '../../secrets/harmless';
import { openAt } from '../json-tokens';
import type { Edit } from '../../fixes/fix';
import type { Token } from '../json-tokens';
import type { Span } from '../place';

/**
 * A slip of the pen in a text of JSON, as a guess: what would mend it, and how it is told. Guesses are cheap and many;
 * which of them is right shows when each is made on a copy (`mend.ts`).
 */
export interface Slip {
  /** A sentence without its full stop. */
  readonly what: string;
  readonly span: Span;
  readonly edits: readonly Edit[];
  readonly title: string;
  /** It is one reading of several. */
  readonly isLoose?: boolean;
  /** It makes the text readable, and says nothing that anybody meant: no cure. */
  readonly isGuess?: true;
}

/** Where a text is broken: the place of the first error, and the tokens around it. */
export interface Break {
  readonly text: string;
  readonly at: number;
  readonly tokens: readonly Token[];
  /** The place of the first token that does not end before the error. */
  readonly next: number;
}

export type Guess = (broken: Break) => readonly Slip[];

export const insertion = (offset: number, newText: string): Edit => ({ span: { offset, length: 0 }, newText });

export const deletion = ({ start, end }: Pick<Token, 'start' | 'end'>): Edit => ({
  span: { offset: start, length: end - start },
  newText: '',
});

export const spanOf = ({ start, end }: Pick<Token, 'start' | 'end'>): Span => ({ offset: start, length: end - start });

/** A token as a sentence names it: a name as it is, a value only where it is none that anybody keeps to themselves. */
export function named(token: Token | undefined, tokens: readonly Token[]): string {
  if (!token) return 'the end';
  return isName(token, tokens) ? cut(token.text) : shownValue(token.text);
}

/** What may be said of a value, which may be a secret as long as nothing speaks against it. */
export function shownValue(text: string): string {
  const [line = ''] = text.split('\n');
  const inner = line.replace(/^["']|["']$/g, '');
  return isHarmlessValue(inner) || /^-{1,2}[a-z-]+$/.test(inner) ? cut(line) : 'this text';
}

/** Whether a token stands where a name does: before a colon, or first in an object or behind a comma in one. */
function isName(token: Token, tokens: readonly Token[]): boolean {
  const at = tokens.indexOf(token);
  if (tokens[at + 1]?.kind === 'colon') return true;
  const previous = tokens[at - 1];
  const isFirst = previous?.kind === 'comma' || previous?.text === '{';
  return isFirst && openAt(tokens, at).at(-1)?.text === '{';
}

function cut(text: string): string {
  const [line = ''] = text.split('\n');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** Matches outside of texts in double quotes and of comments. */
export function outside(text: string, form: RegExp): readonly RegExpExecArray[] {
  const either = new RegExp(`"(?:[^"\\\\\\n]|\\\\.)*"|//[^\\n]*|/\\*[\\s\\S]*?\\*/|(${form.source})`, 'gu');
  return [...text.matchAll(either)].filter(([, found]) => found !== undefined);
}

/** All slips of one kind in a text are one, and mended together. */
export function together(
  found: readonly { readonly index: number; readonly 0: string }[],
  edits: readonly Edit[],
  title: string,
  what: (count: number) => string,
): readonly Slip[] {
  const [first] = found;
  return first && edits.length > 0
    ? [{ what: what(found.length), span: { offset: first.index, length: first[0].length }, edits, title }]
    : [];
}

export const more = (count: number): string =>
  count > 1 ? ` here, and in ${count - 1} more ${count > 2 ? 'places' : 'place'}` : ' here';

/** The tokens on both sides of the places where something may be missing, the nearest to the error first. */
export function gaps(
  { tokens, next }: Break,
  back: number,
): readonly { readonly before: Token; readonly after: Token | undefined }[] {
  return Array.from({ length: back }, (_, step) => next - step).flatMap((index) => {
    const before = tokens[index - 1];
    return before ? [{ before, after: tokens[index] }] : [];
  });
}

/** An edit for each place of a piece that has a form. What stands between stays, and is written nowhere again. */
export function eachIn(piece: string, offset: number, form: RegExp, to: (found: string) => string): readonly Edit[] {
  return Array.from(piece.matchAll(form), ({ index, 0: found }) => ({
    span: { offset: offset + index, length: found.length },
    newText: to(found),
  }));
}
