import { HumanError } from '../core/human-error';
import { BASES } from '../core/launch/base-environment';
import type { Base } from '../core/launch/base-environment';

/** What the options of all commands come to. */
export interface OptionValues {
  readonly format: Format;
  readonly server: string | null;
  readonly client: string | null;
  readonly base: Base;
  readonly rule: string | null;
  readonly fix: string | null;
  readonly patienceMs: number | null;
  readonly withTrials: boolean;
  readonly agrees: boolean;
  readonly isDryRun: boolean;
  /** Every safe fix of what the file alone shows. */
  readonly fixesAll: boolean;
  /** The file that gets a record of what was seen. */
  readonly save: string | null;
  /** `--set NAME=VALUE`; a name alone has no value yet. */
  readonly set: readonly Assignment[];
}

export type Format = 'text' | 'json' | 'jsonl';

interface Assignment {
  readonly name: string;
  readonly value: string | null;
}

/** One option: how it is written, what it is for, and what of `OptionValues` its words become. */
interface Option {
  /** What stands behind it; null for one that stands alone. */
  readonly value: string | null;
  readonly about: string;
  read(words: readonly string[]): Partial<OptionValues>;
}

const last = (words: readonly string[]): string => words.at(-1) ?? '';

/** Every option there is; each command says which of them it takes. */
export const options = {
  format: {
    value: 'text|json|jsonl',
    about: 'how the answer is written',
    read: (words) => ({ format: oneOf(FORMATS, last(words), '--format') }),
  },
  server: { value: 'NAME', about: 'only this server', read: (words) => ({ server: last(words) }) },
  client: {
    value: 'ID',
    about: 'as this client starts it, and for no other',
    read: (words) => ({ client: last(words) }),
  },
  base: {
    value: BASES.join('|'),
    about:
      'what the client’s environment is made of: that of this process, with the PATH of your login shell, or as from the desktop',
    read: (words) => ({ base: oneOf(BASES, last(words), '--base') }),
  },
  timeout: {
    value: 'SECONDS',
    about: 'how long to wait for each handshake',
    read: (words) => ({ patienceMs: milliseconds(last(words)) }),
  },
  'no-trial': { value: null, about: 'start each server once, and try no cure', read: () => ({ withTrials: false }) },
  yes: { value: null, about: 'agree to start the servers', read: () => ({ agrees: true }) },
  set: {
    value: 'NAME[=VALUE]',
    about: 'the value of an input; without a value, from the environment or asked for unseen',
    read: (words) => ({ set: words.map(assignment) }),
  },
  save: {
    value: 'FILE',
    about: 'keep what was seen, without its secrets: `explain FILE` judges it again',
    read: (words) => ({ save: last(words) }),
  },
  rule: { value: 'ID', about: 'only findings of this rule', read: (words) => ({ rule: last(words) }) },
  fix: { value: 'ID', about: 'this fix, and not the preferred one', read: (words) => ({ fix: last(words) }) },
  all: {
    value: null,
    about: 'every safe fix of what the file alone shows; starts nothing',
    read: () => ({ fixesAll: true }),
  },
  'dry-run': { value: null, about: 'show the change and make none', read: () => ({ isDryRun: true }) },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;

/** What holds where an option is not given. */
export const DEFAULTS: OptionValues = {
  format: 'text',
  server: null,
  client: null,
  base: 'process',
  rule: null,
  fix: null,
  patienceMs: null,
  withTrials: true,
  agrees: false,
  isDryRun: false,
  fixesAll: false,
  save: null,
  set: [],
};

const FORMATS = ['text', 'json', 'jsonl'] as const;

function oneOf<Word extends string>(words: readonly Word[], given: string, option: string): Word {
  const found = words.find((word) => word === given);
  if (!found) throw new HumanError(`${option} takes ${words.join(', ')}, not "${given}".`);
  return found;
}

function milliseconds(text: string): number {
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds <= 0)
    throw new HumanError(`--timeout takes a number of seconds, not "${text}".`);
  return seconds * 1000;
}

function assignment(text: string): Assignment {
  const [name = '', ...rest] = text.split('=');
  return { name, value: rest.length > 0 ? rest.join('=') : null };
}
