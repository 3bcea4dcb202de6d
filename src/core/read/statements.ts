import {
  behind,
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
import { talkIn } from './talk';
import type { Line, Start } from '../start';
import type { Safe } from '../text';

/**
 * What a line is in what was printed. `source`: runtimes show the line that threw. `noise`: what healthy servers print as
 * well, and never the reason. `talk`: somebody has written it around what was printed.
 */
export type Role = 'sentence' | 'item' | 'source' | 'frame' | 'noise' | 'blank' | 'talk';

/** One line, judged once for all readers: `text` is without its logger's prefix, `whole` as it was printed. */
export interface Statement extends Line {
  readonly whole: Safe;
  readonly level: 'debug' | 'info' | 'warning' | 'error' | null;
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

/** A sentence goes on below while it has no end, and what is below is indented or does not begin one. */
function unwrapped({ text }: Judged, below: readonly Judged[]): Safe {
  let sentence = unindented(text);
  for (const next of below) {
    if (/[.:!?]\s*$/.test(sentence) || next.role !== 'sentence' || !/^\s+\S|^[a-z(]/.test(next.text)) break;
    sentence = fill('{sentence} {more}', { sentence, more: unindented(next.text) });
  }
  return sentence;
}

/** A line that fills the room goes on below, whatever that begins with, unless it is somebody else who begins there. */
function filled({ text, role }: Judged, below: readonly Judged[]): Safe {
  if (role !== 'sentence') return text;
  let whole = text;
  let last: string = text;
  for (const next of below) {
    const fills = last.length >= NARROWEST && last.length <= WIDEST && OF_WORDS.test(last);
    if (!fills || next.role !== 'sentence' || BEGINS.test(next.whole)) break;
    whole = fill('{whole} {more}', { whole, more: unindented(next.text) });
    last = next.text;
  }
  return whole;
}

/** What is narrower was no room for sentences, and what is wider was wrapped by nobody. */
const [NARROWEST, WIDEST] = [55, 160];
const OF_WORDS = /\w \S+ \S+/;
/** The first words of what nobody has wrapped: a speaker, a time, an error's name, a mark. */
const BEGINS =
  /^\s*(?:(?:npm|error|warning|hint|note|caused by|usage|file|at|from)\b|[\w.[\]/-]{1,60}: |\[(?!Errno)|\d{4}-|[-*•>│|╰└├{}#$])/i;

/** A form that ends where the line does holds of it with a full stop as well. */
function undotted(text: Safe): Safe {
  return /[^.\s]\.$/.test(text) ? (captured(text, /^(.*)\.$/)?.[1] ?? text) : text;
}

function unindented(text: Safe): Safe {
  return behind(text, text.length - text.trimStart().length);
}

const MOST_WRAPPED = 5;

type Judged = Omit<Statement, 'sentence' | 'filled' | 'inside' | 'plain'>;

/** What the SDKs' servers refuse over HTTP answers no message by its number: that is a body, which the client quotes. */
const BODY = /"id":\s?(?:"server-error"|null\b)|^(?!.*"id":).*"error":/;
const MESSAGE =
  /^(?:Message from (?:server|client): )?\{\s?(?:"(?:jsonrpc|method|result|id)":|"error":\s?\{"code":.{0,4000}"jsonrpc":)/;

function toStatement(line: Line): Judged {
  const printed = wholePaths(plainBlanks(withoutColours(withoutEmphasis(straightQuotes(withoutEntities(line.text))))));
  let text = captured(printed, QUOTED)?.[1] ?? printed;
  let level: Statement['level'] = null;
  for (const prefix of PREFIXES) {
    const found = prefix.exec(text);
    if (!found) continue;
    level ??= levelOf(found[1]);
    text = behind(text, found[0].length);
  }
  text = captured(text, BOXED)?.[1] ?? text;
  return { ...line, text, whole: line.text, level, role: roleOf(text) };
}

/** The right side of a box. */
const BOXED = /^(.*?\S) +[│┃║]$/;

/** A line that somebody has marked as code. */
const QUOTED = /^\s*`([^`]{3,4000})`[.,:;]?$/;

/** Loggers' prefixes, from the outside to the inside: the time, then who speaks and how loud, in the usual orders. */
const LEVEL = '(TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)';
const PREFIXES: readonly RegExp[] = [
  // What collects the output of many: containers, systemd and syslog, a manager of processes.
  /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(?:Z|[+-]\d\d:\d\d) std(?:out|err) [FP] (?=\S)/,
  /^[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d [\w.-]{1,60} [\w.@/-]{1,60}(?:\[\d{1,8}\])?: (?=\S)/,
  /^\d{1,3}\|[\w.-]{1,40} {0,10}\| (?=\S)/,
  // What draws around it.
  /^\s*(?:[│┃║] ?|[└├⎿╰]─{0,3} {1,3})(?=.*\S)/,
  // Go's, klog's, Serilog's, zap's.
  /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? (?:[\w.-]{1,60}\.go:\d{1,6}: )?(?=\S)/,
  /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{1,9} +\d{1,8} [\w.-]{1,60}:\d{1,6}\] (?=\S)/,
  /^\[\d\d:\d\d:\d\d(?:\.\d{1,3})? (?:VRB|DBG|INF|WRN|ERR|FTL)\] (?=\S)/,
  new RegExp(`^\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,18}\\S{0,6}\\t${LEVEL}\\t(?:[\\w./-]{1,80}:\\d{1,6}\\t)?(?=\\S)`),
  /^(?:\[?stderr\]?(?: \||:)?|>>|>(?! [@\w.-]{1,80}@\d)) (?=\S)/i,
  // Rich's, which fills a column.
  new RegExp(`^(?:\\[\\d\\d/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d\\] )?${LEVEL} {2,8}(?=\\S)`),
  // Who speaks, where several are told in one text: Compose, and clients that draw a line behind the name.
  /^[a-z][\w.-]{1,60} {1,24}\|(?: |$)|^<-\([^)]{1,80}\)│ ?/,
  /^\s*(?:\[[^\]]{1,80}\]\s*)?stderr: +(?=\S)/,
  /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?\]?(?: - |\s*\|\s*|:?\s+)(?=\S)/,
  // Dart’s, with the file that speaks.
  /^(?:(?:INFO|WARNING|SEVERE|FINE): )?package:[\w/.-]{1,160}\.dart:\d{1,6}: +(?=\S)/,
  // The JVM's, with the thread, and Rust's tracing, with the module.
  new RegExp(`^(?:\\[ *\\d{1,12}\\] +)?${LEVEL} +(?:- )?[#\\w.:]{2,120}(?:\\{[^}]{0,80}\\})?(?: -|:) +(?=\\S)`),
  // Spring's, with the process and the thread, and Nest's.
  new RegExp(`^${LEVEL} \\d{1,8} --- (?:\\[[^\\]]{0,80}\\] ){1,3}[\\w.$[\\]/]{1,80} {0,40}: (?=\\S)`),
  new RegExp(
    `^\\[Nest\\] \\d{1,8} {1,4}- [\\d/.-]{8,10}, [\\d:]{7,8}(?: [AP]M)? +${LEVEL} (?:\\[[^\\]]{1,60}\\] )?(?=\\S)`,
  ),
  /^(?:MCP (?:server|client) (?:"[^"]{1,80}" )?|Server )?(?:[Ss]tderr|STDERR|error output)(?: [Mm]essage received)?(?: \([^)]{1,80}\))?: +(?=\S)/,
  // A client, before it quotes how a program complained.
  /^(?:\W{0,3}(?:Failed|Unable|Error|Could not|Cannot) .{0,20}\bMCP server ['"`]?[^'"`:]{1,80}['"`]?: )(?=(?:error|fatal|usage|npm (?:error|ERR!)|\w{0,40}(?:Error|Exception)): \S)/i,
  // What somebody says of what another one has said, whose name follows.
  /^(?:Error|ERROR|error|fatal): (?=(?:\/?[\w.-]{1,60}\/){0,8}(?:sh|bash|zsh|dash|ash|fish|env|docker|podman|pyenv|rbenv|node|npx|npm|uvx?|python[\d.]*|bwrap|git|ruby|java)(?:\.exe)?(?::\d+)?: |'[^']{1,80}' (?!executable)|Usage: |usage: |Exception in thread|Unhandled exception)/,
  new RegExp(`^(?:\\[[\\w.:-]{1,80}\\]\\s*)?\\[${LEVEL}\\]:?\\s+`, 'i'),
  new RegExp(`^[\\w.-]{1,80} - ${LEVEL} - `),
  new RegExp(`^${LEVEL}(?:\\s*\\|\\s*[\\w.:-]{1,80}\\s+-|:[\\w.]{1,80}:|\\s+-)\\s*`),
  // Cursor's name of a server, and what others call its stderr, where their other words were not copied.
  /^(?:user|project-\d{1,3})-[\w.-]{1,80}: (?=\S)/,
  /^(?:\[[\w.:-]{1,60}\] ){0,2}(?:\[(?:[\w@./:-]{1,60} ){0,4}(?:stderr|STDERR)(?: \([^)\]]{1,80}\))?\]:? |(?:[\w@./-]{1,40} ){1,3}(?:stderr|STDERR)(?: \([^)]{1,80}\))?: )(?=\S)/,
];

function levelOf(word: string | undefined): Statement['level'] {
  switch (word?.toUpperCase()) {
    case 'TRACE':
    case 'DEBUG':
      return 'debug';
    case 'INFO':
    case 'NOTICE':
      return 'info';
    case 'WARN':
    case 'WARNING':
      return 'warning';
    case 'ERROR':
    case 'FATAL':
    case 'CRITICAL':
      return 'error';
    default:
      return null;
  }
}

function roleOf(text: string): Role {
  if (text.trim() === '') return 'blank';
  if (FRAME.test(text)) return 'frame';
  if (SOURCE.test(text)) return 'source';
  if (NOISE.some((noise) => noise.test(text))) return 'noise';
  return ITEM.test(text) ? 'item' : 'sentence';
}

/** A frame of a stack, or what points at a place in the line above. */
const FRAME =
  /^\s+at |^at (?:async |new )?[\w$.<>#[\] ]{1,100} \([^\s()]{1,300}\)$|^\s*File ".{1,400}", line \d|^\s*[\^~]+\s*$/;
/** What stands in a line of code is no sentence of the server. */
const SOURCE = /^\s*(?:throw |raise |if \(|if not |const |let |var |return )|[{;]\s*$/;
/** A bullet or a number. */
const ITEM = /^\s*(?:[-*•·✗✘×❌]|\d{1,3}[.)])\s+\S/;
const NOISE: readonly RegExp[] = [
  /^[\s─━═╭╮╰╯┌┐└┘├┤┬┴┼╔╗╚╝│]+$/,
  /^npm (?:warn|WARN|notice)\b/,
  /^npm (?:error|ERR!) (?:A complete log|Log files were not written| {2})/,
  /^\(node:\d+\)|^\(Use `node/,
  /^Node\.js v\d/,
  /^(?:Installed|Resolved|Prepared|Downloaded|Audited|Downloading|Building|Built) /,
  /^warning: /i,
  /ExperimentalWarning|DeprecationWarning|DEP\d{4}/,
];
