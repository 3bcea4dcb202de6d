// A real VS Code without a desktop: its own server and, unless somebody else brings one, a headless browser in front.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { cacheFolder, ensureHost } from './install.mjs';
import { installExtension, startServer } from './server.mjs';
import { takeSlot } from './slot.mjs';

/** What keeps a workbench quiet and the same each time. Every start may override single ones. */
export const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'files.autoSave': 'off',
  'git.enabled': false,
  'json.schemaDownload.enable': false,
  'problems.defaultViewMode': 'tree',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'window.commandCenter': false,
  'window.title': '${activeEditorShort}${separator}${rootName}',
  'workbench.enableExperiments': false,
  'workbench.list.smoothScrolling': false,
  'workbench.reduceMotion': 'on',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/** A folder opens in Restricted Mode, and nobody is asked whether to trust it. */
const UNTRUSTED_SETTINGS = {
  'security.workspace.trust.enabled': true,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
};

export class EditorHost {
  /** Version of VS Code. @type {string} */
  version;
  /** @type {string} */
  userDataDir;
  /** What the pages wrote to their consoles. @type {string[]} */
  consoleLog = [];
  #server;
  #browser;
  #slot;

  /**
   * @param {object} [options]
   * @param {string} [options.codeServer] see HOSTS in install.mjs
   * @param {string} [options.cache]
   * @param {string} [options.userDataDir] default: one in the cache that starts out empty
   * @param {string} [options.extensionsDir] likewise
   * @param {Record<string, unknown>} [options.settings] over QUIET_SETTINGS
   * @param {Record<string, string | undefined>} [options.env] over this process's; the extension host inherits it
   * @param {string | readonly string[]} [options.vsix] packaged extensions to install first
   * @param {boolean} [options.driver] for extensionDevelopmentPath and extensionTestsPath; shows no notifications
   * @param {boolean} [options.trust] workspace trust as users have it: folders open in Restricted Mode
   * @param {boolean} [options.browser] false: only serve, until stop()
   * @param {number} [options.port]
   * @param {{ width: number, height: number }} [options.viewport]
   * @param {number} [options.scale] device pixels per pixel, for pictures
   * @param {(sentence: string) => void} [options.log]
   */
  static async start(options = {}) {
    const host = new EditorHost();
    try {
      await host.#start(options);
    } catch (error) {
      await host.stop();
      throw error;
    }
    return host;
  }

  /** Opens a window; `expose` become functions of its page. Returns the page. */
  async open(folder, { expose = {}, ...what } = {}) {
    const blank = this.#browser.pages().find((page) => page.url() === 'about:blank');
    const page = blank ?? (await this.#browser.newPage());
    page.setDefaultTimeout(30_000);
    page.on('console', (message) => this.consoleLog.push(`[${message.type()}] ${message.text()}`));
    page.on('pageerror', (error) => this.consoleLog.push(`[uncaught] ${error.stack}`));
    for (const [name, callback] of Object.entries(expose)) await page.exposeFunction(name, callback);
    await page.goto(this.address(folder, what));
    return page;
  }

  /**
   * Where a browser finds a folder's window.
   * @param {string | undefined} folder
   * @param {{ file?: string, extensionDevelopmentPath?: string, extensionTestsPath?: string }} [what]
   */
  address(folder, { file, extensionDevelopmentPath, extensionTestsPath } = {}) {
    const payload = Object.entries({ openFile: file, extensionDevelopmentPath, extensionTestsPath })
      .filter(([, path]) => path !== undefined)
      .map(([name, path]) => [name, `vscode-remote://127.0.0.1:${this.#server.port}${urlPath(path)}`]);
    const query = new URLSearchParams({ tkn: this.#server.token });
    if (folder) query.set(folder.endsWith('.code-workspace') ? 'workspace' : 'folder', urlPath(folder));
    else query.set('ew', 'true');
    if (payload.length > 0) query.set('payload', JSON.stringify(payload));
    return `http://127.0.0.1:${this.#server.port}/?${query}`;
  }

  /** Settles when the server ends, whoever ended it. */
  get gone() {
    return this.#server.gone;
  }

  async stop() {
    await this.#browser?.close();
    await this.#server?.stop();
    this.#slot?.release();
  }

  async #start(options) {
    const { cache = cacheFolder(), trust = false, driver = false, browser = true, log = () => {} } = options;
    const { server, node, version } = await ensureHost({ codeServer: options.codeServer, cache, log });
    this.version = version;
    this.#slot = await takeSlot();
    this.userDataDir = options.userDataDir ? resolve(options.userDataDir) : this.#emptyFolder(cache, 'user-data');
    const extensionsDir = options.extensionsDir
      ? resolve(options.extensionsDir)
      : this.#emptyFolder(cache, 'extensions');
    const installation = { server, node, userDataDir: this.userDataDir, extensionsDir };

    const settings = { ...QUIET_SETTINGS, ...(trust ? UNTRUSTED_SETTINGS : {}), ...options.settings };
    mkdirSync(join(this.userDataDir, 'User'), { recursive: true });
    mkdirSync(extensionsDir, { recursive: true });
    writeFileSync(join(this.userDataDir, 'User', 'settings.json'), JSON.stringify(settings, undefined, 2));
    for (const vsix of [options.vsix ?? []].flat()) await installExtension(installation, resolve(vsix));

    const port = options.port ?? this.#slot.port;
    const serving = startServer(installation, { port, driver, trust, lasting: !browser, env: options.env });
    const launching = browser ? this.#launch(cache, options) : undefined;
    // Both have to settle before a failure of one is reported, or stop() would miss the other.
    const [started, launched] = await Promise.allSettled([serving, launching]);
    this.#server = started.value;
    this.#browser = launched.value;
    const failed = [started, launched].find((result) => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async #launch(cache, { viewport = { width: 1280, height: 800 }, scale = 1, log = () => {} }) {
    // Imported here, because only serving must work without playwright-core.
    const { launchBrowser } = await import('./browser.mjs');
    const profile = join(cache, `profile-${this.version}-${this.#slot.number}`);
    return launchBrowser({ cache, profile, viewport, scale, log });
  }

  #emptyFolder(cache, name) {
    const folder = join(cache, `${name}-${this.#slot.number}`);
    rmSync(folder, { recursive: true, force: true });
    return folder;
  }
}

const urlPath = (path) => pathToFileURL(resolve(path)).pathname;
