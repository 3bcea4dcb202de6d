import type { ClientCapabilities, Implementation } from '@modelcontextprotocol/client';
import type { Safe } from '../text';
import type { JsonPath } from '../config/place';
import type { PolicyId } from '../environments';

/** How a fact about a client is known. */
export type Evidence = 'source' | 'docs' | 'reported' | 'unknown';

/** How a client writes variables in its file: `${env:X}` and `${input:x}`, `${X}`, or not at all. */
export type VariableSyntax = 'vscode' | 'env-colon' | 'braces' | 'none';

/** A file that a client reads. */
export interface ConfigLocation {
  /** Tested against the absolute path with `/` between its parts. */
  readonly pattern: RegExp;
  /** Who sees the file: it decides the default working directory and what trust it needs. */
  readonly scope: 'workspace' | 'user';
  /** Where this client looks for its map of servers; `[]` is the root itself. */
  readonly roots: readonly JsonPath[];
  readonly variables: VariableSyntax;
  /** What of an entry this client drops in this file. */
  readonly ignores: readonly ('cwd' | 'envFile' | 'inputs')[];
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
  readonly locations: readonly ConfigLocation[];
  readonly environment: { readonly policy: PolicyId; readonly evidence: Evidence };
  /** How a program is started on Windows; elsewhere always directly. */
  readonly windowsSpawn: 'vscode-cmd' | 'cross-spawn' | 'direct';
  /** Whether `~` at the start of command, args and cwd means the home directory. */
  readonly expandsTilde: boolean;
  /** How long the client waits for `initialize`; null where it waits for ever or nobody knows. */
  readonly startTimeoutMs: number | null;
  readonly hello: Hello;
}
