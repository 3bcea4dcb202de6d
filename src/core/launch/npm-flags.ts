// What npm 12 and its `npx` take on their command lines, from npm’s own definitions (@npmcli/config).
const SWITCHES = (
  'all allow-same-version audit bin-links browser bypass-2fa color commit-hooks dangerously-allow-all-scripts ' +
  'description dev diff-ignore-all-space diff-name-only diff-no-prefix diff-text dry-run engine-strict ' +
  'expect-results force foreground-scripts format-package-lock fund git-tag-version global global-style ' +
  'if-present ignore-scripts include-staged include-workspace-root include-attestations init-private ' +
  'install-links json legacy-bundling legacy-peer-deps link long offline omit-lockfile-registry-resolved ' +
  'optional package-lock package-lock-only parseable allow-scripts-pending allow-scripts-pin prefer-dedupe ' +
  'prefer-offline prefer-online production progress provenance read-only rebuild-bundle save save-bundle ' +
  'save-dev save-exact save-optional save-peer save-prod packages-all shrinkwrap sign-git-commit sign-git-tag ' +
  'strict-peer-deps strict-allow-scripts strict-ssl timing unicode update-notifier usage version versions ' +
  'workspaces workspaces-update yes'
).split(' ');
const WITH_VALUE = (
  'access allow-directory allow-file allow-git allow-remote allow-scripts also audit-level auth-type before ca ' +
  'cache cache-max cache-min cafile call cert cidr cpu depth diff diff-dst-prefix diff-src-prefix diff-unified ' +
  'editor expect-result-count expires fetch-retries fetch-retry-factor fetch-retry-maxtimeout ' +
  'fetch-retry-mintimeout fetch-timeout git globalconfig heading https-proxy include init-author-email ' +
  'init-author-name init-author-url init-license init-module init-type init-version install-strategy key libc ' +
  'local-address location lockfile-version loglevel logs-dir logs-max name maxsockets message min-release-age ' +
  'min-release-age-exclude node-gyp node-options noproxy omit only orgs os otp package pack-destination ' +
  'packages prefix preid provenance-file proxy registry replace-registry-host save-prefix sbom-format ' +
  'sbom-type scope scopes packages-and-scopes-permission orgs-permission password token-description ' +
  'script-shell searchexclude searchlimit searchopts searchstaleness shell tag tag-version-prefix umask ' +
  'user-agent userconfig viewer which workspace'
).split(' ');
const SHORT = (
  'enjoy-by d dd ddd quiet q s silent verbose desc help local n no porcelain readonly reg iwr ws a c f g L l m ' +
  'p C S B D E O P H h v w y'
).split(' ');
const known = new Set([
  ...SWITCHES,
  ...WITH_VALUE,
  ...SHORT,
  'yes',
  'package',
  'call',
  'no-install',
  'ignore-existing',
  'quiet',
  'always-spawn',
  'node-arg',
]);
const withValue = new Set([...WITH_VALUE, 'p', 'c', 'w', 'C', 'call', 'package']);

/** Whether npx takes a flag for one of its own; `--no-x` turns `--x` off. */
export function isNpmFlag(flag: string): boolean {
  const name = nameOf(flag);
  return known.has(name) || known.has(name.replace(/^no-/, ''));
}

/** Whether the value of a flag stands in the argument behind it. */
export function takesValue(flag: string): boolean {
  return !flag.includes('=') && withValue.has(nameOf(flag));
}

function nameOf(flag: string): string {
  return flag.replace(/^-+/, '').replace(/=.*/s, '');
}
