import type { Client } from '../clients';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Span } from '../config/place';
import type { Evidence, Fact, Question } from '../facts';
import type { Fix } from '../fixes/fix';
import type { LaunchPlan } from '../launch/launch-plan';
import type { Platform } from '../platform';
import type { Stage } from '../rank';
import type { Safe } from '../text';
import type { RuleId } from '../rule-ids.gen';

export type Severity = 'error' | 'warning' | 'information' | 'hint';
export type Confidence = 'proven' | 'evident' | 'likely' | 'possible';
export type Param = Safe | number | readonly Safe[];

/** What a rule looks at. A file's own findings have no entry; an entry from a pasted log has no file, or no entry. */
export interface Subject {
  readonly facts: readonly Fact[];
  readonly file: ConfigFile | null;
  readonly entry: ServerEntry | null;
  /** What the client would start: null while nothing was planned. */
  readonly plan: LaunchPlan | null;
  /** Where nothing is planned: the client and the platform that a log tells of, as far as it does. */
  readonly client?: Client | null;
  readonly platform?: Platform | null;
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
  /** It speaks of an entry of which nothing else is known; all other rules need a fact. */
  readonly readsEntry?: true;
  /** It says only how a start ended, and is folded once a cause is named. */
  readonly plain?: true;
  /** With such an entry no start could have gone as far as what another rule reads of one. */
  readonly precludesStart?: true;
  /** Rules whose findings this one explains, where it is as sure. */
  readonly over?: readonly RuleId[];
  /** The editor's own JSON support shows the same: there our squiggle would be a second one. */
  readonly saidByEditor?: true;
  /** By id: sentences with `{params}`. What is wrong, then what to do. */
  readonly messages: Readonly<Record<string, string>>;
  match(subject: Subject): readonly Candidate[];
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
    /** It completed the handshake. */
    readonly ready?: boolean;
    readonly platform?: Platform;
    /** A log as a client writes it, in place of what was printed. */
    readonly log?: string;
    readonly hasTwoSides?: boolean;
    /** What look-ups would answer. */
    readonly world?: readonly Fact[];
  };
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
