import type { Span } from './config/place';
import type { Evidence } from './facts';
import type { Fix } from './fixes/fix';
import type { Confidence, Param, Severity } from './rules/rule';
import { fill, fillMessage, safe } from './text';
import type { Start } from './start';
import type { Safe } from './text';

/** What came of trying a fix. `movedOnTo` is what the server complained of next. */
export interface Trial {
  readonly status: 'passed' | 'failed' | 'needs-value' | 'not-run';
  readonly control: 'failed' | 'passed' | 'not-run';
  readonly movedOnTo: Safe | null;
}

/** As much of a start as a picture of it shows. */
export type StartShape = Pick<Start, 'outcome' | 'ms' | 'patienceMs'>;

export interface TriedFix extends Fix {
  readonly trial: Trial;
  /** The starts of the trial: with the fix, and, where that passed, once more without it. */
  readonly starts?: readonly StartShape[];
}

/** What is wrong with a server or a file, and what cures it. Offsets, not positions: those are made at the edge. */
export interface Finding {
  /** Names it among the findings of its server, or of its file: the rule, with a number from the second one on. */
  readonly id: string;
  readonly rule: string;
  readonly label: string | null;
  readonly cause: string | null;
  readonly clients: readonly string[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: Safe;
  readonly params: Readonly<Record<string, Param>>;
  readonly span: Span;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly TriedFix[];
}

export const untried: Trial = { status: 'not-run', control: 'not-run', movedOnTo: null };

/** Whether one of them means that something cannot work. */
export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Makes ids unique by a number from the second of a kind on: `x`, `x-2`, `x-3`. */
export function withUniqueIds<Item extends { readonly id: string }>(items: readonly Item[]): readonly Item[] {
  if (items.length < 2) return items;
  const counts = new Map<string, number>();
  return items.map((item) => {
    const count = (counts.get(item.id) ?? 0) + 1;
    counts.set(item.id, count);
    return count === 1 ? item : { ...item, id: `${item.id}-${count}` };
  });
}

/** Fills the `{params}` of a message. A list is joined with commas and a last "and". */
export function render(template: string, params: Readonly<Record<string, Param>>): Safe {
  return fillMessage(
    template,
    Object.fromEntries(Object.entries(params).map(([name, param]) => [name, inWords(param)])),
  );
}

function inWords(param: Param): Safe | number {
  if (typeof param !== 'object') return param;
  return param.reduce<Safe>((words, name, index) => {
    if (index === 0) return name;
    const glue = index === param.length - 1 ? '{words} and {name}' : '{words}, {name}';
    return fill(glue, { words, name });
  }, safe(''));
}
