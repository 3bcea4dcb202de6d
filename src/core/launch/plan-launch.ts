import { parseEnvFile } from '../config/env-file';
import { resolveVariables } from '../config/variables';
import { policies, variable } from '../environments';
import { proxyFor } from './proxy';
import { hideInAddresses } from '../secrets/addresses';
import { maskFor } from '../secrets/mask';
import { argSecrets, inheritedSecrets, settingSecrets, wordsOf } from '../secrets/of-entry';
import { Raw } from '../text';
import { probeClassOf, remoteClassOf } from './probe-class';
import type { Reader } from '../clients';
import type { Base } from './base-environment';
import type { Platform } from '../platform';
import type { ServerEntry, Value } from '../config/config-file';
import type { Unresolved, VariableContext } from '../config/variables';
import type { Environment } from '../environments';
import type { Secret } from '../secrets/mask';
import type { EnvFileContent, HttpPlan, LaunchPlan, StdioPlan } from './launch-plan';

/** What the planner must know of the machine; nothing in `core/` looks for itself. */
export interface PlanningWorld {
  readonly platform: Platform;
  /** The environment of the process that stands for the client. */
  readonly base: Environment;
  /** What that is made of; our own process where nothing is said. */
  readonly baseIs?: Base;
  /** The client whose process that really is: our own, inside its extension host. */
  readonly baseIsExactFor: string | null;
  readonly home: string;
  readonly workspaceFolder: string | null;
  readonly processCwd: string;
  /** Answers to inputs, by id. */
  readonly answers: Readonly<Record<string, string>>;
  /** What was read of an envFile, by its absolute path. */
  envFile(path: string): EnvFileContent;
}

/** Plans what a client would do for an entry. One without a command and an address has nothing to start: null. */
export function planLaunch(entry: ServerEntry, reader: Reader, world: PlanningWorld): LaunchPlan | null {
  return entry.transport === 'http' || entry.transport === 'sse'
    ? planHttp(entry, reader, world)
    : planStdio(entry, reader, world);
}

function planStdio(entry: ServerEntry, reader: Reader, world: PlanningWorld): StdioPlan | null {
  const resolved = resolveEntry(entry, reader, world);
  if (!resolved) return null;
  const { client } = reader;
  const { command, args, cwd, settings, envFile, unresolved, unset } = resolved;
  const ofFile = envFile?.kind === 'read' ? parseEnvFile(envFile.text.reveal()) : {};
  const env = policies[client.environment.policy].apply({
    base: world.base,
    envFile: ofFile,
    env: Object.fromEntries(settings),
    forwarded: entry.forwarded,
    platform: world.platform,
  });
  const probeClass = probeClassOf({ command, args, sandboxed: entry.sandboxed, unresolved });
  const mask = maskFor([
    ...inheritedSecrets(Object.entries({ ...world.base, ...env })),
    ...settingSecrets([...Object.entries(ofFile), ...setIn(settings)], 'env', wordsOf([entry.name, command, ...args])),
    ...argSecrets([command, ...args]),
    ...answerSecrets(world),
  ]);
  return {
    kind: 'stdio',
    ...planned(entry, reader, world),
    command: new Raw(command),
    args: new Raw(args),
    cwd,
    env: new Raw(env),
    settings: new Raw(settings),
    probeClass,
    unresolved,
    unset,
    patienceMs: client.startTimeoutMs ?? (probeClass.kind === 'explicit' ? PATIENCE_MS.download : PATIENCE_MS.local),
    envFile,
    mask,
    shown: { command: mask(command), args: args.map((arg) => mask(hideInAddresses(arg, true))), cwd: mask(cwd) },
  };
}

function planHttp(entry: ServerEntry, reader: Reader, world: PlanningWorld): HttpPlan | null {
  if (!entry.url) return null;
  const { resolve, unresolved, unset } = resolverFor(reader, world);
  const url = resolve(entry.url.raw.reveal());
  const headers = entry.headers.flatMap(({ name, value }): [string, string][] =>
    value ? [[name, resolve(value.raw.reveal())]] : [],
  );
  const proxy = URL.canParse(url) ? proxyFor(new URL(url), world.base, world.platform) : null;
  const mask = maskFor([
    ...inheritedSecrets(Object.entries(world.base)),
    ...settingSecrets(headers, 'header', wordsOf([entry.name])),
    ...answerSecrets(world),
  ]);
  return {
    kind: 'http',
    transport: entry.transport === 'sse' ? 'sse' : 'http',
    ...planned(entry, reader, world),
    url: new Raw(url),
    headers: new Raw(headers),
    proxy: proxy && new Raw(proxy),
    probeClass: remoteClassOf(url, unresolved),
    unresolved,
    unset: [...unset],
    patienceMs: reader.client.startTimeoutMs ?? PATIENCE_MS.local,
    mask,
    shown: { url: mask(hideInAddresses(url, true)), headers: headers.map(([name]) => mask(name)) },
  };
}

