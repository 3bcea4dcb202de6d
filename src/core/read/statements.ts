import {
  captured,
  fill,
  plainBlanks,
  straightQuotes,
  unescaped,
  wholePaths,
  withoutColours,
  withoutEntities,
  withoutEmphasis,
} from '../text';
import { FENCE } from './fence';
import { broken, linesIn } from './broken-lines';
import { insideOf, wordsOf } from './inside';
import { inOtherSpelling } from './other-spelling';
import { inPlainWords } from './plain-words';
import { withoutPrefixes } from './prefixes';
import { roleOf } from './roles';
import { talkIn } from './talk';
import { filled, MOST_WRAPPED, undotted, unwrapped } from './wrapped';
import type { Line, Start } from '../start';
import type { Safe } from '../text';
import type { Level } from './prefixes';
import type { Role } from './roles';

/** One line, judged once for all readers: `text` is without its logger's prefix, `whole` as it was printed. */
export interface Statement extends Line {
  readonly whole: Safe;
  readonly level: Level;
  readonly role: Role;
  /** With the lines behind it into which the sentence was wrapped. */
  readonly sentence: Safe;
  /** With the lines behind it, where each is as long as the room that something has wrapped it into. */
  readonly filled: Safe;
  /** Without what somebody has put around it. */
  readonly inside: readonly Safe[];
  /** In the words that most have for it. */
  readonly plain: readonly Safe[];
  /** It stands in a line of the client. */
  readonly isTold?: true;
  /** It was printed on stdout. */
  readonly isPrinted?: true;
}

/** A start whose stderr is read as statements, and what it said on stdout where it failed by itself. `errors`: what is quoted of the messages in which a side reports one; `messages`: all that the client has logged. */
export interface Said extends Start {
  readonly stderr: readonly Statement[];
  /** Those in which something stands, and what the client tells of the server. */
  readonly spoken: readonly Statement[];
  readonly errors: readonly Line[];
  readonly messages: readonly Line[];
}

/** Reads what a start printed, and what its client says. What a client logs of the messages is no word of either. */
export function saidIn(start: Start): Said {
  const isWord = ({ text }: Line) => !MESSAGE.test(text) || BODY.test(text);
  const isLogged = start.from.via === 'log';
  const isPasted = isLogged && start.from.client === null;
  const errors = [...start.stderr, ...start.client].filter((line) => !isWord(line) && IS_ERROR.test(line.text));
  const words = [...start.stderr.filter(isWord), ...answersIn(start, errors)];
  const complaints = complaintsOf(start)
    .flatMap(broken)
    .map((line) => ({ ...toStatement(line), isPrinted: true as const }));
  const judged = withThrown(withoutCut([...words.flatMap(broken).map(toStatement), ...complaints]));
  // In a log of a known form the client tells the two apart, unless somebody has quoted it.
  const isTold = isPasted || (isLogged && start.stderr.some(({ text }) => text === FENCE));
  const talk = new Set(isTold ? [...talkIn(start.stderr).lines].map(({ number }) => number) : []);
  const stderr = judged.map((each, index) => {
    if (each.role === 'blank') return { ...each, sentence: each.text, filled: each.text, inside: [], plain: [] };
    const below = judged.slice(index + 1, index + MOST_WRAPPED);
    return {
      ...each,
      role: talk.has(each.number) ? ('talk' as const) : each.role,
      text: undotted(each.text),
      sentence: unwrapped(each, below),
      filled: undotted(filled(each, below)),
      inside: insideOf(undotted(each.text), { isLogged, isPasted }),
      plain: isPasted
        ? [...inPlainWords(undotted(each.text)), ...inOtherSpelling(undotted(each.text))]
        : inPlainWords(undotted(each.text)),
    };
  });
  const quoted = isLogged ? toldBy(start.client.filter(isWord)) : [];
  const spoken = [...stderr.filter(({ role }) => role !== 'blank'), ...quoted];
  const messages = start.client.filter((line) => !isWord(line));
  return { ...start, stderr, spoken, errors, messages, client: start.client.filter(isWord).flatMap(broken) };
}

