// A window of VS Code as a test of the interface sees it. Every step waits for a state of the window; none sleeps.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EditorHost } from './host.mjs';
import { Dialog, Notification, QuickInput, insist } from './prompts.mjs';
import { listenForWindows } from './remote-control/listen.mjs';

/**
 * One server and one browser for a whole suite, with the packaged extension in it.
 * @param {Parameters<typeof EditorHost.start>[0]} options
 */
export async function startEditor(options) {
  const remoteControl = listenForWindows();
  // The real path, because that is what a window reports of its folder.
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'editor-'));
  // The server scans a fresh extensions folder at its first start: that is how the helper gets in.
  const extensionsDir = join(scratch, 'extensions');
  cpSync(fileURLToPath(new URL('remote-control', import.meta.url)), join(extensionsDir, 'test.remote-control-0.0.1'), {
    recursive: true,
  });
  const env = { ...options.env, EDITOR_REMOTE_CONTROL: remoteControl.path };
  let host;
  const stop = async () => {
    await host?.stop();
    remoteControl.close();
    rmSync(scratch, { recursive: true, force: true });
  };
  try {
    host = await EditorHost.start({ ...options, extensionsDir, env });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    host,
    stop,
    /** A window on a copy of the folder `fixture`, or on a workspace file in it, whose first folder it goes by then. */
    async open(fixture, workspace) {
      // It keeps the fixture's name, for titles and pictures.
      const folder = join(mkdtempSync(join(scratch, 'workspace-')), basename(fixture));
      cpSync(fixture, folder, { recursive: true });
      const first = workspace && JSON.parse(readFileSync(join(folder, workspace), 'utf8')).folders[0].path;
      const opened = workspace ? join(folder, workspace) : folder;
      const page = await host.open(opened);
      const workbench = new Workbench(page, first ? join(folder, first) : folder, { remoteControl, opened });
      await workbench.page.locator('.monaco-workbench .part.statusbar').waitFor();
      // The helper starts after the extensions that start up with the window. At times a window reads its workspace file
      // too early, and has no folders until it is loaded again.
      while (!(await workbench.inHost(hasFolders))) {
        const again = remoteControl.nextArrival(opened);
        await page.reload();
        await again;
      }
      return workbench;
    },
  };
}

/** How often the lenses have to be found where they were, one time after the other. */
const SETTLED = 8;

/** The built-in themes by what they are for; the window's class tells whose file is on. */
const THEMES = {
  light: { name: 'Default Light Modern', file: 'light_modern' },
  dark: { name: 'Default Dark Modern', file: 'dark_modern' },
  'high-contrast': { name: 'Default High Contrast', file: 'hc_black' },
  'high-contrast-light': { name: 'Default High Contrast Light', file: 'hc_light' },
};

export class Workbench {
  #remoteControl;
  #opened;

  /**
   * @param {import('playwright-core').Page} page
   * @param {string} folder the workspace, a throw-away copy
   * @param {{ remoteControl: ReturnType<typeof listenForWindows>, opened: string }} control what reaches its extension host
   */
  constructor(page, folder, { remoteControl, opened }) {
    this.page = page;
    this.folder = folder;
    this.quickInput = new QuickInput(page);
    this.#remoteControl = remoteControl;
    this.#opened = opened;
  }

  /** Runs a function in the extension host, with the `vscode` API and a JSON value. */
  inHost(body, argument) {
    return this.#remoteControl.evaluate(this.#opened, body, argument);
  }

