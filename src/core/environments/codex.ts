import { only, overlay } from './environment';
import type { EnvironmentPolicy } from './environment';

/** Codex: a list of its own, the names that the entry wants handed on, then the entry's own. Source: codex-rs, `utils.rs`. */
export const policy: EnvironmentPolicy = {
  pathRule: 'replace',
  apply: ({ base, env, forwarded, platform }) =>
    overlay(only(base, [...(platform === 'win32' ? WINDOWS : POSIX), ...forwarded], platform), env),
};

const POSIX = [
  ...['HOME', 'LOGNAME', 'PATH', 'SHELL', 'USER', '__CF_USER_TEXT_ENCODING'],
  ...['LANG', 'LC_ALL', 'TERM', 'TMPDIR', 'TZ'],
];
const WINDOWS = [
  ...['PATH', 'PATHEXT', 'SHELL', 'COMSPEC', 'SYSTEMROOT', 'WINDIR', 'SYSTEMDRIVE', 'USERNAME', 'USERDOMAIN'],
  ...['USERPROFILE', 'HOMEDRIVE', 'HOMEPATH', 'PROGRAMFILES', 'PROGRAMFILES(X86)', 'PROGRAMW6432', 'PROGRAMDATA'],
  ...['LOCALAPPDATA', 'APPDATA', 'TEMP', 'TMP', 'TMPDIR', 'POWERSHELL', 'PWSH'],
];
