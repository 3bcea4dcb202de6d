import type { Platform } from './platform';
import type { Safe } from './text';
import type { Flaw } from './wire/lines';

/** One line that the server printed. `number` counts from 1 within its stream; `ms` counts from the spawn. */
export interface Line {
  readonly number: number;
  readonly text: Safe;
  readonly ms: number | null;
}

/** Why no process came to be: Node's code (`ENOENT`, `EACCES`, …) and what it tried to start. */
export interface SpawnError {
  readonly code: Safe;
  readonly program: Safe;
}

export interface Exit {
  readonly code: number | null;
  readonly signal: Safe | null;
}

/** Milliseconds from the spawn call; null for what never happened. */
export interface Times {
  readonly spawn: number | null;
  readonly firstByte: number | null;
  readonly initialize: number | null;
  readonly list: number | null;
  readonly exit: number | null;
}

/** A handshake that was completed. A count is null where the server did not declare that list, or did not give it. */
export interface Handshake {
  readonly era: 'legacy' | 'modern';
  readonly protocolVersion: Safe;
  readonly server: { readonly name: Safe; readonly version: Safe };
  readonly counts: {
    readonly tools: number | null;
    readonly prompts: number | null;
    readonly resources: number | null;
  };
}

/**
 * How a start ended. `refused`: the server answered `initialize` with an error, or with something that is no answer.
 * `not-connected`: a remote server gave no answer at all. `silent` is before the handshake; `ended` before we had left, mostly before the handshake, too.
 */
export type Outcome =
  | 'ready'
  | 'ended'
  | 'silent'
  | 'refused'
  | 'not-spawned'
  | 'not-connected'
  | 'cancelled'
  | 'unknown';

/** What calling a remote server showed, of the request that decided. What did not come is null. */
export interface HttpAnswer {
  readonly method: 'GET' | 'POST';
  /** The address as it may be shown. */
  readonly address: Safe;
  readonly status: number | null;
  /** The media type of the answer, without its parameters. */
  readonly type: Safe | null;
  /** Where the server sends the client instead. */
  readonly location: Safe | null;
  /** Why there was no answer: a code of the system or of TLS, and on whose side; `proxy` with the status that it gave. */
  readonly failure: { readonly code: Safe; readonly at: 'server' | 'proxy'; readonly to: Safe } | null;
  /** The request carried credentials that the entry gives. */
  readonly hasCredentials: boolean;
  /** Whether the server says how to sign in: its protected-resource metadata. */
  readonly metadata: 'there' | 'missing' | 'broken' | null;
}

/** It refuses whoever is not signed in, and says how to: the beginning of a sign-in, and no failure. */
export function wantsSignIn(http: HttpAnswer | null): boolean {
  return http?.metadata === 'there' && !http.hasCredentials;
}

/** Where a start is known from. What a log does not name is null. */
export interface From {
  readonly via: 'probe' | 'log' | 'record' | 'tap';
  /** The client's id. */
  readonly client: string | null;
  readonly server: Safe | null;
  readonly at: Safe | null;
  readonly platform: Platform | null;
}

/** What one start showed. From a pasted log most of it is null: nobody saw it. */
export interface Start {
  readonly from: From;
  readonly outcome: Outcome;
  readonly spawnError: SpawnError | null;
  readonly exit: Exit | null;
  /** What the server said instead of an answer to `initialize`. */
  readonly refusal: Safe | null;
  readonly handshake: Handshake | null;
  /** Of a remote server that was called. */
  readonly http: HttpAnswer | null;
  readonly stderr: readonly Line[];
  /** Lines on stdout that are no JSON-RPC. */
  readonly noise: readonly Line[];
  /** The messages that were sent and received, as they were written, cut where they are long. */
  readonly exchanges: { readonly sent: readonly Line[]; readonly received: readonly Line[] };
  /** How many lines of stdout had what a strict reader stumbles over. */
  readonly flaws: Readonly<Record<Flaw, number>>;
  /** What the client itself says of it, in a log. */
  readonly client: readonly Line[];
  /** How many lines the bounded rings had no room for. */
  readonly dropped: { readonly stderr: number; readonly noise: number };
  readonly ms: Times;
  /** How long we waited for an answer. */
  readonly patienceMs: number | null;
}

/** Whether it was we who started it: then it can be shown, tried again and kept as a record. */
export function isOurs({ from }: Start): boolean {
  return from.via === 'probe';
}

/** A start of which nothing is known, to be filled in with what is. */
export const unknownStart: Start = {
  from: { via: 'log', client: null, server: null, at: null, platform: null },
  outcome: 'unknown',
  spawnError: null,
  exit: null,
  refusal: null,
  handshake: null,
  http: null,
  stderr: [],
  noise: [],
  exchanges: { sent: [], received: [] },
  flaws: { 'carriage-return': 0, 'byte-order-mark': 0, undecodable: 0 },
  client: [],
  dropped: { stderr: 0, noise: 0 },
  ms: { spawn: null, firstByte: null, initialize: null, list: null, exit: null },
  patienceMs: null,
};
