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

/**
 * Found by reading brackets: a value that deep exhausts the stack of whoever looks into it. Read code by code, which
 * takes less than parsing does: a list of tools can have megabytes.
 */
function isDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === CODE.quote) at = endOfString(text, at);
    else if (code === CODE.openBrace || code === CODE.openBracket) depth += 1;
    else if (code === CODE.closeBrace || code === CODE.closeBracket) depth -= 1;
    if (depth > LIMITS.nesting) return true;
  }
  return false;
}

const CODE = { quote: 0x22, backslash: 0x5c, openBrace: 0x7b, closeBrace: 0x7d, openBracket: 0x5b, closeBracket: 0x5d };

/** Where the string ends that begins at a quote; the length of the text where it does not. */
function endOfString(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let before = at - 1;
    while (text.charCodeAt(before) === CODE.backslash) before -= 1;
    if ((at - before) % 2 === 1) return at;
  }
  return text.length;
}
