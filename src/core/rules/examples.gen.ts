// Written by scripts/index.mjs from the files of this folder.
import { examples as addressMalformed } from './address-malformed';
import { examples as argsInOne } from './args-in-one';
import { examples as argumentNotTaken } from './argument-not-taken';
import { examples as argumentTorn } from './argument-torn';
import { examples as backendUnavailable } from './backend-unavailable';
import { examples as badCredentials } from './bad-credentials';
import { examples as binNotExecutable } from './bin-not-executable';
import { examples as buildMissing } from './build-missing';
import { examples as cacheDirPermission } from './cache-dir-permission';
import { examples as clientBug } from './client-bug';
import { examples as clientBundledRuntime } from './client-bundled-runtime';
import { examples as commandAndAddress } from './command-and-address';
import { examples as commandLineInCommand } from './command-line-in-command';
import { examples as configJsonInvalid } from './config-json-invalid';
import { examples as configWrongSchema } from './config-wrong-schema';
import { examples as connectionClosed } from './connection-closed';
import { examples as containerLocalhost } from './container-localhost';
import { examples as cwdMissing } from './cwd-missing';
import { examples as dashOfProse } from './dash-of-prose';
import { examples as dependencyConflict } from './dependency-conflict';
import { examples as depsNotInstalled } from './deps-not-installed';
import { examples as dnxWithoutYes } from './dnx-without-yes';
import { examples as dockerDaemonDown } from './docker-daemon-down';
import { examples as dockerImageMalformed } from './docker-image-malformed';
import { examples as dockerImageUnavailable } from './docker-image-unavailable';
import { examples as dockerNotInteractive } from './docker-not-interactive';
import { examples as dockerRunArgs } from './docker-run-args';
import { examples as dockerWords } from './docker-words';
import { examples as emptySetting } from './empty-setting';
import { examples as envFileMissing } from './env-file-missing';
import { examples as envNotPassed } from './env-not-passed';
import { examples as filePermissionDenied } from './file-permission-denied';
import { examples as firstRunDownloadTimeout } from './first-run-download-timeout';
import { examples as flagBeforePackage } from './flag-before-package';
import { examples as folderTwiceInPath } from './folder-twice-in-path';
import { examples as foreignVariable } from './foreign-variable';
import { examples as gitSourceMissing } from './git-source-missing';
import { examples as headerMalformed } from './header-malformed';
import { examples as headerWithBlank } from './header-with-blank';
import { examples as inputUndeclared } from './input-undeclared';
import { examples as inputUnused } from './input-unused';
import { examples as installBuildFailure } from './install-build-failure';
import { examples as installRace } from './install-race';
import { examples as instanceLock } from './instance-lock';
import { examples as interpreterMissing } from './interpreter-missing';
import { examples as invalidSettingValue } from './invalid-setting-value';
import { examples as invalidToolSchema } from './invalid-tool-schema';
import { examples as keyIgnored } from './key-ignored';
import { examples as keyNotRead } from './key-not-read';
import { examples as linksRefused } from './links-refused';
import { examples as listeningAddress } from './listening-address';
import { examples as localServersOnly } from './local-servers-only';
import { examples as mapTwice } from './map-twice';
import { examples as missingArgument } from './missing-argument';
import { examples as missingCredentialFile } from './missing-credential-file';
import { examples as missingEnv } from './missing-env';
import { examples as namesCollide } from './names-collide';
import { examples as nativeModuleAbi } from './native-module-abi';
import { examples as noHandshake } from './no-handshake';
import { examples as nodeTooOld } from './node-too-old';
import { examples as notStdioMode } from './not-stdio-mode';
import { examples as nothingToRun } from './nothing-to-run';
import { examples as nothingToStart } from './nothing-to-start';
import { examples as npmNoBin } from './npm-no-bin';
import { examples as npmPackageMissing } from './npm-package-missing';
import { examples as npmVersionMissing } from './npm-version-missing';
import { examples as npxCacheCorrupt } from './npx-cache-corrupt';
import { examples as oauthFlowFailure } from './oauth-flow-failure';
import { examples as offSwitchNotRead } from './off-switch-not-read';
import { examples as osSecurityBlock } from './os-security-block';
import { examples as otherRuntimeVersion } from './other-runtime-version';
import { examples as packageBrokenRelease } from './package-broken-release';
import { examples as pathOfOneMachine } from './path-of-one-machine';
import { examples as pathOutsideContainer } from './path-outside-container';
import { examples as pathQuoting } from './path-quoting';
import { examples as pathWithEscapes } from './path-with-escapes';
import { examples as pathWithoutRoot } from './path-without-root';
import { examples as placeholderLeft } from './placeholder-left';
import { examples as portInUse } from './port-in-use';
import { examples as programTwice } from './program-twice';
import { examples as protocolMismatch } from './protocol-mismatch';
import { examples as pypiPackageMissing } from './pypi-package-missing';
import { examples as pythonVersionMismatch } from './python-version-mismatch';
import { examples as quotesOfProse } from './quotes-of-prose';
import { examples as registryAccess } from './registry-access';
import { examples as remoteAuthMissing } from './remote-auth-missing';
import { examples as remoteRedirect } from './remote-redirect';
import { examples as remoteSessionOrHost } from './remote-session-or-host';
import { examples as remoteUnreachable } from './remote-unreachable';
import { examples as remoteWrongEndpointOrTransport } from './remote-wrong-endpoint-or-transport';
import { examples as resourceExhaustion } from './resource-exhaustion';
import { examples as runnerBroken } from './runner-broken';
import { examples as runnerNotInstalled } from './runner-not-installed';
import { examples as runnerNotOnPath } from './runner-not-on-path';
import { examples as scriptPathWrong } from './script-path-wrong';
import { examples as secretInFile } from './secret-in-file';
import { examples as secretInTheOpen } from './secret-in-the-open';
import { examples as serverExitsImmediately } from './server-exits-immediately';
import { examples as serverHangs } from './server-hangs';
import { examples as serverStartupCrash } from './server-startup-crash';
import { examples as serversNotAMap } from './servers-not-a-map';
import { examples as sessionVariableMissing } from './session-variable-missing';
import { examples as settingMalformed } from './setting-malformed';
import { examples as settingOfAnotherName } from './setting-of-another-name';
import { examples as shellWords } from './shell-words';
import { examples as slowStartup } from './slow-startup';
import { examples as stdioEncoding } from './stdio-encoding';
import { examples as stdioFraming } from './stdio-framing';
import { examples as stdoutDotenvBanner } from './stdout-dotenv-banner';
import { examples as stdoutServerLogs } from './stdout-server-logs';
import { examples as stdoutWrapperBanner } from './stdout-wrapper-banner';
import { examples as strayBlank } from './stray-blank';
import { examples as strictJson } from './strict-json';
import { examples as systemBinaryMissing } from './system-binary-missing';
import { examples as timeoutUnit } from './timeout-unit';
import { examples as tlsIntercept } from './tls-intercept';
import { examples as tunnelAddress } from './tunnel-address';
import { examples as typeNotTaken } from './type-not-taken';
import { examples as uvxEntrypointMismatch } from './uvx-entrypoint-mismatch';
import { examples as variableNotExpanded } from './variable-not-expanded';
import { examples as variableUnset } from './variable-unset';
import { examples as venvOfOtherSystem } from './venv-of-other-system';
import { examples as versionForm } from './version-form';
import { examples as waitingForInput } from './waiting-for-input';
import { examples as windowsNpxShim } from './windows-npx-shim';
import { examples as wordMisplaced } from './word-misplaced';
import { examples as wrongArchOrLibc } from './wrong-arch-or-libc';
import { examples as wrongCwd } from './wrong-cwd';
import { examples as wrongHost } from './wrong-host';
import { examples as wrongInterpreter } from './wrong-interpreter';
import { examples as wrongKindOfValue } from './wrong-kind-of-value';
import { examples as wrongPackage } from './wrong-package';
import { examples as wrongRootKey } from './wrong-root-key';
import { examples as wrongSubcommandOrFlag } from './wrong-subcommand-or-flag';
import type { Examples } from './rule';

export const examples: Readonly<Record<string, Examples>> = {
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
