import { visit } from 'jsonc-parser';
import { applyEdits } from '../fixes/fix';
import { isOpenAt, tokensOf } from './json-tokens';
import { guesses, lastGuesses, looseGuesses, plainGuesses } from './slips';
import type { Edit } from '../fixes/fix';
import type { Span } from './place';
import type { Break, Slip } from './slips';

/** A mistake in a text of JSON: told in its own words, with what mends it where that is plain. */
export interface Mistake {
  readonly what: string;
  readonly span: Span;
  readonly edits: readonly Edit[];
  readonly title: string;
  /** What it is mended to is one reading of several. */
  readonly isLoose: boolean;
}

/**
 * The mistakes in a text that does not parse. Each guess at the first one is tried on a copy, and the one after which the
 * parser gets furthest is it; then the copy is gone on with, so that one mistake is told once, and not with all that
 * follows from it. The parser is asked, never imitated.
 */
export function mistakesIn(text: string): readonly Mistake[] {
  const mistakes: Mistake[] = [];
  const made: (readonly Edit[])[] = [];
  let copy = text;
  const most = text.length > LONG ? MOST_IN_LONG : MOST;
  while (mistakes.length < most) {
    const at = firstError(copy);
    if (at === null) break;
    const slip = slipAt(copy, at);
    mistakes.push(inText(text, slip, copy, made));
    if (slip.edits.length === 0) break;
    copy = applyEdits(copy, slip.edits);
    made.push(slip.edits.toSorted((a, b) => a.span.offset - b.span.offset));
  }
  return mistakes;
}

/** More are told once these are mended: each costs as many walks over the text as there are guesses. */
const MOST = 20;
const LONG = 16 * 1024;
const MOST_IN_LONG = 5;

/** The place of the first error that the parser finds; null where it finds none. */
function firstError(text: string): number | null {
  try {
    visit(text, { onError: (_error, offset) => stop(offset) }, { allowTrailingComma: true });
    return null;
  } catch (error) {
    if (error instanceof Stop) return error.offset;
    throw error;
  }
}

/** What ends the parser's walk at the first error. */
class Stop extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

function stop(offset: number): never {
  throw new Stop(offset);
}

function slipAt(text: string, at: number): Slip {
  const tokens = tokensOf(text);
  const next = tokens.findIndex(({ end }) => end > at);
  const broken = { text, at, tokens, next: next < 0 ? tokens.length : next };
  return (
    endsEarly(broken) ??
    plain(broken) ??
    likeliest(broken, guesses) ??
    likeliest(broken, lastGuesses) ??
    unnamed(broken)
  );
}

/** The first of what is plainly none that gets the parser further. */
function plain(broken: Break): Slip | null {
  for (const guess of plainGuesses)
    for (const slip of guess(broken)) if (slip.edits.length === 0 || reach(broken, slip) > broken.at) return slip;
  return null;
}

/** How far the parser gets with a guess made: to the next error, or through. */
function reach({ text }: Break, { edits }: Slip): number {
  const next = firstError(applyEdits(text, edits));
  return next === null ? Infinity : before(next, edits);
}

/** Every guess is tried, the likelier kinds first; of those that get equally far the first is taken. */
function likeliest(broken: Break, kinds: typeof guesses): Slip | null {
  let best: Slip | null = null;
  let furthest = broken.at;
  for (const guess of kinds)
    for (const slip of guess(broken)) {
      const reached = reach(broken, slip);
      if (reached === Infinity) return { ...slip, isLoose: looseGuesses.has(guess) };
      if (reached > furthest) {
        best = { ...slip, isLoose: looseGuesses.has(guess) };
        furthest = reached;
      }
    }
  return best;
}

/** A text that was cut off while something was being written, where closing what is open does not mend it. */
function endsEarly({ text, at, tokens }: Break): Slip | null {
  const last = tokens.at(-1);
  if (!last) return { what: 'The file is empty', span: { offset: 0, length: text.length }, edits: [], title: '' };
  const isInComment = /^\/\*(?![\s\S]*\*\/)/.test(text.slice(at));
  const isCut =
    (at >= last.start || /^\S+\s*$/.test(text.slice(at))) &&
    isOpenAt(tokens) &&
    (last.kind === 'colon' || isHalfWritten(last.text) || isName(tokens.slice(-2)));
  if (!isInComment && !isCut) return null;
  const span = { offset: last.start, length: last.end - last.start };
  return { what: 'The file ends in the middle of something: the rest of it is missing', span, edits: [], title: '' };
}

function isHalfWritten(text: string): boolean {
  if (/^[-\d]/.test(text)) return !/^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text);
  return text.startsWith('"')
    ? !/^"(?:[^"\\]|\\.)*"$/s.test(text)
    : /^[^{}[\],:\d]/.test(text) && !/^(?:true|false|null)$/.test(text);
}

/** A text that would be a name, and has nothing behind it. */
function isName([previous, last]: Break['tokens']): boolean {
  return last?.kind === 'text' && (previous?.kind === 'open' ? previous.text === '{' : previous?.kind === 'comma');
}

function unnamed({ text, at, tokens, next }: Break): Slip {
  const token = tokens[next] ?? tokens.at(-1);
  const offset = token?.start ?? Math.min(at, Math.max(0, text.length - 1));
  const length = Math.max(1, token ? token.end - token.start : 1);
  return { what: 'What stands here is no JSON', span: { offset, length }, edits: [], title: '' };
}

/** A mistake of the copy, with its places in the text. What is mended of what was mended is no fix by itself. */
function inText(
  text: string,
  { what, span, edits, title, isGuess, isLoose = false }: Slip,
  copy: string,
  made: readonly (readonly Edit[])[],
): Mistake {
  const back = (place: Span): Span => {
    const offset = made.reduceRight(before, place.offset);
    return { offset, length: Math.max(0, made.reduceRight(before, place.offset + place.length) - offset) };
  };
  const own = edits.map((edit) => ({ ...edit, span: back(edit.span) }));
  const isOwn = edits.every((edit, index) => {
    const there = own[index]?.span;
    const cut = (from: string, { offset, length }: Span) => from.slice(offset, offset + length);
    return there !== undefined && cut(text, there) === cut(copy, edit.span);
  });
  return { what, span: back(span), edits: isGuess || !isOwn ? [] : own, title, isLoose };
}

/** The place before edits were made of one behind them. */
function before(offset: number, edits: readonly Edit[]): number {
  let shift = 0;
  for (const { span, newText } of edits.toSorted((a, b) => a.span.offset - b.span.offset)) {
    const start = span.offset + shift;
    if (offset < start) break;
    if (offset < start + newText.length) return span.offset;
    shift += newText.length - span.length;
  }
  return offset - shift;
}
