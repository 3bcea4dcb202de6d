import { openAt } from '../json-tokens';
import { deletion, eachIn, gaps, insertion, named, shownValue, spanOf } from './slip';
import type { Break, Slip } from './slip';

// What stands, or is missing, between names and values.

/** A name with a colon, and nothing behind it: what was meant nobody knows. */
export function emptyValue({ tokens, next }: Break): readonly Slip[] {
  const [key, colon, after] = tokens.slice(Math.max(0, next - 2), next + 1);
  if (key?.kind !== 'text' || colon?.kind !== 'colon' || (after?.kind !== 'comma' && after?.kind !== 'close'))
    return [];
  return [
    {
      what: `${named(key, tokens)} has no value`,
      span: spanOf(key),
      edits: [insertion(colon.end, ' null')],
      title: '',
      isGuess: true,
    },
  ];
}

export function missingComma(broken: Break): readonly Slip[] {
  return gaps(broken, 2).flatMap(({ before, after }) =>
    after
      ? [
          {
            what: `A comma is missing before ${named(after, broken.tokens)}`,
            span: spanOf(after),
            edits: [insertion(before.end, ',')],
            title: 'Add the comma',
          },
        ]
      : [],
  );
}

export function strayComma({ tokens, next }: Break): readonly Slip[] {
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

export function missingColon(broken: Break): readonly Slip[] {
  return gaps(broken, 2).flatMap(({ before }) =>
    before.kind === 'text'
      ? [
          {
            what: `A colon is missing behind ${named(before, broken.tokens)}`,
            span: spanOf(before),
            edits: [insertion(before.end, ':')],
            title: 'Add the colon',
          },
        ]
      : [],
  );
}

export function colonInList({ tokens, next }: Break): readonly Slip[] {
  const colon = tokens[next];
  if (colon?.kind !== 'colon' || openAt(tokens, next).at(-1)?.text !== '[') return [];
  const edits = [{ span: spanOf(colon), newText: ',' }];
  return [{ what: 'A colon stands between two items of a list', span: spanOf(colon), edits, title: 'Write a comma' }];
}

/** A quote at each end of a word on the line of the error, and on the one before. */
export function missingQuote({ text, at }: Break): readonly Slip[] {
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
    const behind = /\S{0,40}$/.exec(text.slice(Math.max(0, offset - 40), offset))?.[0].replace(/^["{[,:]+/, '') ?? '';
    const ahead = /^[^\s,:{}[\]"]{0,40}/.exec(text.slice(offset))?.[0] ?? '';
    // Before a colon it is a name, and no value.
    const isName = /^[^\s,:{}[\]"]*"?\s*:/.test(text.slice(offset));
    const shown = (word: string): string => (isName ? word : shownValue(word));
    return {
      what: behind === '' ? `A quote is missing before ${shown(ahead)}` : `A quote is missing behind ${shown(behind)}`,
      span:
        behind === '' ? { offset, length: ahead.length } : { offset: offset - behind.length, length: behind.length },
      edits: [insertion(offset, '"')],
      title: 'Add the quote',
    };
  });
}

/** A text without quotes: up to what ends a value. */
export function bareValue({ text, tokens, next }: Break): readonly Slip[] {
  return [tokens[next], tokens[next - 1]].flatMap((token) => {
    if (!token || (token.kind !== 'other' && token.kind !== 'value')) return [];
    const whole = /^[^\n,}\]"]+/.exec(text.slice(token.start))?.[0].trimEnd() ?? '';
    const span = { offset: token.start, length: whole.length };
    return whole === ''
      ? []
      : [
          {
            what: `Quotes are missing around ${shownValue(whole)}`,
            span,
            edits: [
              insertion(span.offset, '"'),
              ...eachIn(whole, span.offset, /\\/g, () => '\\\\'),
              insertion(span.offset + whole.length, '"'),
            ],
            title: 'Put quotes around it',
          },
        ];
  });
}

export function noValue(broken: Break): readonly Slip[] {
  return gaps(broken, 2).flatMap(({ before }) => {
    const key = before.kind === 'colon' ? broken.tokens[broken.tokens.indexOf(before) - 1] : before;
    if (!key || key.kind !== 'text') return [];
    const newText = before.kind === 'colon' ? 'null' : ': null';
    return [
      {
        what: `${named(key, broken.tokens)} has no value`,
        span: spanOf(key),
        edits: [insertion(before.end, newText)],
        title: '',
        isGuess: true,
      },
    ];
  });
}

export function whatDoesNotBelong({ text, at, tokens, next }: Break): readonly Slip[] {
  const beside = [tokens[next], tokens[next - 1], tokens[next + 1], tokens[next - 2]].flatMap((token) =>
    token
      ? [
          {
            what: `${named(token, tokens)} does not belong here`.replace(/^this text/, 'This text'),
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
  return [
    ...beside,
    {
      what: 'This line does not belong here',
      span: spanOf(line),
      edits: [deletion(line)],
      title: '',
      isGuess: true,
    },
  ];
}
