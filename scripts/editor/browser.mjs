// A headless Chromium for the workbench. Loaded only where a test drives it, because it needs playwright-core.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { HumanError } from './command.mjs';
import { ensureChromium } from './install.mjs';

/**
 * @param {object} options
 * @param {string} options.cache
 * @param {string} options.profile
 * @param {{ width: number, height: number }} options.viewport
 * @param {number} options.scale
 * @param {(sentence: string) => void} options.log
 * @returns {Promise<import('playwright-core').BrowserContext>}
 */
export async function launchBrowser({ cache, profile, viewport, scale, log }) {
  const { executablePath, env } = await findChromium(cache, log);
  // The workbench remembers its layout in here, which would leak from run to run; the HTTP and code caches may stay.
  for (const name of REMEMBERED) rmSync(join(profile, name), { recursive: true, force: true });
  return chromium.launchPersistentContext(profile, {
    executablePath,
    args: ARGUMENTS,
    env: { ...process.env, ...env },
    viewport,
    deviceScaleFactor: scale,
    permissions: ['clipboard-read', 'clipboard-write'],
    // Whoever started the editor stops it: Playwright would end this process before the server is gone.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

const REMEMBERED = [
  ...['IndexedDB', 'Local Storage', 'Session Storage', 'Sessions', 'Service Worker'].map((name) =>
    join('Default', name),
  ),
  ...['SingletonLock', 'SingletonSocket', 'SingletonCookie'],
];

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  // The pages are the same on- and offline: no name but the server's is ever resolved. Routing the requests through
  // Playwright would do that too, but turns the HTTP cache off.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

async function findChromium(cache, log) {
  if (process.env.CHROME_PATH) return { executablePath: process.env.CHROME_PATH };
  const packaged = process.env.EDITOR_BROWSER === 'system' ? undefined : await ensureChromium(cache, log);
  if (packaged) return packaged;
  const executablePath = INSTALLED.find((path) => existsSync(path));
  if (!executablePath) throw new HumanError('No Chromium was found. Install Chrome, or set CHROME_PATH to a Chromium.');
  return { executablePath };
}
