import { overlay } from '../environments';
import type { Platform } from '../platform';
import type { Environment } from '../environments';

/**
 * What stands for the environment of the client itself: that of our own process; the same with the PATH that the login
 * shell has; or the same as a program gets that was started from the desktop, and that no shell has touched.
 */
export const BASES = ['process', 'login-shell', 'gui'] as const;
export type Base = (typeof BASES)[number];

/**
 * An environment as it is where no shell has added to its PATH. An estimate: sessions differ. Sources: launchd's default
 * for macOS, Debian's for a session under systemd; on Windows the registry holds one PATH for all.
 */
export function guiEnvironment(own: Environment, platform: Platform): Environment {
  const path = DESKTOP_PATH[platform];
  const ofShells = Object.keys(own).filter((name) => OF_SHELLS.test(name));
  return path === null
    ? own
    : overlay(own, { ...Object.fromEntries(ofShells.map((name) => [name, null])), PATH: path });
}

const DESKTOP_PATH: Readonly<Record<Platform, string | null>> = {
  darwin: '/usr/bin:/bin:/usr/sbin:/sbin',
  linux: '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games',
  win32: null,
};

/** What version managers and virtual environments set when a shell starts. */
const OF_SHELLS =
  /^(?:NVM|FNM|VOLTA|PYENV|RBENV|NODENV|ASDF|MISE|SDKMAN|CONDA|VIRTUAL_ENV|BUN_INSTALL|PNPM_HOME|HOMEBREW)/;
