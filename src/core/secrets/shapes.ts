import { knownShapes } from './known-shapes.gen';

/** A secret that is known by how it looks. */
export interface KnownShape {
  readonly id: string;
  /** In lower case; where none of them stands, no such secret does. */
  readonly keywords: readonly string[];
  /** How many bits a character of it has at least, by Shannon: `xxxx…` is nobody's secret. */
  readonly entropy: number;
  readonly pattern: RegExp;
}

/**
 * What has a secret's shape becomes a token that says which. Patterns are bounded, so that hostile text costs no more
 * than its length.
 */
export function hideKnownShapes(text: string): string {
  if (!KEYWORD.test(text)) return text;
  const lower = text.toLowerCase();
  return SHAPES.reduce(
    (rest, { id, keywords, entropy, pattern }) =>
      keywords.some((keyword) => lower.includes(keyword))
        ? rest.replace(pattern, (found) => (entropyOf(found) < entropy ? found : `‹${id}›`))
        : rest,
    text,
  );
}

/** The secrets in a text that are known by how they look, each with the name of its shape. */
export function knownShapesIn(text: string): readonly { readonly id: string; readonly secret: string }[] {
  if (!KEYWORD.test(text)) return [];
  const lower = text.toLowerCase();
  return SHAPES.filter(({ keywords }) => keywords.some((keyword) => lower.includes(keyword))).flatMap(
    ({ id, entropy, pattern }) =>
      Array.from(text.matchAll(pattern), ([secret]) => ({ id, secret })).filter(
        ({ secret }) => entropyOf(secret) >= entropy,
      ),
  );
}

/** Those whose look is a matter of form, and not of a service's taste. */
const FORMS: readonly KnownShape[] = [
  {
    id: 'web-token',
    keywords: ['eyj'],
    entropy: 0,
    pattern: /(?<![\w-])eyJ[\w-]{8,4096}\.[\w-]{4,4096}\.(?:[\w-]{4,4096}|(?=\s|$))/g,
  },
  {
    // Services that put a word of theirs before what is random, of whatever length that is.
    id: 'api-key',
    keywords: [
      'sk-',
      'pk-',
      'rk-',
      'tvly-',
      'fc-',
      'xai-',
      'gsk_',
      'hf_',
      'ntn_',
      'secret_',
      'xox',
      'gh',
      'r8_',
      'nvapi-',
    ],
    entropy: 2,
    pattern:
      /(?<![A-Za-z0-9])(?:(?:[spr]k|tvly|fc|xai|nvapi|xox[abeoprs])-|(?:gsk|hf|ntn|r8|gh[opsur])_|secret_(?=\w{0,40}\d))[\w-]{16,255}/g,
  },
  {
    id: 'credentials',
    keywords: ['bearer ', 'basic '],
    entropy: 0,
    pattern: /(?<=\b(?:[Bb]earer|BEARER|[Bb]asic) )(?=[\w.~+/-]{0,255}(?:[\d=]|[a-z][A-Z]))[\w.~+/=-]{12,4096}/g,
  },
  {
    id: 'private-key',
    keywords: ['-----begin'],
    entropy: 0,
    pattern:
      /-----BEGIN [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^-]{0,16384}(?:-----END [A-Z ]{0,40}PRIVATE KEY(?: BLOCK)?-----)?/g,
  },
];

const SHAPES = [...knownShapes, ...FORMS];

/** Most text has no keyword at all, and is not looked at a hundred times. */
const KEYWORD = new RegExp(
  [...new Set(SHAPES.flatMap(({ keywords }) => keywords))]
    .map((keyword) => keyword.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'i',
);

function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0);
}
