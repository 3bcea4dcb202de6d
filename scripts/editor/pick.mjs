// Which VS Code the in-editor tests run in.
//   EDITOR_HOST=web       the embedded one, made of npm packages
//   EDITOR_HOST=desktop   the one that @vscode/test-electron downloads or has downloaded
//   EDITOR_HOST=/path     that executable
//   not set               a desktop one where there is a display and it is at hand or can be had, else the embedded one
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './install.mjs';

/**
 * @returns {Promise<{ kind: 'web' | 'desktop' | 'path', executable: string | undefined, why: string }>}
 *   `executable` is for runTests({ vscodeExecutablePath }); undefined leaves the choice to its `version`.
 */
export async function pickEditor(env = process.env) {
  const wish = env.EDITOR_HOST;
  if (wish === 'web') return web('EDITOR_HOST=web');
  if (wish === 'desktop') return desktop('EDITOR_HOST=desktop');
  if (wish) return { kind: 'path', executable: wish, why: `EDITOR_HOST=${wish}` };
  const display = process.platform !== 'linux' || env.DISPLAY || env.WAYLAND_DISPLAY;
  if (!display) return web('there is no display for a desktop VS Code; `xvfb-run` would lend one');
  if (hasDownloaded()) return desktop('a downloaded VS Code is at hand');
  if (await canDownload()) return desktop('VS Code can be downloaded');
  return web('VS Code cannot be downloaded here');
}

export const standIn = fileURLToPath(new URL('code.mjs', import.meta.url));

const web = (why) => ({ kind: 'web', executable: standIn, why });
const desktop = (why) => ({ kind: 'desktop', executable: undefined, why });

function hasDownloaded() {
  const folder = cacheFolder();
  return existsSync(folder) && readdirSync(folder).some((name) => /^vscode-(linux|darwin|win32)/.test(name));
}

async function canDownload() {
  try {
    const releases = 'https://update.code.visualstudio.com/api/releases/stable';
    return (await fetch(releases, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Whatever the reason, a download would fail for it too.
    return false;
  }
}
