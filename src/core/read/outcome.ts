import { fill, safe } from '../text';
import type { Evidence, Fact } from '../facts';
import type { Exit, Start } from '../start';

/** How the start ended, where it did not end well. */
export function readOutcome(start: Start): readonly Fact[] {
  switch (start.outcome) {
    case 'ended':
      return [
        {
          kind: 'ended',
          exit: start.exit,
          hadHandshake: start.handshake !== null,
          evidence: exitEvidence(start.exit),
        },
      ];
    case 'silent':
      return [{ kind: 'silent', patienceMs: start.patienceMs }];
    case 'refused':
      return start.refusal ? [{ kind: 'refused', evidence: { kind: 'stdout', line: null, text: start.refusal } }] : [];
    case 'ready':
    case 'not-spawned':
    case 'cancelled':
    case 'unknown':
      return [];
    default:
      return start.outcome satisfies never;
  }
}

function exitEvidence(exit: Exit | null): Evidence | null {
  if (!exit) return null;
  const text = exit.signal
    ? fill('killed by {signal}', { signal: exit.signal })
    : fill('exit code {code}', { code: exit.code ?? safe('unknown') });
  return { kind: 'exit', line: null, text };
}
