import type { FileFact } from './of-file';
import type { StartFact } from './of-start';
import type { Question, WorldFact } from './of-world';

export type { Evidence, Known } from './evidence';
export type { Place, Question } from './of-world';

/** Everything that rules can see, besides the entry. A reader, the file or a look-up makes it, never a rule. */
export type Fact = FileFact | StartFact | WorldFact;

export type FactKind = Fact['kind'];
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;

/** All facts of one kind, in the order in which they were seen. */
export function factsOf<Kind extends FactKind>(facts: readonly Fact[], kind: Kind): readonly FactOf<Kind>[] {
  return facts.filter((fact): fact is FactOf<Kind> => fact.kind === kind);
}

/** The first fact of a kind; undefined where there is none. */
export function factOf<Kind extends FactKind>(facts: readonly Fact[], kind: Kind): FactOf<Kind> | undefined {
  return facts.find((fact): fact is FactOf<Kind> => fact.kind === kind);
}

/** The answer to a question, or null while nobody has asked. */
export function answerTo<Kind extends WorldFact['kind']>(
  facts: readonly Fact[],
  question: Question & { readonly kind: Kind },
): FactOf<Kind> | null {
  const answers = (fact: Fact): fact is FactOf<Kind> =>
    fact.kind === question.kind && (!('name' in question) || ('name' in fact && fact.name === question.name));
  return facts.find(answers) ?? null;
}
