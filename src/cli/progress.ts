import { standingOf, standingText } from '../core/standing';
import { progressText } from '../node/progress-text';
import type { DiagnosisEvent } from '../node/diagnose';

/** How a diagnosis goes on, in place on a terminal: each result as a line, below it what is waited for. */
export function terminalProgress(): { onEvent(event: DiagnosisEvent): void; dispose(): void } {
  const write = (text: string): void => void process.stderr.write(text);
  const progress = progressText((text) => write(`${CLEAR}${text.slice(0, process.stderr.columns - 1)}`));
  return {
    onEvent: (event) => {
      if (event.event === 'settled') write(`${CLEAR}${resultOf(event.report)}\n`);
      progress.onEvent(event);
    },
    dispose: () => {
      progress.dispose();
      write(CLEAR);
    },
  };
}

/** To the beginning of the line, and clear it. */
const CLEAR = '\r\u001B[K';

function resultOf(server: Extract<DiagnosisEvent, { event: 'settled' }>['report']): string {
  return `${standingOf(server)}: ${server.name}: ${standingText(server)}`;
}
