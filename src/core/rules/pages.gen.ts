// Written by scripts/index.mjs from the files of this folder.
import { page as backendUnavailable } from './backend-unavailable';
import { page as binNotExecutable } from './bin-not-executable';
import { page as buildMissing } from './build-missing';
import { page as commandLineInCommand } from './command-line-in-command';
import { page as configJsonInvalid } from './config-json-invalid';
import { page as cwdMissing } from './cwd-missing';
import { page as depsNotInstalled } from './deps-not-installed';
import { page as dockerDaemonDown } from './docker-daemon-down';
import { page as interpreterMissing } from './interpreter-missing';
import { page as missingArgument } from './missing-argument';
import { page as missingEnv } from './missing-env';
import { page as noHandshake } from './no-handshake';
import { page as nodeTooOld } from './node-too-old';
import { page as nothingToRun } from './nothing-to-run';
import { page as npmNoBin } from './npm-no-bin';
import { page as npmPackageMissing } from './npm-package-missing';
import { page as npmVersionMissing } from './npm-version-missing';
import { page as npxCacheCorrupt } from './npx-cache-corrupt';
import { page as oauthFlowFailure } from './oauth-flow-failure';
import { page as portInUse } from './port-in-use';
import { page as pypiPackageMissing } from './pypi-package-missing';
import { page as registryAccess } from './registry-access';
import { page as remoteAuthMissing } from './remote-auth-missing';
import { page as remoteRedirect } from './remote-redirect';
import { page as remoteSessionOrHost } from './remote-session-or-host';
import { page as remoteUnreachable } from './remote-unreachable';
import { page as remoteWrongEndpointOrTransport } from './remote-wrong-endpoint-or-transport';
import { page as runnerNotInstalled } from './runner-not-installed';
import { page as runnerNotOnPath } from './runner-not-on-path';
import { page as scriptPathWrong } from './script-path-wrong';
import { page as stdoutDotenvBanner } from './stdout-dotenv-banner';
import { page as stdoutServerLogs } from './stdout-server-logs';
import { page as strictJson } from './strict-json';
import { page as tlsIntercept } from './tls-intercept';
import { page as uvxEntrypointMismatch } from './uvx-entrypoint-mismatch';
import { page as windowsNpxShim } from './windows-npx-shim';
import { page as wrongHost } from './wrong-host';
import { page as wrongInterpreter } from './wrong-interpreter';
import { page as wrongRootKey } from './wrong-root-key';
import { page as wrongSubcommandOrFlag } from './wrong-subcommand-or-flag';
import type { Page } from './rule';

export const pages: Readonly<Record<string, Page>> = {
  'backend-unavailable': backendUnavailable,
  'bin-not-executable': binNotExecutable,
  'build-missing': buildMissing,
  'command-line-in-command': commandLineInCommand,
  'config-json-invalid': configJsonInvalid,
  'cwd-missing': cwdMissing,
  'deps-not-installed': depsNotInstalled,
  'docker-daemon-down': dockerDaemonDown,
  'interpreter-missing': interpreterMissing,
  'missing-argument': missingArgument,
  'missing-env': missingEnv,
  'no-handshake': noHandshake,
  'node-too-old': nodeTooOld,
  'nothing-to-run': nothingToRun,
  'npm-no-bin': npmNoBin,
  'npm-package-missing': npmPackageMissing,
  'npm-version-missing': npmVersionMissing,
  'npx-cache-corrupt': npxCacheCorrupt,
  'oauth-flow-failure': oauthFlowFailure,
  'port-in-use': portInUse,
  'pypi-package-missing': pypiPackageMissing,
  'registry-access': registryAccess,
  'remote-auth-missing': remoteAuthMissing,
  'remote-redirect': remoteRedirect,
  'remote-session-or-host': remoteSessionOrHost,
  'remote-unreachable': remoteUnreachable,
  'remote-wrong-endpoint-or-transport': remoteWrongEndpointOrTransport,
  'runner-not-installed': runnerNotInstalled,
  'runner-not-on-path': runnerNotOnPath,
  'script-path-wrong': scriptPathWrong,
  'stdout-dotenv-banner': stdoutDotenvBanner,
  'stdout-server-logs': stdoutServerLogs,
  'strict-json': strictJson,
  'tls-intercept': tlsIntercept,
  'uvx-entrypoint-mismatch': uvxEntrypointMismatch,
  'windows-npx-shim': windowsNpxShim,
  'wrong-host': wrongHost,
  'wrong-interpreter': wrongInterpreter,
  'wrong-root-key': wrongRootKey,
  'wrong-subcommand-or-flag': wrongSubcommandOrFlag,
};
