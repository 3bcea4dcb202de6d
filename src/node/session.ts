import { LIMITS } from '../core/limits';
import { readFrame } from '../core/wire/frame';
import type { Answered, MessageId } from '../core/wire/frame';

/** What a request came to: its result, or the server's error in a sentence. */
export type Answer = { readonly result: unknown } | { readonly error: string };

/** Told of each message, as it is written. */
type OnExchange = (side: 'sent' | 'received', message: string) => void;

/**
 * The client's half of a session over stdio: newline-delimited JSON-RPC. Asks, and answers what a client must. Our own
 * and not the SDK's, because what is no message is evidence here.
 */
export class Session {
  readonly #stdin: NodeJS.WritableStream;
  readonly #roots: readonly { readonly uri: string; readonly name: string }[];
  readonly #waiting = new Map<number, (answer: Answer) => void>();
  readonly #onExchange: OnExchange;
  #nextId = 1;

  constructor(
    stdin: NodeJS.WritableStream,
    roots: readonly { readonly uri: string; readonly name: string }[],
    onExchange: OnExchange,
  ) {
    this.#stdin = stdin;
    this.#roots = roots;
    this.#onExchange = onExchange;
  }

  /** Takes a line of stdout; one that is no JSON-RPC goes to `onNoise`. */
  receive(line: string, onNoise: (line: string) => void): void {
    const frame = readFrame(line);
    if (frame.kind !== 'noise' && frame.kind !== 'blank') this.#onExchange('received', line);
    switch (frame.kind) {
      case 'request':
        this.#send({ id: frame.id, ...this.#reply(frame.method) });
        break;
      case 'answer':
        this.#settle(frame.id, frame.answer);
        break;
      case 'noise':
        onNoise(line);
        break;
      case 'notification':
      case 'blank':
        break;
      default:
        frame satisfies never;
    }
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

  #settle(id: MessageId | null, answer: Answered): void {
    // Clients compare ids as numbers; an error without one is about the only thing we asked.
    const key = id === null ? [...this.#waiting.keys()][0] : Number(id);
    const resolve = key === undefined ? undefined : this.#waiting.get(key);
    if (key === undefined || !resolve) return;
    this.#waiting.delete(key);
    resolve('error' in answer ? { error: errorText(answer.error) } : answer);
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
    if ('writableLength' in this.#stdin && Number(this.#stdin.writableLength) > LIMITS.unreadBytes) return;
    const written = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#onExchange('sent', written);
    this.#stdin.write(`${written}\n`);
  }
}

/** The error in a sentence, whatever the server put there. */
export function errorText(error: unknown): string {
  if (typeof error !== 'object' || error === null) return JSON.stringify(error) ?? 'an error';
  const message = 'message' in error && typeof error.message === 'string' ? error.message : JSON.stringify(error);
  const code = 'code' in error && typeof error.code === 'number' ? ` (${error.code})` : '';
  return message + code;
}