/** Lines of stdout in which some say why they end: what a server prints there that does not fail by itself is its own. */
function complaintsOf({ exit, noise }: Start): readonly Line[] {
  return exit === null || exit.code === 0 ? [] : noise;
}

/**
 * What a server said where it answered the first message with an error of its own: a bridge hands on so what was printed
 * behind it. Errors of the protocol have their readers.
 */
function answersIn({ from, stderr, client }: Start, errors: readonly Line[]): readonly Line[] {
  if (from.via !== 'log' || [...stderr, ...client].some(({ text }) => /"result":/.test(text))) return [];
  const first = errors.find(({ text }) => FIRST_ANSWER.test(text));
  const message = first && captured(first.text, MESSAGE_OF)?.[1];
  return first && message ? linesIn(first, unescaped(message)) : [];
}

const FIRST_ANSWER = /^(?=.*"id":\s?(?:[01]|null)[,}])(?!.*"code":\s?-32(?:60[012]|700|02\d)\b).*"error":\s?\{/;
const MESSAGE_OF = /"error":\s?\{.{0,200}?"message":\s?"((?:[^"\\]|\\.)+)"/;

/** What a client tells of a server behind words of its own. */
function toldBy(client: readonly Line[]): readonly Statement[] {
  return client.flatMap((line) =>
    wordsOf(line.text)
      .slice(0, 1)
      .map((text) => ({ ...toStatement({ ...line, text }), whole: line.text }))
      .map((each) => ({
        ...each,
        sentence: each.text,
        filled: each.text,
        inside: insideOf(each.text, { isLogged: true, isPasted: false }),
        plain: inPlainWords(each.text),
        isTold: true as const,
      })),
  );
}

/** A log that was cut in the middle of a quotation: its last line gets the mark that would close it. */
function withoutCut(lines: readonly Judged[]): readonly Judged[] {
  const last = lines.at(-1);
  const mark = last && captured(last.text, OPEN)?.[1];
  return last && mark
    ? [...lines.slice(0, -1), { ...last, text: fill('{text}{mark}', { text: last.text, mark }) }]
    : lines;
}

/** A log that was cut behind the line of code that threw: what that line throws is what would have been said. */
function withThrown(lines: readonly Judged[]): readonly Judged[] {
  const at = lines.findLastIndex(({ role }) => role !== 'blank' && role !== 'frame' && role !== 'noise');
  const last = lines[at];
  const [, type, text] = (last?.role === 'source' && captured(last.text, THROWN)) || [];
  return last && type && text
    ? lines.with(at, { ...last, text: fill('{type}: {text}', { type, text }), role: 'sentence' })
    : lines;
}

const THROWN = /^\s*(?:throw new|raise) (\w{0,60}(?:Error|Exception|Exit))\(f?["'`](.{8,400}?)["'`],?\)?/;

const OPEN = /^[^'"]*(?:[\s(=[:](['"])[^'"]+)$/;
const IS_ERROR = /"error":\s?\{/;

type Judged = Omit<Statement, 'sentence' | 'filled' | 'inside' | 'plain'>;

/** What the SDKs' servers refuse over HTTP answers no message by its number: that is a body, which the client quotes. */
const BODY = /"id":\s?(?:"server-error"|null\b)|^(?!.*"id":).*"error":/;
const MESSAGE =
  /^(?:Message from (?:server|client): )?\{\s?(?:"(?:jsonrpc|method|result|id)":|"error":\s?\{"code":.{0,4000}"jsonrpc":)/;

function toStatement(line: Line): Judged {
  const printed = wholePaths(plainBlanks(withoutColours(withoutEmphasis(straightQuotes(withoutEntities(line.text))))));
  const { text: inner, level } = withoutPrefixes(captured(printed, QUOTED)?.[1] ?? printed);
  const text = captured(inner, BOXED)?.[1] ?? inner;
  return { ...line, text, whole: line.text, level, role: roleOf(text) };
}

/** The right side of a box. */
const BOXED = /^(.*?\S) +[│┃║]$/;

/** A line that somebody has marked as code. */
const QUOTED = /^\s*`([^`]{3,4000})`[.,:;]?$/;
