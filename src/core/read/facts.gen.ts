// Written by scripts/index.mjs from the files of this folder.
import type { AccountsFact } from './accounts';
import type { BinariesFact } from './binaries';
import type { BlockedProgramsFact } from './blocked-programs';
import type { ClientConfigFact } from './client-config';
import type { ClientFaultsFact } from './client-faults';
import type { CommandLineFact } from './command-line';
import type { ConnectionsFact } from './connections';
import type { CrashesFact } from './crashes';
import type { CredentialsFact } from './credentials';
import type { CutPathsFact } from './cut-paths';
import type { DockerFact } from './docker';
import type { DownloadsFact } from './downloads';
import type { ExitCodesFact } from './exit-codes';
import type { FilesFact } from './files';
import type { HandshakeFact } from './handshake';
import type { HttpFact } from './http';
import type { KeptCredentialsFact } from './kept-credentials';
import type { ListeningFact } from './listening';
import type { LiteralVariablesFact } from './literal-variables';
import type { LocksFact } from './locks';
import type { LostEnvironmentFact } from './lost-environment';
import type { LostQuotesFact } from './lost-quotes';
import type { MisfitsFact } from './misfits';
import type { NodeLoaderFact } from './node-loader';
import type { NodeRuntimeFact } from './node-runtime';
import type { NpmFact } from './npm';
import type { OauthFact } from './oauth';
import type { OutcomeFact } from './outcome';
import type { PackageCachesFact } from './package-caches';
import type { PortsFact } from './ports';
import type { ProjectsFact } from './projects';
import type { PromptsFact } from './prompts';
import type { PythonFact } from './python';
import type { PythonPackagesFact } from './python-packages';
import type { ReleasesFact } from './releases';
import type { RemoteFact } from './remote';
import type { RubyFact } from './ruby';
import type { RunnerFaultsFact } from './runner-faults';
import type { SessionVariablesFact } from './session-variables';
import type { SettingsFact } from './settings';
import type { ShellsFact } from './shells';
import type { SpawnFact } from './spawn';
import type { StdoutFact } from './stdout';
import type { SystemToolsFact } from './system-tools';
import type { UnnamedSettingsFact } from './unnamed-settings';
import type { ValuesFact } from './values';
import type { VerdictFact } from './verdict';
import type { VersionManagersFact } from './version-managers';
import type { VscodeHostFact } from './vscode-host';

/** What starts, and logs of them, tell. */
export type StartFact =
  | AccountsFact
  | BinariesFact
  | BlockedProgramsFact
  | ClientConfigFact
  | ClientFaultsFact
  | CommandLineFact
  | ConnectionsFact
  | CrashesFact
  | CredentialsFact
  | CutPathsFact
  | DockerFact
  | DownloadsFact
  | ExitCodesFact
  | FilesFact
  | HandshakeFact
  | HttpFact
  | KeptCredentialsFact
  | ListeningFact
  | LiteralVariablesFact
  | LocksFact
  | LostEnvironmentFact
  | LostQuotesFact
  | MisfitsFact
  | NodeLoaderFact
  | NodeRuntimeFact
  | NpmFact
  | OauthFact
  | OutcomeFact
  | PackageCachesFact
  | PortsFact
  | ProjectsFact
  | PromptsFact
  | PythonFact
  | PythonPackagesFact
  | ReleasesFact
  | RemoteFact
  | RubyFact
  | RunnerFaultsFact
  | SessionVariablesFact
  | SettingsFact
  | ShellsFact
  | SpawnFact
  | StdoutFact
  | SystemToolsFact
  | UnnamedSettingsFact
  | ValuesFact
  | VerdictFact
  | VersionManagersFact
  | VscodeHostFact;
