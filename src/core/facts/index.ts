import type { EntryFact } from '../entry';
import type { FileFact } from '../config/file-facts';
import type { StartFact } from '../read/facts.gen';
import type { World } from './world.gen';

export type { Evidence, Known, Told } from './evidence';

/**
 * Everything that rules can see, besides the entry. A reader, the file or a look-up makes it, never a rule, and the type
 * of each stands beside whoever makes it.
 */
export type Fact = FileFact | EntryFact | StartFact | World['answer'];

export type FactKind = Fact['kind'];
export type FactOf<Kind extends FactKind> = Extract<Fact, { kind: Kind }>;

/** A fact about the world that a rule would like to have. Only a machine at hand answers it. */
export type Question = World['question'];
export type QuestionOf<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** The facts of one subject, by kind. Whoever reads them says by `Kind` which: it sees no others. */
export class Facts<in Kind extends FactKind = FactKind> {
  static readonly none = new Facts([]);

  readonly list: readonly Fact[];
  readonly #byKind = new Map<FactKind, Fact[]>();

  constructor(list: readonly Fact[]) {
    this.list = list;
    for (const fact of list) {
      const same = this.#byKind.get(fact.kind);
      if (same) same.push(fact);
      else this.#byKind.set(fact.kind, [fact]);
    }
  }

  /** The kinds that are there. */
  get kinds(): Iterable<FactKind> {
    return this.#byKind.keys();
  }

  /** All facts of one kind, in the order in which they were seen. */
  all<One extends Kind>(kind: One): readonly FactOf<One>[] {
    return (this.#byKind.get(kind) ?? []) as unknown as readonly FactOf<One>[];
  }

  /** The first fact of a kind; undefined where there is none. */
  first<One extends Kind>(kind: One): FactOf<One> | undefined {
    return this.all(kind)[0];
  }

  /** The answer to a question, which repeats what was asked; undefined while nobody has asked. */
  answerTo<One extends Kind & Question['kind']>(question: QuestionOf<One>): FactOf<One> | undefined {
    return this.all<One>(question.kind).find((answer) => isAbout(answer, question));
  }

  /** These facts, and more behind them. */
  with(more: readonly Fact[]): Facts {
    return new Facts([...this.list, ...more]);
  }
}

function isAbout(answer: Fact, question: Question): boolean {
  const said: ReadonlyMap<string, unknown> = new Map(Object.entries(answer));
  return Object.entries(question).every(([field, asked]) => said.get(field) === asked);
}
