import { fill, safe } from './text';
import type { Trial } from './findings';
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
      return movedOnTo
        ? fill('tried with a placeholder: it gets as far as this: {movedOnTo}', { movedOnTo })
        : safe('tried with a placeholder: it needs the real value');
    case 'not-run':
      return null;
    default:
      return status satisfies never;
  }
}

const PASSED = {
  failed: safe('tried: it starts with this, and fails again without it'),
  passed: safe('tried: it passed on the second start without any change'),
  'not-run': safe('tried: it starts with this'),
} as const satisfies Record<Trial['control'], Safe>;

/** The same in a word or two, for a menu; null where there is nothing that decides. */
export function trialWord({ status, control, movedOnTo }: Trial): Safe | null {
  if (status === 'passed') return control === 'failed' ? safe('tried, it works') : safe('tried, it starts');
  return status === 'failed' && movedOnTo === null ? safe('tried, it still fails') : null;
}
