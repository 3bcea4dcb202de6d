// Written by scripts/index.mjs from the files of this folder.
import type { CommandLineFact } from './command-line';
import type { ConnectionsFact } from './connections';
import type { CrashesFact } from './crashes';
import type { DockerFact } from './docker';
import type { HttpFact } from './http';
import type { NodeLoaderFact } from './node-loader';
import type { NodeRuntimeFact } from './node-runtime';
import type { NpmFact } from './npm';
import type { OutcomeFact } from './outcome';
import type { PortsFact } from './ports';
import type { PythonFact } from './python';
import type { PythonPackagesFact } from './python-packages';
import type { SettingsFact } from './settings';
import type { ShellsFact } from './shells';
import type { SpawnFact } from './spawn';
import type { StdoutFact } from './stdout';
import type { VerdictFact } from './verdict';
import type { VscodeHostFact } from './vscode-host';

/** What starts, and logs of them, tell. */
export type StartFact =
  | CommandLineFact
  | ConnectionsFact
  | CrashesFact
  | DockerFact
  | HttpFact
  | NodeLoaderFact
  | NodeRuntimeFact
  | NpmFact
  | OutcomeFact
  | PortsFact
  | PythonFact
  | PythonPackagesFact
  | SettingsFact
  | ShellsFact
  | SpawnFact
  | StdoutFact
  | VerdictFact
  | VscodeHostFact;
