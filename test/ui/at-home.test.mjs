// What a person meets who opens a configuration and has never heard of us: states, results as they come, one report.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { clearStage, folderWith, openStage, small } from './stage.mjs';

const FILE = '.vscode/mcp.json';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
describe('at home in the editor', () => {
  let stage;
  let window;
  before(async () => {
    stage = await openStage({ viewport: { width: 1280, height: 800 } });
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });
  afterEach(async function () {
    if (this.currentTest.state !== 'failed') return;
    await window?.screenshot(`out/pictures/failed-${this.currentTest.title.slice(0, 40)}.png`);
    // What is still going on would stand in the way of the next test.
    await window?.page.keyboard.press('Escape');
    for (const cancel of (await window?.page.locator('.notification-list-item a', { hasText: 'Cancel' }).all()) ?? [])
      await cancel.click().catch(() => {});
  });

  const openWith = async (servers, caret = { line: 3, column: 7 }) => {
    const folder = folderWith({ [FILE]: { servers } });
    if (window) await window.reset(folder);
    else window = await stage.editor.open(folder);
    await window.openFile(FILE, caret);
    await window.lensesSettle();
  };
  const lens = (text) => window.page.locator('.codelens-decoration a', { hasText: text }).first();
  /** How many servers have this sign in the gutter, once that is so many. */
  const gutter = (shown, count) =>
    window.page.waitForFunction(
      ([sign, wanted]) =>
        [...document.querySelectorAll('.cgmr')].filter((each) =>
          decodeURIComponent(getComputedStyle(each).backgroundImage).includes(`gutter/${sign}.svg`),
        ).length === wanted,
      [shown, count],
    );
  const report = () => window.webview();
  const section = (server) =>
    report()
      .locator('section')
      .filter({ has: report().locator('h2', { hasText: server }) })
      .first();
  /** A small server that nobody has agreed to yet. */
  let count = 0;
  const fresh = (name) => small(name, `--run=${(count += 1)}`);
  const agreeToOne = () => window.dialog('Start the MCP server').press('Start');
  const list = () => window.quickInput.widget;
  const agreeToAll = async (count) => {
    await list().getByText(`Start ${count} MCP servers?`).waitFor();
    await window.page.keyboard.press('Enter');
  };
  const diagnostics = () =>
    window.inHost((vscode) => {
      const { uri } = vscode.workspace.textDocuments.find(({ uri: each }) => each.path.endsWith('.vscode/mcp.json'));
      return vscode.languages
        .getDiagnostics(uri)
        .filter(({ source }) => source === 'MCP Handshake')
        .map(({ message, severity, tags }) => ({ message, severity, tags: tags ?? [] }));
    });
  const until = async (read, holds) => {
    for (const end = Date.now() + 20_000; ;) {
      const value = await read();
      if (holds(value)) return value;
      if (Date.now() > end) assert.fail(`it never held: ${JSON.stringify(value)}`);
      await new Promise((tick) => setTimeout(tick, 50));
    }
  };
  /** Changes the text of the file in its editor. */
  const edit = (from, to) =>
    window.inHost(
      async (vscode, [before, after]) => {
        const { document } = vscode.window.visibleTextEditors.find((editor) =>
          editor.document.uri.path.endsWith('mcp.json'),
        );
        const start = document.getText().indexOf(before);
        const change = new vscode.WorkspaceEdit();
        const range = new vscode.Range(document.positionAt(start), document.positionAt(start + before.length));
        change.replace(document.uri, range, after);
        await vscode.workspace.applyEdit(change);
      },
      [from, to],
    );

  it('the first screen: a way in that needs no name, and a state for each server', async () => {
    await openWith({ one: fresh('healthy'), two: fresh('needs-keys'), broken: { comand: 'node' } });
    await lens('Diagnose all 3 servers').waitFor();
    await lens('‘comand’').waitFor();
    await gutter('unchecked', 2);
    await gutter('failed', 1);
    await window.page.locator('.editor-actions a[aria-label="Diagnose MCP Server"]').waitFor();
    await window.page.keyboard.press('F1');
    await window.quickInput.input.fill('>handshake');
    await window.quickInput.rows.filter({ hasText: 'Diagnose MCP Server' }).first().waitFor();
    await window.quickInput.cancel();
    const status = await window.inHost(
      (vscode) => vscode.extensions.getExtension('mcp-handshake.mcp-handshake').isActive,
    );
    assert.equal(status, true);
  });

  it('results: each is there while another still hangs, and what is done stays when it is cancelled', async () => {
    await openWith({ hangs: fresh('silent'), one: fresh('healthy'), two: fresh('needs-keys') });
    await lens('Diagnose all 3 servers').click();
    await agreeToAll(3);
    await section('one').locator('p', { hasText: 'Answered after' }).waitFor({ state: 'attached' });
    await section('two').getByText('Needs HANDSHAKE_API_KEY').waitFor();
    await section('hangs')
      .getByText(/checking… \d+ of 20 s/)
      .waitFor();
    await gutter('ready', 1);
    await gutter('failed', 1);
    await gutter('checking', 1);
    await lens(/1 tool, \d+ ms/).waitFor();
    await lens('needs HANDSHAKE_API_KEY').waitFor();
    await report().getByRole('heading', { name: '1 of 3 servers does not start: two' }).waitFor();
    const progress = window.notification(/waiting for hangs: \d+ of 20 s/);
    await progress.cancel();
    await section('hangs').getByText('not checked').waitFor();
    await gutter('ready', 1);
    const order = await report().locator('section h2').allTextContents();
    assert.match(order.join(' '), /two.*hangs.*one/s);
  });

  it('consent: eight servers by keyboard alone, and nothing that could not be seen', async () => {
    const writes = (name, ...more) => ({
      command: process.execPath,
      args: ['-e', `require('fs').writeFileSync('${name}','')`, ...more],
    });
    const plain = Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => [name, writes(name)]));
    const hiding = writes('long', 'x'.repeat(300), 'THE-END');
    await openWith({ ...plain, long: hiding, sets: { ...writes('sets'), env: { NODE_OPTIONS: '--no-warnings' } } });
    await window.page.keyboard.press('F1');
    await window.quickInput.input.fill('>MCP Handshake: Diagnose All');
    await window.quickInput.rows.filter({ hasText: 'Diagnose All MCP Servers' }).first().waitFor();
    await window.page.keyboard.press('Enter');
    await list().getByText('Start 8 MCP servers?').waitFor();
    await list().getByText('6 Selected').waitFor();
    await window.screenshot('out/pictures/consent-eight.png');
    await window.page.keyboard.press('Enter');
    await report()
      .getByRole('heading', { name: /of 8 servers/ })
      .waitFor();
    const agreed = 'abcdef'.split('').map((name) => join(window.folder, name));
    const allStarted = () =>
      until(
        () => agreed.filter((file) => existsSync(file)).length,
        (n) => n === agreed.length,
      );
    await allStarted();
    for (const file of agreed) rmSync(file);
    for (const name of ['long', 'sets']) assert.equal(existsSync(join(window.folder, name)), false, name);
    // The second time only those are asked for that were not agreed to.
    await window.runCommand('MCP Handshake: Diagnose All MCP Servers of a File');
    await list().getByText('Start 2 MCP servers?').waitFor();
    await window.page.keyboard.press('ArrowDown');
    await window.page.keyboard.press('Space');
    await list().getByText('1 Selected').waitFor();
    await window.page.keyboard.press('Enter');
    const answer = window.notification('The document shows everything.');
    await answer.waitFor();
    assert.match((await window.inFront('What would be started')).text, /THE-END/);
    await answer.press('Do Not Start');
    await allStarted();
    assert.equal(existsSync(join(window.folder, 'long')), false);
  });

  it('a finding: named first, with its log line, its cure and its page, and always something to do', async () => {
    await openWith({ weather: fresh('needs-keys'), odd: fresh('crashes') });
    await lens('Diagnose all 2 servers').click();
    await agreeToAll(2);
    await gutter('failed', 2);
    const [first] = await until(diagnostics, (all) => all.length === 2);
    assert.match(
      first.message,
      /^weather: needs HANDSHAKE_API_KEY and HANDSHAKE_REGION_CODE, and does not get them\. Add them to ‘env’\.$/,
    );
    const hover = await window.hover('mcp.json', 'weather', 'needs HANDSHAKE_API_KEY');
    for (const part of ['HANDSHAKE_API_KEY', 'asked for when the server starts', 'Show report', 'About ‘missing-env’'])
      assert.ok((await hover.innerText()).includes(part), part);
    await hover.getByText('About ‘missing-env’').click();
    await window.page
      .frameLocator('iframe.webview')
      .last()
      .frameLocator('#active-frame')
      .getByRole('heading', { name: 'What happened' })
      .waitFor();
    await window.openFile(FILE, { line: 10, column: 7 });
    const menu = await window.quickFix('Show in report');
    const titles = await menu.titles();
    assert.deepEqual(
      ['Diagnose odd', 'Show in report', /Explain ‘/].filter((title) => !titles.some((each) => each.match(title))),
      [],
      titles.join(),
    );
    await window.page.keyboard.press('Escape');
  });

  it('an entry that changes: blanks change nothing, its finding is stale, undo brings it back', async () => {
    await openWith({ weather: fresh('needs-keys') });
    await lens('Diagnose').click();
    await agreeToOne();
    await gutter('failed', 1);
    await edit('"command"', '\n      "command"');
    await gutter('failed', 1);
    assert.equal((await diagnostics()).length, 1);
    await edit('"--run=', '"--verbose", "--run=');
    await gutter('stale', 1);
    await lens('changed since it was seen to fail').waitFor();
    const [stale] = await diagnostics();
    assert.match(stale.message, /Before it was changed/);
    assert.deepEqual([stale.severity, stale.tags], [3, [1]]);
    await section('weather').getByText('Before it was changed:').waitFor();
    await edit('"--verbose", ', '');
    await gutter('failed', 1);
    await section('weather').getByText('Needs HANDSHAKE_API_KEY').waitFor();
  });

  it('a cure that is taken is checked at once, be the command of its menu lost or not', async () => {
    await openWith({ one: { command: 'demo-runner', args: [`--run=${(count += 1)}`] } });
    await lens('Diagnose').click();
    await agreeToOne();
    await gutter('failed', 1);
    // The edit alone, as when the editor has dropped the command that belongs to it.
    await window.inHost(async (vscode) => {
      const { uri } = vscode.workspace.textDocuments.find(({ uri: each }) => each.path.endsWith('.vscode/mcp.json'));
      const at = new vscode.Range(3, 20, 3, 20);
      const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, at);
      await vscode.workspace.applyEdit(actions.find(({ edit: change }) => change).edit);
    });
    await window.notification('one is ready, but not saved yet.').waitFor();
    await lens('once it is saved').waitFor();
  });

  it('a script that changes: its server is not called ready any more, and nothing of it runs unasked', async () => {
    const healthy = readFileSync('test/servers/healthy.mjs', 'utf8').replace(/if \(import\.meta.*/s, '');
    const script = `${healthy}\nserve();\n`;
    await openWith({ demo: { command: process.execPath, args: ['server.mjs'] } });
    writeFileSync(join(window.folder, 'server.mjs'), script);
    await lens('Diagnose').click();
    await agreeToOne();
    await gutter('ready', 1);
    writeFileSync(
      join(window.folder, 'server.mjs'),
      `import { writeFileSync } from 'node:fs';\nwriteFileSync('ran', '');\n${script}`,
    );
    await window.runCommand('File: Save');
    await gutter('stale', 1);
    await lens('changed since it was ready').waitFor();
    assert.equal(existsSync(join(window.folder, 'ran')), false);
  });

  it('the report: one cure changes one section, and what is not saved is not called ready', async () => {
    await openWith({ one: { command: 'demo-runner', args: [`--run=${(count += 1)}`] }, two: fresh('needs-keys') });
    await lens('Diagnose all 2 servers').click();
    await agreeToAll(2);
    await section('one').getByText('Proven').waitFor();
    await section('two').getByText('Needs HANDSHAKE_API_KEY').waitFor();
    await section('two').evaluate((element) => (element.isTheSame = true));
    await section('two').locator('summary').first().click();
    await section('one')
      .getByRole('button', { name: /^Apply: Use/ })
      .click();
    await section('one').locator('p', { hasText: 'Answered after' }).waitFor({ state: 'attached' });
    const kept = await section('two').evaluate((element) => [element.isTheSame, element.querySelector('details').open]);
    assert.deepEqual(kept, [true, true]);
    await report().getByText('Not saved yet: clients read the saved file.').waitFor();
    await lens('once it is saved').waitFor();
    await report()
      .getByRole('button', { name: /^Save: / })
      .first()
      .click();
    await report().getByText('Not saved yet: clients').waitFor({ state: 'detached' });
    await lens(/1 tool, \d+ ms/).waitFor();
  });

  it('the report: axe finds nothing, live and at rest; every button has its own name; it fits 300 px', async () => {
    await openWith({
      hangs: fresh('silent'),
      one: { command: 'demo-runner', args: [`--run=${(count += 1)}`] },
      two: fresh('needs-keys'),
      three: fresh('healthy'),
      broken: { comand: 'node' },
    });
    await lens('Diagnose all 5 servers').click();
    await agreeToAll(4);
    await section('hangs')
      .getByText(/checking…/)
      .waitFor();
    await section('two').getByText('Needs HANDSHAKE_API_KEY').waitFor();
    await section('one').getByText('Proven').waitFor();
    const faults = async () => {
      const body = report().locator('body');
      // By the debugger, as a tool for tests does it: the page itself lets no foreign script run.
      await (await (await body.elementHandle()).ownerFrame()).evaluate(AXE);
      const { violations } = await body.evaluate(() => globalThis.axe.run(document));
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    };
    // While it goes on first: what hangs is waited for no longer than that takes.
    assert.deepEqual(await faults(), [], 'live');
    const progress = window.notification(/waiting for hangs/);
    await progress.cancel();
    await section('hangs').getByText('not checked').waitFor();
    for (const theme of ['light', 'dark', 'high-contrast', 'high-contrast-light']) {
      await window.theme(theme);
      await report().locator(`body[data-vscode-theme-kind="vscode-${theme}"]`).waitFor();
      assert.deepEqual(await faults(), [], theme);
    }
    await window.theme('light');
    const names = await report()
      .locator('button')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    const twice = names.filter((name, index) => names.indexOf(name) !== index);
    assert.deepEqual(twice, []);
    const tooWide = await report()
      .locator('body')
      .evaluate((body) => {
        Object.assign(body.style, { width: '300px', boxSizing: 'border-box' });
        const end = body.getBoundingClientRect().left + 300;
        const wide = [...body.querySelectorAll('*')].filter((each) => each.getBoundingClientRect().right > end + 1);
        return wide.map((each) => each.outerHTML.slice(0, 100));
      });
    assert.deepEqual(tooWide, []);
    // By keyboard alone: from the top with Tab to a button, and it is pressed with Enter.
    await report().locator('button').first().focus();
    await window.page.keyboard.press('Tab');
    const second = await report()
      .locator('body')
      .evaluate(() => document.activeElement.getAttribute('aria-label'));
    assert.equal(second, names[1]);
  });

  it('what the settings do to a server without a word is said at its name', async () => {
    await openWith({ demo: fresh('healthy') });
    const set = (value) =>
      window.inHost(
        (vscode, access) => vscode.workspace.getConfiguration('chat.mcp').update('access', access, true),
        value,
      );
    await set('none');
    const said = await until(diagnostics, (all) => all.length > 0);
    assert.equal(said[0].message, 'demo: VS Code starts no server: ‘chat.mcp.access’ is ‘none’.');
    await set(undefined);
    await until(diagnostics, (all) => all.length === 0);
  });

  it('a log: explained from what is selected, on a page that is rendered', async () => {
    await openWith({ demo: fresh('healthy') });
    const text = 'Error: spawn npx ENOENT\n    at ChildProcess.onexit (node:internal/child_process:286:19)\n';
    writeFileSync(join(window.folder, 'server.log'), `before\n${text}`);
    await window.inHost(
      async (vscode, path) => {
        const uri = vscode.Uri.file(path);
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document, { selection: new vscode.Range(1, 0, 3, 0) });
      },
      join(window.folder, 'server.log'),
    );
    await window.runCommand('MCP Handshake: Explain MCP Log');
    const page = window.page.frameLocator('iframe.webview').last().frameLocator('#active-frame');
    await page.getByRole('heading', { name: 'Why it failed' }).waitFor();
    await page.getByText('spawn npx ENOENT').first().waitFor();
    await window.screenshot('out/pictures/explained.png');
    await page.getByRole('link', { name: 'line 1' }).first().click();
    assert.deepEqual(await window.inFront('MCP log.txt'), { text, line: 1 });
  });

  it('for others: an issue on the clipboard, and the server in a terminal', async () => {
    await openWith({
      demo: {
        command: process.execPath,
        args: ['-e', 'require("fs").writeFileSync("in-terminal", process.env.ACME_KEY)'],
        env: { ACME_KEY: 'a-made-up-key-1234' },
      },
    });
    await lens('Diagnose').click();
    await agreeToOne();
    await gutter('failed', 1);
    await section('demo')
      .getByRole('button', { name: /^Copy for an issue: demo/ })
      .click();
    await window.notification('is on the clipboard').waitFor();
    const copied = await window.inHost((vscode) => vscode.env.clipboard.readText());
    assert.match(copied, /\*\*MCP server `demo`: failed\*\*/);
    assert.doesNotMatch(copied, /a-made-up-key/);
    await section('demo')
      .getByRole('button', { name: /^Run in terminal: demo/ })
      .click();
    // This editor has no terminals: what it was to run is looked at, and run here.
    const asked = await until(
      () =>
        window.inHost((vscode) => {
          const { shellPath, shellArgs, cwd, env, strictEnv } = vscode.window.terminals.at(-1)?.creationOptions ?? {};
          return { shellPath, shellArgs, cwd, env, strictEnv };
        }),
      ({ shellPath }) => shellPath !== undefined,
    );
    assert.equal(asked.strictEnv, true);
    const path = join(window.folder, 'in-terminal');
    rmSync(path);
    execFileSync(asked.shellPath, asked.shellArgs, { cwd: asked.cwd, env: asked.env });
    assert.equal(readFileSync(path, 'utf8'), 'a-made-up-key-1234');
  });

  it('what is kept: a record where it is wanted, and a log of what was started', async () => {
    await openWith({ demo: fresh('needs-keys') });
    await lens('Diagnose').click();
    await agreeToOne();
    await gutter('failed', 1);
    await section('demo')
      .getByRole('button', { name: /^Save record: demo/ })
      .click();
    const record = join(window.folder, 'mcp-handshake-record.json');
    await until(
      () => window.quickInput.input.inputValue(),
      (path) => path === record,
    );
    await window.page.keyboard.press('Enter');
    // It is there before all of it is written.
    await until(() => existsSync(record) && readFileSync(record, 'utf8').trimEnd().endsWith('}'), Boolean);
    assert.equal(JSON.parse(readFileSync(record, 'utf8')).record, 1);
    await window.runCommand('MCP Handshake: Show Log');
    await until(
      () =>
        window.inHost((vscode) =>
          vscode.workspace.textDocuments
            .filter(({ uri }) => uri.scheme === 'output')
            .map((document) => document.getText())
            .join(),
        ),
      (log) => /demo: starts .*needs-keys\.mjs/.test(log),
    );
  });

  it('all safe problems: mended by one button of the report, in one step', async () => {
    await openWith({
      one: { comand: 'node', args: ['x.js'] },
      two: { command: 'node', args: ['y.js'], evn: { A: 'b' } },
    });
    await lens('cannot').click();
    await report()
      .getByRole('button', { name: /^Fix all safe problems/ })
      .click();
    const { servers } = await until(
      async () =>
        JSON.parse(
          await window.inHost((vscode) =>
            vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('.vscode/mcp.json')).getText(),
          ),
        ),
      (now) => now.servers.one.command === 'node',
    );
    assert.deepEqual(servers.two.env, { A: 'b' });
    await report()
      .getByRole('button', { name: /^Fix all safe problems/ })
      .waitFor({ state: 'detached' });
  });
});
