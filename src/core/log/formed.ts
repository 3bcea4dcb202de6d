import { clean } from '../clean';
import { LIMITS } from '../limits';
import { unknownStart } from '../start';
import { ownWords } from './form';
import { platformOfPaths, ToldLines } from './told';
import type { Start } from '../start';
import type { Mask } from '../text';
import type { LogTold } from '.';
import type { LogForm } from './form';

/** A start while it is put together. */
interface Telling {
  readonly server: string | null;
  readonly at: string | null;
  readonly lines: ToldLines;
  /** Something was said that is no beginning: the next beginning is another start's. */
  hasMoved: boolean;
  isReady: boolean;
  ended: { readonly code: number | null; readonly at: string | null } | null;
  /** So many lines of an object may follow that the client prints over several. */
  room: number;
}

/** What begins an object in the line of a client, and what ends it below. */
const OPENED = /[{[]\s*$/;
const CLOSED = /^[}\]]/;

/** A log whose client is known by its form: each line belongs to a start of a server. */
export class FormedLog {
  readonly #form: LogForm;
  readonly #ownWords: RegExp;
  readonly #names: Set<string>;
  readonly #latest = new Map<string | null, Telling>();
  readonly #told: Telling[] = [];
  #forgotten = 0;
  #length = 0;
  /** Whose the lines without a name are. */
  #server: string | null;

  /** `lead`: the first lines, for the names that stand in them. */
  constructor(form: LogForm, lead: readonly string[]) {
    this.#form = form;
    this.#ownWords = ownWords(form);
    const named = lead.flatMap((line) => namedIn(form, line).name ?? prefixless(form, line).server ?? []);
    this.#names = new Set(named.slice(0, LIMITS.logServers));
    // Where one server is named and no other, what stands before its name is its, too.
    const [only = null] = this.#names;
    this.#server = this.#names.size === 1 ? only : null;
  }

