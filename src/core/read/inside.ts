import { behind, captured } from '../text';
import type { Safe } from '../text';

/**
 * What somebody has put something around: a mark, a number, a name in brackets, a word that calls it an error; in what is
 * pasted a sentence, too. From the outside to the inside; mostly nothing.
 */
export function insideOf(text: Safe, { isLogged, isPasted }: Circumstances): readonly Safe[] {
  const begun = behind(text, lengthOf(text, AROUND));
  const bare = begun.length < text.length ? (captured(begun, CLOSED)?.[1] ?? begun) : begun;
  const found = [...(bare.length < text.length ? [bare] : []), ...(isLogged ? wordsOf(bare) : [])];
  if (!isPasted) return found;
  const told = captured(bare, LEAD)?.[1] ?? quotedIn(bare);
  const uncut = told ?? bare;
  const cut = WHEN.test(uncut) ? captured(uncut, OCCASION)?.[1] : undefined;
  return [...found, ...(told === undefined ? [] : [told]), ...(cut === undefined ? [] : [cut])];
}

/** A server that was started from here is quoted by nobody; what is pasted may be in somebody's words. */
interface Circumstances {
  readonly isLogged: boolean;
  readonly isPasted: boolean;
}

function quotedIn(text: Safe): Safe | undefined {
  const [, ...quotations] = captured(text, QUOTED) ?? [];
  return quotations.find((each) => each !== undefined);
}

/** How much of the beginning these forms take, one after the other. */
function lengthOf(text: string, forms: readonly RegExp[]): number {
  let length = 0;
  for (const form of forms) length += form.exec(text.slice(length))?.[0].length ?? 0;
  return length;
}

/** Marks and numbers of lists, headings and tables; a time of day; who speaks; that it is an error. */
const AROUND: readonly RegExp[] = [
  /^\|(?: [\w .*]{1,30} \|)? (?=\S)/,
  /^\s*(?:(?:[-*•·→➜»›✗✘×#|]{1,6}|\p{Extended_Pictographic}\uFE0F?|\d{1,3}[.)])\s+){1,3}(?=\S)/u,
  /^\[?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?:? +(?:\[?(?:DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\]?:? +)?(?=\S)/,
  /^\[(?!Errno\b|WinError\b|MCP\b)[\w.@/:-]{1,60}\]:? +(?=\S)/,
  /^<\w{1,10}>(?=\S)/,
  /^`(?=[a-z]{3,10}: [^`]{4})/,
  /^\s+\d{1,2}: (?=\S)/,
  /^(?:[Ee]rror|ERROR|FATAL|[Ff]atal): (?!No such file)(?=\S)/,
  /^\[(?!Errno\b|WinError\b|MCP\b)[\w.@/:-]{1,60}\]:? +(?=\S)/,
];

/** The end of a cell of a table, or of what a tag has begun. */
const CLOSED = /^(.{4,}?)(?: ?\||<\/\w{1,10}>)$/;

/** Where a client or a launcher says that something failed, and with which words: those, and what is behind the first of them. */
export function wordsOf(text: Safe): readonly Safe[] {
  if (!ABOUT_A_FAILURE.test(text)) return [];
  const told = captured(text, IN_BRACKETS)?.[1] ?? captured(text, BEHIND)?.[1];
  const more = told && captured(told, BEHIND)?.[1];
  return [...(told ? [told] : []), ...(more ? [more] : [])];
}

/** Of a server, a client or an exception, and not of a file or a library. */
const ABOUT_A_FAILURE =
  /^(?!.{0,40}\b(?:[Ww]arn|[Nn]ote\b|[Hh]int\b|[Dd]ebug|[Ii]nfo\b))(?=.{0,60}\b(?:[Ff]ail|[Ee]rror|\w*(?:Error|Exception)\b|[Cc]losed|[Ss]tderr|[Uu]nable|[Cc]ould not|[Cc]annot|[Ee]xited))(?=.{0,60}\b(?:MCP|[Ss]ervers?|[Cc]lient|[Cc]onnect|[Ss]tart|[Ll]aunch|[Hh]andshak|[Ii]nitiali|[Ss]tderr|[Cc]losed|[Pp]rocess|[Ee]xited|\w*(?:Error|Exception)\b))/;
const BEHIND = /^[^:=()/\\]{3,60}[:=] (.{8,})$/;
const IN_BRACKETS = /^[^()]{0,80}\b(?:[Cc]losed|[Ff]ailed|[Ee]xited|[Ee]rror)\b[^()]{0,20} \((.{8,})\)\.?$/;

/** Somebody leads to what was said, or calls it by what it is. */
const LEAD =
  /^(?:[A-Z][\w' ,/()-]{0,60} )?(?:[Gg]ets?|[Gg]ot|[Gg]ives?|[Ss]ays?|[Ss]aid|[Ss]hows?|[Ee]rrors?|[Rr]esults?|[Oo]utput|[Mm]essage|[Tt]hrows?|[Ss]ees?|[Rr]eports?|[Rr]eturns?|[Ll]ogs?|[Ff]ollowing)(?: \w{1,12}){0,2}: ?[`"']?(.{8,}?)[`"'|]?$/;
/** Several words in quotes or marked as code, in a sentence of somebody, who does not speak of what might be. */
const QUOTED =
  /^(?!If (?:you|it|this) )(?=.{1,80}[`"]).{0,200}?(?:`([^`]{3,} [^`]{2,})`|"([^"]{3,} [^"]{2,})")(?!.{200})/;
const WHEN = / (?:when|while|as soon as|after|on start|each time|every time)/;
/** When it was, behind what it was. */
const OCCASION = /^(.{12,}?),? (?:when|while|whenever|as soon as|after|on start-?up|each time|every time)\b.{0,120}$/;
