import { createScanner } from 'jsonc-parser';
import type { Laxity, Reader } from '../clients';
import type { ConfigFile } from './config-file';
import type { Span } from './place';

/** Where a text of JSON has what strict JSON does not. */
export type Laxities = Readonly<Partial<Record<Laxity, readonly Span[]>>>;

/** Looked for where a client is known to refuse any of it, or where nobody knows which client it is. */
export function laxitiesIn(text: string, readers: readonly Reader[]): Laxities {
  const isAsked = readers.some(
    ({ location }) => location.isAssumed ?? Object.values(location.takes ?? {}).includes(false),
  );
  if (!isAsked) return {};
  const isSuspect = /\/[/*]|,\s*[}\]]/.test(text);
  const bom = text.startsWith('\uFEFF') ? { bom: [{ offset: 0, length: 1 }] } : {};
  return isSuspect ? { ...bom, ...commentsAndCommas(text) } : bom;
}

/** The client's parser, as far as it is known, refuses the whole file for the first of these. */
export function refusedFor({ laxities }: ConfigFile, { location }: Reader): Laxity | null {
  return LAXITIES.find((laxity) => laxities[laxity] && location.takes?.[laxity] === false) ?? null;
}

const LAXITIES = ['bom', 'comments', 'trailing-commas'] as const satisfies readonly Laxity[];

function commentsAndCommas(text: string): Laxities {
  const comments: Span[] = [];
  const commas: Span[] = [];
  const scanner = createScanner(text);
  let comma: Span | null = null;
  for (let token: Token = scanner.scan(); token !== TOKEN.end; token = scanner.scan()) {
    const span = { offset: scanner.getTokenOffset(), length: scanner.getTokenLength() };
    if (token === TOKEN.lineComment || token === TOKEN.blockComment) comments.push(span);
    else if (token !== TOKEN.blank && token !== TOKEN.lineBreak) {
      if (comma && (token === TOKEN.closeBrace || token === TOKEN.closeBracket)) commas.push(comma);
      comma = token === TOKEN.comma ? span : null;
    }
  }
  return {
    ...(comments.length > 0 && { comments }),
    ...(commas.length > 0 && { 'trailing-commas': commas }),
  };
}

/** The scanner's own numbers: its enumeration is none that a bundle can use. */
type Token = number;
const TOKEN = {
  closeBrace: 2,
  closeBracket: 4,
  comma: 5,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  end: 17,
} as const;
