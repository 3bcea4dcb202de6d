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

/**
 * An environment without what npm hands to its scripts, and to what `npx` runs: settings, the project's `.npmrc` among
 * them, and the folders of programs that it puts in front of PATH. In capitals they are the person's own. Source:
 * `@npmcli/run-script`; other package clients do the same.
 */
export function withoutNpmScript(own: Environment, platform: Platform): Environment {
  if (!('npm_lifecycle_event' in own || 'npm_execpath' in own)) return own;
  const isKept = (name: string) => !name.startsWith('npm_') && name !== 'INIT_CWD';
  const kept = Object.fromEntries(Object.entries(own).filter(([name]) => isKept(name)));
  const name = Object.keys(kept).find((each) => (platform === 'win32' ? each.toUpperCase() : each) === 'PATH');
  const folders = (name ? kept[name] : undefined)?.split(platform === 'win32' ? ';' : ':');
  return name && folders
    ? { ...kept, [name]: folders.filter((folder) => !OF_SCRIPTS.test(folder)).join(platform === 'win32' ? ';' : ':') }
    : kept;
}

const OF_SCRIPTS = /[/\\](?:node_modules[/\\]\.bin|node-gyp-bin)[/\\]?$/;

const DESKTOP_PATH: Readonly<Record<Platform, string | null>> = {
  darwin: '/usr/bin:/bin:/usr/sbin:/sbin',
  linux: '/usr/local/bin:/usr/bin:/bin:/usr/local/games:/usr/games',
  win32: null,
};

/** What version managers and virtual environments set when a shell starts. */
const OF_SHELLS =
  /^(?:NVM|FNM|VOLTA|PYENV|RBENV|NODENV|ASDF|MISE|SDKMAN|CONDA|VIRTUAL_ENV|BUN_INSTALL|PNPM_HOME|HOMEBREW)/;
