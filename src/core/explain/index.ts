import { HumanError } from '../human-error';
import { LIMITS } from '../limits';
import { LogReader } from '../log';
import { replay } from '../record/replay';
import { recordIn } from '../record/written';
import { LineSplitter } from '../wire/lines';
import { aboutStart, placeIn } from './circumstances';
import { aboutQuoted, maskOf } from './quoted-text';
import { caseIn, explainCase } from './recorded-case';
import { explainStart } from './start';
import type { Finding } from '../findings';
import type { RecordedFile } from '../record/recorded';
import type { ExplainedStart } from './start';

/** What the engine makes of a text: `findings` are those of the last server whose last start failed. */
export interface Explained {
  readonly findings: readonly Finding[];
  readonly starts: readonly ExplainedStart[];
  /** Older starts, of which nothing is told: there were too many. */
  readonly forgotten: number;
}

/**
 * Explains a pasted log, a record that `diagnose --save` has written, or one case as JSON (`client`, `os`, `config`,
 * `stderr`, `stdout`, `log`, `exit`).
 */
export function explain(text: string): Explained {
  const explainer = new Explainer();
  explainer.push(new TextEncoder().encode(text));
  return explainer.explained();
}

/** The same, of a text that comes in pieces: what is held of it does not grow with its length. */
export class Explainer {
  readonly #splitter = new LineSplitter(2 * LIMITS.text);
  readonly #log = new LogReader();
  /** What may be a record: it begins like one, and all of it is needed then. Null once it is none. */
  #record: Uint8Array[] | null = [];
  #length = 0;

  /** Takes the next bytes, in UTF-8. */
  push(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (this.#record) {
      this.#record.push(bytes);
      if (this.#length > LIMITS.record || !mayBeJson(this.#record)) this.#record = null;
    }
    for (const { text } of this.#splitter.push(bytes)) this.#log.push(text);
  }

  explained(): Explained {
    const last = this.#splitter.flush();
    if (last) this.#log.push(last.text);
    const recorded = this.#record && explainRecorded(textOf(this.#record));
    if (recorded) return concluded(recorded, 0);
    const texts = this.#log.quoted();
    const { starts, forgotten } = this.#log.told(maskOf(texts));
    const place = placeIn(starts);
    return concluded(
      starts.map((start) => {
        const about = aboutStart(start, place);
        return explainStart(start, { ...about, ...aboutQuoted(texts, start, about.client) });
      }),
      forgotten,
    );
  }
}

/**
 * Of several starts of a server the last of which something is known is the answer: one that succeeded means that nothing
 * is wrong any more.
 */
function concluded(starts: readonly ExplainedStart[], forgotten: number): Explained {
  const known = starts.filter(({ outcome, findings }) => outcome === 'ready' || findings.length > 0);
  const last = new Set(new Map(known.map((start) => [start.server, start])).values());
  const failing = starts.findLast((start) => last.has(start) && start.findings.length > 0);
  return { findings: failing?.findings ?? [], starts, forgotten };
}

function explainRecorded(text: string): readonly ExplainedStart[] | null {
  const json = parseJson(text);
  const record = recordIn(json);
  if (record) return replayed(record);
  const recorded = caseIn(json);
  return recorded && [explainCase(recorded)];
}

/** A record may be anybody's: what a rule stumbles over there is no fault of ours. */
function replayed(record: readonly RecordedFile[]): readonly ExplainedStart[] {
  try {
    return record.flatMap(replay).map(({ start, ...told }) => ({ ...start.from, outcome: start.outcome, ...told }));
  } catch (error) {
    throw new HumanError('this record cannot be read: something in it has another form than we gave it.', {
      cause: error,
    });
  }
}

/** Whether JSON may begin so: with a brace, behind blanks and a byte order mark. */
function mayBeJson([first = new Uint8Array()]: readonly Uint8Array[]): boolean {
  return /^\uFEFF?\s*(?:\{|$)/.test(new TextDecoder('utf-8', { ignoreBOM: true }).decode(first.subarray(0, 1_024)));
}

function textOf(pieces: readonly Uint8Array[]): string {
  const decoder = new TextDecoder();
  return [...pieces.map((piece) => decoder.decode(piece, { stream: true })), decoder.decode()].join('');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // a log that begins with a brace
  }
}
