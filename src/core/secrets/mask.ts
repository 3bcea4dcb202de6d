import { clean } from '../clean';
import { hideInAddresses } from './addresses';
import { finderOf } from './find-texts';
import { isHarmlessValue, isWord, kindOf, SHORTEST_SECRET } from './harmless';
import { hideNamedValues, openFlag } from './named-values';
import { PRIVATE_KEY, privateKeyIn } from './private-key';
import { hideKnownShapes } from './shapes';
import { encodingsOf, spellingsOf } from './spellings';
import type { Mask, Safe } from '../text';
import type { Finder, Stretch } from './find-texts';

/** A value to hide and what to call it, as `{ value: 'ghp_…', name: 'env GITHUB_TOKEN' }`: a name behind its kind. */
export interface Secret {
  readonly name: string;
  readonly value: string;
  /** Only a part of it is secret: it may be shown without that, but not where it is encoded as a whole. */
  readonly isPartly?: true;
}

/**
 * A mask that cleans text and replaces the given secrets, and everything that is one by its look or by the name beside
 * it, by tokens like `‹env BRAVE_API_KEY›`. All are replaced in one pass, those that overlap as one, so that no secret
 * survives as part of another and no token is masked again. A value of several lines is hidden line by line, as it is
 * printed; each in the spellings that programs use.
 */
export function maskFor(secrets: readonly Secret[]): Mask {
  const tokens = new Map(secrets.flatMap(tokensOf));
  if (tokens.size === 0) return hideShapes;
  const find = finderOf([...tokens.keys()]);
  const tokenAt = (text: string): string => tokens.get(text) ?? SECRET;
  const mask = (text: string): Safe => {
    const cleaned = clean(text);
    return hideUnknown(replaced(cleaned, find(cleaned).stretches, tokenAt));
  };
  return Object.assign(mask, { inOrder: () => inOrder(find, tokenAt) });
}

/** The mask that knows no secret by value. */
export const hideShapes: Mask = Object.assign((text: string) => hideUnknown(clean(text)), {
  inOrder: () => inOrder(null, () => SECRET),
});

/** All of these masks, one behind the other: what one has hidden none of them looks at again. */
export function allOf([first = hideShapes, ...others]: readonly Mask[]): Mask {
  if (others.length === 0) return first;
  const inTurn = (text: string): Safe => others.reduce((masked, mask) => mask(masked), first(text));
  return Object.assign(inTurn, {
    inOrder: () => {
      const [next, ...rest] = [first, ...others].map((mask) => mask.inOrder());
      return (line: string) => rest.reduce((masked, mask) => mask(masked), (next ?? hideShapes)(line));
    },
  });
}

const SECRET = '‹secret›';

function replaced(text: string, stretches: readonly Stretch[], tokenAt: (longest: string) => string): string {
  let masked = '';
  let copied = 0;
  for (const { start, end, longest } of stretches) {
    if (isInsideWord(text, { start, end, longest })) continue;
    masked += text.slice(copied, Math.max(copied, start)) + tokenAt(longest);
    copied = end;
  }
  return masked + text.slice(copied);
}

/** What may be a word is one only where it stands alone: `hunter` is not hidden in `hunters`. */
function isInsideWord(text: string, { start, end, longest }: Stretch): boolean {
  const isAlone = end - start === longest.length && isWord(longest);
  return isAlone && [text[start - 1], text[end]].some((beside) => beside !== undefined && /[A-Za-z0-9]/.test(beside));
}

/**
 * The lines of one stream, one after the other. What a line break cuts in two is hidden in both lines, once more than
 * half of it has been seen; so is what stands in a private key.
 */
function inOrder(find: Finder | null, tokenAt: (text: string) => string): (line: string) => Safe {
  let state = 0;
  const isInKey = privateKeyIn();
  let flag = '';
  return (line) => {
    const cleaned = clean(line);
    const before = flag;
    flag = openFlag(cleaned);
    if (isInKey(cleaned)) return PRIVATE_KEY as Safe;
    if (!find) return hideUnknown(cleaned, before);
    const found = find(cleaned, state);
    state = found.state;
    const { begun } = found;
    const stretches = begun ? [...found.stretches, { ...begun, end: cleaned.length }] : found.stretches;
    return hideUnknown(replaced(cleaned, stretches, tokenAt), before);
  };
}

/** Each way in which a secret may be printed, with its token. */
function tokensOf({ name, value, isPartly }: Secret): [string, string][] {
  const token = tokenOf(name);
  if (isPartly) return encodingsOf(value).map((encoding): [string, string] => [encoding, token]);
  const lines = value.split(/\r?\n/).filter((line) => !isHarmlessValue(line));
  // Of several lines the whole is written on one, too: as JSON, or encoded.
  const texts = lines.length > 1 || (lines[0] ?? value) !== value ? [value, ...lines] : lines;
  return texts
    .flatMap((text) => [text, clean(text)].flatMap(spellingsOf))
    .filter((spelling) => spelling.length >= SHORTEST_SECRET)
    .map((spelling): [string, string] => [spelling, token]);
}

/** What a name may say of itself is bounded: nobody can write a sentence, or the end of a token, into it. */
function tokenOf(name: string): string {
  const [, what = '', own = ''] = /^((?:env|header|input) )?(.*)$/s.exec(name) ?? [];
  return `‹${what}${own.replace(/[^A-Za-z0-9_.-]/g, '_').slice(0, 60)}›`;
}

/**
 * The one place where read text becomes `Safe`: cleaned, and after all that is secret by its look or its name is gone.
 * `flag`: what the line before has left open.
 */
function hideUnknown(cleaned: string, flag = ''): Safe {
  const hidden = hideInAddresses(hideKnownShapes(cleaned));
  if (flag === '') return hideNamedValues(hidden, tokenOf) as Safe;
  const [indent = ''] = /^\s*/.exec(hidden) ?? [];
  return (indent + hideNamedValues(flag + hidden.slice(indent.length), tokenOf).slice(flag.length)) as Safe;
}

/** A value that an entry sets, where the entry itself is printed: hidden, unless its look is harmless. */
export function maskSetting(mask: Mask, name: string, value: string): Safe {
  const shown = hideInAddresses(value, true);
  if (kindOf(shown) !== 'text') return mask(shown);
  // The scheme is no secret, and half of what goes wrong with such headers.
  const [scheme = ''] = /^(?:Bearer|Basic|Token)\s(?=\S+$)/i.exec(shown) ?? [];
  return (scheme + tokenOf(name)) as Safe;
}

/** Masks a text of several lines, whose line ends stay. */
export function maskLines(mask: Mask, text: string): string {
  const next = mask.inOrder();
  return text
    .split(/(\r\n|\r|\n)/)
    .map((part, index) => (index % 2 === 1 ? part : next(part)))
    .join('');
}
