import { fill, safe } from '../text';
import type { Evidence, Fact } from '../facts';
import type { Exit } from '../start';
import type { Said } from './statements';

/** How the start ended. */
export function read(start: Said): readonly Fact[] {
  switch (start.outcome) {
    case 'ended':
      return [
        {
          kind: 'ended',
          exit: start.exit,
          hadHandshake: start.handshake !== null,
          ms: start.ms.exit,
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
          isWordless: isWordless(start),
        },
      ];
    case 'refused':
      return start.refusal ? [{ kind: 'refused', evidence: { kind: 'stdout', line: null, text: start.refusal } }] : [];
    case 'ready':
      return [{ kind: 'ready', ms: start.ms.initialize }];
    case 'not-spawned':
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
  return ![...stderr, ...noise].some(({ text }) => text.trim() !== '');
}

function exitEvidence(exit: Exit | null): Evidence | null {
  if (!exit) return null;
  const text = exit.signal
    ? fill('killed by {signal}', { signal: exit.signal })
    : fill('exit code {code}', { code: exit.code ?? safe('unknown') });
  return { kind: 'exit', line: null, text };
}
