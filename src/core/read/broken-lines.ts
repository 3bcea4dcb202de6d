import { allPlaced, captured, pieces, unescaped } from '../text';
import type { Line } from '../start';
import type { Safe } from '../text';

/** Some clients tell the lines of a server as one, or write their breaks as `\\n`. */
export function broken(line: Line): readonly Line[] {
  if (OBJECT.test(line.text)) return [line, ...fieldsOf(line)];
  if (LOGFMT.test(line.text)) return [line, ...fieldsOf(line, LOGFMT_FIELDS)];
  const written = captured(line.text, WRITTEN)?.[1];
  if (written?.includes('\\n')) return linesIn(line, unescaped(written));
  const quoted = captured(line.text, OF_RUST)
    ?.slice(1)
    .find((each) => each !== undefined);
  if (quoted) return [line, ...linesIn(line, unescaped(quoted))];
  if (!FLAT.test(line.text)) return [line];
  return pieces(line.text, BREAKS)
    .filter((text) => text.trim() !== '')
    .map((text) => ({ ...line, text }));
}

/** The texts in what a logger has written as an object, line by line. */
function fieldsOf(line: Line, fields: RegExp = FIELDS): readonly Line[] {
  return allPlaced(line.text, fields)
    .slice(0, MOST_FIELDS)
    .flatMap(({ match }) => linesIn(line, unescaped(captured(match, VALUE)?.[1] ?? match)));
}

/** What stands in a text, line by line, each with the number of the line that it stands in. */
export function linesIn(line: Line, text: Safe): readonly Line[] {
  return pieces(text, /\n/)
    .filter((each) => each.trim() !== '')
    .map((each) => ({ ...line, text: each }));
}

/** A whole output, as a language writes a string. */
const WRITTEN = /^\s*"((?:[^"\\]|\\.)+)"[,;]?\s*$/;

/** What a server has printed, in an error as Rust prints it for those who look for mistakes. Source: Goose. */
const OF_RUST =
  /\b(?:ProcessExit \{ stderr: |StdioProcessError\()"((?:[^"\\]|\\.)+)"|\bStdio process error: (.{1,4000}?)(?:\\n)?`"/;

const MOST_FIELDS = 8;
/** One that begins and ends as an object does, and has a text by one of the usual names. */
const OBJECT = /^\{\s?"(?=.{0,4000}"(?:msg|message|error|err|stderr|text|reason|details?|stack|output)":\s?")[^]*\}$/;
const FIELDS = /"(?:msg|message|error|err|stderr|text|reason|details?|stack|output)":\s?"(?:[^"\\]|\\.)*"/g;
/** What stands behind the name of a field. */
const VALUE = /^["\w]{1,20}[:=]\s?"((?:[^"\\]|\\.)*)"/;
/** The same as Go writes it: `time=… level=error msg="…"`. */
const LOGFMT = /^(?:time|ts|level|t|lvl)=\S+ (?=.{0,4000}\b(?:msg|err|error)=")/;
const LOGFMT_FIELDS = /\b(?:msg|err|error)="(?:[^"\\]|\\.)*"/g;

/** What begins a line, in the middle of one: npm’s name, a trace and its frames in two languages, what Python ends it with. */
const BREAKS = new RegExp(
  [
    String.raw`(?:\\r)?\\n(?=\s*(?:at |File \\?"|Traceback|npm |[A-Z]\w{0,60}(?:Error|Exception)\b)|["'}\]\s,+]{0,8}$)`,
    // Where the signs before it are no path of Windows.
    String.raw`(?:\\r)?\\n(?<!(?:[A-Za-z]:|\\)[^\s"'\`<>|]{0,200}\\n)(?![a-z])|(?<=[.:;,)'"\]}\s])(?:\\r)?\\n`,
    String.raw`⏎|<br ?\/?>`,
    String.raw` +(?=npm (?:error|ERR!|warn|WARN) \S)`,
    String.raw` +(?=Traceback \(most recent call last\):)`,
    String.raw` +(?=File "[^"]{1,300}", line \d{1,6}, in )`,
    String.raw`(?<=(?:\)|>|[\])]|\w)) +(?=(?:[a-z_]\w{0,60}\.){0,4}[A-Z]\w{0,60}(?:Error|Exception): )(?<=, line \d.{0,400})`,
    String.raw`(?<=['"]) +(?=Require stack:)| +(?=- (?:[/~.]|[A-Z]:\\))(?<=Require stack:.{0,600})`,
    String.raw` +(?=at (?:Module|Object|Function|Loader|createEsm)\S{0,60}$)| \^{1,40} +(?=[A-Z]\w{0,40}Error: )`,
    // pydantic's, of a field, and argparse's behind the usage.
    String.raw` +(?=\w{1,60} field required \(type=)| +(?=\w{1,60} (?:Field required|Extra inputs are not permitted|Input should be)\b.{0,80}\[type=)| +(?=(?:Field required|Extra inputs are not permitted|Input should be)\b.{0,80}\[type=)`,
    String.raw` +(?=[\w.-]{1,40}: error: )(?<=^usage: .{1,400})`,
    String.raw` +(?=at (?:async )?(?:new )?[\w.$<>[\] ]{1,80} \((?:node:|file:|/|[A-Z]:)[^()]{1,300}\))`,
  ].join('|'),
);
const FLAT = new RegExp(`\\S(?:${BREAKS.source})`);
