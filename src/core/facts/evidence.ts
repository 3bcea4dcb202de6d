import type { Safe } from '../text';

/** Whether something is so in the world; `unknown` where nobody looked, or could. */
export type Known = 'yes' | 'no' | 'unknown';

/** A piece of what was seen, as it is shown. `line` counts from 1 where there are lines. */
export interface Evidence {
  readonly kind: 'stderr' | 'stdout' | 'exit' | 'spawn' | 'http' | 'entry' | 'lookup' | 'log';
  readonly line: number | null;
  readonly text: Safe;
}

/** A fact that somebody put into words, with the words. */
export type Told<Kind extends string, More = unknown> = {
  readonly kind: Kind;
  readonly evidence: Evidence;
} & Readonly<More>;
