import { clean } from '../clean';
import { LIMITS } from '../limits';
import { beginningOf, shortened } from '../text';
import { forms } from './all.gen';
import { FormedLog, namedIn } from './formed';
import { ownWords } from './form';
import { inside, marginOf } from './margin';
import { PlainLog } from './plain';
import { QuotedTexts } from './quoted';
import type { LogForm } from './form';
import type { QuotedText } from './quoted';
import type { Line, Start } from '../start';
import type { Mask } from '../text';

/** What a log tells: its starts in their order, and how many older ones there was no room for. */
export interface LogTold {
  readonly starts: readonly Start[];
  readonly forgotten: number;
}

/** A log while it is read: whose it is, and what is kept of it. */
interface Log {
  push(number: number, line: string): void;
  told(mask: Mask): LogTold;
}

/**
 * Reads a log line by line, in room that does not grow with it. Each start has its client, server and time as far as they
 * are named, and lines that keep their numbers in the text. Which client's it is shows in the form of its first lines; a
 * log of no known form is one start.
 */
export class LogReader {
  readonly #lead: { readonly number: number; readonly text: string }[] = [];
  #leadLength = 0;
  #count = 0;
  #log: Log | null = null;
  #margin: RegExp | null = null;
  readonly #quoted = new QuotedTexts();

  /** Takes the next line, without its end; `number` where it is a part of one. */
  push(line: string, number: number = this.#count + 1): void {
    this.#count = number;
    const text = clean(beginningOf(line, 2 * LIMITS.text));
    if (this.#log) {
      this.#give(this.#log, number, inside(text, this.#margin));
      return;
    }
    this.#lead.push({ number, text });
    this.#leadLength += text.length;
    if (this.#lead.length >= LIMITS.logLead.lines || this.#leadLength >= LIMITS.logLead.length) this.#decide();
  }

  /** The configurations that the text shows: they are known once all of it was read. */
  quoted(): readonly QuotedText[] {
    const log = this.#log ?? this.#decide();
    for (const { number, text } of this.#quoted.flush()) log.push(number, text);
    return this.#quoted.found;
  }

  told(mask: Mask): LogTold {
    this.quoted();
    return (this.#log ?? this.#decide()).told(mask);
  }

  #give(log: Log, number: number, text: string): void {
    for (const line of this.#quoted.push({ number, text })) log.push(line.number, line.text);
  }

  #decide(): Log {
    const written = this.#lead.splice(0);
    this.#margin = marginOf(written.map(({ text }) => text));
    const lead = written.map(({ text }) => inside(text, this.#margin));
    const [best] = forms
      .map((form) => ({ form, words: ownWords(form) }))
      .map(({ form, words }) => ({ form, hits: lead.filter((line) => isOf(form, words, line)).length }))
      .toSorted((a, b) => b.hits - a.hits);
    const log = best && best.hits > 0 ? new FormedLog(best.form, lead) : new PlainLog();
    this.#log = log;
    for (const [index, line] of lead.entries()) this.#give(log, written[index]?.number ?? index + 1, line);
    return log;
  }
}

/** Whether a client has written the line: it has its prefix before words of its own, or words that are enough. */
function isOf(form: LogForm, words: RegExp, line: string): boolean {
  const { text, isBare } = namedIn(form, line);
  return (!isBare || form.isKnownByWords === true) && words.test(text);
}

/** A log that is there as a whole. */
export function logOf(log: string): LogReader {
  const reader = new LogReader();
  // From a page whose breaks came along, all of it is one line.
  const ofPage = log.includes('\n') ? [] : log.split(/<br ?\/?>/);
  if (ofPage.length > 1) for (const line of ofPage) reader.push(line, 1);
  else for (const line of splitLines(log)) reader.push(line);
  return reader;
}

/** The starts that a log tells of, in its order. */
export function startsIn(log: string, mask: Mask): readonly Start[] {
  return logOf(log).told(mask).starts;
}

/** The lines of a text that somebody has pasted, masked in their order. */
export function linesOf(text: string, mask: Mask): readonly Line[] {
  const next = mask.inOrder();
  const lines = splitLines(text);
  const margin = marginOf(lines);
  return lines.map((line, index) => ({
    number: index + 1,
    text: shortened(next(beginningOf(inside(line, margin), 2 * LIMITS.text)), LIMITS.text),
    ms: null,
  }));
}

function splitLines(text: string): string[] {
  return text.split(/\r?\n/);
}
