import { policies, variable } from '../environments';
import { parseEnvFile } from '../config/env-file';
import { resolveVariables } from '../config/variables';
import { argSecrets, settingSecrets } from '../config/entry-secrets';
import { maskFor } from '../secrets';
import { fill, quoted, Raw } from '../text';
import { probeClassOf } from './probe-class';
import type { Client, Platform, Reader } from '../clients';
import type { ServerEntry, Value } from '../config/config-file';
import type { Unresolved, VariableContext } from '../config/variables';
import type { Environment, PolicyId } from '../environments';
import type { Mask, Safe } from '../text';
import type { ProbeClass } from './probe-class';

/** How sure we are that the child's environment is the one that this client gives. */
export type Certainty = 'exact' | 'source' | 'reported' | 'estimated';

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
  /** The text of a file, or null where it cannot be read. */
  readText(path: string): string | null;
}

/** What a client would really start, and under what conditions we may. */
export interface LaunchPlan {
  readonly server: Safe;
  readonly client: Client;
  readonly command: Raw;
  readonly args: Raw<readonly string[]>;
  readonly cwd: string;
  readonly env: Raw<Environment>;
  /** What the entry itself sets, resolved; null removes. Consent is given to these values. */
  readonly settings: Raw<readonly (readonly [name: string, value: string | null])[]>;
  readonly platform: Platform;
  readonly environment: { readonly policy: PolicyId; readonly base: 'process'; readonly certainty: Certainty };
  readonly probeClass: ProbeClass;
  /** Values that are still missing: nothing starts before they are there. */
  readonly unresolved: readonly Unresolved[];
  /** How long to wait for the handshake. */
  readonly patienceMs: number;
  readonly envFile: { readonly path: string; readonly text: Raw | null } | null;
  /** The roots that a client of this folder would name; null outside a folder. */
  readonly workspaceFolder: string | null;
  readonly mask: Mask;
  /** What may be shown of it. */
  readonly shown: { readonly command: Safe; readonly args: readonly Safe[]; readonly cwd: Safe };
}

/** Plans the start of a local server. An entry without a command has nothing to start: null. */
export function planLaunch(entry: ServerEntry, { client, location }: Reader, world: PlanningWorld): LaunchPlan | null {
  if (!entry.command) return null;
  const context: VariableContext = {
    syntax: location.variables,
    workspaceFolder: world.workspaceFolder,
    home: world.home,
    cwd: world.processCwd,
    pathSeparator: world.platform === 'win32' ? '\\' : '/',
    env: (name) => variable(world.base, name, world.platform),
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

  const command = resolvePath(entry.command);
  const args = entry.args.map(resolvePath);
  const folder = (location.scope === 'workspace' ? world.workspaceFolder : null) ?? world.home;
  const cwd = entry.cwd && !location.ignores.includes('cwd') ? absolute(resolvePath(entry.cwd), folder) : folder;
  const envFile = entry.envFile && !location.ignores.includes('envFile') ? resolve(entry.envFile.raw.reveal()) : null;
  const envFileText = envFile === null ? null : world.readText(absolute(envFile, world.processCwd));
  const settings = entry.env.flatMap(({ name, value, isRemoval }): [string, string | null][] =>
    value || isRemoval ? [[resolve(name), value && resolve(value.raw.reveal())]] : [],
  );
  const { policy, evidence } = client.environment;
  const env = policies[policy].apply({
    base: world.base,
    envFile: envFileText === null ? {} : parseEnvFile(envFileText),
    env: Object.fromEntries(settings),
    platform: world.platform,
  });

  const probeClass = probeClassOf({ command, args, sandboxed: entry.sandboxed, unresolved });
  const mask = maskFor([
    ...settingSecrets(Object.entries({ ...world.base, ...env }), 'env'),
    ...settingSecrets(
      settings.flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]])),
      'env',
    ),
    ...argSecrets(args),
    ...Object.entries(context.answers).map(([id, value]) => ({ name: `input ${id}`, value })),
  ]);
  return {
    server: entry.name,
    client,
    command: new Raw(command),
    args: new Raw(args),
    cwd,
    env: new Raw(env),
    settings: new Raw(settings),
    platform: world.platform,
    environment: {
      policy,
      base: 'process',
      certainty: world.baseIsExactFor === client.id ? 'exact' : CERTAINTY[evidence],
    },
    probeClass,
    unresolved,
    patienceMs: client.startTimeoutMs ?? (probeClass.kind === 'explicit' ? PATIENCE_MS.download : PATIENCE_MS.local),
    envFile: envFile === null ? null : { path: envFile, text: envFileText === null ? null : new Raw(envFileText) },
    workspaceFolder: world.workspaceFolder,
    mask,
    shown: { command: mask(command), args: args.map(mask), cwd: mask(cwd) },
  };
}

/** The PATH that the server gets, in pieces. */
export function searchPath(plan: LaunchPlan): readonly string[] {
  const path = variable(plan.env.reveal(), 'PATH', plan.platform) ?? '';
  return path.split(plan.platform === 'win32' ? ';' : ':').filter((folder) => folder !== '');
}

/** What Windows tries behind a bare name. */
export function pathExtensions(plan: LaunchPlan): string | undefined {
  return variable(plan.env.reveal(), 'PATHEXT', plan.platform);
}

/** Whether the server gets a variable of this name with something in it. */
export function hasVariable(plan: LaunchPlan, name: string): boolean {
  return (variable(plan.env.reveal(), name, plan.platform) ?? '').trim() !== '';
}

/** The plan with more in its environment. */
export function withEnvironment(plan: LaunchPlan, more: Environment): LaunchPlan {
  return { ...plan, env: new Raw({ ...plan.env.reveal(), ...more }) };
}

/** The command line as a person would write it, for a question or a report. */
export function commandLine({ shown }: LaunchPlan): Safe {
  return [shown.command, ...shown.args]
    .map((word) => (isPlainWord(word) ? word : quoted(word)))
    .reduce((line, word) => fill('{line} {word}', { line, word }));
}

/** It reads as one word; the name in a token may have blanks. */
function isPlainWord(word: string): boolean {
  return /^[^\s"'⏎]*$/.test(word.replace(/‹[^›]*›/g, '')) && word !== '';
}

const CERTAINTY = { source: 'source', docs: 'reported', reported: 'reported', unknown: 'estimated' } as const;

/** For clients that wait for ever: a local server has answered by then, a first download may take this long. */
const PATIENCE_MS = { local: 20_000, download: 120_000 };

function absolute(path: string, folder: string): string {
  return /^([/\\]|[A-Za-z]:)/.test(path) ? path : `${folder}/${path}`;
}
