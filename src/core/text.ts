declare const safeText: unique symbol;

/** Text that may be shown, saved and logged: every secret value in it has become a token that names it. */
export type Safe = string & { readonly [safeText]: true };

/** Turns text that was read into text that may be shown. Made by `maskFor`; nothing else makes `Safe` of read text. */
export interface Mask {
  (text: string): Safe;
  /** For the lines of one stream, given one after the other: also what a line break has cut in two is hidden. */
  readonly inOrder: () => (line: string) => Safe;
}

/**
 * Something as it stands in a file or a process, secrets and all. Only the planner, the spawner and the edits of a
 * fix reveal it; printed, serialised or inspected it shows nothing of itself.
 */
export class Raw<Value = string> {
  readonly #value: Value;

  constructor(value: Value) {
    this.#value = value;
  }

  reveal(): Value {
    return this.#value;
  }

  toString(): string {
    return '‹withheld›';
  }

  toJSON(): string {
    return '‹withheld›';
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '‹withheld›';
  }
}

/** Our own words, which hold no secret: `safe('stdin')`. Takes literals only; what is read goes through a `Mask`. */
// @__NO_SIDE_EFFECTS__
export function safe<Text extends string>(ownWords: string extends Text ? never : Text): Safe {
  return trusted(ownWords);
}

/** Our own sentence with `{params}` filled in; each of them is safe already, so the whole is. */
export function fill<Text extends string>(
  template: string extends Text ? never : Text,
  params: Readonly<Record<string, Safe | number>>,
): Safe {
  return fillMessage(template, params);
}

/** As `fill`, for the messages that rules hold as data. */
export function fillMessage(template: string, params: Readonly<Record<string, Safe | number>>): Safe {
  return trusted(template.replace(/\{(\w+)\}/g, (whole: string, name: string) => String(params[name] ?? whole)));
}

/** In double quotes, so that blanks and breaks inside are seen. */
export function quoted(text: Safe): Safe {
  return trusted(JSON.stringify(text));
}

/**
 * As much of a text as is worth masking where only its beginning is shown. It ends where a word does, so that no secret is
 * cut in two, unless that word is all there is.
 */
