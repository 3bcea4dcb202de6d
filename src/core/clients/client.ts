import type { ClientCapabilities, Implementation } from '@modelcontextprotocol/client';
import type { Safe } from '../text';
import type { JsonPath } from '../config/place';
import type { PolicyId } from '../environments';

/** How a fact about a client is known. */
export type Evidence = 'source' | 'docs' | 'reported' | 'unknown';

/**
 * How a client writes variables in its file: `${env:X}` with inputs and folders, with folders, or alone; `${X}`; that and
 * `$X`; `{env:X}`; or not at all.
 */
export type VariableSyntax = 'vscode' | 'env-colon' | 'env-only' | 'braces' | 'dollar' | 'env-in-braces' | 'none';

/** A file that a client reads. */
export interface ConfigLocation {
  /** Who sees the file: it decides the default working directory and what trust it needs. */
  readonly scope: 'workspace' | 'user';
  /**
   * Where the file is: from the folder of the workspace, or behind `~/` and `%APPDATA%/` for a user's own. `*` stands for
   * part of a name, `(a|b)` for either; a file behind `**` is one wherever it lies, since people keep copies.
   */
  readonly files: readonly string[];
  /** No client is known to read it: it is taken as if one did. */
  readonly isAssumed?: true;
  /** Where this client looks for its map of servers; `[]` is the root itself. */
  readonly roots: readonly JsonPath[];
  /** Servers stand in a list and have their names in it, instead of in a map by their names. */
  readonly isList?: true;
  /** What an entry calls what we read, where that is not the usual. */
  readonly keys?: Partial<EntryKeys>;
  readonly variables: VariableSyntax;
  /** Nobody knows whether it fills in any. */
  readonly variablesUnknown?: true;
  /** From where a relative `envFile` is looked for; absent where nobody knows. */
  readonly envFileFrom?: 'process';
  /** What of an entry this client drops in this file. */
  readonly ignores: readonly ('cwd' | 'envFile' | 'inputs')[];
  /** The editor that is this client has a schema for such files, and marks what that does not allow. */
  readonly hasSchema?: true;
  /** How this client judges an entry; absent where nobody knows. */
  readonly entries?: EntryForm;
  /** What is no strict JSON, and whether its parser takes it. What is not named, nobody knows. */
  readonly takes?: Partial<Readonly<Record<Laxity, boolean>>>;
}

/** What a client takes as an entry, beyond what its `keys` are called. */
export interface EntryForm {
  /** Other keys that it reads, or knows and lets be. */
  readonly alsoReads: readonly string[];
  /** What `type` may be for a local server and for a remote one. Absent where it reads no type, or nobody knows. */
  readonly types?: {
    readonly local: readonly string[];
    readonly remote: readonly string[];
    /** An entry of any other type is dropped, or taken by what it has. */
    readonly others: 'dropped' | 'guessed';
    /** A remote server without one is dropped, or any. */
    readonly isNeeded?: 'remote' | 'always';
  };
  /**
   * What it makes of the older transport, event streams: it asks an address without a type for them, or has no such
   * thing. Absent where it asks for them by type, or where another one fails.
   */
  readonly eventStreams?: 'untyped' | 'never';
  /** The unit of its `timeout`. */
  readonly timeoutIn?: 'ms' | 's';
  /** Keys, or types, with which the client itself has what to run. */
  readonly runsItself?: readonly string[];
  /** It takes an object for the command as well, with the program and its arguments in it. */
  readonly nestsCommand?: true;
  /** It starts local servers only: an entry with an address is dropped. */
  readonly isLocalOnly?: true;
  /** A number in `env` makes it refuse the entry. */
  readonly refusesNumbersInEnv?: true;
}

/** What strict JSON does not have. */
export type Laxity = 'comments' | 'trailing-commas' | 'bom';

/** The keys of an entry. */
export interface EntryKeys {
  readonly command: string;
  /** The command is a list, with the args in it. */
  readonly isCommandLine: boolean;
  readonly args: string;
  readonly env: string;
  /** Names of variables that are handed on from the client's own environment. */
  readonly forwarded: string;
  /** Names of variables whose values only the client can get at. */
  readonly kept: string;
  readonly cwd: string;
  readonly envFile: string;
  /** The address of a remote server; of several the first that is there. */
  readonly addresses: readonly string[];
  readonly headers: string;
  readonly type: string;
}

/** What this client sends as `initialize`. */
export interface Hello {
  readonly protocolVersion: string;
  readonly capabilities: ClientCapabilities;
  readonly clientInfo: Implementation;
  /** The protocol versions that it accepts in return; null where it accepts any, or nobody knows. */
  readonly accepts: readonly string[] | null;
}

/** One MCP client, as facts. No code asks which client it has: it asks for the fact. */
export interface Client {
  readonly id: string;
  readonly name: Safe;
  /** What an editor that is this client calls itself, and nothing that was made from it does. */
  readonly appNames?: readonly string[];
  readonly locations: readonly ConfigLocation[];
  readonly environment: { readonly policy: PolicyId; readonly evidence: Evidence };
  /** How a program is started on Windows; elsewhere always directly. */
  readonly windowsSpawn: 'vscode-cmd' | 'cross-spawn' | 'direct';
  /** Whether `~` at the start of command, args and cwd means the home directory. */
  readonly expandsTilde: boolean;
  /** What it does with a line on stdout that is no message: `skips` it, or gives up. Absent where nobody knows. */
  readonly stdoutNoise?: 'skips' | 'gives-up';
  /** How long the client waits for `initialize`; null where it waits for ever or nobody knows. */
  readonly startTimeoutMs: number | null;
  /** What a person does so that a change of the file counts. Absent where nobody knows. Sources: their own pages. */
  readonly takesUp?: Safe;
  readonly hello: Hello;
}
