import { clientMatches, stderrMatches } from './lines';
import type { Evidence, Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** Who wrote to stdout, which is the protocol's. `first` is the beginning of such a line, where it was seen. */
export type StdoutFact = Told<'stdout-noise', { who: 'dotenv' | 'server'; first: Safe | null }>;

/**
 * What was written to stdout and is no message: the lines themselves, or what a client's JSON parser says of them. Of a
 * start that we made ourselves only the lines count: there the parser speaks on stderr, and is the server's.
 */
export function read(start: Said): readonly StdoutFact[] {
  const printed = start.noise
    .filter(({ text }) => text.trim() !== '')
    .slice(0, 1)
    .map(({ number, text }) => noise(text, { kind: 'stdout', line: number, text }));
  const isPlain = start.from.via === 'log' && start.from.client === null;
  const complaints = COMPLAINTS.flatMap((pattern) => [
    ...clientMatches(start, pattern),
    ...(isPlain ? stderrMatches(start, pattern) : []),
  ])
    .filter(({ evidence }) => !ABOUT_A_FILE.test(evidence.text))
    .slice(0, 1)
    .map(({ groups: [, first], evidence }) => noise(first ?? null, evidence));
  return [...complaints, ...printed];
}

function noise(first: Safe | null, evidence: Evidence): StdoutFact {
  return { kind: 'stdout-noise', who: DOTENV.test(first ?? evidence.text) ? 'dotenv' : 'server', first, evidence };
}

/** The banner of dotenv since version 17. */
const DOTENV = /^\[dotenv@\d|^\[dotenv|^◇ injected|\binject(?:ing|ed) env \(\d+\) from/;

/** V8's parser, Go's and Python's, and clients that quote the line. */
const COMPLAINTS = [
  /Unexpected token .{1,4}, "(.{1,80}?)"(?:\.\.\.)? is not valid JSON/,
  /\bInvalid JSON-RPC message: (.{1,200})/,
  /Expected ',' or '[\]}]' after (?:array element|property value) in JSON at position \d{1,2}\b/,
  /Unexpected non-whitespace character after JSON at position \d{1,2}\b/,
  /No number after minus sign in JSON at position \d{1,2}\b/,
  /invalid character '.{1,6}' looking for beginning of value/,
];

/** A parser of a configuration says the same. */
const ABOUT_A_FILE = /\b[\w.-]{1,80}\.(?:json|jsonc|toml|ya?ml)\b|\bconfig(?:uration)?\b|\bsettings\b/i;
