import { fill, safe } from './text';
import type { Trial } from './findings';
import type { Fix } from './fixes/fix';
import type { Safe } from './text';

/** What came of trying a fix, in words; null where it was not tried. */
export function trialText({ status, control, movedOnTo }: Trial): Safe | null {
  switch (status) {
    case 'passed':
      return PASSED[control];
    case 'failed':
      return movedOnTo
        ? fill('tried: this was cured, and next comes: {movedOnTo}', { movedOnTo })
        : safe('tried: it still fails');
    case 'needs-value':
      if (movedOnTo === null) return safe('tried with a placeholder: it needs the real value');
      return movedOnTo === HANDSHAKE
        ? safe('tried with placeholders: it starts; the real values are yours to give')
        : fill('tried with placeholders: this was cured, and next comes: {movedOnTo}', { movedOnTo });
    case 'not-run':
      return null;
    default:
      return status satisfies never;
  }
}

/** What a server moved on to that completed the handshake with values that are none. */
export const HANDSHAKE = safe('the handshake');

/** Why a fix was not tried. */
export function untriedText({ command, trying }: Fix, isStarted: boolean): Safe {
  if (command) return fill('`{line}`, for you to run', { line: command.line });
  if (!isStarted) return safe('not tried: the server was not started');
  return UNTRIED[trying];
}

const UNTRIED = {
  never: safe('not tried: it would start something that you have not agreed to'),
  'with-placeholders': safe('not tried: its value is yours to give'),
  start: safe('not tried: another cure came first'),
} as const satisfies Record<Fix['trying'], Safe>;

const PASSED = {
  failed: safe('tried: it starts with this, and fails again without it'),
  passed: safe('tried: it passed on the second start without any change'),
  'not-run': safe('tried: it starts with this'),
} as const satisfies Record<Trial['control'], Safe>;

/** The same in a word or two, for a menu; null where there is nothing that decides. */
export function trialWord({ status, control, movedOnTo }: Trial): Safe | null {
  if (status === 'passed') return control === 'failed' ? safe('tried, works') : safe('tried, starts');
  return status === 'failed' && movedOnTo === null ? safe('tried, still fails') : null;
}
