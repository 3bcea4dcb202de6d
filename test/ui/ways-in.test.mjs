// Every way to the product and through it: menus, status, links of the page, keyboard, narrow windows, folders, windows.
import assert from 'node:assert/strict';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { clearStage, folderWith, openStage, small } from './stage.mjs';

const FILE = '.vscode/mcp.json';
const BROKEN = `\n\nfunction connect() {\n  throw new Error('the database is not reachable');\n}\nconnect();\n`;

describe('ways in, and through', () => {
  let stage;
  let window;
  before(async () => {
    // Its package is there already: whoever asks again asks about a download.
    const tools = folderWith({
      npx: `#!/bin/sh\necho >> runs\nexec '${process.execPath}' '${resolve('test/servers/healthy.mjs')}'\n`,
    });
    chmodSync(join(tools, 'npx'), 0o755);
    const env = { PATH: [tools, process.env.PATH].join(delimiter) };
    stage = await openStage({ viewport: { width: 1280, height: 800 }, env });
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await window?.screenshot(`out/pictures/failed-${this.currentTest.title.slice(0, 40)}.png`);
  });

  const open = async (servers, files = {}) => {
    const folder = folderWith({ [FILE]: { servers }, ...files });
    if (window) await window.reset(folder);
    else window = await stage.editor.open(folder);
    await window.openFile(FILE, { line: 3, column: 7 });
    await window.lensesSettle();
  };
  const lens = (text) => window.page.locator('.codelens-decoration a', { hasText: text }).first();
  const report = () => window.webview();
  const agreeToOne = (name) => window.dialog(`Start the MCP server "${name}"?`).press('Start');

  it('the menus of the editor and of the explorer lead to a diagnosis, where there is a configuration', async () => {
    await open({ demo: small('needs-keys') }, { 'other.json': {} });
    // From then on the editor knows what kind of file it is.
    await window.page.locator('.editor-actions a[aria-label="Diagnose MCP Server"]').waitFor();
    await window.editor('mcp.json').locator('.view-line').nth(1).click({ button: 'right' });
    await window.chooseFromMenu('Diagnose MCP Server');
    await window.dialog('Start the MCP server "demo"?').press('Cancel');
    await window.runCommand('File: Reveal Active File in Explorer View');
    const row = (name) => window.page.locator('.explorer-folders-view .monaco-list-row', { hasText: name }).first();
    await row('mcp.json').click({ button: 'right' });
    await window.chooseFromMenu('Diagnose MCP Server');
    await window.dialog('Start the MCP server "demo"?').press('Cancel');
    await row('other.json').click({ button: 'right' });
    await window.menuItem('Copy').waitFor();
    assert.equal(await window.menuItem('Diagnose MCP Server').count(), 0);
    await window.page.keyboard.press('Escape');
  });

  it('the language status has the sum, and leads to the report', async () => {
    await open({ demo: small('needs-keys'), broken: { comand: 'node' } });
    const status = window.page.locator('#status\\.languageStatus');
    await status.click();
    const hover = window.page.locator('.hover-language-status', { hasText: 'cannot start as it is written' });
    await hover.getByText('1 of 2 servers cannot start as it is written: broken').waitFor();
    await hover.getByText('Show report').click();
    await report().getByRole('heading', { name: '1 of 2 servers cannot start as it is written: broken' }).waitFor();
  });

  it('a file that cannot be read: each mistake with its line and a link, and no list of servers before it', async () => {
    await open(
      {},
      {
        [FILE]:
          '{\n  "servers": {\n    "a": { "command": "node", "args": ["x.js"] }\n    "b": { "command": "node", "args": ["x.js"] },,\n  }\n}\n',
      },
    );
    await window.runCommand('MCP Handshake: Diagnose MCP Server');
    await report().getByRole('heading', { name: 'The file itself is at fault' }).waitFor();
    const places = report().getByRole('button', { name: /^line 4/ });
    await places.nth(1).waitFor();
    await report().getByText('A comma is missing before "b"').first().waitFor();
    await report().getByText('A comma too many stands here').first().waitFor();
    assert.equal(await window.quickInput.widget.isVisible(), false);
  });

  it('without a configuration in front, the files of other clients in the workspace can be chosen, too', async () => {
    await open(
      { demo: small('healthy') },
      { 'claude_desktop_config.json': { mcpServers: { other: small('healthy') } } },
    );
    await window.inHost((vscode) => vscode.commands.executeCommand('workbench.action.closeAllEditors').then(() => {}));
    await window.runCommand('MCP Handshake: Diagnose MCP Server');
    await window.quickInput.rows.filter({ hasText: FILE }).first().waitFor();
    await window.quickInput.rows.filter({ hasText: 'claude_desktop_config.json' }).first().click();
    await window.dialog('Start the MCP server "other"?').press('Cancel');
  });

  it('what was agreed to is not asked for again, a package client neither', async () => {
    await open({ demo: { command: 'npx', args: ['-y', '@acme/server'] } });
    await lens('Diagnose').click();
    await agreeToOne('demo');
    await lens('tool').waitFor();
    await report()
      .getByRole('button', { name: /^Run again/ })
      .click();
    const runs = () => readFileSync(join(window.folder, 'runs'), 'utf8').length;
    while (runs() < 2) await new Promise((tick) => setTimeout(tick, 50));
    assert.equal(await window.dialog('Start the MCP server').box.count(), 0);
  });

  it('the report: a path in a stack opens the file at its line, the file’s name the file, the rule its page', async () => {
    await open({ demo: { command: process.execPath, args: ['server.cjs'] } }, { 'server.cjs': BROKEN });
    await lens('Diagnose').click();
    await agreeToOne('demo');
    await report().getByText('where it happened').click();
    const place = report()
      .getByRole('button', { name: /server\.cjs:4/ })
      .first();
    // In a log every blank is shown: the link is its text, on one line.
    const [height, lineHeight] = await place.evaluate((link) => [
      link.getBoundingClientRect().height,
      Number.parseFloat(getComputedStyle(link).fontSize) * 1.8,
    ]);
    assert.ok(height < 2 * lineHeight, `the link is ${height} px high`);
    await place.click();
    await window.editor('server.cjs').waitFor();
    assert.equal((await window.inFront('server.cjs')).line, 4);
    await report()
      .getByRole('button', { name: /open the file/ })
      .click();
    await window.editor('mcp.json').waitFor();
    await report()
      .getByRole('button', { name: /about this cause/ })
      .first()
      .click();
    await window.page.locator('.tab', { hasText: 'Preview' }).first().waitFor();
  });

  it('the report is walked by keyboard alone: each of its buttons, folds and logs, in their order, and back', async () => {
    await open({ demo: small('needs-keys'), broken: { comand: 'node' } });
    await lens('Diagnose all 2 servers').click();
    await agreeToOne('demo');
    await report().getByText('Needs HANDSHAKE_API_KEY').waitFor();
    await report()
      .getByText(/with placeholders/)
      .first()
      .waitFor();
    const body = report().locator('body');
    const stops = await body.evaluate(() => {
      const all = [...document.querySelectorAll('button, summary, [tabindex="0"]')];
      return all.filter((each) => each.checkVisibility()).length;
    });
    assert.ok(stops > 8, `${stops} stops`);
    const here = () =>
      body.evaluate(() => {
        const all = [...document.querySelectorAll('button, summary, [tabindex="0"]')];
        const { outlineStyle } = getComputedStyle(document.activeElement);
        return { at: all.filter((each) => each.checkVisibility()).indexOf(document.activeElement), outlineStyle };
      });
    await report().locator('button').first().focus();
    await window.page.keyboard.press('Tab');
    await window.page.keyboard.press('Shift+Tab');
    for (let stop = 0; stop < stops; stop += 1) {
      const { at, outlineStyle } = await here();
      assert.equal(at, stop);
      assert.notEqual(outlineStyle, 'none', `stop ${stop} does not show that it has the focus`);
      if (stop < stops - 1) await window.page.keyboard.press('Tab');
    }
    for (let stop = stops - 2; stop >= 0; stop -= 1) await window.page.keyboard.press('Shift+Tab');
    assert.equal((await here()).at, 0);
    // A fold opens, and a button is pressed, by Enter.
    await report().locator('details[data-id="what"] summary').first().focus();
    await window.page.keyboard.press('Enter');
    await report().locator('details[data-id="what"][open]').first().waitFor();
    await report()
      .getByRole('button', { name: /^Diagnose.*broken|^Copy for an issue/ })
      .first()
      .focus();
  });

  it('narrow: eight servers are asked for whole in 900 px, and the report is read in a window of 300', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `server-${index}`);
    await open(Object.fromEntries(names.map((name) => [name, { command: 'demo-runner', args: [`--as=${name}`] }])));
    await window.page.setViewportSize({ width: 900, height: 700 });
    await lens('Diagnose all 8 servers').click();
    const { widget } = window.quickInput;
    await widget.getByText('Start 8 MCP servers?').waitFor();
    const cut = await widget.evaluate((element) => {
      const labels = [...element.querySelectorAll('.monaco-list-row .monaco-icon-label-container, .quick-input-title')];
      return labels.filter((each) => each.scrollWidth > each.clientWidth + 1).map((each) => each.textContent);
    });
    assert.deepEqual(cut, []);
    await window.screenshot('out/pictures/consent-900.png');
    await window.page.keyboard.press('Enter');
    await report().getByText('Full path').first().waitFor();
    await report().locator('section').nth(7).waitFor();
    await window.inHost(async (vscode) => {
      const { tabGroups } = vscode.window;
      const isPage = ({ input }) => input instanceof vscode.TabInputWebview;
      await tabGroups.close(tabGroups.all.filter(({ tabs }) => !tabs.some(isPage)));
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
    });
    await window.page.setViewportSize({ width: 300, height: 800 });
    const wide = await report()
      .locator('body')
      .evaluate((body) => {
        const end = document.documentElement.clientWidth;
        const all = [...body.querySelectorAll('*')];
        return all
          .filter((each) => each.getBoundingClientRect().right > end + 1)
          .map((each) => each.outerHTML.slice(0, 90));
      });
    await window.screenshot('out/pictures/report-300.png');
    await window.page.setViewportSize({ width: 1280, height: 800 });
    assert.deepEqual(wide, []);
  });

  it('two windows on one file: what is saved in one is judged in the other', async () => {
    await open({ demo: { comand: process.execPath } });
    const first = window;
    await lens('‘comand’').waitFor();
    const second = await stage.editor.open(folderWith({ 'readme.txt': '' }));
    await second.openFile(`../../${first.folder.split('/').slice(-2).join('/')}/${FILE}`);
    const text = readFileSync(join(first.folder, FILE), 'utf8');
    await second.page.locator('.codelens-decoration a', { hasText: '‘comand’' }).first().waitFor();
    writeFileSync(join(first.folder, FILE), text.replace('comand', 'command'));
    for (const { page } of [first, second]) {
      await page.locator('.codelens-decoration a', { hasText: '‘comand’' }).first().waitFor({ state: 'detached' });
      await page.locator('.codelens-decoration a', { hasText: 'Diagnose' }).first().waitFor();
    }
    await second.close();
  });

  it('several folders: each file is of its own folder, and its server starts there', async () => {
    const script = `require('node:fs').writeFileSync('was-here', ''); process.exit(3);`;
    const entry = { command: process.execPath, args: ['server.cjs'] };
    const folder = folderWith({
      'all.code-workspace': { folders: [{ path: 'one' }, { path: 'two' }] },
      [`one/${FILE}`]: { servers: { first: entry } },
      [`two/${FILE}`]: { servers: { second: entry } },
      'one/server.cjs': script,
      'two/server.cjs': script,
    });
    await window.close();
    window = await stage.editor.open(folder, 'all.code-workspace');
    await window.openFile(`../two/${FILE}`, { line: 3, column: 7 });
    await lens('Diagnose').click();
    await agreeToOne('second');
    await lens('ended before the handshake').waitFor();
    assert.equal(readFileSync(join(window.folder, '../two/was-here'), 'utf8'), '');
    assert.throws(() => readFileSync(join(window.folder, 'was-here')));
  });
});
