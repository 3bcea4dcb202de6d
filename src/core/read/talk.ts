import { FENCE } from './fence';
import type { Line } from '../start';

/** What somebody says that they use: what a form calls it, and what it is. */
export interface Circumstance {
  readonly name: string;
  readonly value: string;
}

/** What somebody who reports a failure writes around what was printed. */
export interface Talk {
  readonly lines: ReadonlySet<Line>;
  readonly circumstances: readonly Circumstance[];
}

/**
 * The lines of a pasted text that are talk: headings, fences, steps, what somebody uses, sentences about themselves; and
 * in a text that has such, other sentences that tell of no failure. What stands in a fence was printed.
 */
export function talkIn(lines: readonly Line[]): Talk {
  const talk = new Set<Line>();
  const circumstances: Circumstance[] = [];
  const sentences: Line[] = [];
  let isFenced = false;
  let asked: string | undefined;
  for (const line of lines) {
    const { text } = line;
    if (text === FENCE) {
      isFenced = !isFenced;
      talk.add(line);
    } else if (COMPLAINT.test(text)) talk.add(line);
    else if (!isFenced && text.trim() !== '') {
      const answer = asked !== undefined && text.length < LONGEST_ANSWER && !isMarkup(text);
      const told = answer ? { name: asked ?? '', value: text.trim() } : circumstanceIn(text);
      asked = told ? undefined : askedIn(text);
      if (told) circumstances.push(told);
      const isTalk = told !== null || asked !== undefined || typedIn(text) !== null || isMarkup(text);
      if (isTalk || FIRST_PERSON.test(text)) talk.add(line);
      else if (SENTENCE.test(text) && !FAILS.test(text)) sentences.push(line);
    }
  }
  for (const line of talk.size > 0 ? sentences : []) talk.add(line);
  return { lines: talk, circumstances };
}

const LONGEST_ANSWER = 80;

/** That it does not work, in a sentence of somebody who has seen nothing of why. */
const COMPLAINT =
  /^(?:[A-Z]\w{2,20}: )?[\w ,.'"`-]{0,60}\b(?:does not|doesn't|do not|don't|is not|isn't|are not|aren't|never|won't|not|cannot|can't|fails? to|failed to|no) (?:show\w*|appear\w*|listed|working|work|start\w*|connect\w*|load\w*|tools?|recogni[sz]ed|found in the list)\b[\w ,]{0,60}[.!:]?$/i;

function circumstanceIn(text: string): Circumstance | null {
  const [, name, value] = ANSWERED.exec(text) ?? [];
  return name !== undefined && value !== undefined ? { name: name.toLowerCase(), value } : null;
}

/** What a heading asks for, to be answered below. */
function askedIn(text: string): string | undefined {
  return ASKED.exec(text)?.[1]?.toLowerCase();
}

/** What somebody has typed behind the prompt of a shell; null where it is none. */
export function typedIn(text: string): string | null {
  return PROMPT.exec(text)?.[1] ?? null;
}

const PROMPT =
  /^(?:\S{0,60}[$❯➜]|PS [A-Z]:\\[^>]{0,200}>|[A-Z]:\\[^>]{0,200}>) {0,3}(?:~ )?([a-z][\w.-]{0,40}(?: .{0,1000})?)$/;

function isMarkup(text: string): boolean {
  return MARKUP.some((form) => form.test(text));
}

/** A heading, a name alone before what follows, a box, a rule of a table. */
const MARKUP: readonly RegExp[] = [
  /^\s{0,3}#{1,6}\s+\S.{0,120}$/,
  /^\s*\*\*[^*]{1,80}\*\*:?\s*$/,
  /^[A-Z][a-z]{1,20}(?: [\w'’/-]{1,20}){0,4}(?: \([\w .,/-]{1,60}\))?:\s*$/,
  /^\s*[-*] \[[ xX]\] \S/,
  /^\s*\|[\s|:-]*\|\s*$/,
  /^[a-z][\w.@/-]{0,60}:$/,
  // What an entry sets, as clients list it.
  /^\s+[A-Z][A-Z0-9_]{1,60}=\S*$/,
];

/** Somebody speaks of themselves, or to others. */
const FIRST_PERSON =
  /(?:^|[\s("])I(?:['’](?:m|ve|d|ll))? [a-z]|(?:^|\s)(?:[Mm]y|[Oo]ur|[Ww]e) [a-z]|^(?:Hi|Hello|Hey|Thanks|Thank you|Please help|Any (?:ideas?|help)|Has anyone|Does anyone)\b/;

/** What the forms of bug reports ask for. */
const ASKS =
  '((?:(?:MCP )?(?:client|host|server)|app(?:lication)?|ide|editor|os|operating system|platform|system|environment|node(?:\\.?js)?|npm|npx|uv|python|docker|package manager|browser|shell|scope|type|status|command|args|arguments|architecture|version|transport|component|severity)(?: (?:version|name|type|details|application|and version|& version|/ ?version))?)';
/** With its answer: `- **OS**: Windows 11`, `| Client | Cursor |`. */
const ANSWERED = new RegExp(
  `^[\\s>|*+-]{0,8}[*_]{0,2}${ASKS}[*_]{0,2}\\s{0,12}[:|=][*_]{0,2}\\s{0,40}([^\\s|].{0,100}?)\\s*\\|?\\s*$`,
  'i',
);
const ASKED = new RegExp(
  `^\\s{0,3}(?:#{1,6}\\s+|\\*\\*|- \\*\\*)?(?:(?:what|which|your|the) (?:is your |is the )?)?${ASKS}(?: (?:do|are) you .{1,40})?\\??[*_:]{0,4}\\s*$`,
  'i',
);

/** Words from a capital on, to their end. */
const SENTENCE =
  /^\s*(?:\d{1,2}[.)] |[-*] )?[A-Z][a-z’']*(?: [^\s{}<>=;|\\]{1,30}){2,60}$|^\s*[A-Z][a-z’']+ [a-z ]{2,40}[.!?]$|^\s*\d{1,2}[.)] [A-Z][^{}<>=;|\\]{2,120}$/;
/** Then it may be what was printed. */
const FAILS =
  /\b(?:fatal|errors?|fail(?:s|ed|ure)?|cannot|could not|unable to|not found|denied|refused|missing|invalid)\b|\w(?:Error|Exception)\b|\bE[A-Z]{4,}\b/;
