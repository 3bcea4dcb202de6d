import type { Client, Reader } from '../clients';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Span } from '../config/place';
import type { Evidence, Fact, FactKind, Facts, Question } from '../facts';
import type { Fix } from '../fixes/fix';
import type { LaunchPlan } from '../launch/launch-plan';
import type { Platform } from '../platform';
import type { Stage } from '../rank';
import type { Safe } from '../text';
import type { RuleId } from '../rule-ids.gen';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Confidence = 'proven' | 'evident' | 'likely' | 'possible';
export type Param = Safe | number | readonly Safe[];

/**
 * What a rule looks at: of the facts it sees the kinds that it reads. A file's own findings have no entry; an entry from
 * a pasted log has no file, or no entry.
 */
export interface Subject<Kind extends FactKind = FactKind> {
  readonly facts: Facts<Kind>;
  readonly file: ConfigFile | null;
  readonly entry: ServerEntry | null;
  /** What the client would start: null while nothing was planned. */
  readonly plan: LaunchPlan | null;
  /** Where nothing is planned: who reads the entry; null, or absent, where nobody is known to. */
  readonly reader?: Reader | null;
  /** Where nothing is planned: the client and the platform that a log tells of, as far as it does. */
  readonly client?: Client | null;
  readonly platform?: Platform | null;
  /** The entry is quoted by somebody, and perhaps not the whole of it. */
  readonly isQuoted?: boolean;
  /** Of the entry a log tells the command line, and nothing else: no variables, no folder. */
  readonly isCommandLine?: boolean;
  /** It is what a client logs of its own start, and so what it made of an entry: by itself it shows no mistake in one. */
  readonly isLogged?: boolean;
  /** The client runs in a sandbox of its own, as somebody says. */
  readonly isConfined?: boolean;
  /** The server is an extension that the client has installed, as somebody says: there is no entry that people write. */
  readonly isExtension?: boolean;
  /** It happened in a container, as somebody says. */
  readonly inContainer?: boolean;
  /** Two systems take part, as in a remote window. */
  readonly hasTwoSides?: boolean;
}

/** What a rule says of a subject. */
export interface Candidate {
  /** Which of the rule's messages. */
  readonly message: string;
  readonly params: Readonly<Record<string, Param>>;
  readonly severity: Severity;
  readonly confidence: Exclude<Confidence, 'proven'>;
  /** The token to blame; null means the server's name. */
  readonly span: Span | null;
  readonly evidence: readonly Evidence[];
  readonly fixes: readonly Fix[];
  /** Facts that would sharpen or refute this; asked when a machine is at hand, and then the rule matches again. */
  readonly wants: readonly Question[];
  /** It is worth saying of a server that completes the handshake, too. */
  readonly standsWhenReady: boolean;
  /** Nothing was seen that says it: of a failure about which nothing is known it is one thing that such an entry suggests. */
  readonly isGuess?: true;
  /** A guess for want of better ones: behind the others, where there is room for it. */
  readonly isLastGuess?: true;
  /** For which of the file's clients it holds; null means all that read the file. */
  readonly clients: readonly string[] | null;
}

/** One cause of failure (or one piece of advice), as a function from facts to what is to be said. */
export interface Rule {
  /** kebab-case and for ever: the name of the file and of the page. */
  readonly id: RuleId;
  /** The fine label of the taxonomy it belongs to; null for advice and for the plain "it ended". */
  readonly label: string | null;
  /** The coarse label. */
  readonly cause: string | null;
  /** The step of a start that breaks. */
  readonly stage: Stage;
  /** The kinds of facts that it reads: it runs where one of them is there, and sees no others. */
  readonly reads: readonly Reads[];
  /** It says only how a start ended, and is folded once a cause is named; without a label, once one with a label is. */
  readonly plain?: true;
  /** With such an entry no start could have gone as far as what another rule reads of one. */
  readonly precludesStart?: true;
  /**
   * It rests on what an entry or its file does not have, or on what people take out before they show one: of an entry
   * that somebody quotes it says nothing.
   */
  readonly ofWholeFile?: true;
  /** Rules whose findings this one explains, where it is as sure. */
  readonly over?: readonly RuleId[];
  /** The editor's own JSON support shows the same: there our squiggle would be a second one. */
  readonly saidByEditor?: true;
  /** So does the editor's schema, of files for which it has one. */
  readonly saidBySchema?: true;
  /** By id: sentences with `{params}`. What is wrong, then what to do. */
  readonly messages: Messages;
  match(subject: Subject): readonly Candidate[];
  /** What it would like to know before it has anything to say: asked where looking costs nothing. */
  asks?(subject: Subject): readonly Question[];
}

