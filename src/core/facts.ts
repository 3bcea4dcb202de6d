import type { JsonPath, Span } from './config/place';
import type { Exit } from './start';
import type { Safe } from './text';

/** Whether something is so in the world; `unknown` where nobody looked, or could. */
export type Known = 'yes' | 'no' | 'unknown';

/** A piece of what was seen, as it is shown. `line` counts from 1 where there are lines. */
export interface Evidence {
  readonly kind: 'stderr' | 'stdout' | 'exit' | 'spawn' | 'http' | 'entry' | 'lookup' | 'log';
  readonly line: number | null;
  readonly text: Safe;
}

/** A copy of a program that is not on the PATH in question. */
export interface Place {
  /** An existing path is never a secret. */
  readonly path: Safe;
  /** Who put it there: `nvm`, `Homebrew`, …; null for a plain folder of the PATH that we have ourselves. */
  readonly tool: Safe | null;
  /** A script names its interpreter. `folder` holds one that fits, next to the script where there is one. */
  readonly interpreter: { readonly onPath: boolean; readonly folder: Safe | null } | null;
}

/** Everything that rules can see. One kind a row; a reader, the config or a look-up makes it, never a rule. */
export type Fact =
  // from the file
  | { readonly kind: 'syntax'; readonly what: Safe; readonly span: Span }
  | {
      readonly kind: 'map-not-read';
      readonly key: Safe;
      readonly path: JsonPath;
      readonly span: Span;
      readonly servers: number;
      readonly expected: Safe;
      readonly expectedIsThere: boolean;
      readonly clients: readonly string[];
    }
  // from a start
  | { readonly kind: 'spawn-failed'; readonly code: Safe; readonly program: Safe; readonly evidence: Evidence }
  | {
      readonly kind: 'ended';
      readonly exit: Exit | null;
      readonly hadHandshake: boolean;
      readonly evidence: Evidence | null;
    }
  | { readonly kind: 'silent'; readonly patienceMs: number | null }
  | { readonly kind: 'refused'; readonly evidence: Evidence }
  | { readonly kind: 'command-not-found'; readonly program: Safe; readonly evidence: Evidence }
  | { readonly kind: 'interpreter-not-found'; readonly interpreter: Safe; readonly evidence: Evidence }
  | { readonly kind: 'npm-name-refused'; readonly name: Safe; readonly evidence: Evidence }
  | { readonly kind: 'pypi-name-refused'; readonly name: Safe; readonly evidence: Evidence }
  | {
      readonly kind: 'setting-missing';
      readonly name: Safe;
      readonly isAlternative: boolean;
      readonly evidence: Evidence;
    }
  | { readonly kind: 'verdict-line'; readonly evidence: Evidence }
  // looked up
  | { readonly kind: 'cwd'; readonly path: Safe; readonly exists: Known }
  | { readonly kind: 'program'; readonly name: Safe; readonly onPath: Known; readonly places: readonly Place[] }
  | { readonly kind: 'npm-name'; readonly name: Safe; readonly exists: Known; readonly similar: readonly Safe[] }
  | { readonly kind: 'pypi-name'; readonly name: Safe; readonly exists: Known; readonly similar: readonly Safe[] };

export type FactKind = Fact['kind'];
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;

/** A fact about the world that a candidate would like to have. Only a machine at hand, with consent, answers it. */
export type Question =
  | { readonly kind: 'cwd' }
  | { readonly kind: 'program'; readonly name: Safe }
  | { readonly kind: 'npm-name'; readonly name: Safe }
  | { readonly kind: 'pypi-name'; readonly name: Safe };

/** All facts of one kind, in the order in which they were seen. */
export function factsOf<Kind extends FactKind>(facts: readonly Fact[], kind: Kind): readonly FactOf<Kind>[] {
  return facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
}

/** The answer to a question, or null while nobody has asked. */
export function answerTo<Kind extends Question['kind']>(
  facts: readonly Fact[],
  question: Extract<Question, { kind: Kind }>,
): FactOf<Kind> | null {
  const answers = (fact: Fact): fact is FactOf<Kind> =>
    fact.kind === question.kind && (!('name' in question) || ('name' in fact && fact.name === question.name));
  return facts.find(answers) ?? null;
}
