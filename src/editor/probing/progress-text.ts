import { plainQuotes } from '../../core/text';
import { trialText } from '../../core/trial-text';
import type { Disposable } from 'vscode';
import type { DiagnosisEvent } from '../../node/diagnose';

/** Servers that are named at once. */
const MOST_NAMED = 3;

/** Says what is going on: which servers are awaited, for how long, and what came of the cures that were tried. */
export function progressText(
  say: (text: string) => void,
): Disposable & { readonly onEvent: (event: DiagnosisEvent) => void } {
  const awaited = new Map<string, { readonly since: number; readonly patienceMs: number }>();
  const sayWaiting = (): void => {
    const now = Date.now();
    const each = [...awaited].map(([server, { since, patienceMs }]) => {
      const of = [now - since, patienceMs].map((ms) => Math.round(ms / 1000));
      return `${server}: ${of.join(' of ')} s`;
    });
    const more = each.length > MOST_NAMED ? `, and ${each.length - MOST_NAMED} more` : '';
    if (each.length > 0) say(`waiting for ${each.slice(0, MOST_NAMED).join(', ')}${more}`);
  };
  const timer = setInterval(sayWaiting, 1000);
  return {
    onEvent: (event) => {
      switch (event.event) {
        case 'plan':
          awaited.set(event.server, { since: Date.now(), patienceMs: event.plan.patienceMs });
          sayWaiting();
          break;
        case 'trial':
          say(`${event.server}: ${plainQuotes(event.fix.title)}: ${trialText(event.fix.trial) ?? 'not tried'}`);
          break;
        case 'settled':
          awaited.delete(event.report.name);
          sayWaiting();
          break;
        case 'started':
        case 'line':
          break;
        default:
          event satisfies never;
      }
    },
    dispose: () => clearInterval(timer),
  };
}
