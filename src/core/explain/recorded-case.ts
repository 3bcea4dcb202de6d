import { clientNamed } from '../clients';
import { linesOf, logOf } from '../log';
import { unknownStart } from '../start';
import { aboutPlace, placeIn } from './circumstances';
import { isObject } from './quoted';
import { quotedConfig } from './quoted-config';
import { aboutQuoted, maskOf } from './quoted-text';
import { explainStart } from './start';
import type { Start } from '../start';
import type { ExplainedStart } from './start';

/** One failure as somebody recorded it: any part may be missing. */
export interface RecordedCase {
  /** As somebody calls them. */
  readonly client: string | null;
  readonly os: string | null;
  readonly config: unknown;
  readonly stderr: string | null;
  readonly stdout: string | null;
  readonly log: string | null;
  readonly exit: { readonly code: number | null; readonly signal: string | null } | null;
}

/** A recorded failure tells of one start: what its log adds to the streams belongs to the last one that failed. */
export function explainCase(recorded: RecordedCase): ExplainedStart {
  const { config, log, stderr, stdout, exit } = recorded;
  const read = log === null ? null : logOf(log);
  const shown = config === null ? (read?.quoted() ?? []) : [];
  const own = quotedConfig(config, recorded.client === null ? null : clientNamed(recorded.client));
  const mask = own.entry?.mask ?? maskOf(shown);
  const starts = read?.told(mask).starts ?? [];
  const logged = starts.findLast(({ outcome }) => outcome !== 'ready') ?? starts.at(-1) ?? unknownStart;
  const start: Start = {
    ...logged,
    outcome: exit ? 'ended' : logged.outcome,
    exit: exit ? { code: exit.code, signal: exit.signal === null ? null : mask(exit.signal) } : logged.exit,
    // A text that was cut ends with what was cut.
    stderr: [...logged.stderr, ...(stderr ? linesOf(stderr, mask) : [])],
    noise: [...(stdout ? linesOf(stdout, mask) : []), ...logged.noise],
  };
  const told = placeIn(starts);
  const about = aboutPlace({ client: recorded.client ?? told.client, os: recorded.os ?? told.os });
  const quoted = config === null ? aboutQuoted(shown, start, about.client) : own;
  return explainStart(start, { ...quoted, isQuoted: true, ...about });
}

/** What of a JSON text is a case; null where nothing is. */
export function caseIn(value: unknown): RecordedCase | null {
  return isObject(value) && CASE_KEYS.some((key) => key in value) ? caseOf(value) : null;
}

const CASE_KEYS = ['stderr', 'log', 'stdout', 'exit'] as const;

function caseOf(value: Readonly<Record<string, unknown>>): RecordedCase {
  const text = (of: unknown): string | null => (typeof of === 'string' ? of : null);
  const { exit } = value;
  const codeIn = (of: unknown): number | null => (typeof of === 'number' ? of : null);
  const ended = typeof exit === 'number' ? { code: exit } : exit;
  const recordedExit = isObject(ended) ? { code: codeIn(ended['code']), signal: text(ended['signal']) } : null;
  return {
    client: text(value['client']),
    os: text(value['os']),
    config: value['config'] ?? null,
    stderr: text(value['stderr']),
    stdout: text(value['stdout']),
    log: text(value['log']),
    exit: recordedExit,
  };
}
