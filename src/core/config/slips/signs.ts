import leven from 'leven';
import { deletion, eachIn, insertion, more, outside, shownValue, spanOf, together } from './slip';
import type { Edit } from '../../fixes/fix';
import type { Break, Slip } from './slip';

// Signs that are none of JSON’s: quotes, comments, words and letters of other notations.

export function fences({ text }: Break): readonly Slip[] {
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

export function invisible({ text }: Break): readonly Slip[] {
  const found = outside(text, /[\u00A0\u200B-\u200D\u2028\u2029\u2060\u3000]|(?<!^)\uFEFF/);
  const edits = found.map(({ index }) => ({ span: { offset: index, length: 1 }, newText: ' ' }));
  return together(
    found,
    edits,
    'Put blanks in their place',
    (count) => `A character that cannot be seen, and is no blank, stands${more(count)}`,
  );
}

/** Other quotes as double ones, and what stands in them as it has to stand there. */
function inDoubleQuotes({ index, 0: whole }: RegExpExecArray): readonly Edit[] {
  const quote = (offset: number): Edit => ({ span: { offset, length: 1 }, newText: '"' });
  const inside = eachIn(whole.slice(1, -1), index + 1, /\\'|(?<!\\)"/g, (sign) => (sign === '"' ? '\\"' : "'"));
  return [quote(index), ...inside, quote(index + whole.length - 1)];
}

export function typographicQuotes({ text }: Break): readonly Slip[] {
  const quotes = '[“”„‟″«»‘’‚‛]';
  const found = outside(
    text,
    new RegExp(`${quotes}[^“”„‟″«»‘’‚‛"\\n]*(?:${quotes}|")|"[^“”„‟″«»"\\n]*[“”„‟″](?=\\s*[,:\\]}\\n])`),
  );
  const edits = found.flatMap(inDoubleQuotes);
  return together(
    found,
    edits,
    'Use straight quotes',
    (count) => `Curly quotes stand${more(count)}: JSON takes straight ones (")`,
  );
}

export function singleQuotes({ text }: Break): readonly Slip[] {
  const found = outside(text, /'(?:[^'\\\n]|\\.)*'/);
  const edits = found.flatMap(inDoubleQuotes);
  return together(
    found,
    edits,
    'Use double quotes',
    (count) => `Single quotes stand${more(count)}: JSON takes double ones (")`,
  );
}

export function hashComments({ text }: Break): readonly Slip[] {
  const found = outside(text, /(?<=^|[\s,{}[\]])(?<!:\s*)#[^\n]*/);
  const edits = found.map(({ index }) => ({ span: { offset: index, length: 1 }, newText: '//' }));
  return together(
    found,
    edits,
    'Begin comments with //',
    (count) => `A comment begins with #${more(count)}: here comments begin with //`,
  );
}

export function bareKeys({ text }: Break): readonly Slip[] {
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

export function foreignWords({ text, tokens, next }: Break): readonly Slip[] {
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
      what: `${word.text} is no word of JSON: it is ${meant}`,
      span: spanOf(word),
      edits: [edit],
      title: `Write ${meant}`,
    },
  ];
}

export function backslashes({ text, tokens, at, next }: Break): readonly Slip[] {
  const token = [tokens[next], tokens[next - 1]].find(
    (each) => each?.text.startsWith('"') && each.start <= at + 1 && each.text.includes('\\'),
  );
  if (!token) return [];
  // The scanner ends a text at a quote that a backslash stands before, or does not.
  const line = text.slice(token.start).split('\n', 1)[0] ?? '';
  const whole = /^"(?:[^"\\]|\\(?!"\s*[,}\]\n:]).|\\(?="\s*[,}\]:]|"\s*$))*"/.exec(line)?.[0] ?? token.text;
  const isClosed = whole.endsWith('"');
  const inside = whole.slice(1, isClosed ? -1 : undefined);
  const end = token.start + whole.length;
  return [
    {
      what: `A single backslash stands in ${shownValue(whole)}: in JSON each is written twice`,
      span: { offset: token.start, length: whole.length },
      edits: [
        ...eachIn(inside, token.start + 1, /(?<!\\)\\(?![\\"])/g, () => '\\\\'),
        ...(isClosed ? [] : [insertion(end, '"')]),
      ],
      title: 'Write each backslash twice',
    },
  ];
}

export function rawCharacters({ text, at }: Break): readonly Slip[] {
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  const found = [...text.matchAll(/"(?:[^"\\\n]|\\.)*"/g)].filter(([whole]) => /[\u0000-\u001F]/.test(whole));
  const [first] = found;
  if (!first || first.index + first[0].length < at) return [];
  const edits = found.flatMap(({ index, 0: whole }) =>
    // oxlint-disable-next-line no-control-regex
    eachIn(whole, index, /[\u0000-\u001F]/g, (sign) => JSON.stringify(sign).slice(1, -1)),
  );
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

export function otherSigns({ text, at, tokens, next }: Break): readonly Slip[] {
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

export function halfComment({ text, at }: Break): readonly Slip[] {
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
export function swallowed({ text, at }: Break): readonly Slip[] {
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

export function ellipsis({ text }: Break): readonly Slip[] {
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
