// Written by scripts/index.mjs from the files of this folder.
import { rule as addressMalformed } from './address-malformed';
import { rule as argsInOne } from './args-in-one';
import { rule as argumentNotTaken } from './argument-not-taken';
import { rule as argumentTorn } from './argument-torn';
import { rule as backendUnavailable } from './backend-unavailable';
import { rule as badCredentials } from './bad-credentials';
import { rule as binNotExecutable } from './bin-not-executable';
import { rule as buildMissing } from './build-missing';
import { rule as cacheDirPermission } from './cache-dir-permission';
import { rule as clientBug } from './client-bug';
import { rule as clientBundledRuntime } from './client-bundled-runtime';
import { rule as commandAndAddress } from './command-and-address';
import { rule as commandLineInCommand } from './command-line-in-command';
import { rule as configJsonInvalid } from './config-json-invalid';
import { rule as configWrongSchema } from './config-wrong-schema';
import { rule as connectionClosed } from './connection-closed';
import { rule as containerLocalhost } from './container-localhost';
import { rule as cwdMissing } from './cwd-missing';
import { rule as dashOfProse } from './dash-of-prose';
import { rule as dependencyConflict } from './dependency-conflict';
import { rule as depsNotInstalled } from './deps-not-installed';
import { rule as dnxWithoutYes } from './dnx-without-yes';
import { rule as dockerDaemonDown } from './docker-daemon-down';
import { rule as dockerImageMalformed } from './docker-image-malformed';
import { rule as dockerImageUnavailable } from './docker-image-unavailable';
import { rule as dockerNotInteractive } from './docker-not-interactive';
import { rule as dockerRunArgs } from './docker-run-args';
import { rule as dockerWords } from './docker-words';
import { rule as emptySetting } from './empty-setting';
import { rule as envFileMissing } from './env-file-missing';
import { rule as envNotPassed } from './env-not-passed';
import { rule as filePermissionDenied } from './file-permission-denied';
import { rule as firstRunDownloadTimeout } from './first-run-download-timeout';
import { rule as flagBeforePackage } from './flag-before-package';
import { rule as folderTwiceInPath } from './folder-twice-in-path';
import { rule as foreignVariable } from './foreign-variable';
import { rule as gitSourceMissing } from './git-source-missing';
import { rule as headerMalformed } from './header-malformed';
import { rule as headerWithBlank } from './header-with-blank';
import { rule as inputUndeclared } from './input-undeclared';
import { rule as inputUnused } from './input-unused';
import { rule as installBuildFailure } from './install-build-failure';
import { rule as installRace } from './install-race';
import { rule as instanceLock } from './instance-lock';
import { rule as interpreterMissing } from './interpreter-missing';
import { rule as invalidSettingValue } from './invalid-setting-value';
import { rule as invalidToolSchema } from './invalid-tool-schema';
import { rule as keyIgnored } from './key-ignored';
import { rule as keyNotRead } from './key-not-read';
import { rule as linksRefused } from './links-refused';
import { rule as listeningAddress } from './listening-address';
import { rule as localServersOnly } from './local-servers-only';
import { rule as mapTwice } from './map-twice';
import { rule as missingArgument } from './missing-argument';
import { rule as missingCredentialFile } from './missing-credential-file';
import { rule as missingEnv } from './missing-env';
import { rule as namesCollide } from './names-collide';
import { rule as nativeModuleAbi } from './native-module-abi';
import { rule as noHandshake } from './no-handshake';
import { rule as nodeTooOld } from './node-too-old';
import { rule as notStdioMode } from './not-stdio-mode';
import { rule as nothingToRun } from './nothing-to-run';
import { rule as nothingToStart } from './nothing-to-start';
import { rule as npmNoBin } from './npm-no-bin';
import { rule as npmPackageMissing } from './npm-package-missing';
import { rule as npmVersionMissing } from './npm-version-missing';
import { rule as npxCacheCorrupt } from './npx-cache-corrupt';
import { rule as oauthFlowFailure } from './oauth-flow-failure';
import { rule as offSwitchNotRead } from './off-switch-not-read';
import { rule as osSecurityBlock } from './os-security-block';
import { rule as otherRuntimeVersion } from './other-runtime-version';
import { rule as packageBrokenRelease } from './package-broken-release';
import { rule as pathOfOneMachine } from './path-of-one-machine';
import { rule as pathOutsideContainer } from './path-outside-container';
import { rule as pathQuoting } from './path-quoting';
import { rule as pathWithEscapes } from './path-with-escapes';
import { rule as pathWithoutRoot } from './path-without-root';
import { rule as placeholderLeft } from './placeholder-left';
import { rule as portInUse } from './port-in-use';
import { rule as programTwice } from './program-twice';
import { rule as protocolMismatch } from './protocol-mismatch';
import { rule as pypiPackageMissing } from './pypi-package-missing';
import { rule as pythonVersionMismatch } from './python-version-mismatch';
import { rule as quotesOfProse } from './quotes-of-prose';
import { rule as registryAccess } from './registry-access';
import { rule as remoteAuthMissing } from './remote-auth-missing';
import { rule as remoteRedirect } from './remote-redirect';
import { rule as remoteSessionOrHost } from './remote-session-or-host';
import { rule as remoteUnreachable } from './remote-unreachable';
import { rule as remoteWrongEndpointOrTransport } from './remote-wrong-endpoint-or-transport';
import { rule as resourceExhaustion } from './resource-exhaustion';
import { rule as runnerBroken } from './runner-broken';
import { rule as runnerNotInstalled } from './runner-not-installed';
import { rule as runnerNotOnPath } from './runner-not-on-path';
import { rule as scriptPathWrong } from './script-path-wrong';
import { rule as secretInFile } from './secret-in-file';
import { rule as secretInTheOpen } from './secret-in-the-open';
import { rule as serverExitsImmediately } from './server-exits-immediately';
import { rule as serverHangs } from './server-hangs';
import { rule as serverStartupCrash } from './server-startup-crash';
import { rule as serversNotAMap } from './servers-not-a-map';
import { rule as sessionVariableMissing } from './session-variable-missing';
import { rule as settingMalformed } from './setting-malformed';
import { rule as settingOfAnotherName } from './setting-of-another-name';
import { rule as shellWords } from './shell-words';
import { rule as slowStartup } from './slow-startup';
import { rule as stdioEncoding } from './stdio-encoding';
import { rule as stdioFraming } from './stdio-framing';
import { rule as stdoutDotenvBanner } from './stdout-dotenv-banner';
import { rule as stdoutServerLogs } from './stdout-server-logs';
import { rule as stdoutWrapperBanner } from './stdout-wrapper-banner';
import { rule as strayBlank } from './stray-blank';
import { rule as strictJson } from './strict-json';
import { rule as systemBinaryMissing } from './system-binary-missing';
import { rule as timeoutUnit } from './timeout-unit';
import { rule as tlsIntercept } from './tls-intercept';
import { rule as tunnelAddress } from './tunnel-address';
import { rule as typeNotTaken } from './type-not-taken';
import { rule as uvxEntrypointMismatch } from './uvx-entrypoint-mismatch';
import { rule as variableNotExpanded } from './variable-not-expanded';
import { rule as variableUnset } from './variable-unset';
import { rule as venvOfOtherSystem } from './venv-of-other-system';
import { rule as versionForm } from './version-form';
import { rule as waitingForInput } from './waiting-for-input';
import { rule as windowsNpxShim } from './windows-npx-shim';
import { rule as wordMisplaced } from './word-misplaced';
import { rule as wrongArchOrLibc } from './wrong-arch-or-libc';
import { rule as wrongCwd } from './wrong-cwd';
import { rule as wrongHost } from './wrong-host';
import { rule as wrongInterpreter } from './wrong-interpreter';
import { rule as wrongKindOfValue } from './wrong-kind-of-value';
import { rule as wrongPackage } from './wrong-package';
import { rule as wrongRootKey } from './wrong-root-key';
import { rule as wrongSubcommandOrFlag } from './wrong-subcommand-or-flag';
import type { Rule } from './rule';

