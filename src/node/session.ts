import { readLines } from './line-reader';
import type { Hello } from '../core/clients';

/** A JSON-RPC message, as far as we look into it. */
interface Message {
  readonly id?: string | number;
  readonly method?: string;
  readonly result?: unknown;
  readonly error?: { readonly code?: number; readonly message?: string };
}

export type Answer = { readonly result: unknown } | { readonly error: string };

/**
 * The client's half of a session over stdio: newline-delimited JSON-RPC. Asks, and answers what a client must. Our own
 * and not the SDK's, because what is no message is evidence here.
 */
export class Session {
  readonly #stdin: NodeJS.WritableStream;
  readonly #roots: readonly { readonly uri: string; readonly name: string }[];
  readonly #waiting = new Map<string | number, (answer: Answer) => void>();
  #nextId = 1;

  constructor(stdin: NodeJS.WritableStream, roots: readonly { readonly uri: string; readonly name: string }[]) {
    this.#stdin = stdin;
    this.#roots = roots;
  }

  /** Starts reading. Every line that is no JSON-RPC goes to `onNoise`. */
  listen(stdout: NodeJS.ReadableStream, onNoise: (line: string) => void): void {
    readLines(stdout, (line) => {
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

  #receive(message: Message): void {
    const { id, method } = message;
    if (method !== undefined) {
      if (id !== undefined) this.#send({ id, ...this.#reply(method) });
      return;
    }
    const resolve = id === undefined ? undefined : this.#waiting.get(id);
    if (id === undefined || !resolve) return;
    this.#waiting.delete(id);
    const { error, result } = message;
    resolve(
      error ? { error: `${error.message ?? 'an error without a message'} (${error.code ?? 'no code'})` } : { result },
    );
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
    this.#stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }
}

function parseMessage(line: string): Message | null {
  if (!line.startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(line);
    return isMessage(value) ? value : null;
  } catch {
    return null; // no JSON: noise, and shown as such
  }
}

function isMessage(value: unknown): value is Message {
  return typeof value === 'object' && value !== null && 'jsonrpc' in value && value.jsonrpc === '2.0';
}
