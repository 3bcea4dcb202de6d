import { only, overlay } from './environment';
import type { EnvironmentPolicy } from './environment';

/** `getDefaultEnvironment()` of the TypeScript SDK's first line (1.32.2), with the entry's own on top. */
export const policy: EnvironmentPolicy = {
  pathRule: 'replace',
  apply: ({ base, env, platform }) => overlay(only(base, platform === 'win32' ? WINDOWS : POSIX, platform), env),
};

const POSIX = ['HOME', 'LOGNAME', 'PATH', 'SHELL', 'TERM', 'USER'];
const WINDOWS = [
  'APPDATA',
  'HOMEDRIVE',
  'HOMEPATH',
  'LOCALAPPDATA',
  'PATH',
  'PROCESSOR_ARCHITECTURE',
  'SYSTEMDRIVE',
  'SYSTEMROOT',
  'TEMP',
  'USERNAME',
  'USERPROFILE',
  'PROGRAMFILES',
];
