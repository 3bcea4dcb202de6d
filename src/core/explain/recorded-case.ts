import { clientNamed, unknownReader } from '../clients';
import { parseConfig } from '../config/parse';
import { linesOf, startsIn } from '../log';
import { platformNamed, platformsIn } from '../platform';
import { hideShapes } from '../secrets/mask';
import { unknownStart } from '../start';
import { explainStart } from './start';
import type { Client } from '../clients';
import type { Subject } from '../rules/rule';
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
  const { client, os, log, stderr, stdout, exit } = recorded;
  const known = client === null ? null : clientNamed(client);
  const { file, entry, reader = null } = entryOf(recorded.config, known);
  const mask = entry?.mask ?? hideShapes;
  const starts = log === null ? [] : startsIn(log, mask);
  const logged = starts.findLast(({ outcome }) => outcome !== 'ready') ?? starts.at(-1) ?? unknownStart;
  const start: Start = {
    ...logged,
    outcome: exit ? 'ended' : logged.outcome,
    exit: exit ? { code: exit.code, signal: exit.signal === null ? null : mask(exit.signal) } : logged.exit,
    // A text that was cut ends with what was cut.
    stderr: [...logged.stderr, ...(stderr ? linesOf(stderr, mask) : [])],
    noise: [...(stdout ? linesOf(stdout, mask) : []), ...logged.noise],
  };
  return explainStart(start, {
    file,
    entry,
    reader,
    isQuoted: true,
    client: known,
    platform: os === null ? null : platformNamed(os),
    isConfined: CONFINED.test(`${os ?? ''} ${client ?? ''}`),
    hasTwoSides: platformsIn(`${os ?? ''} ${client ?? ''}`).length > 1,
  });
}

/** How people name a client, or a system, that keeps its programs apart. */
const CONFINED = /\b(?:flatpak|snap|sandbox(?:ed)?)\b/i;

/** What of a JSON text is a case; null where nothing is. */
export function caseIn(value: unknown): RecordedCase | null {
  return isObject(value) && CASE_KEYS.some((key) => key in value) ? caseOf(value) : null;
}

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

/** The entry of a case as its client would read it in a file of its own; of an unknown client, as in any `mcp.json`. */
function entryOf(config: unknown, client: Client | null): Pick<Subject, 'file' | 'entry' | 'reader'> {
  const places = [...(client?.locations ?? []), unknownReader.location];
  // Some paste the text of the file, which may be what is wrong.
  if (typeof config === 'string' && config.trim() !== '') return quotedFile(config, places[0]?.files[0]);
  const pasted = isObject(config) ? textIn(config) : undefined;
  if (pasted !== undefined) return quotedFile(pasted, places[0]?.files[0]);
  // Some quote the whole file, or the map that its servers are in.
  if (isObject(config) && ROOTS.some((root) => isObject(config[root])))
    return quotedFile(JSON.stringify(config), places[0]?.files[0]);
  for (const { files, roots } of isObject(config) ? places : []) {
    const [root = []] = roots;
    const text = JSON.stringify([...root, 'server'].reduceRight((inside, key) => ({ [key]: inside }), config));
    const file = parseConfig(pathFor(files[0]), text);
    const { readers = [], servers: [entry] = [] } = file.maps[0] ?? {};
    if (entry) return { file, entry, reader: readers.find((reader) => reader.client.id === client?.id) ?? null };
  }
  return { file: null, entry: null, reader: null };
}

/** The text of a file, where somebody has put that into a field, and no entry beside it. */
function textIn(config: Readonly<Record<string, unknown>>): string | undefined {
  if ('command' in config || 'url' in config) return undefined;
  const texts = Object.values(config).filter((value) => typeof value === 'string');
  return texts.find((text) =>
    /^\s*\uFEFF?["'{[][^]*(?:["'](?:mcpServers|servers|command)["'] ?:|\[mcp_servers\b)/.test(text),
  );
}

const ROOTS = ['mcpServers', 'servers', 'mcp', 'mcp_servers', 'context_servers'] as const;

function quotedFile(text: string, pattern: string | undefined): Pick<Subject, 'file' | 'entry' | 'reader'> {
  const file = parseConfig(pathFor(pattern), text);
  const { readers: [reader = null] = [], servers: [entry = null] = [] } = file.maps[0] ?? {};
  return { file, entry, reader };
}

/** A path that a pattern for the files of a client fits. */
function pathFor(pattern = 'mcp.json'): string {
  return pattern.replace('~', '/home/user').replaceAll('*', 'x');
}
