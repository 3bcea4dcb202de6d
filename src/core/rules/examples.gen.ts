// Written by scripts/index.mjs from the files of this folder.
import { examples as backendUnavailable } from './backend-unavailable';
import { examples as binNotExecutable } from './bin-not-executable';
import { examples as buildMissing } from './build-missing';
import { examples as commandLineInCommand } from './command-line-in-command';
import { examples as configJsonInvalid } from './config-json-invalid';
import { examples as cwdMissing } from './cwd-missing';
import { examples as depsNotInstalled } from './deps-not-installed';
import { examples as dockerDaemonDown } from './docker-daemon-down';
import { examples as interpreterMissing } from './interpreter-missing';
import { examples as missingArgument } from './missing-argument';
import { examples as missingEnv } from './missing-env';
import { examples as noHandshake } from './no-handshake';
import { examples as nodeTooOld } from './node-too-old';
import { examples as nothingToRun } from './nothing-to-run';
import { examples as npmNoBin } from './npm-no-bin';
import { examples as npmPackageMissing } from './npm-package-missing';
import { examples as npmVersionMissing } from './npm-version-missing';
import { examples as npxCacheCorrupt } from './npx-cache-corrupt';
import { examples as oauthFlowFailure } from './oauth-flow-failure';
import { examples as portInUse } from './port-in-use';
import { examples as pypiPackageMissing } from './pypi-package-missing';
import { examples as registryAccess } from './registry-access';
import { examples as remoteAuthMissing } from './remote-auth-missing';
import { examples as remoteRedirect } from './remote-redirect';
import { examples as remoteSessionOrHost } from './remote-session-or-host';
import { examples as remoteUnreachable } from './remote-unreachable';
import { examples as remoteWrongEndpointOrTransport } from './remote-wrong-endpoint-or-transport';
import { examples as runnerNotInstalled } from './runner-not-installed';
import { examples as runnerNotOnPath } from './runner-not-on-path';
import { examples as scriptPathWrong } from './script-path-wrong';
import { examples as stdoutDotenvBanner } from './stdout-dotenv-banner';
import { examples as stdoutServerLogs } from './stdout-server-logs';
import { examples as strictJson } from './strict-json';
import { examples as tlsIntercept } from './tls-intercept';
import { examples as uvxEntrypointMismatch } from './uvx-entrypoint-mismatch';
import { examples as windowsNpxShim } from './windows-npx-shim';
import { examples as wrongHost } from './wrong-host';
import { examples as wrongInterpreter } from './wrong-interpreter';
import { examples as wrongRootKey } from './wrong-root-key';
import { examples as wrongSubcommandOrFlag } from './wrong-subcommand-or-flag';
import type { Examples } from './rule';

export const examples: Readonly<Record<string, Examples>> = {
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