export function beginningOf(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const beginning = text.slice(0, longest);
  return /^(.*[\s"'&;,])/s.exec(beginning)?.[1] ?? beginning;
}

/** The beginning of a text, as a text of its own: V8 keeps a whole text alive for a piece that was cut from it. */
export function copied(text: Safe, longest: number): Safe {
  return trusted(` ${text.slice(0, longest)}`.slice(1)); // a piece of what was just put together
}

/** The beginning of a text that is longer than that, with a sign that it goes on. */
export function shortened(text: Safe, longest: number): Safe {
  return text.length > longest ? trusted(`${text.slice(0, longest - 1)}…`) : text;
}

/** What stands in backticks, as it is quoted where no Markdown is rendered: ‘npx’. */
export function plainQuotes(text: Safe): Safe {
  return trusted(text.replace(/`([^`]*)`/g, '‘$1’'));
}

/** The same with one blank where there are any: evidence is as it was printed. */
export function closeUp(text: string): string {
  return text.replace(/\s+/g, ' ');
}

/** The same with the blank of a keyboard in place of those that keep words together, or are as wide as a sign. */
export function plainBlanks(text: Safe): Safe {
  return OTHER_BLANKS.test(text) ? trusted(text.replace(new RegExp(OTHER_BLANKS, 'g'), ' ')) : text;
}

const OTHER_BLANKS = /[\u00A0\u2007\u202F\u3000]/;

/** The same with straight marks in place of typographic ones, for forms that look for those. */
export function straightQuotes(text: Safe): Safe {
  return /[‘’“”]/.test(text) ? trusted(text.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')) : text;
}

/** The same without what is left of a terminal's colours where a copy has lost the sign that begins them: `[31m`. */
export function withoutColours<Text extends string>(text: Text): Text {
  return COLOUR.test(text) ? (text.replace(COLOURS, '') as Text) : text;
}

/** Some bracket a time (`[5m]`). */
const COLOUR = /\[\d{1,3}(?:;\d{1,3}){0,4}m(?!\])/;
const COLOURS = new RegExp(COLOUR, 'g');

/** The same with the signs that HTML writes as names or numbers, as a page that was copied by its source has them. */
export function withoutEntities(text: Safe): Safe {
  return text.includes('&') ? trusted(text.replace(ENTITY, (entity) => ENTITIES.get(entity) ?? entity)) : text;
}

const ENTITY = /&(?:quot|apos|lt|gt|amp|nbsp|#\d{2,3}|#x[\dA-Fa-f]{2});/g;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ...['&quot;', '&#34;', '&#x22;'].map((entity) => [entity, '"'] as const),
  ...['&apos;', '&#39;', '&#039;', '&#x27;'].map((entity) => [entity, "'"] as const),
  ...['&lt;', '&#60;'].map((entity) => [entity, '<'] as const),
  ...['&gt;', '&#62;'].map((entity) => [entity, '>'] as const),
  ...['&amp;', '&#38;'].map((entity) => [entity, '&'] as const),
  ...['&nbsp;', '&#160;', '&#xA0;'].map((entity) => [entity, ' '] as const),
  ...['&#47;', '&#x2F;'].map((entity) => [entity, '/'] as const),
  ...['&#96;', '&#x60;'].map((entity) => [entity, '`'] as const),
]);

/** The same without the marks by which Markdown makes words strong. */
export function withoutEmphasis(text: Safe): Safe {
  return text.includes('**') ? trusted(text.replace(STRONG, '$1')) : text;
}

const STRONG = /(?<![\w/*.])\*\*([^*\s](?:[^*]{0,200}[^*\s])?)\*\*(?![\w/*.]*[*/])/g;

/**
 * The same with a whole path where somebody has put a sign in the place of its beginning (`.../acme`, `<home>/acme`): it was
 * whole when a program printed it.
 */
export function wholePaths(text: Safe): Safe {
  return ELIDED.test(text)
    ? trusted(text.replace(ALL_ELIDED, (_, sep: string) => (sep === '\\' ? 'C:\\…\\' : '/…/')))
    : text;
}

/** A home is one, too, where what lies in it is made by programs alone: but for a command, nobody writes those with a `~`. */
const OF_PROGRAMS = '(?:node_modules|_npx|npm-cache|site-packages|\\.cache|AppData)';
const ELIDED = new RegExp(
  `(?<=^|[\\s"'\`(=])(?:\\.{3}|…|<[\\w -]{1,30}>|\\[[\\w -]{1,30}\\]|(?<!spawn )~(?=[\\\\/](?:[^\\s"'\`]{0,300}[\\\\/])?${OF_PROGRAMS}[\\\\/]))([\\\\/])`,
);
const ALL_ELIDED = new RegExp(ELIDED, 'g');

/** What stands between the quotes of a string in JSON, with its escapes as what they stand for. */
export function unescaped(text: Safe): Safe {
  return trusted(text.replace(/\\([nrt"\\/])/g, (_, sign: string) => ESCAPES.get(sign) ?? sign));
}

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['n', '\n'],
  ['r', ''],
  ['t', '\t'],
]);

/** What of a text stands behind so many UTF-16 units. */
export function behind(text: Safe, length: number): Safe {
  return trusted(text.slice(length));
}

/** The same with its first letter in the other size. */
export function begunOtherwise(text: Safe): Safe {
  const first = text.slice(0, 1);
  const small = first.toLowerCase();
  return trusted((first === small ? first.toUpperCase() : small) + text.slice(1));
}

/** The same with a small letter at its beginning. */
export function begunSmall(text: Safe): Safe {
  return trusted(text.slice(0, 1).toLowerCase() + text.slice(1));
}

/**
 * The same with words of ours in the place of each match, begun large where that was. `words`: as in `String.replace`,
 * of what the pattern captured.
 */
export function reworded(text: Safe, pattern: RegExp, words: string): Safe {
  return trusted(
    text.replace(pattern, (found: string, ...groups: unknown[]) => {
      const [group] = groups;
      const said = words.replace('$1', () => (typeof group === 'string' ? group : ''));
      return /^[A-Z]/.test(found) ? said.slice(0, 1).toUpperCase() + said.slice(1) : said;
    }),
  );
}

/** The pieces of safe text between the matches of a pattern. */
export function pieces(text: Safe, pattern: RegExp): readonly Safe[] {
  return text.split(pattern).map(trusted);
}

/** The groups of a match in safe text, the whole match first; null where the pattern does not match. */
export function captured(text: Safe, pattern: RegExp): readonly (Safe | undefined)[] | null {
  const match = pattern.exec(text);
  return match && Array.from(match, (group: string | undefined) => (group === undefined ? undefined : trusted(group)));
}

/** Every match of a global pattern in safe text, with what stands around it. */
export function allPlaced(
  text: Safe,
  pattern: RegExp,
): readonly { readonly match: Safe; readonly before: Safe; readonly after: Safe }[] {
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    match: trusted(match),
    before: trusted(text.slice(0, index)),
    after: trusted(text.slice(index + match.length)),
  }));
}

function trusted(text: string): Safe {
  return text as Safe;
}