  /** The same window on a fresh copy of `fixture`: about ten times as fast as a new one. */
  async reset(fixture) {
    await this.inHost(closeEverything);
    await this.page.locator('.editor-instance .monaco-editor').first().waitFor({ state: 'detached' });
    cpSync(fixture, this.folder, { recursive: true });
    for (const name of readdirSync(this.folder, { recursive: true })) {
      if (!existsSync(join(fixture, name))) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
    await this.inHost(catchUpWithFiles);
  }

  async close() {
    await this.page.close();
  }

  /** Opens through the API, as the way to open a file is VS Code's affair; lines and columns count from 1. */
  async openFile(name, { line = 1, column = 1 } = {}) {
    const path = join(this.folder, name);
    await this.inHost(
      async (vscode, { path, line, column }) => {
        const document = await vscode.workspace.openTextDocument(vscode.Uri.file(path));
        const caret = new vscode.Position(line - 1, column - 1);
        await vscode.window.showTextDocument(document, { selection: new vscode.Range(caret, caret), preview: false });
      },
      { path, line, column },
    );
    const editor = this.editor(path.slice(1));
    await editor.waitFor();
    await this.page.locator('.editor-instance .monaco-editor.focused').waitFor();
    return editor;
  }

  /** Once the lenses stand where they stay: one that comes later moves those below, and a click meets another one. */
  async lensesSettle() {
    const places = () =>
      this.page.evaluate(() =>
        [...document.querySelectorAll('.codelens-decoration')]
          .map((each) => `${Math.round(each.getBoundingClientRect().top)} ${each.textContent}`)
          .join(),
      );
    for (let before = null, same = 0; same < SETTLED; await new Promise((tick) => setTimeout(tick, 50))) {
      const now = await places();
      same = now !== '' && now === before ? same + 1 : 0;
      before = now;
    }
  }

  /** An entry of the menu that is open. */
  menuItem(title) {
    return this.page.locator('.monaco-menu .action-label', { hasText: title }).first();
  }

  /** Chooses it. A menu takes no click in the first tenth of a second after it has opened. */
  async chooseFromMenu(title) {
    const item = this.menuItem(title);
    await item.waitFor();
    while (await item.isVisible()) {
      await item.click({ timeout: 2000 }).catch(() => {});
      await new Promise((tick) => setTimeout(tick, 150));
    }
  }

  /** What the editor in front shows and the line of its caret, once the extension host knows that one of this name is. */
  inFront(name) {
    return this.inHost(async (vscode, wanted) => {
      for (;;) {
        const { document, selection } = vscode.window.activeTextEditor ?? {};
        if (document?.uri.path.endsWith(wanted)) return { text: document.getText(), line: selection.start.line + 1 };
        await new Promise((tick) => setTimeout(tick, 20));
      }
    }, name);
  }

  editor(name) {
    return this.page.locator(`.editor-instance .monaco-editor[data-uri$="/${name}"]`).first();
  }

  /** @param {'error' | 'warning' | 'info' | 'hint'} severity */
  squiggles(name, severity) {
    return this.editor(name).locator(`.cdr.squiggly-${severity}`);
  }

  /** The menu of quick fixes at the caret, once it has one with `title` in it. */
  async quickFix(title) {
    const menu = this.page.locator('.action-widget:not(.action-list-submenu-panel)');
    const entries = menu.locator('.monaco-list-row.action');
    const entry = entries.filter({ hasText: title }).first();
    const ask = () => this.page.keyboard.press('ControlOrMeta+.');
    await insist(entry, ask, () => this.page.keyboard.press('Escape'));
    return {
      titles: () => entries.allInnerTexts(),
      /** By keyboard: up to VS Code 1.117 a transparent layer over the menu takes the clicks. */
      apply: async () => {
        const focused = menu.locator('.monaco-list-row.action.focused');
        await focused.waitFor();
        const wanted = await entry.getAttribute('data-index');
        for (let index; (index = await focused.getAttribute('data-index')) !== wanted;) {
          await this.page.keyboard.press(Number(index) < Number(wanted) ? 'ArrowDown' : 'ArrowUp');
          await menu.locator(`.monaco-list-row.action.focused:not([data-index="${index}"])`).waitFor();
        }
        await this.page.keyboard.press('Enter');
        await menu.waitFor({ state: 'hidden' });
      },
    };
  }

  /** Rests the mouse on the piece of text until the hover says `expected`; returns the hover. */
  async hover(name, text, expected) {
    // The innermost spans, which hold one token each.
    const token = this.editor(name).locator('.view-line span:not(:has(span))').filter({ hasText: text }).first();
    const hover = this.page.locator('.monaco-hover:visible', { hasText: expected }).first();
    await insist(
      hover,
      () => token.hover(),
      () => this.page.mouse.move(5, 5),
    );
    return hover;
  }

  /** The Problems panel, opened if need be. */
  async problems() {
    const panel = this.page.locator('.markers-panel');
    if (!(await panel.isVisible())) await this.runCommand('Problems: Focus on Problems View');
    await panel.waitFor();
    return panel;
  }

  runCommand(title) {
    return this.quickInput.runCommand(title);
  }

  notification(text) {
    return new Notification(this.page, text);
  }

  dialog(text) {
    return new Dialog(this.page, text);
  }

  /** What is inside the webview that is in front, as a frame to look for elements in. */
  webview() {
    return this.page.frameLocator('iframe.webview').frameLocator('iframe#active-frame');
  }

  /** Trusts the folder, as a user does in the Workspace Trust editor. */
  async grantTrust() {
    await this.runCommand('Workspaces: Manage Workspace Trust');
    await this.page.locator('.workspace-trust-buttons-row .monaco-button', { hasText: 'Trust' }).first().click();
    await this.inHost(async (vscode) => {
      const granted = (resolve) => vscode.workspace.onDidGrantWorkspaceTrust(() => resolve());
      if (!vscode.workspace.isTrusted) await new Promise(granted);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });
    await this.page.locator('.workspace-trust-editor').waitFor({ state: 'hidden' });
  }

  /** @param {keyof typeof THEMES} kind */
  async theme(kind) {
    const { name, file } = THEMES[kind];
    await this.inHost(async (vscode, theme) => {
      await vscode.workspace
        .getConfiguration('workbench')
        .update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    }, name);
    await this.page.locator(`.monaco-workbench.vscode-theme-defaults-themes-${file}-json`).waitFor();
  }

  async screenshot(path) {
    mkdirSync(dirname(path), { recursive: true });
    await this.page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  }
}

const hasFolders = (vscode) => vscode.workspace.workspaceFolders?.length > 0;

async function closeEverything(vscode) {
  const run = vscode.commands.executeCommand;
  await run('workbench.action.closeQuickOpen');
  // Closing a changed file would ask whether to save it.
  for (const document of vscode.workspace.textDocuments.filter((candidate) => candidate.isDirty)) {
    await vscode.window.showTextDocument(document);
    await run('workbench.action.revertAndCloseActiveEditor');
  }
  for (const command of ['workbench.action.closeAllEditors', 'workbench.action.closePanel', 'notifications.clearAll']) {
    await run(command);
  }
}

/** A document outlives its editor for minutes. One opened again too early would change under the test's caret. */
async function catchUpWithFiles(vscode) {
  const { existsSync, readFileSync } = process.getBuiltinModule('node:fs');
  const plain = (text) => text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const isBehind = (document) => {
    const { scheme, fsPath } = document.uri;
    if (document.isClosed || scheme !== 'file' || !existsSync(fsPath)) return false;
    return plain(readFileSync(fsPath, 'utf8')) !== plain(document.getText());
  };
  const until = Date.now() + 10_000;
  for (let late; (late = vscode.workspace.textDocuments.find(isBehind));) {
    if (Date.now() > until) throw new Error(`VS Code did not notice that ${late.uri.fsPath} was changed.`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
