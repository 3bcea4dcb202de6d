import { behind, captured, fill } from '../text';
import type { Safe } from '../text';
import type { Role } from './roles';

/** A line that may go on in those below it. */
interface Wrapped {
  readonly text: Safe;
  readonly whole: Safe;
  readonly role: Role;
}

/** A sentence goes on below while it has no end, and what is below is indented or does not begin one. */
export function unwrapped({ text }: Wrapped, below: readonly Wrapped[]): Safe {
  let sentence = unindented(text);
  for (const next of below) {
    if (/[.:!?]\s*$/.test(sentence) || next.role !== 'sentence' || !/^\s+\S|^[a-z(]/.test(next.text)) break;
    sentence = fill('{sentence} {more}', { sentence, more: unindented(next.text) });
  }
  return sentence;
}

/** A line that fills the room goes on below, whatever that begins with, unless it is somebody else who begins there. */
export function filled({ text, role }: Wrapped, below: readonly Wrapped[]): Safe {
  if (role !== 'sentence') return text;
  let whole = text;
  let last: string = text;
  for (const next of below) {
    const fills = last.length >= NARROWEST && last.length <= WIDEST && OF_WORDS.test(last);
    if (!fills || next.role !== 'sentence' || BEGINS.test(next.whole)) break;
    whole = fill('{whole} {more}', { whole, more: unindented(next.text) });
    last = next.text;
  }
  return whole;
}

/** What is narrower was no room for sentences, and what is wider was wrapped by nobody. */
const [NARROWEST, WIDEST] = [55, 160];
const OF_WORDS = /\w \S+ \S+/;
/** The first words of what nobody has wrapped: a speaker, a time, an error's name, a mark. */
const BEGINS =
  /^\s*(?:(?:npm|error|warning|hint|note|caused by|usage|file|at|from)\b|[\w.[\]/-]{1,60}: |\[(?!Errno)|\d{4}-|[-*•>│|╰└├{}#$])/i;

/** A form that ends where the line does holds of it with a full stop as well. */
export function undotted(text: Safe): Safe {
  return /[^.\s]\.$/.test(text) ? (captured(text, /^(.*)\.$/)?.[1] ?? text) : text;
}

function unindented(text: Safe): Safe {
  return behind(text, text.length - text.trimStart().length);
}

/** Over so many lines a sentence goes. */
export const MOST_WRAPPED = 5;
