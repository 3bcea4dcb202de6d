import { createScanner } from 'jsonc-parser';
import leven from 'leven';
import type { Edit } from '../fixes/fix';
import type { Span } from './place';

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

export type Guess = (broken: Break) => readonly Slip[];

/** What is plainly no JSON: where mending it gets the parser any further, it is that. */
export const plainGuesses: readonly Guess[] = [fences, invisible, typographicQuotes, singleQuotes, hashComments];

/** What may be missing or too many, the likelier first: that which gets the parser furthest. */
export const guesses: readonly Guess[] = [
  bareKeys,
  foreignWords,
  backslashes,
  rawCharacters,
  otherSigns,
  halfComment,
  swallowed,
  emptyValue,
  missingComma,
  strayComma,
  missingColon,
  colonInList,
  missingQuote,
  wrongCloser,
  missingCloser,
  closerTooMany,
  missingOpener,
  twoFiles,
  noBraces,
  ellipsis,
  bareValue,
];

/** Of these only their author knows whether they say what was meant: that the parser reads the text then is all. */
export const looseGuesses: ReadonlySet<Guess> = new Set([
  ...[missingQuote, wrongCloser, missingCloser, closerTooMany, missingOpener, twoFiles, noBraces, ellipsis, bareValue],
]);

/** What is left where nothing of that gets the parser further. */
export const lastGuesses: readonly Guess[] = [noValue, whatDoesNotBelong];

const insertion = (offset: number, newText: string): Edit => ({ span: { offset, length: 0 }, newText });
const deletion = ({ start, end }: Pick<Token, 'start' | 'end'>): Edit => ({
  span: { offset: start, length: end - start },
  newText: '',
});
const spanOf = ({ start, end }: Pick<Token, 'start' | 'end'>): Span => ({ offset: start, length: end - start });