/** What the plans of all servers of a file have in common. */
function planned({ name }: ServerEntry, { client, location }: Reader, world: PlanningWorld) {
  const { platform, home, workspaceFolder, baseIsExactFor, baseIs = 'process' } = world;
  const { policy, evidence } = client.environment;
  // As sure as the weaker of the two: how the client makes the environment, and what it makes it of.
  const isExact = baseIsExactFor === client.id && evidence === 'source' && baseIs === 'process';
  const certainty = baseIs === 'gui' ? 'estimated' : isExact ? 'exact' : CERTAINTY[evidence];
  const environment = { policy, base: baseIs, certainty } as const;
  return { server: name, client, location, platform, home, workspaceFolder, environment };
}

const CERTAINTY = { source: 'source', docs: 'reported', reported: 'reported', unknown: 'estimated' } as const;

/** For clients that wait for ever: a local server has answered by then, a first download may take this long. */
const PATIENCE_MS = { local: 20_000, download: 120_000 };

/** An entry with its variables replaced and its paths made whole, as its client does it. */
interface ResolvedEntry {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly settings: readonly (readonly [name: string, value: string | null])[];
  readonly envFile: StdioPlan['envFile'];
  readonly unresolved: readonly Unresolved[];
  readonly unset: readonly string[];
}

function resolveEntry(entry: ServerEntry, { client, location }: Reader, world: PlanningWorld): ResolvedEntry | null {
  if (!entry.command) return null;
  const { resolve, unresolved, unset } = resolverFor({ client, location }, world);
  const resolvePath = (value: Value): string => {
    const text = resolve(value.raw.reveal());
    return client.expandsTilde ? text.replace(/^~(?=$|[/\\])/, () => world.home) : text;
  };
  const reads = (key: 'cwd' | 'envFile'): Value | null => (location.ignores.includes(key) ? null : entry[key]);
  const folder = (location.scope === 'workspace' ? world.workspaceFolder : null) ?? world.home;
  const cwd = reads('cwd');
  const envFile = reads('envFile');
  return {
    command: resolvePath(entry.command),
    args: entry.args.map(resolvePath),
    cwd: cwd ? absolute(resolvePath(cwd), folder) : folder,
    settings: entry.env.flatMap(({ name, value, isRemoval }): [string, string | null][] =>
      value || isRemoval ? [[resolve(name), value && resolve(value.raw.reveal())]] : [],
    ),
    envFile: envFile && envFileAt(absolute(resolve(envFile.raw.reveal()), world.processCwd), world),
    unresolved: [...unresolved, ...entry.kept.map((text) => ({ kind: 'kept' as const, text }))],
    unset: [...unset],
  };
}

/** Replaces variables as the client would, and keeps what stands for nothing. */
function resolverFor({ location }: Reader, world: PlanningWorld) {
  const unset = new Set<string>();
  const context: VariableContext = {
    syntax: location.variables,
    workspaceFolder: world.workspaceFolder,
    home: world.home,
    cwd: world.processCwd,
    pathSeparator: world.platform === 'win32' ? '\\' : '/',
    env: (name) => variable(world.base, name, world.platform),
    onUnset: (name) => unset.add(name),
    answers: location.ignores.includes('inputs') ? {} : world.answers,
  };
  const unresolved: Unresolved[] = [];
  const resolve = (text: string): string => {
    const resolved = resolveVariables(text, context);
    unresolved.push(...resolved.unresolved);
    return resolved.text;
  };
  return { resolve, unresolved, unset };
}

function envFileAt(path: string, world: PlanningWorld): StdioPlan['envFile'] {
  return { path, ...world.envFile(path) };
}

function absolute(path: string, folder: string): string {
  return /^(?:[/\\]|[A-Za-z]:)/.test(path) ? path : `${folder}/${path}`;
}

/** What the entry sets itself. */
function setIn(settings: ResolvedEntry['settings']): [string, string][] {
  return settings.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
}

function answerSecrets({ answers }: PlanningWorld): Secret[] {
  return Object.entries(answers).map(([id, value]) => ({ name: `input ${id}`, value }));
}
