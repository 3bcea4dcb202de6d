import { safe } from '../text';
import type { Platform } from '../platform';
import type { Safe } from '../text';

/** A folder in which a tool puts runners. `~` is the home directory, `*` stands for each version, newest first. */
export interface KnownFolder {
  readonly tool: Safe;
  readonly folder: string;
}

/**
 * Where runners live that a shell's start-up files would have put on PATH, those that survive an upgrade first.
 * Sources: the documentation of each tool.
 */
export const knownFolders: Readonly<Record<Platform, readonly KnownFolder[]>> = {
  linux: [
    { tool: safe('Volta'), folder: '~/.volta/bin' },
    { tool: safe('mise'), folder: '~/.local/share/mise/shims' },
    { tool: safe('~/.local/bin'), folder: '~/.local/bin' },
    { tool: safe('/usr/local/bin'), folder: '/usr/local/bin' },
    { tool: safe('Homebrew'), folder: '/home/linuxbrew/.linuxbrew/bin' },
    { tool: safe('nvm'), folder: '~/.nvm/versions/node/*/bin' },
    { tool: safe('fnm'), folder: '~/.local/share/fnm/node-versions/*/installation/bin' },
    { tool: safe('asdf'), folder: '~/.asdf/shims' },
    { tool: safe('nodenv'), folder: '~/.nodenv/shims' },
    { tool: safe('pyenv'), folder: '~/.pyenv/shims' },
    { tool: safe('bun'), folder: '~/.bun/bin' },
    { tool: safe('pnpm'), folder: '~/.local/share/pnpm' },
    { tool: safe('cargo'), folder: '~/.cargo/bin' },
    { tool: safe('deno'), folder: '~/.deno/bin' },
    { tool: safe('Go'), folder: '~/go/bin' },
    { tool: safe('Nix'), folder: '~/.nix-profile/bin' },
    { tool: safe('conda'), folder: '~/miniconda3/bin' },
    { tool: safe('snap'), folder: '/snap/bin' },
    { tool: safe('the system'), folder: '/usr/bin' },
  ],
  darwin: [
    { tool: safe('Volta'), folder: '~/.volta/bin' },
    { tool: safe('mise'), folder: '~/.local/share/mise/shims' },
    { tool: safe('Homebrew'), folder: '/opt/homebrew/bin' },
    { tool: safe('/usr/local/bin'), folder: '/usr/local/bin' },
    { tool: safe('~/.local/bin'), folder: '~/.local/bin' },
    { tool: safe('nvm'), folder: '~/.nvm/versions/node/*/bin' },
    { tool: safe('fnm'), folder: '~/Library/Application Support/fnm/node-versions/*/installation/bin' },
    { tool: safe('fnm'), folder: '~/.local/share/fnm/node-versions/*/installation/bin' },
    { tool: safe('asdf'), folder: '~/.asdf/shims' },
    { tool: safe('nodenv'), folder: '~/.nodenv/shims' },
    { tool: safe('pyenv'), folder: '~/.pyenv/shims' },
    { tool: safe('bun'), folder: '~/.bun/bin' },
    { tool: safe('pnpm'), folder: '~/Library/pnpm' },
    { tool: safe('cargo'), folder: '~/.cargo/bin' },
    { tool: safe('deno'), folder: '~/.deno/bin' },
    { tool: safe('Nix'), folder: '~/.nix-profile/bin' },
    { tool: safe('conda'), folder: '~/miniconda3/bin' },
    { tool: safe('Docker'), folder: '~/.docker/bin' },
  ],
  win32: [
    { tool: safe('Node.js'), folder: 'C:\\Program Files\\nodejs' },
    { tool: safe('nvm for Windows'), folder: 'C:\\nvm4w\\nodejs' },
    { tool: safe('Volta'), folder: '~\\AppData\\Local\\Volta\\bin' },
    { tool: safe('fnm'), folder: '~\\AppData\\Roaming\\fnm\\node-versions\\*\\installation' },
    { tool: safe('npm'), folder: '~\\AppData\\Roaming\\npm' },
    { tool: safe('mise'), folder: '~\\AppData\\Local\\mise\\shims' },
    { tool: safe('uv'), folder: '~\\.local\\bin' },
    { tool: safe('Scoop'), folder: '~\\scoop\\shims' },
    { tool: safe('bun'), folder: '~\\.bun\\bin' },
    { tool: safe('cargo'), folder: '~\\.cargo\\bin' },
    { tool: safe('pnpm'), folder: '~\\AppData\\Local\\pnpm' },
  ],
};
