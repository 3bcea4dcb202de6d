// Written by scripts/index.mjs from the files of this folder.
import { rule as backendUnavailable } from './backend-unavailable';
import { rule as binNotExecutable } from './bin-not-executable';
import { rule as buildMissing } from './build-missing';
import { rule as commandLineInCommand } from './command-line-in-command';
import { rule as configJsonInvalid } from './config-json-invalid';
import { rule as cwdMissing } from './cwd-missing';
import { rule as depsNotInstalled } from './deps-not-installed';
import { rule as dockerDaemonDown } from './docker-daemon-down';
import { rule as interpreterMissing } from './interpreter-missing';
import { rule as missingArgument } from './missing-argument';
import { rule as missingEnv } from './missing-env';
import { rule as noHandshake } from './no-handshake';
import { rule as nodeTooOld } from './node-too-old';
import { rule as nothingToRun } from './nothing-to-run';
import { rule as npmNoBin } from './npm-no-bin';
import { rule as npmPackageMissing } from './npm-package-missing';
import { rule as npmVersionMissing } from './npm-version-missing';
import { rule as npxCacheCorrupt } from './npx-cache-corrupt';
import { rule as oauthFlowFailure } from './oauth-flow-failure';
import { rule as portInUse } from './port-in-use';
import { rule as pypiPackageMissing } from './pypi-package-missing';
import { rule as registryAccess } from './registry-access';
import { rule as remoteAuthMissing } from './remote-auth-missing';
import { rule as remoteRedirect } from './remote-redirect';
import { rule as remoteSessionOrHost } from './remote-session-or-host';
import { rule as remoteUnreachable } from './remote-unreachable';
import { rule as remoteWrongEndpointOrTransport } from './remote-wrong-endpoint-or-transport';
import { rule as runnerNotInstalled } from './runner-not-installed';
import { rule as runnerNotOnPath } from './runner-not-on-path';
import { rule as scriptPathWrong } from './script-path-wrong';
import { rule as stdoutDotenvBanner } from './stdout-dotenv-banner';
import { rule as stdoutServerLogs } from './stdout-server-logs';
import { rule as strictJson } from './strict-json';
import { rule as tlsIntercept } from './tls-intercept';
import { rule as uvxEntrypointMismatch } from './uvx-entrypoint-mismatch';
import { rule as windowsNpxShim } from './windows-npx-shim';
import { rule as wrongHost } from './wrong-host';
import { rule as wrongInterpreter } from './wrong-interpreter';
import { rule as wrongRootKey } from './wrong-root-key';
import { rule as wrongSubcommandOrFlag } from './wrong-subcommand-or-flag';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  backendUnavailable,
  binNotExecutable,
  buildMissing,
  commandLineInCommand,
  configJsonInvalid,
  cwdMissing,
  depsNotInstalled,
  dockerDaemonDown,
  interpreterMissing,
  missingArgument,
  missingEnv,
  noHandshake,
  nodeTooOld,
  nothingToRun,
  npmNoBin,
  npmPackageMissing,
  npmVersionMissing,
  npxCacheCorrupt,
  oauthFlowFailure,
  portInUse,
  pypiPackageMissing,
  registryAccess,
  remoteAuthMissing,
  remoteRedirect,
  remoteSessionOrHost,
  remoteUnreachable,
  remoteWrongEndpointOrTransport,
  runnerNotInstalled,
  runnerNotOnPath,
  scriptPathWrong,
  stdoutDotenvBanner,
  stdoutServerLogs,
  strictJson,
  tlsIntercept,
  uvxEntrypointMismatch,
  windowsNpxShim,
  wrongHost,
  wrongInterpreter,
  wrongRootKey,
  wrongSubcommandOrFlag,
];
