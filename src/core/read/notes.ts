import { toldByPeople } from './lines';
import type { AccountsFact } from './accounts';
import type { BinariesFact } from './binaries';
import type { BlockedProgramsFact } from './blocked-programs';
import type { ClientConfigFact } from './client-config';
import type { CommandLineFact } from './command-line';
import type { ConnectionsFact } from './connections';
import type { CredentialsFact } from './credentials';
import type { DockerFact } from './docker';
import type { FilesFact } from './files';
import type { HandshakeFact } from './handshake';
import type { HttpFact } from './http';
import type { KeptCredentialsFact } from './kept-credentials';
import type { ListeningFact } from './listening';
import type { LiteralVariablesFact } from './literal-variables';
import type { LocksFact } from './locks';
import type { MisfitsFact } from './misfits';
import type { NpmFact } from './npm';
import type { OauthFact } from './oauth';
import type { PackageCachesFact } from './package-caches';
import type { PortsFact } from './ports';
import type { ProjectsFact } from './projects';
import type { PromptsFact } from './prompts';
import type { PythonFact } from './python';
import type { PythonPackagesFact } from './python-packages';
import type { ReleasesFact } from './releases';
import type { RunnerFaultsFact } from './runner-faults';
import type { ShellsFact } from './shells';
import type { StdoutFact } from './stdout';
import type { UnnamedSettingsFact } from './unnamed-settings';
import type { ValuesFact } from './values';
import type { Line } from '../start';
import type { Said } from './statements';

/** The facts that people tell in words of their own: the same that programs tell in theirs. */
export type NotedFact =
  | AccountsFact
  | BinariesFact
  | BlockedProgramsFact
  | ClientConfigFact
  | CommandLineFact
  | ConnectionsFact
  | CredentialsFact
  | DockerFact
  | FilesFact
  | HandshakeFact
  | HttpFact
  | KeptCredentialsFact
  | ListeningFact
  | LiteralVariablesFact
  | LocksFact
  | MisfitsFact
  | NpmFact
  | OauthFact
  | PackageCachesFact
  | PortsFact
  | ProjectsFact
  | PromptsFact
  | PythonFact
  | PythonPackagesFact
  | ReleasesFact
  | RunnerFaultsFact
  | ShellsFact
  | StdoutFact
  | UnnamedSettingsFact
  | ValuesFact;

/** Such a fact but for the line that tells it. */
export type Note<Of = NotedFact> = Of extends { readonly evidence: unknown } ? Omit<Of, 'evidence'> : never;

/** What is told, each with the forms of a line that tell it. */
export type Notes = readonly (readonly [Note, readonly RegExp[]])[];

/** Of each note the first line that tells it, among those that are taken; only in what is pasted, where people speak. */
export function noted(start: Said, notes: Notes, isTaken: (line: Line) => boolean): readonly NotedFact[] {
  if (start.from.via !== 'log') return [];
  // A line of people is a sentence, or some: what stands in the next one is another.
  const spoken = start.spoken.filter(isTaken).map((each) => ({ ...each, filled: each.text }));
  const taken = { ...start, spoken, client: start.client.filter(isTaken) };
  return notes.flatMap(([note, forms]) =>
    toldByPeople('account', taken, forms).map(({ evidence }) => ({ ...note, evidence })),
  );
}
