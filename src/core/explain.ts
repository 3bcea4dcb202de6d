import { clientNamed } from './clients';
import { parseConfig } from './config/parse';
import { diagnose } from './diagnose';
import { platformNamed } from './platform';
import { readStart } from './read';
import { hideShapes } from './secrets';
import { unknownStart } from './start';
import type { Finding } from './findings';
import type { Line, Start } from './start';
import type { Mask } from './text';

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

/** What the engine makes of a pasted log, or of one case as JSON (`config`, `stderr`, `stdout`, `log`, `exit`). */
export function explain(text: string): readonly Finding[] {
  const recorded = parseCase(text) ?? { ...NOTHING, log: text };
  const entry = entryOf(recorded.config);
  const start = startOf(recorded, entry?.mask ?? hideShapes);
  const client = recorded.client === null ? null : clientNamed(recorded.client);
  const platform = recorded.os === null ? null : platformNamed(recorded.os);
  return diagnose({ facts: readStart(start), file: null, entry, plan: null, client, platform }).findings;
}

function parseCase(text: string): RecordedCase | null {
  if (!text.trimStart().startsWith('{')) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) && CASE_KEYS.some((key) => key in value) ? caseOf(value) : null;
  } catch {
    return null; // a log that begins with a brace
  }
}

const NOTHING: RecordedCase = {
  client: null,
  os: null,
  config: null,
  stderr: null,
  stdout: null,
  log: null,
  exit: null,
};

const CASE_KEYS = ['stderr', 'log', 'stdout', 'exit'] as const;

function caseOf(value: Readonly<Record<string, unknown>>): RecordedCase {
  const text = (of: unknown): string | null => (typeof of === 'string' ? of : null);
  const { exit } = value;
  const recordedExit = isObject(exit)
    ? { code: typeof exit['code'] === 'number' ? exit['code'] : null, signal: text(exit['signal']) }
    : null;
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

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function entryOf(config: unknown) {
  const text = JSON.stringify({ servers: { server: config } });
  return isObject(config) ? (parseConfig('mcp.json', text).maps[0]?.servers[0] ?? null) : null;
}

function startOf({ stderr, stdout, log, exit }: RecordedCase, mask: Mask): Start {
  const printed = [stderr, log].filter((part) => part !== null).join('\n');
  return {
    ...unknownStart,
    outcome: exit ? 'ended' : 'unknown',
    exit: exit && { code: exit.code, signal: exit.signal === null ? null : mask(exit.signal) },
    stderr: linesOf(printed, mask),
    noise: linesOf(stdout ?? '', mask),
  };
}

function linesOf(text: string, mask: Mask): Line[] {
  if (text === '') return [];
  return text.split(/\r?\n/).map((line, index) => ({ number: index + 1, text: mask(line), ms: null }));
}