  push(number: number, line: string): void {
    const form = this.#form;
    const { at, server, text: whole, isBare } = prefixless(form, line);
    const name = this.#nameOf(whole);
    const text = name === null ? whole : whole.slice(name.length + 2);
    const isOwn = this.#ownWords.test(text);
    const begins = isOwn ? form.begins.exec(text) : null;
    this.#server = server ?? name ?? begins?.[1] ?? this.#heirOf(isBare);
    let telling = this.#latest.get(this.#server);
    if (!telling || (begins && telling.hasMoved)) telling = this.#begin(this.#server, at);
    telling.hasMoved ||= begins === null && text.trim() !== '';
    const before = telling.lines.length;
    const isInside = isBare && !isOwn && telling.room > 0;
    telling.room =
      isOwn && OPENED.test(text) ? LIMITS.quotedConfig.lines : isInside && !CLOSED.test(text) ? telling.room - 1 : 0;
    if (isInside) telling.lines.push('client', number, text);
    else if (isOwn) takeOwn(form, telling, { number, at, text });
    else telling.lines.push(isBare ? 'stderr' : form.others, number, text);
    this.#length += telling.lines.length - before;
    const isMuch = this.#length > LIMITS.loggedLines || this.#told.length > LIMITS.loggedStarts;
    if (isMuch && this.#told.length > 1) this.#forgetOne();
  }

  told(mask: Mask): LogTold {
    const complete = this.#told.filter(({ hasMoved }) => hasMoved);
    const told = complete.length > 0 ? complete : this.#told;
    return { starts: told.map((telling) => toStart(this.#form, telling, mask)), forgotten: this.#forgotten };
  }

  /** Whose a line is that names nobody. */
  #heirOf(isBare: boolean): string | null {
    return this.#form.unnamedIsNobodys && !isBare && this.#names.size !== 1 ? null : this.#server;
  }

  /** The server that a line names before its text: in words of the client's own, or as one that was named so before. */
  #nameOf(text: string): string | null {
    if (!this.#form.names) return null;
    const end = text.indexOf(': ');
    if (end > 0 && this.#names.has(text.slice(0, end))) return text.slice(0, end);
    const name = this.#form.names.exec(text)?.[1] ?? null;
    if (name !== null && this.#names.size < LIMITS.logServers) this.#names.add(name);
    return name;
  }

  #begin(server: string | null, at: string | null): Telling {
    const telling = { server, at, lines: new ToldLines(), hasMoved: false, isReady: false, ended: null, room: 0 };
    this.#told.push(telling);
    this.#latest.set(server, telling);
    return telling;
  }

  /** The oldest start goes; but the last one of each server stays as long as there is another. */
  #forgetOne(): void {
    const older = this.#told.findIndex((telling) => this.#latest.get(telling.server) !== telling);
    const oldest = this.#told[0]?.server === this.#server ? 1 : 0;
    const [forgotten] = this.#told.splice(older < 0 ? oldest : older, 1);
    if (!forgotten) return;
    if (older < 0) this.#latest.delete(forgotten.server);
    this.#length -= forgotten.lines.length;
    this.#forgotten += 1;
  }
}

/** A line without its prefix and without the name before it, where words of the client's own stand behind that. */
export function namedIn(
  form: LogForm,
  line: string,
): { readonly name: string | null; readonly text: string; readonly isBare: boolean } {
  const { text, isBare } = prefixless(form, line);
  const name = form.names?.exec(text)?.[1] ?? null;
  return { name, text: name === null ? text : text.slice(name.length + 2), isBare };
}

interface Prefixless {
  readonly at: string | null;
  readonly server: string | null;
  readonly text: string;
  /** Without the client's prefix it was printed by the server. */
  readonly isBare: boolean;
}

function prefixless({ line, fields }: LogForm, text: string): Prefixless {
  const whole = fields && text.startsWith('{') ? readFields(fields, text) : null;
  const inFields = whole ?? (fields ? readField(fields, text) : null);
  if (inFields) return inFields;
  const groups = line.exec(text);
  if (!groups) return { at: null, server: null, text, isBare: true };
  const [, when = '', second, third] = groups;
  const at = when === '' ? null : when;
  return third === undefined
    ? { at, server: null, text: second ?? '', isBare: false }
    : { at, server: second ?? null, text: third, isBare: false };
}

/** What a line of JSON says; null where it is none, or one of the protocol. Breaks inside of it are shown as in any line. */
function readFields(fields: NonNullable<LogForm['fields']>, line: string): Prefixless | null {
  try {
    const object: unknown = JSON.parse(line);
    if (typeof object !== 'object' || object === null) return null;
    const read = (field: string): string | null => {
      const value: unknown = Reflect.get(object, field);
      return typeof value === 'string' ? value : null;
    };
    const text = fields.text.map(read).find((value) => value !== null);
    return text ? { at: read(fields.at), server: null, text: clean(text.trimEnd()), isBare: false } : null;
  } catch {
    return null; // cut off, or no JSON
  }
}

/** The same where the object stands over several lines, one field in each: those beside its text say nothing. */
function readField(fields: NonNullable<LogForm['fields']>, line: string): Prefixless | null {
  const [, name = '', value = ''] = ONE_FIELD.exec(line) ?? [];
  if (!fields.text.includes(name)) return name === fields.at || BESIDE.test(line) ? NOTHING : null;
  return readFields(fields, `{${JSON.stringify(name)}:${value}}`);
}

const ONE_FIELD = /^\s{0,8}"(\w{1,20})": ("(?:[^"\\]|\\.)*"),?$/;
const BESIDE = /^\s{0,8}"(?:sessionId|cwd)": "[^"]*",?$|^\s{0,6}[{}[\]],?$/;
const NOTHING: Prefixless = { at: null, server: null, text: '', isBare: false };

interface OwnLine {
  readonly number: number;
  readonly at: string | null;
  readonly text: string;
}

/** Takes a line in words of the client's own; what it says in them of the server's output is the server's. */
function takeOwn(form: LogForm, telling: Telling, { number, at, text }: OwnLine): void {
  telling.isReady ||= form.ready.test(text);
  const end = telling.ended ? null : form.ends.exec(text);
  if (end) telling.ended = { code: end[1] === undefined ? null : Number(end[1]), at };
  const stderr = form.stderr?.exec(text)?.[1];
  const noise = form.noise?.exec(text)?.[1];
  if (stderr !== undefined) telling.lines.push('stderr', number, stderr);
  else if (noise !== undefined) telling.lines.push('noise', number, noise);
  else telling.lines.push('client', number, text);
}

function toStart(form: LogForm, { server, at, lines, isReady, ended }: Telling, mask: Mask): Start {
  const { stderr, noise, client } = lines.masked(mask);
  return {
    ...unknownStart,
    from: {
      via: 'log',
      client: form.client,
      server: server === null ? null : mask(server),
      at: at === null ? null : mask(at),
      platform: platformOfPaths([...stderr, ...noise, ...client]),
    },
    outcome: isReady ? 'ready' : ended ? 'ended' : 'unknown',
    exit: ended?.code === undefined || ended.code === null ? null : { code: ended.code, signal: null },
    stderr,
    noise,
    client,
    dropped: lines.dropped,
    ms: { ...unknownStart.ms, exit: ended ? millisecondsBetween(at, ended.at) : null },
  };
}

/** From one time that a client has written down to a later one; null where it writes none that says a day. */
function millisecondsBetween(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null;
  // oxlint-disable-next-line no-restricted-globals -- it reads what is written, and no clock
  const ms = Date.parse(to) - Date.parse(from);
  return ms >= 0 ? ms : null;
}
