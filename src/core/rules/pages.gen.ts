// Written by scripts/index.mjs from the files of this folder.
import { page as addressMalformed } from './address-malformed';
import { page as argsInOne } from './args-in-one';
import { page as argumentNotTaken } from './argument-not-taken';
import { page as argumentTorn } from './argument-torn';
import { page as backendUnavailable } from './backend-unavailable';
import { page as badCredentials } from './bad-credentials';
import { page as binNotExecutable } from './bin-not-executable';
import { page as buildMissing } from './build-missing';
import { page as cacheDirPermission } from './cache-dir-permission';
import { page as clientBug } from './client-bug';
import { page as clientBundledRuntime } from './client-bundled-runtime';
import { page as commandAndAddress } from './command-and-address';
import { page as commandLineInCommand } from './command-line-in-command';
import { page as configJsonInvalid } from './config-json-invalid';
import { page as configWrongSchema } from './config-wrong-schema';
import { page as connectionClosed } from './connection-closed';
import { page as containerLocalhost } from './container-localhost';
import { page as cwdMissing } from './cwd-missing';
import { page as dashOfProse } from './dash-of-prose';
import { page as dependencyConflict } from './dependency-conflict';
import { page as depsNotInstalled } from './deps-not-installed';
import { page as dnxWithoutYes } from './dnx-without-yes';
import { page as dockerDaemonDown } from './docker-daemon-down';
import { page as dockerImageMalformed } from './docker-image-malformed';
import { page as dockerImageUnavailable } from './docker-image-unavailable';
import { page as dockerNotInteractive } from './docker-not-interactive';
import { page as dockerRunArgs } from './docker-run-args';
import { page as dockerWords } from './docker-words';
import { page as emptySetting } from './empty-setting';
import { page as envFileMissing } from './env-file-missing';
import { page as envNotPassed } from './env-not-passed';
import { page as filePermissionDenied } from './file-permission-denied';
import { page as firstRunDownloadTimeout } from './first-run-download-timeout';
import { page as flagBeforePackage } from './flag-before-package';
import { page as folderTwiceInPath } from './folder-twice-in-path';
import { page as foreignVariable } from './foreign-variable';
import { page as gitSourceMissing } from './git-source-missing';
import { page as headerMalformed } from './header-malformed';
import { page as headerWithBlank } from './header-with-blank';
import { page as inputUndeclared } from './input-undeclared';
import { page as inputUnused } from './input-unused';
import { page as installBuildFailure } from './install-build-failure';
import { page as installRace } from './install-race';
import { page as instanceLock } from './instance-lock';
import { page as interpreterMissing } from './interpreter-missing';
import { page as invalidSettingValue } from './invalid-setting-value';
import { page as invalidToolSchema } from './invalid-tool-schema';
import { page as keyIgnored } from './key-ignored';
import { page as keyNotRead } from './key-not-read';
import { page as linksRefused } from './links-refused';
import { page as listeningAddress } from './listening-address';
import { page as localServersOnly } from './local-servers-only';
import { page as mapTwice } from './map-twice';
import { page as missingArgument } from './missing-argument';
import { page as missingCredentialFile } from './missing-credential-file';
import { page as missingEnv } from './missing-env';
import { page as namesCollide } from './names-collide';
import { page as nativeModuleAbi } from './native-module-abi';
import { page as noHandshake } from './no-handshake';
import { page as nodeTooOld } from './node-too-old';
import { page as notStdioMode } from './not-stdio-mode';
import { page as nothingToRun } from './nothing-to-run';
import { page as nothingToStart } from './nothing-to-start';
import { page as npmNoBin } from './npm-no-bin';
import { page as npmPackageMissing } from './npm-package-missing';
import { page as npmVersionMissing } from './npm-version-missing';
import { page as npxCacheCorrupt } from './npx-cache-corrupt';
import { page as oauthFlowFailure } from './oauth-flow-failure';
import { page as offSwitchNotRead } from './off-switch-not-read';
import { page as osSecurityBlock } from './os-security-block';
import { page as otherRuntimeVersion } from './other-runtime-version';
import { page as packageBrokenRelease } from './package-broken-release';
import { page as pathOfOneMachine } from './path-of-one-machine';
import { page as pathOutsideContainer } from './path-outside-container';
import { page as pathQuoting } from './path-quoting';
import { page as pathWithEscapes } from './path-with-escapes';
import { page as pathWithoutRoot } from './path-without-root';
import { page as placeholderLeft } from './placeholder-left';
import { page as portInUse } from './port-in-use';
import { page as programTwice } from './program-twice';
import { page as protocolMismatch } from './protocol-mismatch';
import { page as pypiPackageMissing } from './pypi-package-missing';
import { page as pythonVersionMismatch } from './python-version-mismatch';
import { page as quotesOfProse } from './quotes-of-prose';
import { page as registryAccess } from './registry-access';
import { page as remoteAuthMissing } from './remote-auth-missing';
import { page as remoteRedirect } from './remote-redirect';
import { page as remoteSessionOrHost } from './remote-session-or-host';
import { page as remoteUnreachable } from './remote-unreachable';
import { page as remoteWrongEndpointOrTransport } from './remote-wrong-endpoint-or-transport';
import { page as resourceExhaustion } from './resource-exhaustion';
import { page as runnerBroken } from './runner-broken';
import { page as runnerNotInstalled } from './runner-not-installed';
import { page as runnerNotOnPath } from './runner-not-on-path';
import { page as scriptPathWrong } from './script-path-wrong';
import { page as secretInFile } from './secret-in-file';
import { page as secretInTheOpen } from './secret-in-the-open';
import { page as serverExitsImmediately } from './server-exits-immediately';
import { page as serverHangs } from './server-hangs';
import { page as serverStartupCrash } from './server-startup-crash';
import { page as serversNotAMap } from './servers-not-a-map';
import { page as sessionVariableMissing } from './session-variable-missing';
import { page as settingMalformed } from './setting-malformed';
import { page as settingOfAnotherName } from './setting-of-another-name';
import { page as shellWords } from './shell-words';
import { page as slowStartup } from './slow-startup';
import { page as stdioEncoding } from './stdio-encoding';
import { page as stdioFraming } from './stdio-framing';
import { page as stdoutDotenvBanner } from './stdout-dotenv-banner';
import { page as stdoutServerLogs } from './stdout-server-logs';
import { page as stdoutWrapperBanner } from './stdout-wrapper-banner';
import { page as strayBlank } from './stray-blank';
import { page as strictJson } from './strict-json';
import { page as systemBinaryMissing } from './system-binary-missing';
import { page as timeoutUnit } from './timeout-unit';
import { page as tlsIntercept } from './tls-intercept';
import { page as tunnelAddress } from './tunnel-address';
import { page as typeNotTaken } from './type-not-taken';
import { page as uvxEntrypointMismatch } from './uvx-entrypoint-mismatch';
import { page as variableNotExpanded } from './variable-not-expanded';
import { page as variableUnset } from './variable-unset';
import { page as venvOfOtherSystem } from './venv-of-other-system';
import { page as versionForm } from './version-form';
import { page as waitingForInput } from './waiting-for-input';
import { page as windowsNpxShim } from './windows-npx-shim';
import { page as wordMisplaced } from './word-misplaced';
import { page as wrongArchOrLibc } from './wrong-arch-or-libc';
import { page as wrongCwd } from './wrong-cwd';
import { page as wrongHost } from './wrong-host';
import { page as wrongInterpreter } from './wrong-interpreter';
import { page as wrongKindOfValue } from './wrong-kind-of-value';
import { page as wrongPackage } from './wrong-package';
import { page as wrongRootKey } from './wrong-root-key';
import { page as wrongSubcommandOrFlag } from './wrong-subcommand-or-flag';
import type { Page } from './rule';

