import { parseConfig } from '../../src/core/config/parse';
import { diagnose } from '../../src/core/diagnose';
import { fileFacts } from '../../src/core/config/file-facts';
import { Facts } from '../../src/core/facts';
import { planLaunch } from '../../src/core/launch/plan-launch';
import { startsIn } from '../../src/core/log';
import { readStart } from '../../src/core/read';
import { hideShapes as mask } from '../../src/core/secrets/mask';
import { unknownStart } from '../../src/core/start';
import type { Finding } from '../../src/core/findings';
import type { Example, Subject } from '../../src/core/rules/rule';
import type { PlanningWorld } from '../../src/core/launch/plan-launch';
import type { Line, Start } from '../../src/core/start';

/** What the engine says of a rule's example: of its file where nothing started, else of its first server. */
export function findingsFor(given: Example['given']): readonly Finding[] {
  return subjectsFor(given).flatMap((subject) => diagnose(subject).findings);
}

/** What of an example the rules look at: its file, and its first server. */
export function subjectsFor({
  path = '/w/.vscode/mcp.json',
  config,
  world = [],
  platform,
  hasTwoSides = false,
  isConfined = false,
  isExtension = false,
  inContainer = false,
  log,
  ...seen
}: Example['given']): readonly Subject[] {
  const file = config === undefined ? null : parseConfig(path, config);
  const start = log === undefined ? startFrom(seen) : (startsIn(log, mask).at(-1) ?? null);
  const entry = file?.maps[0]?.servers[0] ?? null;
  const known = file?.maps[0]?.readers ?? [];
  // What a start has shown is of one client; the entry alone is judged for each.
  const readers = start || known.length === 0 ? known.slice(0, 1) : known;
  const facts = new Facts([...(start ? readStart(start) : []), ...world]);
  return [
    ...(file && !start ? [{ facts: new Facts(fileFacts(file)), file, entry: null, plan: null }] : []),
    ...(start || entry
      ? (readers.length > 0 ? readers : [null]).map((reader) => {
          const plan =
            entry && reader ? planLaunch(entry, reader, { ...machine, platform: platform ?? 'linux' }) : null;
          return {
            facts,
            file,
            entry,
            plan,
            platform: platform ?? null,
            reader: reader?.location.isAssumed ? null : reader,
            hasTwoSides,
            isConfined,
            isExtension,
            inContainer,
          };
        })
      : []),
  ];
}

/** A machine on which nothing is set. */
export const machine: Omit<PlanningWorld, 'platform'> = {
  base: { PATH: '/usr/bin:/bin' },
  baseIsExactFor: null,
  home: '/home/u',
  workspaceFolder: '/w',
  processCwd: '/w',
  answers: {},
  envFile: () => ({ kind: 'unread' }),
};

const handshake: Start['handshake'] = {
  era: 'legacy',
  protocolVersion: mask('2025-11-25'),
  server: { name: mask('acme'), version: mask('1.0.0') },
  counts: { tools: 1, prompts: null, resources: null },
};

function startFrom(seen: Omit<Example['given'], 'config' | 'world' | 'log'>): Start | null {
  if (Object.keys(seen).length === 0) return null;
  const { stderr, stdout, exit, spawnError, silent, ready, refused, lastWordMs = null, http } = seen;
  const outcome = exit
    ? 'ended'
    : ready
      ? 'ready'
      : silent
        ? 'silent'
        : refused
          ? 'refused'
          : http?.failure
            ? 'not-connected'
            : spawnError
              ? 'not-spawned'
              : 'unknown';
  return {
    ...unknownStart,
    outcome,
    handshake: ready ? handshake : null,
    refusal: refused === undefined ? null : mask(refused),
    exit: exit ? { code: exit.code, signal: exit.signal === null ? null : mask(exit.signal) } : null,
    spawnError: spawnError ? { code: mask(spawnError.code), program: mask(spawnError.program) } : null,
    http: http ? httpFrom(http) : null,
    stderr: linesOf(stderr, lastWordMs),
    patienceMs: lastWordMs === null ? null : 10_000,
    noise: linesOf(stdout),
  };
}

function httpFrom({ status, type, failure, ...more }: NonNullable<Example['given']['http']>): Start['http'] {
  return {
    method: 'POST',
    address: mask('https://x.test/mcp'),
    status: status ?? null,
    type: type === undefined ? null : mask(type),
    location: null,
    failure: failure ? { code: mask(failure.code), at: failure.at, to: mask(failure.to) } : null,
    hasCredentials: false,
    metadata: null,
    ...more,
  };
}

function linesOf(text: string | undefined, ms: number | null = null): Line[] {
  return (text?.split('\n') ?? []).map((line, index) => ({ number: index + 1, text: mask(line), ms }));
}
