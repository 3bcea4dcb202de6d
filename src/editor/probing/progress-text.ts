import type { Disposable } from 'vscode';
import type { DiagnosisEvent } from '../../node/diagnose';

/** Says what is going on: which servers are awaited, for how long, and which cure is being tried. */
export function progressText(
  say: (text: string) => void,
): Disposable & { readonly onEvent: (event: DiagnosisEvent) => void } {
  const awaited = new Map<string, number>();
  const sayWaiting = (): void => {
    const names = [...awaited.keys()];
    const longest = Math.round((Date.now() - Math.min(...awaited.values())) / 1000);
    if (names.length > 0) say(`waiting for ${names.join(', ')} (${longest} s)`);
  };
  const timer = setInterval(sayWaiting, 1000);
  return {
    onEvent: (event) => {
      switch (event.event) {
        case 'started':
          awaited.set(event.server, Date.now());
          sayWaiting();
          break;
        case 'settled':
          awaited.delete(event.report.name);
          say(`${event.report.name}: ${event.report.status}`);
          break;
        case 'trial':
          say(`${event.server}: tried "${event.fix.title}": ${event.fix.trial.status}`);
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
