import { LIMITS } from '../limits';
import { beginningOf, behind, captured, safe, shortened } from '../text';
import { unknownStart } from '../start';
import { forms } from './all.gen';
import type { Platform } from '../platform';
import type { Line, Start } from '../start';
import type { Mask, Safe } from '../text';
import type { LogForm } from './form';

/**
 * The starts that a log tells of, in its order: each with its client, server and time as far as they are named, and with
 * lines that keep their numbers in the text. Which client's it is shows in its form; a log of no known form is one start.
 */
export function startsIn(log: string, mask: Mask): readonly Start[] {
  const lines = linesOf(log, mask);
  const [best] = forms
    .map((form) => ({ form, hits: lines.filter(({ text }) => isOwn(form, textOf(form, text))).length }))
    .toSorted((a, b) => b.hits - a.hits);
  return best && best.hits > 0 ? startsOf(best.form, lines) : [plainStart(lines)];
}

/** The lines of a text that somebody has pasted, masked in their order. */
export function linesOf(text: string, mask: Mask): readonly Line[] {
  const next = mask.inOrder();
  return text.split(/\r?\n/).map((line, index) => ({
    number: index + 1,
    text: shortened(next(beginningOf(line, 2 * LIMITS.text)), LIMITS.text),
    ms: null,
  }));
}

/** A terminal, or a client that we do not know: everything is the server's, but for the words in which clients give up. */
function plainStart(lines: readonly Line[]): Start {
  const isEpilogue = ({ text }: Line) => EPILOGUE.test(text);
  return {
    ...unknownStart,
    from: { ...unknownStart.from, platform: platformOfPaths(lines) },
    stderr: lines.filter((line) => !isEpilogue(line)),
    client: lines.filter(isEpilogue),
  };
}

/** The system that the paths in a log belong to; null where they belong to none, or to two. */
function platformOfPaths(lines: readonly Line[]): Platform | null {
  const [only, ...others] = PATHS.filter(([, path]) => lines.some(({ text }) => path.test(text)));
  return only && others.length === 0 ? only[0] : null;
}

const PATHS: readonly (readonly [Platform, RegExp])[] = [
  ['win32', /\b[A-Za-z]:[\\/]{1,2}(?:Users|Windows|Program)|\bWinError\b/],
  ['darwin', /(?:^|[\s"'(:=]|file:\/\/)\/(?:Users|opt\/homebrew|Applications)\//],
  ['linux', /(?:^|[\s"'(:=]|file:\/\/)\/(?:home|root|usr\/lib\/node_modules)\//],
];

/** The question, and not its answer. */
const EPILOGUE =
  /\bMCP error -3200[01]\b|\b(?:Connection|[Tt]ransport|Client) closed\b|\bServer disconnected\b|\bRequest timed out\b|\bFailed to reconnect to\b|\bos error (?:109|232)\b/;

/** A start while it is put together. */
interface Telling {
  readonly server: Safe | null;
  readonly at: Safe | null;
  readonly stderr: Line[];
  readonly noise: Line[];
  readonly client: Line[];
  /** Something was said that is no beginning: the next beginning is another start's. */
  hasMoved: boolean;
  isReady: boolean;
  ended: { readonly code: number | null } | null;
}

function startsOf(form: LogForm, lines: readonly Line[]): readonly Start[] {
  const said = lines.flatMap(({ text }) => nameIn(form, prefixless(form, text).text) ?? []);
  const names = [...new Set(said)].slice(0, LIMITS.logServers);
  const told: Telling[] = [];
  const latest = new Map<Safe | null, Telling>();
  // Where one server is named and no other, the lines without a name are its, too.
  let server: Safe | null = names.length === 1 ? (names[0] ?? null) : null;
  for (const line of lines) {
    const { at, server: inPrefix, text: whole } = prefixless(form, line.text);
    const named = names.find((name) => whole.startsWith(`${name}: `));
    const text = named ? behind(whole, named.length + 2) : whole;
    const begins = captured(text, form.begins);
    server = inPrefix ?? named ?? begins?.[1] ?? server;
    let telling = latest.get(server);
    if (!telling || (begins && telling.hasMoved)) {
      telling = { server, at, stderr: [], noise: [], client: [], hasMoved: false, isReady: false, ended: null };
      told.push(telling);
      latest.set(server, telling);
    }
    take(form, telling, { ...line, text }, at === null && !isOwn(form, text));
  }
  const complete = told.filter(({ hasMoved }) => hasMoved);
  return (complete.length > 0 ? complete : told).map((telling) => toStart(form, telling));
}

/** Puts a line where it belongs. `isBare`: without the client's prefix, so it is printed by the server. */
function take(form: LogForm, telling: Telling, line: Line, isBare: boolean): void {
  const { text } = line;
  const fromServer = (of: RegExp | undefined) => (of ? (captured(text, of)?.[1] ?? null) : null);
  const stderr = fromServer(form.stderr);
  const noise = fromServer(form.noise);
  const isBeginning = form.begins.test(text);
  telling.hasMoved ||= !isBeginning && text.trim() !== '';
  telling.isReady ||= form.ready.test(text);
  const end = captured(text, form.ends);
  if (end && !telling.ended) telling.ended = { code: end[1] === undefined ? null : Number(end[1]) };
  if (stderr !== null) telling.stderr.push({ ...line, text: stderr });
  else if (noise !== null) telling.noise.push({ ...line, text: noise });
  else if (isBare || (form.others === 'stderr' && !isOwn(form, text))) telling.stderr.push(line);
  else telling.client.push(line);
}

function toStart(form: LogForm, { server, at, stderr, noise, client, isReady, ended }: Telling): Start {
  return {
    ...unknownStart,
    from: { via: 'log', client: form.client, server, at, platform: platformOfPaths([...stderr, ...noise, ...client]) },
    outcome: isReady ? 'ready' : ended ? 'ended' : 'unknown',
    exit: ended?.code === undefined || ended.code === null ? null : { code: ended.code, signal: null },
    stderr,
    noise,
    client,
  };
}

function prefixless(form: LogForm, text: Safe): { at: Safe | null; server: Safe | null; text: Safe } {
  const groups = captured(text, form.line);
  if (!groups) return { at: null, server: null, text };
  const [, at = null, second, third] = groups;
  return third === undefined
    ? { at, server: null, text: second ?? safe('') }
    : { at, server: second ?? null, text: third };
}

function textOf(form: LogForm, text: Safe): Safe {
  const { text: whole } = prefixless(form, text);
  const name = nameIn(form, whole);
  return name ? behind(whole, name.length + 2) : whole;
}

function nameIn(form: LogForm, text: Safe): Safe | null {
  return form.names ? (captured(text, form.names)?.[1] ?? null) : null;
}

/** Words that only this client writes. */
function isOwn({ begins, ready, ends, own, stderr, noise }: LogForm, text: Safe): boolean {
  return [begins, ready, ends, own, stderr, noise].some((words) => words?.test(text));
}
