// The ways in which VS Code asks and tells: palette, lists, input boxes, notifications, dialogs.

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Locator} Locator */

/**
 * Does `act` until `locator` shows: what is asked for may not be registered yet when a window has just opened.
 * @param {Locator} locator
 * @param {() => Promise<unknown>} act
 * @param {() => Promise<unknown>} undo brings back the state that `act` starts from
 */
export async function insist(locator, act, undo) {
  for (let attempt = 1; ; attempt++) {
    try {
      await act();
      await locator.waitFor({ timeout: 3_000 });
      return;
    } catch (error) {
      if (attempt === 5) throw error;
      await undo();
    }
  }
}

/** The command palette, quick picks and input boxes are one widget. */
export class QuickInput {
  #page;

  /** @param {Page} page */
  constructor(page) {
    this.#page = page;
    this.widget = page.locator('.quick-input-widget:visible');
    this.input = this.widget.locator('input.input');
    this.rows = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** F1 → the command with exactly this title, as "MCP Handshake: Diagnose MCP Server". */
  async runCommand(title) {
    const row = this.#rowLabelled(title);
    const find = async () => {
      await this.#page.keyboard.press('F1');
      // The window may be busy with its focus and lose the key: rather press again than wait on.
      await this.input.waitFor({ timeout: 3_000 });
      await this.input.fill(`>${title}`);
    };
    await insist(row, find, () => this.cancel());
    await row.click();
    // Not until the widget hides: the command may at once ask something in the same widget.
    await row.waitFor({ state: 'hidden' });
  }

  /** Chooses the row of a quick pick by a text in it, once there is one. */
  async pick(text) {
    await this.rows.filter({ hasText: text }).first().click();
  }

  /** Answers an input box. */
  async type(value) {
    await this.input.fill(value);
    await this.input.press('Enter');
  }

  async cancel() {
    // Escape would close something else if nothing were asked.
    if (!(await this.widget.isVisible())) return;
    await this.#page.keyboard.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }

  // "title", or "title, key binding", or "title, recently used".
  #rowLabelled(title) {
    const label = JSON.stringify(title).slice(1, -1);
    return this.widget.locator(`.monaco-list-row:is([aria-label="${label}"], [aria-label^="${label},"])`).first();
  }
}

/** A notification with this text, with or without progress. */
export class Notification {
  #page;

  /**
   * @param {Page} page
   * @param {string | RegExp} text
   */
  constructor(page, text) {
    this.#page = page;
    this.item = page.locator('.notification-list-item:visible', { hasText: text }).last();
    this.message = this.item.locator('.notification-list-item-message');
  }

  /** As VS Code shows but three toasts in 0.8 s, one that does not come is looked up behind the bell. */
  async waitFor() {
    await insist(
      this.item,
      async () => {},
      () => this.#page.locator('#status\\.notifications').click(),
    );
  }

  async waitUntilGone() {
    await this.item.waitFor({ state: 'hidden' });
  }

  async text() {
    await this.waitFor();
    return this.message.innerText();
  }

  async buttons() {
    await this.waitFor();
    return this.item.locator('.notification-list-item-buttons-container .monaco-button').allInnerTexts();
  }

  async press(label) {
    await this.waitFor();
    await this.item.locator('.monaco-button', { hasText: exactly(label) }).click();
    await this.waitUntilGone();
  }

  /** Presses the Cancel of a progress notification. */
  async cancel() {
    await this.press('Cancel');
  }

  async dismiss() {
    await this.waitFor();
    await this.item.hover();
    await this.item.locator('.codicon-notifications-clear').click();
    await this.waitUntilGone();
  }
}

/** A modal dialog with this text. */
export class Dialog {
  /**
   * @param {Page} page
   * @param {string | RegExp} text
   */
  constructor(page, text) {
    this.box = page.locator('.monaco-dialog-box', { hasText: text });
  }

  async waitFor(options) {
    await this.box.waitFor(options);
  }

  /** Message and detail. */
  async text() {
    return this.box.locator('.dialog-message-container').innerText();
  }

  async buttons() {
    return this.box.locator('.dialog-buttons .monaco-button').allInnerTexts();
  }

  async press(label) {
    await this.box.locator('.monaco-button', { hasText: exactly(label) }).click();
    await this.box.waitFor({ state: 'hidden' });
  }
}

const exactly = (label) => new RegExp(`^\\s*${label.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*$`);