/** `entry`: it looks at the command line of an entry, where by its marks there is something to look at. */
export type Reads = FactKind | 'entry';
type Messages = Readonly<Record<string, string>>;

/** The names in braces of a message. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type Params<Names extends string> = { readonly [Name in Names]: Param };

/** Says one of a rule's messages: with all of its params, and with others of the rule's for programs that read them. */
export type Say<Of extends Messages> = <Id extends keyof Of & string>(
  message: Id,
  params: Params<NamesIn<Of[Id]>> & Partial<Params<NamesIn<Of[keyof Of]>>>,
  more?: Partial<Omit<Candidate, 'message' | 'params'>>,
) => Candidate;

/** One way in which a cause shows, of rules that know several; null where this is not it. */
export type Way<Kind extends Reads, Of extends Messages> = (
  subject: Subject<Exclude<Kind, 'entry'>>,
  say: Say<Of>,
) => Candidate | null;

/** What the first of these ways says, in their order, that says something. */
export function firstWay<Kind extends Reads, Of extends Messages>(
  ways: readonly Way<Kind, Of>[],
  subject: Subject<Exclude<Kind, 'entry'>>,
  say: Say<Of>,
): readonly Candidate[] {
  for (const way of ways) {
    const found = way(subject, say);
    if (found) return [found];
  }
  return [];
}

/** Writes down a rule: what it reads and what it says are held against each other by their types. */
// @__NO_SIDE_EFFECTS__
export function defineRule<const Kind extends Reads, const Of extends Messages>(
  rule: Omit<Rule, 'reads' | 'messages' | 'match' | 'asks'> & {
    readonly reads: readonly Kind[];
    readonly messages: Of;
    match(subject: Subject<Exclude<Kind, 'entry'>>, say: Say<Of>): readonly Candidate[];
    asks?(subject: Subject<Exclude<Kind, 'entry'>>): readonly Question[];
  },
): Rule {
  const say: Say<Of> = (message, params, more) => candidate({ ...more, message, params });
  return { ...rule, match: (subject) => rule.match(subject, say) };
}

/** The page of a rule, in Markdown. Exported beside the rule, so that a bundle of rules leaves it out. */
export interface Page {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  readonly remedy: string;
  readonly exceptions: string;
}

/** A case that a rule must speak on, or must stay silent on. Run by the tests. */
export interface Example {
  readonly name: string;
  readonly fires: boolean;
  /** The rule that is named before it, where nothing parts the two. */
  readonly behind?: RuleId;
  readonly given: {
    readonly path?: string;
    readonly config?: string;
    readonly stderr?: string;
    readonly exit?: { code: number | null; signal: string | null };
    readonly spawnError?: { code: string; program: string };
    /** Lines on stdout that are no protocol. */
    readonly stdout?: string;
    /** The server is there and silent. */
    readonly silent?: boolean;
    /** Its last line came then, of ten seconds that we waited. */
    readonly lastWordMs?: number;
    /** It completed the handshake; with an exit it ended after that. */
    readonly ready?: boolean;
    /** What it answered `initialize` with, instead of an answer. */
    readonly refused?: string;
    readonly platform?: Platform;
    /** What calling a remote server showed. */
    readonly http?: {
      readonly status?: number;
      readonly type?: string;
      readonly hasCredentials?: boolean;
      readonly metadata?: 'there' | 'missing' | 'broken';
      readonly failure?: { code: string; at: 'server' | 'proxy'; to: string };
    };
    /** A log as a client writes it, in place of what was printed. */
    readonly log?: string;
    readonly hasTwoSides?: boolean;
    readonly isConfined?: boolean;
    readonly isExtension?: boolean;
    readonly inContainer?: boolean;
    /** What look-ups would answer. */
    readonly world?: readonly Fact[];
  };
  /** A part of what is said, where it fires. */
  readonly says?: string;
  /** How sure it is, where it fires. */
  readonly confidence?: Exclude<Confidence, 'proven'>;
  /** Some of the candidate's params, where it fires. */
  readonly params?: Readonly<Record<string, unknown>>;
}

/** Fills in what most candidates have in common. */
export function candidate(of: Pick<Candidate, 'params'> & Partial<Candidate>): Candidate {
  return {
    message: 'default',
    severity: 'error',
    confidence: 'evident',
    span: null,
    evidence: [],
    fixes: [],
    wants: [],
    standsWhenReady: false,
    clients: null,
    ...of,
  };
}

/** The examples of a rule. A function, so that a bundle of rules leaves them out. */
export type Examples = () => readonly Example[];