/** A token as a sentence names it. */
function named(token: Token | undefined): string {
  if (!token) return 'the end';
  const [line = ''] = token.text.split('\n');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

/** Matches outside of texts in double quotes and of comments. */
function outside(text: string, form: RegExp): readonly RegExpExecArray[] {
  const either = new RegExp(`"(?:[^"\\\\\\n]|\\\\.)*"|//[^\\n]*|/\\*[\\s\\S]*?\\*/|(${form.source})`, 'gu');
  return [...text.matchAll(either)].filter(([, found]) => found !== undefined);
}

/** All slips of one kind in a text are one, and mended together. */
function together(
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

const more = (count: number): string =>
  count > 1 ? ` here, and in ${count - 1} more ${count > 2 ? 'places' : 'place'}` : ' here';

function fences({ text }: Break): readonly Slip[] {
  const marks = [...text.matchAll(/^(?:<{7}|={7}|>{7})(?: .*)?$/gm)];
  const [mark] = marks;
  if (mark)
    return [
      {
        what: 'A merge was left unresolved: both sides stand in the file, between lines of <, = and >',
        span: { offset: mark.index, length: mark[0].length },
        edits: [],
        title: '',
      },
    ];
  const found = [...text.matchAll(/^[ \t]*`{3,}\w*[ \t]*$\n?/gm)];
  const edits = found.map(({ index, 0: line }) => deletion({ start: index, end: index + line.length }));
  return together(found, edits, 'Take out the lines with ```', () => 'A line of Markdown (```) stands in the file');
}

function invisible({ text }: Break): readonly Slip[] {
  const found = outside(text, /[\u00A0\u200B-\u200D\u2028\u2029\u2060\u3000]|(?<!^)\uFEFF/);
  const edits = found.map(({ index }) => ({ span: { offset: index, length: 1 }, newText: ' ' }));
  return together(
    found,
    edits,
    'Put blanks in their place',
    (count) => `A character that cannot be seen, and is no blank, stands${more(count)}`,
  );
}

const inDoubleQuotes = (inside: string): string => `"${inside.replace(/\\'/g, "'").replace(/(?<!\\)"/g, '\\"')}"`;

function typographicQuotes({ text }: Break): readonly Slip[] {
  const quotes = '[“”„‟″«»‘’‚‛]';
  const found = outside(
    text,
    new RegExp(`${quotes}[^“”„‟″«»‘’‚‛"\\n]*(?:${quotes}|")|"[^“”„‟″«»"\\n]*[“”„‟″](?=\\s*[,:\\]}\\n])`),
  );
  const edits = found.map(({ index, 0: whole }) => ({
    span: { offset: index, length: whole.length },
    newText: inDoubleQuotes(whole.slice(1, -1)),
  }));
  return together(
    found,
    edits,
    'Use straight quotes',
    (count) => `Curly quotes stand${more(count)}: JSON takes straight ones (")`,
  );
}

function singleQuotes({ text }: Break): readonly Slip[] {
  const found = outside(text, /'(?:[^'\\\n]|\\.)*'/);
  const edits = found.map(({ index, 0: whole }) => ({
    span: { offset: index, length: whole.length },
    newText: inDoubleQuotes(whole.slice(1, -1)),
  }));
  return together(
    found,
    edits,
    'Use double quotes',
    (count) => `Single quotes stand${more(count)}: JSON takes double ones (")`,
  );
}

function hashComments({ text }: Break): readonly Slip[] {
  const found = outside(text, /(?<=^|[\s,{}[\]])(?<!:\s*)#[^\n]*/);
  const edits = found.map(({ index }) => ({ span: { offset: index, length: 1 }, newText: '//' }));
  return together(
    found,
    edits,
    'Begin comments with //',
    (count) => `A comment begins with #${more(count)}: here comments begin with //`,
  );
}

function bareKeys({ text }: Break): readonly Slip[] {
  const found = outside(text, /(?<=(?<!\$)\{\s*|,\s*|\n\s*)[A-Za-z_$][\w$-]*(?=\s*:)/);
  const edits = found.map(({ index, 0: key }) => ({
    span: { offset: index, length: key.length },
    newText: `"${key}"`,
  }));
  return together(
    found,
    edits,
    'Put quotes around names',
    (count) => `The name ${found[0]?.[0] ?? ''} has no quotes${count > 1 ? `, as ${count - 1} more` : ''}`,
  );
}

const WORDS: Readonly<Record<string, string>> = {
  True: 'true',
  False: 'false',
  None: 'null',
  undefined: 'null',
  nil: 'null',
  TRUE: 'true',
  FALSE: 'false',
  NULL: 'null',
  yes: 'true',
  no: 'false',
};

function foreignWords({ text, tokens, next }: Break): readonly Slip[] {
  const found = outside(text, /\b(?:True|False|None|undefined|nil|TRUE|FALSE|NULL)\b/);
  const edits = found.map(({ index, 0: word }) => ({
    span: { offset: index, length: word.length },
    newText: WORDS[word] ?? word,
  }));
  const all = together(
    found,
    edits,
    'Write them as JSON has them',
    (count) => `${found[0]?.[0] ?? ''} is no word of JSON${more(count)}: it is ${WORDS[found[0]?.[0] ?? ''] ?? ''}`,
  );
  const word = tokens[next];
  const meant =
    word?.kind === 'other' ? ['true', 'false', 'null'].find((right) => leven(right, word.text) === 1) : undefined;
  if (!word || meant === undefined) return all;
  const edit = { span: spanOf(word), newText: meant };
  return [
    ...all,
    {
      what: `${named(word)} is no word of JSON: it is ${meant}`,
      span: spanOf(word),
      edits: [edit],
      title: `Write ${meant}`,
    },
  ];
}

function backslashes({ text, tokens, at, next }: Break): readonly Slip[] {
  const token = [tokens[next], tokens[next - 1]].find(
    (each) => each?.text.startsWith('"') && each.start <= at + 1 && each.text.includes('\\'),
  );
  if (!token) return [];
  // The scanner ends a text at a quote that a backslash stands before, or does not.
  const line = text.slice(token.start).split('\n', 1)[0] ?? '';
  const whole = /^"(?:[^"\\]|\\(?!"\s*[,}\]\n:]).|\\(?="\s*[,}\]:]|"\s*$))*"/.exec(line)?.[0] ?? token.text;
  const inside = whole.slice(1, whole.endsWith('"') ? -1 : undefined).replace(/(?<!\\)\\(?!\\)/g, '\\\\');
  return [
    {
      what: `A single backslash stands in ${named({ ...token, text: whole })}: in JSON each is written twice`,
      span: { offset: token.start, length: whole.length },
      edits: [{ span: { offset: token.start, length: whole.length }, newText: `"${inside}"` }],
      title: 'Write each backslash twice',
    },
  ];
}

function rawCharacters({ text, at }: Break): readonly Slip[] {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  const found = [...text.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].filter(([whole]) => /[\u0000-\u001F]/.test(whole));
  const [first] = found;
  if (!first || first.index + first[0].length < at) return [];
  const edits = found.map(({ index, 0: whole }) => ({
    span: { offset: index, length: whole.length },
    // oxlint-disable-next-line no-control-regex
    newText: whole.replace(/[\u0000-\u001F]/g, (sign) => JSON.stringify(sign).slice(1, -1)),
  }));
  return together(
    found,
    edits,
    'Write them as JSON has them',
    (count) => `A tab, or another control character, stands in a text${more(count)}`,
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  ';': ',',
  '，': ',',
  '、': ',',
  '：': ':',
  '=': ':',
  '=>': ':',
  '|': ',',
};

function otherSigns({ text, at, tokens, next }: Break): readonly Slip[] {
  return [tokens[next], tokens[next - 1]].flatMap((token): Slip[] => {
    if (!token || token.end < at - 1) return [];
    const [sign] = /^(?:=>|[;，、：=|])/.exec(text.slice(token.start)) ?? [];
    const right = sign === undefined ? undefined : SIGNS[sign];
    if (sign === undefined || right === undefined) return [];
    const span = { offset: token.start, length: sign.length };
    return [
      {
        what: `${sign} stands where ${right === ',' ? 'a comma' : 'a colon'} belongs`,
        span,
        edits: [{ span, newText: right }],
        title: `Write ${right}`,
      },
    ];
  });
}

/** The tokens on both sides of the places where something may be missing, the nearest to the error first. */
function gaps(
  { tokens, next }: Break,
  back: number,
): readonly { readonly before: Token; readonly after: Token | undefined }[] {
  return Array.from({ length: back }, (_, step) => next - step).flatMap((index) => {
    const before = tokens[index - 1];
    return before ? [{ before, after: tokens[index] }] : [];
  });
}

function missingComma(broken: Break): readonly Slip[] {
  return gaps(broken, 2).flatMap(({ before, after }) =>
    after
      ? [
          {
            what: `A comma is missing before ${named(after)}`,
            span: spanOf(after),
            edits: [insertion(before.end, ',')],
            title: 'Add the comma',
          },
        ]
      : [],
  );
}

function strayComma({ tokens, next }: Break): readonly Slip[] {
  return [tokens[next], tokens[next - 1]].flatMap((token) =>
    token?.kind === 'comma'
      ? [
          {
            what: 'A comma too many stands here',
            span: spanOf(token),
            edits: [deletion(token)],
            title: 'Take the comma out',
          },
        ]
      : [],
  );
}

function missingColon(broken: Break): readonly Slip[] {
  return gaps(broken, 2).flatMap(({ before }) =>
    before.kind === 'text'
      ? [
          {
            what: `A colon is missing behind ${named(before)}`,
            span: spanOf(before),
            edits: [insertion(before.end, ':')],
            title: 'Add the colon',
          },
        ]
      : [],
  );
}

function colonInList({ tokens, next }: Break): readonly Slip[] {
  const colon = tokens[next];
  if (colon?.kind !== 'colon' || openAt(tokens, next).at(-1)?.text !== '[') return [];
  const edits = [{ span: spanOf(colon), newText: ',' }];
  return [{ what: 'A colon stands between two items of a list', span: spanOf(colon), edits, title: 'Write a comma' }];
}

function halfComment({ text, at }: Break): readonly Slip[] {
  const [found = ''] = /^(?:\/(?![/*])[^\n]*|\*[^\n]*\*\/)/.exec(text.slice(at)) ?? [];
  if (found === '') return [];
  const span = { offset: at, length: found.length };
  return [
    {
      what: 'A comment begins with // or /*, and here a sign of that is missing',
      span,
      edits: [insertion(at, '/')],
      title: 'Add the /',
    },
  ];
}

/** What stands behind a comment on its line, and was meant to stand below it. */
function swallowed({ text, at }: Break): readonly Slip[] {
  const found = [...text.slice(0, at + 1).matchAll(/\/\/[^\n]*?(?=[ \t]+"[\w-]+"\s*:\s*["[{\d])/g)].at(-1);
  if (!found) return [];
  const offset = found.index + found[0].length;
  const span = { offset: found.index, length: found[0].length };
  return [
    {
      what: 'A comment swallows what stands behind it on its line',
      span,
      edits: [insertion(offset, '\n')],
      title: 'Begin a new line behind it',
    },
  ];
}

/** A name with a colon, and nothing behind it: what was meant nobody knows. */
function emptyValue({ tokens, next }: Break): readonly Slip[] {
  const [key, colon, after] = tokens.slice(Math.max(0, next - 2), next + 1);
  if (key?.kind !== 'text' || colon?.kind !== 'colon' || (after?.kind !== 'comma' && after?.kind !== 'close'))
    return [];
  return [
    {
      what: `${named(key)} has no value`,
      span: spanOf(key),
      edits: [insertion(colon.end, ' null')],
      title: '',
      isGuess: true,
    },
  ];
}

/** A quote at each end of a word on the line of the error, and on the one before. */
function missingQuote({ text, at }: Break): readonly Slip[] {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const before = text.lastIndexOf('\n', lineStart - 2) + 1;
  const places = (start: number, end: number): number[] => {
    const line = text.slice(start, end);
    return [
      ...line.matchAll(
        /(?<=[^\s,])(?=[\s,]*$)|(?<=[}\])])(?=[\s,}\]])|(?<=[^\s,:{}[\]])(?=\s*[,:}\]]|\s*$)|(?<=(?:^|[:,{[])\s*)(?=[^\s"])|(?<=\w)(?=:)|(?=:\s)|(?<=[\s:,[{])(?=[\w./@$~-])/g,
      ),
    ].map(({ index }) => start + index);
  };
  const all = [...places(lineStart, lineEnd), ...(lineStart > 0 ? places(before, lineStart - 1) : [])];
  return [...new Set(all)].slice(0, 60).map((offset) => {
    const word = /[^\s,:{}[\]"]{0,40}$/.exec(text.slice(Math.max(0, offset - 40), offset))?.[0] ?? '';
    const follows = /^[^\s,:{}[\]"]{0,40}/.exec(text.slice(offset))?.[0] ?? '';
    return {
      what: word === '' ? `A quote is missing before ${follows}` : `A quote is missing behind ${word}`,
      span: word === '' ? { offset, length: follows.length } : { offset: offset - word.length, length: word.length },
      edits: [insertion(offset, '"')],
      title: 'Add the quote',
    };
  });
}

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** The braces and brackets that are open before a token, the outermost first. */
function openAt(tokens: readonly Token[], end: number): readonly Token[] {
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

function wrongCloser({ tokens, next }: Break): readonly Slip[] {
  return [tokens[next], tokens[next - 1]].flatMap((token) => {
    if (token?.kind !== 'close') return [];
    const right = token.text === '}' ? ']' : '}';
    return [
      {
        what: `A ${token.text} stands where a ${right} closes`,
        span: spanOf(token),
        edits: [{ span: spanOf(token), newText: right }],
        title: `Write ${right}`,
      },
    ];
  });
}

/** By the layout first: a name that stands no deeper than what it should stand in. Then beside the error, then at the end. */
function missingCloser(broken: Break): readonly Slip[] {
  const { text, tokens, next } = broken;
  const outdented = outdentedKey(text, tokens);
  const near = gaps(broken, 10).flatMap(({ before, after }) => [{ before, after }]);
  const places = [...(outdented ? [outdented] : []), ...near];
  const inner = places.flatMap(({ before, after }) => {
    if (!after) return [];
    const index = tokens.indexOf(after);
    const opener = openAt(tokens, index).at(-1);
    const closer = CLOSERS[opener?.text ?? ''];
    if (closer === undefined) return [];
    const slip = (offset: number, newText: string): Slip => ({
      what: `A ${closer} is missing before ${named(after)}`,
      span: spanOf(after),
      edits: [insertion(offset, newText)],
      title: `Add the ${closer}`,
    });
    if (before.kind !== 'comma') return [slip(before.end, after.kind === 'text' ? `${closer},` : closer)];
    // What is closed stands before the comma; where two follow each other, between them.
    return [slip((tokens[index - 2] ?? before).end, closer), slip(after.start, closer)];
  });
  const open = openAt(tokens, tokens.length);
  const last = tokens.at(-1);
  if (open.length === 0 || !last || next < tokens.length - 1) return inner;
  const closers = open.toReversed().map(({ text: opener }) => CLOSERS[opener] ?? '');
  const end = last.kind === 'comma' ? last.start : last.end;
  const atEnd: Slip = {
    what:
      closers.length === 1
        ? `A ${closers[0] ?? ''} is missing at the end`
        : `The file ends before it is closed: ${closers.join(' ')} ${closers.length === 1 ? 'is' : 'are'} missing at the end`,
    span: spanOf(last),
    edits: [
      ...(last.kind === 'comma' ? [deletion(last)] : []),
      insertion(end === last.start ? last.end : end, laidOut(text, closers)),
    ],
    title: closers.length === 1 ? `Add the ${closers[0] ?? ''}` : 'Close what is open',
  };
  return outdented ? [...inner, atEnd] : [atEnd, ...inner];
}

/** Closing signs as the layout has them: each on a line of its own where the file has many. */
function laidOut(text: string, closers: readonly string[]): string {
  if (!text.trim().includes('\n')) return closers.join('');
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const unit = /^\t/m.test(text) ? '\t' : (/^( +)["{[]/m.exec(text)?.[1] ?? '  ');
  return closers.map((closer, index) => eol + unit.repeat(closers.length - 1 - index) + closer).join('');
}

/** The first name that begins a line, and is indented no deeper than the line on which what it stands in was opened. */
function outdentedKey(
  text: string,
  tokens: readonly Token[],
): { readonly before: Token; readonly after: Token } | null {
  const indentOf = (offset: number): number | null => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    const indent = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
    return start + indent === offset ? indent : null;
  };
  const lineIndent = (offset: number): number => {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    return /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
  };
  const open: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const opener = open.at(-1);
    const before = tokens[index - 1];
    if (token.kind === 'text' && tokens[index + 1]?.kind === 'colon' && opener && before && before !== opener) {
      const indent = indentOf(token.start);
      if (indent !== null && indent <= lineIndent(opener.start) && text.slice(opener.start, token.start).includes('\n'))
        return { before, after: token };
    }
    if (token.kind === 'open') open.push(token);
    else if (token.kind === 'close') open.pop();
  }
  return null;
}

function closerTooMany({ tokens, next }: Break): readonly Slip[] {
  const extra: Token[] = [];
  for (let index = next; tokens[index]?.kind === 'close'; index += 1) extra.push(...tokens.slice(index, index + 1));
  const [first] = extra;
  const all: Slip[] = first
    ? [
        {
          what:
            extra.length > 1
              ? `${extra.length} closing signs too many stand here`
              : `A ${first.text} too many stands here`,
          span: spanOf(first),
          edits: extra.map(deletion),
          title: extra.length > 1 ? 'Take them out' : `Take the ${first.text} out`,
        },
      ]
    : [];
  const single = [tokens[next], tokens[next - 1], tokens[next - 2]].flatMap((token) =>
    token?.kind === 'close'
      ? [
          {
            what: `A ${token.text} too many stands here`,
            span: spanOf(token),
            edits: [deletion(token)],
            title: `Take the ${token.text} out`,
          },
        ]
      : [],
  );
  return [...all, ...single];
}

/** Before a value whose like stand behind it, or before a name that stands in the place of a value. */
function missingOpener({ tokens, next }: Break): readonly Slip[] {
  const colons = tokens.slice(0, next + 2).flatMap((token, index) => (token.kind === 'colon' ? [index] : []));
  const places = [
    ...colons
      .slice(-8)
      .toReversed()
      .map((index) => index + 1),
    next,
    next - 1,
    0,
  ];
  return places.flatMap((index) => {
    const token = tokens[index];
    const offset = token?.start ?? tokens.at(-1)?.end;
    if (offset === undefined) return [];
    return ['{', '['].map((opener) => ({
      what: `A ${opener} is missing before ${named(token)}`,
      span: token ? spanOf(token) : { offset, length: 0 },
      edits: [insertion(offset, opener)],
      title: `Add the ${opener}`,
    }));
  });
}

/** Two whole files, one behind the other: as one, whose maps of one name are one. */
function twoFiles({ text, tokens, next }: Break): readonly Slip[] {
  const second = tokens[next];
  const first = tokens[next - 1];
  if (second?.text !== '{' || first?.text !== '}' || openAt(tokens, next).length > 0) return [];
  const span = spanOf(second);
  const what = 'A second object begins here: a file holds one';
  const joined: Slip = {
    what,
    span,
    edits: [{ span: { offset: first.start, length: second.end - first.start }, newText: ',' }],
    title: 'Make one of both',
  };
  const names = [tokens[1], tokens[next + 1]];
  const isSameMap = names[0]?.kind === 'text' && names[0].text === names[1]?.text && tokens[next + 3]?.text === '{';
  const last = tokens[next - 3];
  const begin = tokens[next + 4];
  if (!isSameMap || tokens[next - 2]?.text !== '}' || !last || begin?.kind !== 'text') return [joined];
  const lineBreak = text.slice(first.end, second.start).includes('\n') ? '\n' : '';
  const merged: Slip = {
    what,
    span,
    edits: [
      { span: { offset: last.end, length: begin.start - last.end }, newText: `,${lineBreak === '' ? ' ' : lineBreak}` },
    ],
    title: 'Make one of both',
  };
  return last.kind === 'open' ? [joined] : [merged, joined];
}

/** What should stand in braces begins with a name. */
function noBraces({ text, tokens }: Break): readonly Slip[] {
  const [first, colon] = tokens;
  const last = tokens.at(-1);
  if (first?.kind !== 'text' || colon?.kind !== 'colon' || !last) return [];
  const end = last.kind === 'comma' ? last.start : last.end;
  const edits = [
    insertion(first.start, '{'),
    ...(last.kind === 'comma' ? [deletion(last)] : []),
    insertion(text.length > end ? last.end : end, '}'),
  ];
  return [
    {
      what: 'The braces around the whole are missing',
      span: spanOf(first),
      edits,
      title: 'Put braces around the whole',
    },
  ];
}

function ellipsis({ text }: Break): readonly Slip[] {
  const found = outside(text, /,?\s*(?:\.{3}|…)\s*,?/);
  const edits = found.map(({ index, 0: whole }) => ({
    span: { offset: index, length: whole.length },
    newText: whole.trim().startsWith(',') && whole.trim().endsWith(',') ? ',' : '',
  }));
  return together(
    found,
    edits,
    'Take the dots out',
    (count) => `Dots stand for something that was left out${more(count)}`,
  );
}

/** A text without quotes: up to what ends a value. */
function bareValue({ text, tokens, next }: Break): readonly Slip[] {
  return [tokens[next], tokens[next - 1]].flatMap((token) => {
    if (!token || (token.kind !== 'other' && token.kind !== 'value')) return [];
    const whole = /^[^\n,}\]"]+/.exec(text.slice(token.start))?.[0].trimEnd() ?? '';
    const span = { offset: token.start, length: whole.length };
    return whole === ''
      ? []
      : [
          {
            what: `Quotes are missing around ${named({ ...token, text: whole })}`,
            span,
            edits: [{ span, newText: JSON.stringify(whole) }],
            title: 'Put quotes around it',
          },
        ];
  });
}

function noValue(broken: Break): readonly Slip[] {
  return gaps(broken, 2).flatMap(({ before }) => {
    const key = before.kind === 'colon' ? broken.tokens[broken.tokens.indexOf(before) - 1] : before;
    if (!key || key.kind !== 'text') return [];
    const newText = before.kind === 'colon' ? 'null' : ': null';
    return [
      {
        what: `${named(key)} has no value`,
        span: spanOf(key),
        edits: [insertion(before.end, newText)],
        title: '',
        isGuess: true,
      },
    ];
  });
}

function whatDoesNotBelong({ text, at, tokens, next }: Break): readonly Slip[] {
  const beside = [tokens[next], tokens[next - 1], tokens[next + 1], tokens[next - 2]].flatMap((token) =>
    token
      ? [
          {
            what: `${named(token)} does not belong here`,
            span: spanOf(token),
            edits: [deletion(token)],
            title: 'Take it out',
          },
        ]
      : [],
  );
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = { start: lineStart, end: end < 0 ? text.length : end };
  const whole = text.slice(line.start, line.end).trim();
  return [
    ...beside,
    {
      what: `${whole.length > 40 ? `${whole.slice(0, 40)}…` : whole} does not belong here`,
      span: spanOf(line),
      edits: [deletion(line)],
      title: '',
      isGuess: true,
    },
  ];
}
