// Written by scripts/index.mjs from the files of this folder.
import { read as accounts } from './accounts';
import { read as binaries } from './binaries';
import { read as blockedPrograms } from './blocked-programs';
import { read as clientConfig } from './client-config';
import { read as clientFaults } from './client-faults';
import { read as commandLine } from './command-line';
import { read as conditions } from './conditions';
import { read as connections } from './connections';
import { read as crashes } from './crashes';
import { read as credentials } from './credentials';
import { read as cutPaths } from './cut-paths';
import { read as docker } from './docker';
import { read as downloads } from './downloads';
import { read as exitCodes } from './exit-codes';
import { read as files } from './files';
import { read as handshake } from './handshake';
import { read as http } from './http';
import { read as inFewWords } from './in-few-words';
import { read as keptCredentials } from './kept-credentials';
import { read as listening } from './listening';
import { read as literalVariables } from './literal-variables';
import { read as locks } from './locks';
import { read as lostEnvironment } from './lost-environment';
import { read as lostQuotes } from './lost-quotes';
import { read as misfits } from './misfits';
import { read as mishaps } from './mishaps';
import { read as nodeLoader } from './node-loader';
import { read as nodeRuntime } from './node-runtime';
import { read as npm } from './npm';
import { read as oauth } from './oauth';
import { read as outcome } from './outcome';
import { read as packageCaches } from './package-caches';
import { read as ports } from './ports';
import { read as projects } from './projects';
import { read as prompts } from './prompts';
import { read as python } from './python';
import { read as pythonPackages } from './python-packages';
import { read as releases } from './releases';
import { read as remedies } from './remedies';
import { read as remote } from './remote';
import { read as ruby } from './ruby';
import { read as runnerFaults } from './runner-faults';
import { read as sessionVariables } from './session-variables';
import { read as settings } from './settings';
import { read as shells } from './shells';
import { read as spawn } from './spawn';
import { read as stdout } from './stdout';
import { read as systemTools } from './system-tools';
import { read as unnamedSettings } from './unnamed-settings';
import { read as values } from './values';
import { read as verdict } from './verdict';
import { read as versionManagers } from './version-managers';
import { read as vscodeHost } from './vscode-host';
import type { Read } from './index';

export const readers: readonly Read[] = [
  accounts,
  binaries,
  blockedPrograms,
  clientConfig,
  clientFaults,
  commandLine,
  conditions,
  connections,
  crashes,
  credentials,
  cutPaths,
  docker,
  downloads,
  exitCodes,
  files,
  handshake,
  http,
  inFewWords,
  keptCredentials,
  listening,
  literalVariables,
  locks,
  lostEnvironment,
  lostQuotes,
  misfits,
  mishaps,
  nodeLoader,
  nodeRuntime,
  npm,
  oauth,
  outcome,
  packageCaches,
  ports,
  projects,
  prompts,
  python,
  pythonPackages,
  releases,
  remedies,
  remote,
  ruby,
  runnerFaults,
  sessionVariables,
  settings,
  shells,
  spawn,
  stdout,
  systemTools,
  unnamedSettings,
  values,
  verdict,
  versionManagers,
  vscodeHost,
];
