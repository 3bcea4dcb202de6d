import type { Disposable } from 'vscode';
import type { DiagnosisEvent } from '../../node/diagnose';

/** Says what is going on: which servers are awaited, for how long, and what came of the cures that were tried. */
export function progressText(
  say: (text: string) => void,
): Disposable & { readonly onEvent: (event: DiagnosisEvent) => void } {
  const awaited = new Map<string, number>();
  const sayWaiting = (): void => {
    const longest = Math.round((Date.now() - Math.min(...awaited.values())) / 1000);
    if (awaited.size > 0) say(`waiting for ${[...awaited.keys()].join(', ')} (${longest} s)`);
  };
  const timer = setInterval(sayWaiting, 1000);
  return {
    onEvent: (event) => {
      switch (event.event) {
        case 'started':
          awaited.set(event.server, Date.now());
          sayWaiting();
          break;
        case 'trial':
          say(`tried "${event.fix.title}" on ${event.server}: ${event.fix.trial.status}`);
          break;
        case 'settled':
          awaited.delete(event.report.name);
          break;
        case 'plan':
        case 'line':
          break;
        default:
          event satisfies never;
      }
    },
    dispose: () => clearInterval(timer),
  };
}