export const pages: Readonly<Record<string, Page>> = {
  'address-malformed': addressMalformed,
  'args-in-one': argsInOne,
  'argument-not-taken': argumentNotTaken,
  'argument-torn': argumentTorn,
  'backend-unavailable': backendUnavailable,
  'bad-credentials': badCredentials,
  'bin-not-executable': binNotExecutable,
  'build-missing': buildMissing,
  'cache-dir-permission': cacheDirPermission,
  'client-bug': clientBug,
  'client-bundled-runtime': clientBundledRuntime,
  'command-and-address': commandAndAddress,
  'command-line-in-command': commandLineInCommand,
  'config-json-invalid': configJsonInvalid,
  'config-wrong-schema': configWrongSchema,
  'connection-closed': connectionClosed,
  'container-localhost': containerLocalhost,
  'cwd-missing': cwdMissing,
  'dash-of-prose': dashOfProse,
  'dependency-conflict': dependencyConflict,
  'deps-not-installed': depsNotInstalled,
  'dnx-without-yes': dnxWithoutYes,
  'docker-daemon-down': dockerDaemonDown,
  'docker-image-malformed': dockerImageMalformed,
  'docker-image-unavailable': dockerImageUnavailable,
  'docker-not-interactive': dockerNotInteractive,
  'docker-run-args': dockerRunArgs,
  'docker-words': dockerWords,
  'empty-setting': emptySetting,
  'env-file-missing': envFileMissing,
  'env-not-passed': envNotPassed,
  'file-permission-denied': filePermissionDenied,
  'first-run-download-timeout': firstRunDownloadTimeout,
  'flag-before-package': flagBeforePackage,
  'folder-twice-in-path': folderTwiceInPath,
  'foreign-variable': foreignVariable,
  'git-source-missing': gitSourceMissing,
  'header-malformed': headerMalformed,
  'header-with-blank': headerWithBlank,
  'input-undeclared': inputUndeclared,
  'input-unused': inputUnused,
  'install-build-failure': installBuildFailure,
  'install-race': installRace,
  'instance-lock': instanceLock,
  'interpreter-missing': interpreterMissing,
  'invalid-setting-value': invalidSettingValue,
  'invalid-tool-schema': invalidToolSchema,
  'key-ignored': keyIgnored,
  'key-not-read': keyNotRead,
  'links-refused': linksRefused,
  'listening-address': listeningAddress,
  'local-servers-only': localServersOnly,
  'map-twice': mapTwice,
  'missing-argument': missingArgument,
  'missing-credential-file': missingCredentialFile,
  'missing-env': missingEnv,
  'names-collide': namesCollide,
  'native-module-abi': nativeModuleAbi,
  'no-handshake': noHandshake,
  'node-too-old': nodeTooOld,
  'not-stdio-mode': notStdioMode,
  'nothing-to-run': nothingToRun,
  'nothing-to-start': nothingToStart,
  'npm-no-bin': npmNoBin,
  'npm-package-missing': npmPackageMissing,
  'npm-version-missing': npmVersionMissing,
  'npx-cache-corrupt': npxCacheCorrupt,
  'oauth-flow-failure': oauthFlowFailure,
  'off-switch-not-read': offSwitchNotRead,
  'os-security-block': osSecurityBlock,
  'other-runtime-version': otherRuntimeVersion,
  'package-broken-release': packageBrokenRelease,
  'path-of-one-machine': pathOfOneMachine,
  'path-outside-container': pathOutsideContainer,
  'path-quoting': pathQuoting,
  'path-with-escapes': pathWithEscapes,
  'path-without-root': pathWithoutRoot,
  'placeholder-left': placeholderLeft,
  'port-in-use': portInUse,
  'program-twice': programTwice,
  'protocol-mismatch': protocolMismatch,
  'pypi-package-missing': pypiPackageMissing,
  'python-version-mismatch': pythonVersionMismatch,
  'quotes-of-prose': quotesOfProse,
  'registry-access': registryAccess,
  'remote-auth-missing': remoteAuthMissing,
  'remote-redirect': remoteRedirect,
  'remote-session-or-host': remoteSessionOrHost,
  'remote-unreachable': remoteUnreachable,
  'remote-wrong-endpoint-or-transport': remoteWrongEndpointOrTransport,
  'resource-exhaustion': resourceExhaustion,
  'runner-broken': runnerBroken,
  'runner-not-installed': runnerNotInstalled,
  'runner-not-on-path': runnerNotOnPath,
  'script-path-wrong': scriptPathWrong,
  'secret-in-file': secretInFile,
  'secret-in-the-open': secretInTheOpen,
  'server-exits-immediately': serverExitsImmediately,
  'server-hangs': serverHangs,
  'server-startup-crash': serverStartupCrash,
  'servers-not-a-map': serversNotAMap,
  'session-variable-missing': sessionVariableMissing,
  'setting-malformed': settingMalformed,
  'setting-of-another-name': settingOfAnotherName,
  'shell-words': shellWords,
  'slow-startup': slowStartup,
  'stdio-encoding': stdioEncoding,
  'stdio-framing': stdioFraming,
  'stdout-dotenv-banner': stdoutDotenvBanner,
  'stdout-server-logs': stdoutServerLogs,
  'stdout-wrapper-banner': stdoutWrapperBanner,
  'stray-blank': strayBlank,
  'strict-json': strictJson,
  'system-binary-missing': systemBinaryMissing,
  'timeout-unit': timeoutUnit,
  'tls-intercept': tlsIntercept,
  'tunnel-address': tunnelAddress,
  'type-not-taken': typeNotTaken,
  'uvx-entrypoint-mismatch': uvxEntrypointMismatch,
  'variable-not-expanded': variableNotExpanded,
  'variable-unset': variableUnset,
  'venv-of-other-system': venvOfOtherSystem,
  'version-form': versionForm,
  'waiting-for-input': waitingForInput,
  'windows-npx-shim': windowsNpxShim,
  'word-misplaced': wordMisplaced,
  'wrong-arch-or-libc': wrongArchOrLibc,
  'wrong-cwd': wrongCwd,
  'wrong-host': wrongHost,
  'wrong-interpreter': wrongInterpreter,
  'wrong-kind-of-value': wrongKindOfValue,
  'wrong-package': wrongPackage,
  'wrong-root-key': wrongRootKey,
  'wrong-subcommand-or-flag': wrongSubcommandOrFlag,
};
