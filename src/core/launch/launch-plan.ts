import { variable } from '../environments';
import { fill, quoted, Raw } from '../text';
import type { Client, ConfigLocation } from '../clients';
import type { Base } from './base-environment';
import type { Platform } from '../platform';
import type { Unresolved } from '../config/variables';
import type { Environment, PolicyId } from '../environments';
import type { Mask, Safe } from '../text';
import type { ProbeClass } from './probe-class';

/** How sure we are that the child's environment is the one that this client gives. */
export type Certainty = 'exact' | 'source' | 'reported' | 'estimated';

/** What is known of an envFile. `unread`: nobody asked for a diagnosis, and looking at a config opens nothing it names. */
export type EnvFileContent =
  | { readonly kind: 'unread' }
  | { readonly kind: 'read'; readonly text: Raw }
  | { readonly kind: 'refused'; readonly why: Safe };

/** What a client would really do for an entry: start a program, or call an address. */
export type LaunchPlan = StdioPlan | HttpPlan;

/** What both have. */
interface Planned {
  readonly server: Safe;
  readonly client: Client;
  /** How the client reads the file of the entry. */
  readonly location: ConfigLocation;
  readonly platform: Platform;
  readonly environment: { readonly policy: PolicyId; readonly base: Base; readonly certainty: Certainty };
  readonly probeClass: ProbeClass;
  /** Values that are still missing: nothing starts before they are there. */
  readonly unresolved: readonly Unresolved[];
  /** Variables of the environment that the entry refers to, and that are not set. */
  readonly unset: readonly string[];
  /** How long to wait for the handshake. */
  readonly patienceMs: number;
  readonly home: string;
  /** The roots that a client of this folder would name; null outside a folder. */
  readonly workspaceFolder: string | null;
  readonly mask: Mask;
}

/** A local server: the program, and under what conditions we may start it. */
export interface StdioPlan extends Planned {
  readonly kind: 'stdio';
  readonly command: Raw;
  readonly args: Raw<readonly string[]>;
  readonly cwd: string;
  readonly env: Raw<Environment>;
  /** What the entry itself sets, resolved; null removes. Consent is given to these values. */
  readonly settings: Raw<readonly (readonly [name: string, value: string | null])[]>;
  readonly envFile: (EnvFileContent & { readonly path: string }) | null;
  /** What may be shown of it. */
  readonly shown: { readonly command: Safe; readonly args: readonly Safe[]; readonly cwd: Safe };
}

/** A remote server: the address, and what is sent with each request. */
export interface HttpPlan extends Planned {
  readonly kind: 'http';
  /** `sse`: an event stream first, as before Streamable HTTP. */
  readonly transport: 'http' | 'sse';
  readonly url: Raw;
  readonly headers: Raw<readonly (readonly [name: string, value: string])[]>;
  /** Through which its client calls it; null for none. */
  readonly proxy: Raw<URL> | null;
  readonly shown: { readonly url: Safe; readonly headers: readonly Safe[] };
}

/** The plan of a local server; null of any other. */
export function stdioPlan(plan: LaunchPlan | null | undefined): StdioPlan | null {
  return plan?.kind === 'stdio' ? plan : null;
}

/** The PATH that the server gets, in pieces. */
export function searchPath(plan: StdioPlan): readonly string[] {
  const path = variable(plan.env.reveal(), 'PATH', plan.platform) ?? '';
  return path.split(plan.platform === 'win32' ? ';' : ':').filter((folder) => folder !== '');
}

/** What Windows tries behind a bare name. */
export function pathExtensions(plan: StdioPlan): string | undefined {
  return variable(plan.env.reveal(), 'PATHEXT', plan.platform);
}

/** Whether the server gets a variable of this name with something in it. */
export function hasVariable(plan: StdioPlan, name: string): boolean {
  return (variable(plan.env.reveal(), name, plan.platform) ?? '').trim() !== '';
}

/** The plan with more in its environment. */
export function withEnvironment(plan: StdioPlan, more: Environment): StdioPlan {
  return { ...plan, env: new Raw({ ...plan.env.reveal(), ...more }) };
}

/** The command line as a person would write it, for a question or a report. */
export function commandLine({ shown }: StdioPlan): Safe {
  return [shown.command, ...shown.args]
    .map((word) => (isPlainWord(word) ? word : quoted(word)))
    .reduce((line, word) => fill('{line} {word}', { line, word }));
}

/** It reads as one word; the name in a token may have blanks. */
function isPlainWord(word: string): boolean {
  return /^[^\s"'⏎]*$/.test(word.replace(/‹[^›]*›/g, '')) && word !== '';
}
