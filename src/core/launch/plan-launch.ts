import { argSecrets, settingSecrets } from '../config/entry-secrets';
import { parseEnvFile } from '../config/env-file';
import { resolveVariables } from '../config/variables';
import { policies, variable } from '../environments';
import { maskFor } from '../secrets';
import { Raw } from '../text';
import { probeClassOf } from './probe-class';
import type { Reader } from '../clients';
import type { Platform } from '../platform';
import type { ServerEntry, Value } from '../config/config-file';
import type { Unresolved, VariableContext } from '../config/variables';
import type { Environment } from '../environments';
import type { Mask } from '../text';
import type { EnvFileContent, LaunchPlan } from './launch-plan';

/** What the planner must know of the machine; nothing in `core/` looks for itself. */
export interface PlanningWorld {
  readonly platform: Platform;
  /** The environment of the process that stands for the client. */
  readonly base: Environment;
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

/** Plans the start of a local server. An entry without a command has nothing to start: null. */
export function planLaunch(entry: ServerEntry, reader: Reader, world: PlanningWorld): LaunchPlan | null {
  const resolved = resolveEntry(entry, reader, world);
  if (!resolved) return null;
  const { client, location } = reader;
  const { command, args, cwd, settings, envFile, unresolved, unset } = resolved;
  const { policy, evidence } = client.environment;
  const env = policies[policy].apply({
    base: world.base,
    envFile: envFile?.kind === 'read' ? parseEnvFile(envFile.text.reveal()) : {},
    env: Object.fromEntries(settings),
    forwarded: entry.forwarded,
    platform: world.platform,
  });
  // As sure as the weaker of the two: how the client makes the environment, and what it makes it of.
  const certainty = world.baseIsExactFor === client.id && evidence === 'source' ? 'exact' : CERTAINTY[evidence];
  const probeClass = probeClassOf({ command, args, sandboxed: entry.sandboxed, unresolved });
  const mask = maskOf(resolved, env, world);
  return {
    server: entry.name,
    client,
    location,
    command: new Raw(command),
    args: new Raw(args),
    cwd,
    env: new Raw(env),
    settings: new Raw(settings),
    platform: world.platform,
    environment: { policy, base: 'process', certainty },
    probeClass,
    unresolved,
    unset,
    patienceMs: client.startTimeoutMs ?? (probeClass.kind === 'explicit' ? PATIENCE_MS.download : PATIENCE_MS.local),
    envFile,
    home: world.home,
    workspaceFolder: world.workspaceFolder,
    mask,
    shown: { command: mask(command), args: args.map(mask), cwd: mask(cwd) },
  };
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
  readonly envFile: LaunchPlan['envFile'];
  readonly unresolved: readonly Unresolved[];
  readonly unset: readonly string[];
}

function resolveEntry(entry: ServerEntry, { client, location }: Reader, world: PlanningWorld): ResolvedEntry | null {
  if (!entry.command) return null;
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

function envFileAt(path: string, world: PlanningWorld): LaunchPlan['envFile'] {
  return { path, ...world.envFile(path) };
}

function absolute(path: string, folder: string): string {
  return /^(?:[/\\]|[A-Za-z]:)/.test(path) ? path : `${folder}/${path}`;
}

/** Hides what the entry sets and what was answered, and what the server, or we, inherit under the name of a secret. */
function maskOf({ args, settings }: ResolvedEntry, env: Environment, world: PlanningWorld): Mask {
  const set = settings.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
  return maskFor([
    ...settingSecrets([...Object.entries({ ...world.base, ...env }), ...set], 'env'),
    ...argSecrets(args),
    ...Object.entries(world.answers).map(([id, value]) => ({ name: `input ${id}`, value })),
  ]);
}
