import { plainQuotes } from '../core/text';
import { trialText } from '../core/trial-text';
import type { DiagnosisEvent } from './diagnose';

/** Servers that are named at once. */
const MOST_NAMED = 3;

/** What tells a person how a diagnosis goes on. */
export interface Progress {
  readonly onEvent: (event: DiagnosisEvent) => void;
  /** To be called when it is over. */
  dispose(): void;
}

/** Says what is going on: which servers are awaited, for how long still, and what came of the cures that were tried. */
export function progressText(say: (text: string) => void): Progress {
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
