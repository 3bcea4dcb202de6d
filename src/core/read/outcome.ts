import { wantsSignIn } from '../start';
import { fill, safe } from '../text';
import type { Evidence, Told } from '../facts';
import type { Exit } from '../start';
import type { Said } from './statements';

export type OutcomeFact =
  | { readonly kind: 'ready'; readonly ms: number | null }
  | {
      readonly kind: 'ended';
      readonly exit: Exit | null;
      readonly hadHandshake: boolean;
      /** Milliseconds from the spawn, in a log from its first line; null where nobody measured. */
      readonly ms: number | null;
      /** A log tells it: nobody has watched it from here. */
      readonly isTold: boolean;
      /** It printed nothing that a person could read, on either stream. */
      readonly isWordless: boolean;
      readonly evidence: Evidence | null;
    }
  /** It runs and does not answer. `lastWordMs`: when it last printed something. */
  | {
      readonly kind: 'silent';
      readonly patienceMs: number | null;
      readonly lastWordMs: number | null;
      /** It printed more than could be kept. */
      readonly isFlood: boolean;
      readonly isWordless: boolean;
    }
  | Told<'refused'>;

/** How the start ended. */
export function read(start: Said): readonly OutcomeFact[] {
  switch (start.outcome) {
    case 'ended':
      return [
        {
          kind: 'ended',
          exit: start.exit,
          hadHandshake: start.handshake !== null,
          ms: start.ms.exit,
          isTold: start.from.via === 'log',
          isWordless: isWordless(start),
          evidence: exitEvidence(start.exit),
        },
      ];
    case 'silent':
      return [
        {
          kind: 'silent',
          patienceMs: start.patienceMs,
          lastWordMs: lastWordMs(start),
          isFlood: start.dropped.stderr + start.dropped.noise > 0,
          isWordless: isWordless(start),
        },
      ];
    case 'refused':
      return start.refusal && !wantsSignIn(start.http)
        ? [{ kind: 'refused', evidence: { kind: start.http ? 'http' : 'stdout', line: null, text: start.refusal } }]
        : [];
    case 'ready':
      return [{ kind: 'ready', ms: start.ms.initialize }];
    case 'not-spawned':
    case 'not-connected':
    case 'cancelled':
    case 'unknown':
      return [];
    default:
      return start.outcome satisfies never;
  }
}

/** When it last printed something: the later of the last lines of its streams. */
function lastWordMs({ stderr, noise }: Said): number | null {
  const times = [stderr.at(-1)?.ms, noise.at(-1)?.ms].filter((ms) => typeof ms === 'number');
  return times.length > 0 ? Math.max(...times) : null;
}

function isWordless({ stderr, noise }: Said): boolean {
  const isSaid = stderr.some(({ role }) => role !== 'blank' && role !== 'talk');
  return !isSaid && !noise.some(({ text }) => text.trim() !== '');
}

/** How a start ended, as evidence. */
export function exitEvidence(exit: Exit | null): Evidence | null {
  if (!exit) return null;
  const text = exit.signal
    ? fill('killed by {signal}', { signal: exit.signal })
    : fill('exit code {code}', { code: exit.code ?? safe('unknown') });
  return { kind: 'exit', line: null, text };
}