export const rules: readonly Rule[] = [
  addressMalformed,
  argsInOne,
  argumentNotTaken,
  argumentTorn,
  backendUnavailable,
  badCredentials,
  binNotExecutable,
  buildMissing,
  cacheDirPermission,
  clientBug,
  clientBundledRuntime,
  commandAndAddress,
  commandLineInCommand,
  configJsonInvalid,
  configWrongSchema,
  connectionClosed,
  containerLocalhost,
  cwdMissing,
  dashOfProse,
  dependencyConflict,
  depsNotInstalled,
  dnxWithoutYes,
  dockerDaemonDown,
  dockerImageMalformed,
  dockerImageUnavailable,
  dockerNotInteractive,
  dockerRunArgs,
  dockerWords,
  emptySetting,
  envFileMissing,
  envNotPassed,
  filePermissionDenied,
  firstRunDownloadTimeout,
  flagBeforePackage,
  folderTwiceInPath,
  foreignVariable,
  gitSourceMissing,
  headerMalformed,
  headerWithBlank,
  inputUndeclared,
  inputUnused,
  installBuildFailure,
  installRace,
  instanceLock,
  interpreterMissing,
  invalidSettingValue,
  invalidToolSchema,
  keyIgnored,
  keyNotRead,
  linksRefused,
  listeningAddress,
  localServersOnly,
  mapTwice,
  missingArgument,
  missingCredentialFile,
  missingEnv,
  namesCollide,
  nativeModuleAbi,
  noHandshake,
  nodeTooOld,
  notStdioMode,
  nothingToRun,
  nothingToStart,
  npmNoBin,
  npmPackageMissing,
  npmVersionMissing,
  npxCacheCorrupt,
  oauthFlowFailure,
  offSwitchNotRead,
  osSecurityBlock,
  otherRuntimeVersion,
  packageBrokenRelease,
  pathOfOneMachine,
  pathOutsideContainer,
  pathQuoting,
  pathWithEscapes,
  pathWithoutRoot,
  placeholderLeft,
  portInUse,
  programTwice,
  protocolMismatch,
  pypiPackageMissing,
  pythonVersionMismatch,
  quotesOfProse,
  registryAccess,
  remoteAuthMissing,
  remoteRedirect,
  remoteSessionOrHost,
  remoteUnreachable,
  remoteWrongEndpointOrTransport,
  resourceExhaustion,
  runnerBroken,
  runnerNotInstalled,
  runnerNotOnPath,
  scriptPathWrong,
  secretInFile,
  secretInTheOpen,
  serverExitsImmediately,
  serverHangs,
  serverStartupCrash,
  serversNotAMap,
  sessionVariableMissing,
  settingMalformed,
  settingOfAnotherName,
  shellWords,
  slowStartup,
  stdioEncoding,
  stdioFraming,
  stdoutDotenvBanner,
  stdoutServerLogs,
  stdoutWrapperBanner,
  strayBlank,
  strictJson,
  systemBinaryMissing,
  timeoutUnit,
  tlsIntercept,
  tunnelAddress,
  typeNotTaken,
  uvxEntrypointMismatch,
  variableNotExpanded,
  variableUnset,
  venvOfOtherSystem,
  versionForm,
  waitingForInput,
  windowsNpxShim,
  wordMisplaced,
  wrongArchOrLibc,
  wrongCwd,
  wrongHost,
  wrongInterpreter,
  wrongKindOfValue,
  wrongPackage,
  wrongRootKey,
  wrongSubcommandOrFlag,
];
