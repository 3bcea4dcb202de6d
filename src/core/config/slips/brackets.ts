import { CLOSERS, openAt } from '../json-tokens';
import { deletion, gaps, insertion, named, spanOf } from './slip';
import type { Token } from '../json-tokens';
import type { Break, Slip } from './slip';

// Braces and brackets: missing, too many, or in each other’s place.

export function wrongCloser({ tokens, next }: Break): readonly Slip[] {
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
export function missingCloser(broken: Break): readonly Slip[] {
  const { text, tokens, next } = broken;
  const outdented = outdentedKey(text, tokens);
  const places = [...(outdented ? [outdented] : []), ...gaps(broken, 10)];
  const inner = places.flatMap(({ before, after }) => {
    if (!after) return [];
    const index = tokens.indexOf(after);
    const opener = openAt(tokens, index).at(-1);
    const closer = CLOSERS[opener?.text ?? ''];
    if (closer === undefined) return [];
    const slip = (offset: number, newText: string): Slip => ({
      what: `A ${closer} is missing before ${named(after, tokens)}`,
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
  const [closer = ''] = closers;
  const isOne = closers.length === 1;
  const atEnd: Slip = {
    what: isOne
      ? `A ${closer} is missing at the end`
      : `The file ends before it is closed: ${closers.join(' ')} are missing at the end`,
    span: spanOf(last),
    edits: [...(last.kind === 'comma' ? [deletion(last)] : []), insertion(last.end, laidOut(text, closers))],
    title: isOne ? `Add the ${closer}` : 'Close what is open',
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
  const open: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    const opener = open.at(-1);
    const before = tokens[index - 1];
    if (token.kind === 'text' && tokens[index + 1]?.kind === 'colon' && opener && before && before !== opener) {
      const { start, indent } = lineOf(text, token.start);
      const isFirst = start + indent === token.start && start > opener.start;
      if (isFirst && indent <= lineOf(text, opener.start).indent) return { before, after: token };
    }
    if (token.kind === 'open') open.push(token);
    else if (token.kind === 'close') open.pop();
  }
  return null;
}

/** Where the line of a place begins, and how far it is indented. */
function lineOf(text: string, offset: number): { readonly start: number; readonly indent: number } {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return { start, indent: /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0 };
}

export function closerTooMany({ tokens, next }: Break): readonly Slip[] {
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
export function missingOpener({ tokens, next }: Break): readonly Slip[] {
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
      what: `A ${opener} is missing before ${named(token, tokens)}`,
      span: token ? spanOf(token) : { offset, length: 0 },
      edits: [insertion(offset, opener)],
      title: `Add the ${opener}`,
    }));
  });
}

/** Two whole files, one behind the other: as one, whose maps of one name are one. */
export function twoFiles({ text, tokens, next }: Break): readonly Slip[] {
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
export function noBraces({ text, tokens }: Break): readonly Slip[] {
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
