import { clean } from './clean';
import { finderOf } from './find-texts';
import { isHarmlessValue } from './secret-names';
import type { Mask, Safe } from './text';

/** A value to hide and what to call it, as `{ value: 'ghp_…', name: 'env GITHUB_TOKEN' }`: a name behind its kind. */
export interface Secret {
  readonly name: string;
  readonly value: string;
}

/**
 * A mask that cleans text and replaces the given secrets, and everything of a shape that only secrets have, by tokens
 * like `‹env BRAVE_API_KEY›`. All are replaced in one pass, those that overlap as one, so that no secret survives as part
 * of another and no token is masked again. A value of several lines is hidden line by line, as it is printed; a value is
 * also hidden as JSON and as an address would write it.
 */
export function maskFor(secrets: readonly Secret[]): Mask {
  const tokens = new Map(secrets.flatMap(spellings));
  if (tokens.size === 0) return hideShapes;
  const find = finderOf([...tokens.keys()]);
  return (text) => {
    const cleaned = clean(text);
    let masked = '';
    let copied = 0;
    for (const { start, end, longest } of find(cleaned)) {
      masked += cleaned.slice(copied, start) + (tokens.get(longest) ?? '‹secret›');
      copied = end;
    }
    return hideShapes(masked + cleaned.slice(copied));
  };
}

/** Each way in which a secret may be printed, with its token. */
function spellings({ name, value }: Secret): [string, string][] {
  const lines = value.split(/\r?\n/).filter((line) => !isHarmlessValue(line));
  const token = tokenOf(name);
  return lines.flatMap((line) =>
    [line, JSON.stringify(line).slice(1, -1), encodeURIComponent(wellFormed(line))]
      .filter((spelling) => spelling.length >= SHORTEST)
      .map((spelling): [string, string] => [spelling, token]),
  );
}

/** What a name may say of itself is bounded: nobody can write a sentence, or the end of a token, into it. */
function tokenOf(name: string): string {
  const [, what = '', own = ''] = /^((?:env|header|input) )?(.*)$/s.exec(name) ?? [];
  return `‹${what}${own.replace(/[^A-Za-z0-9_.-]/g, '_').slice(0, 60)}›`;
}

/** What is shorter stands in too many words that mean something else. */
const SHORTEST = 6;

/** A lone surrogate has no place in an address; it would throw. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '');
}

/** Shapes that nothing but a secret has. Each repetition is bounded, so hostile text costs no more than its length. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  [/\b(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_\w{20,255})/g, '‹GitHub token›'],
  [/\bglpat-[\w-]{20,255}/g, '‹GitLab token›'],
  [/\bxox[abeoprs]-[\w-]{10,255}/g, '‹Slack token›'],
  [/\bnpm_[A-Za-z0-9]{36}\b/g, '‹npm token›'],
  [/\bsk-[\w-]{20,255}/g, '‹API key›'],
  [/\bAKIA[0-9A-Z]{16}\b/g, '‹AWS key›'],
  [/\bAIza[\w-]{35}/g, '‹Google key›'],
  [/\beyJ[\w-]{8,4096}\.[\w-]{4,4096}\.[\w-]{4,4096}/g, '‹web token›'],
  [/(?<=\b(?:Bearer|Basic) )(?=[\w.~+/-]{0,255}[\d=])[\w.~+/=-]{12,4096}/g, '‹credentials›'],
  [/(?<=:\/\/)[^\s/:@]{0,256}:[^\s]{1,256}?(?=@[\w.-]{1,255}(?:[:/?#]|\s|$))/g, '‹credentials›'],
  [/(?<=[?&][\w.-]{0,40}(?:key|token|secret|password|auth|sig|signature|code)=)[^&\s"'‹]{6,4096}/gi, '‹credentials›'],
  [/(?<=\b(?:Password|Pwd|AccountKey|SharedAccessKey)=)[^;\s"'‹]{4,256}/gi, '‹credentials›'],
  [/-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----[^-]{0,16384}(?:-----END [A-Z ]{0,40}PRIVATE KEY-----)?/g, '‹private key›'],
];

/** What any of the shapes begins with: most text has none of these and is not looked at a dozen times. */
const HINT = /gh[pousr]_|github_pat_|glpat-|xox|npm_|sk-|AKIA|AIza|eyJ|Bearer |Basic |:\/\/|[?&=]|-----BEGIN/;

/**
 * The mask that knows no secret by value. The one place where read text becomes `Safe`: cleaned, and after everything of
 * a secret's shape is gone.
 */
export function hideShapes(text: string): Safe {
  const cleaned = clean(text);
  const masked = HINT.test(cleaned)
    ? SHAPES.reduce((rest, [shape, token]) => rest.replace(shape, token), cleaned)
    : cleaned;
  return masked as Safe;
}

/** Masks a text of several lines, whose line ends stay. */
export function maskLines(mask: Mask, text: string): string {
  return text
    .split(/(\r\n|\r|\n)/)
    .map((part, index) => (index % 2 === 1 ? part : mask(part)))
    .join('');
}
