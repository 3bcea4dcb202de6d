import { LIMITS } from '../limits';

export type MessageId = string | number;

/** An answer to one of our requests: its result, or its error as the server wrote it. */
export type Answered = { readonly result: unknown } | { readonly error: unknown };

/**
 * What one line of stdout is. An `answer` without an id is an error about something that the server could not read.
 * `noise` is all that no client can take as a message.
 */
export type Frame =
  | { readonly kind: 'request'; readonly id: MessageId; readonly method: string }
  | { readonly kind: 'notification'; readonly method: string }
  | { readonly kind: 'answer'; readonly id: MessageId | null; readonly answer: Answered }
  | { readonly kind: 'noise' }
  | { readonly kind: 'blank' };

/** Reads a line as JSON-RPC 2.0. Never throws, and what it gives is nested no deeper than `LIMITS.nesting`. */
export function readFrame(line: string): Frame {
  // A mark is no blank to a parser of JSON, though JavaScript takes it for one.
  if (line.startsWith('\uFEFF')) return NOISE;
  const text = line.trim();
  if (text === '') return { kind: 'blank' };
  if (!text.startsWith('{') || isDeep(text)) return NOISE;
  try {
    return frameOf(JSON.parse(text));
  } catch {
    return NOISE; // no JSON
  }
}

const NOISE: Frame = { kind: 'noise' };

function frameOf(value: unknown): Frame {
  if (typeof value !== 'object' || value === null || !('jsonrpc' in value) || value.jsonrpc !== '2.0') return NOISE;
  const id = 'id' in value ? value.id : undefined;
  const method = 'method' in value ? value.method : undefined;
  const error = 'error' in value ? value.error : undefined;
  const hasId = typeof id === 'string' || typeof id === 'number';
  if (!hasId && id !== undefined && id !== null) return NOISE;
  if (typeof method === 'string') return hasId ? { kind: 'request', id, method } : { kind: 'notification', method };
  const hasError = error !== undefined && error !== null;
  if (!hasId && !hasError) return NOISE;
  const result = 'result' in value ? value.result : undefined;
  return { kind: 'answer', id: hasId ? id : null, answer: hasError ? { error } : { result } };
}

/** Found by reading brackets: a value that deep exhausts the stack of whoever looks into it. */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = nextIn(BRACKET, text, 0); at < text.length; at = nextIn(BRACKET, text, at + 1)) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else depth += character === '{' || character === '[' ? 1 : -1;
    if (depth > LIMITS.nesting) return true;
  }
  return false;
}

/** Where the string ends that begins at a quote; the length of the text where it does not. */
function endOfString(text: string, start: number): number {
  let at = nextIn(QUOTE, text, start + 1);
  while (text[at] === '\\') at = nextIn(QUOTE, text, at + 2);
  return at;
}

const BRACKET = /["{}[\]]/g;
const QUOTE = /["\\]/g;

/** Where one of the characters stands next; the length of the text where none does. */
function nextIn(characters: RegExp, text: string, from: number): number {
  characters.lastIndex = from;
  return characters.exec(text)?.index ?? text.length;
}
