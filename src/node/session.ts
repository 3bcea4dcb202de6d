import { readLines } from './line-reader';
import type { Hello } from '../core/clients';

/** A JSON-RPC message, as far as we look into it. Nothing in it is trusted to have the type it should have. */
interface Message {
  readonly id?: unknown;
  readonly method?: unknown;
  readonly result?: unknown;
  readonly error?: unknown;
}

export type Answer = { readonly result: unknown } | { readonly error: string };

/** Longest line that is read as a message, in UTF-16 units: a list of tools can be long. */
const LONGEST_MESSAGE = 4 * 1024 * 1024;

/** What may wait to be written: a server that asks without end and reads nothing gets no more replies. In bytes. */
const MOST_UNREAD = 1024 * 1024;

/**
 * The client's half of a session over stdio: newline-delimited JSON-RPC. Asks, and answers what a client must. Our own
 * and not the SDK's, because what is no message is evidence here.
 */
export class Session {
  readonly #stdin: NodeJS.WritableStream;
  readonly #roots: readonly { readonly uri: string; readonly name: string }[];
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  #nextId = 1;

  constructor(stdin: NodeJS.WritableStream, roots: readonly { readonly uri: string; readonly name: string }[]) {
    this.#stdin = stdin;
    this.#roots = roots;
  }

  /** Starts reading. Every line that is no JSON-RPC goes to `onNoise`. Returns what hands over an unfinished line. */
  listen(stdout: NodeJS.ReadableStream, onNoise: (line: string) => void): () => void {
    return readLines(stdout, LONGEST_MESSAGE, (line) => {
      const message = parseMessage(line);
      if (message) this.#receive(message);
      else if (line.trim() !== '') onNoise(line);
    });
  }

  initialize({ protocolVersion, capabilities, clientInfo }: Hello): Promise<Answer> {
    return this.request('initialize', { protocolVersion, capabilities, clientInfo });
  }

  request(method: string, params: Readonly<Record<string, unknown>>): Promise<Answer> {
    const id = this.#nextId;
    this.#nextId += 1;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#send({ id, method, params });
    });
  }

  notify(method: string): void {
    this.#send({ method });
  }

  #receive({ id, method, result, error }: Message): void {
    if (typeof method === 'string') {
      const isRequest = typeof id === 'string' || typeof id === 'number';
      if (isRequest) this.#send({ id, ...this.#reply(method) });
      return;
    }
    // Clients compare ids as numbers; an error without one is about the only thing we asked.
    const key = id === null && error !== undefined ? [...this.#waiting.keys()][0] : Number(id);
    const resolve = key === undefined ? undefined : this.#waiting.get(key);
    if (key === undefined || !resolve) return;
    this.#waiting.delete(key);
    resolve(error === undefined || error === null ? { result } : { error: errorText(error) });
  }

  /** What a client must answer: it is alive and has roots, nobody is there to be asked, and it knows nothing else. */
  #reply(method: string): Readonly<Record<string, unknown>> {
    switch (method) {
      case 'ping':
        return { result: {} };
      case 'roots/list':
        return { result: { roots: this.#roots } };
      case 'elicitation/create':
        return { result: { action: 'cancel' } };
      case 'sampling/createMessage':
        return { error: { code: -1, message: 'User rejected sampling request' } };
      default:
        return { error: { code: -32_601, message: 'Method not found' } };
    }
  }

  #send(message: Readonly<Record<string, unknown>>): void {
    if ('writableLength' in this.#stdin && Number(this.#stdin.writableLength) > MOST_UNREAD) return;
    this.#stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
}

function parseMessage(line: string): Message | null {
  const text = line.trimStart();
  if (!text.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isMessage(value) ? value : null;
  } catch {
    return null; // no JSON: noise, and shown as such
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'jsonrpc' in value && value.jsonrpc === '2.0';
}

/** The error in a sentence, whatever the server put there. */
function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return JSON.stringify(error) ?? 'an error';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : JSON.stringify(error);
  const code = 'code' in error && typeof error.code === 'number' ? ` (${error.code})` : '';
  return message + code;
}
