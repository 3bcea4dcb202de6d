import { createScanner } from 'jsonc-parser';

export interface Token {
  readonly kind: 'open' | 'close' | 'comma' | 'colon' | 'text' | 'value' | 'other';
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The tokens of a text, without blanks and comments; a text that is not closed ends with its line. */
export function tokensOf(text: string): readonly Token[] {
  const scanner = createScanner(text, true);
  const tokens: Token[] = [];
  for (let kind: number = scanner.scan(); kind !== END; kind = scanner.scan()) {
    const start = scanner.getTokenOffset();
    const end = start + scanner.getTokenLength();
    tokens.push({ kind: KINDS[kind] ?? 'other', start, end, text: text.slice(start, end) });
  }
  return tokens;
}

/** The scanner's own numbers: its enumeration is none that a bundle can use. */
const END = 17;

const KINDS: Readonly<Record<number, Token['kind']>> = {
  1: 'open',
  2: 'close',
  3: 'open',
  4: 'close',
  5: 'comma',
  6: 'colon',
  7: 'value',
  8: 'value',
  9: 'value',
  10: 'text',
  11: 'value',
};

export const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The braces and brackets that are open before a token, the outermost first. */
export function openAt(tokens: readonly Token[], end: number): readonly Token[] {
  const open: Token[] = [];
  for (const token of tokens.slice(0, end)) {
    if (token.kind === 'open') open.push(token);
    else if (token.kind === 'close') open.pop();
  }
  return open;
}

/** Whether anything is still open at the end. */
export function isOpenAt(tokens: readonly Token[]): boolean {
  return openAt(tokens, tokens.length).length > 0;
}
