// The four causes as a person meets them: open, squiggle, bulb, apply, and the squiggle is gone by a new probe.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearStage, openStage, small, workspaceWith } from './stage.mjs';

const FILE = '.vscode/mcp.json';

/** A login shell with a folder on its PATH that the editor was started without; it says good morning, too. */
function giveLoginShell(home) {
  const tools = join(home, 'tools');
  mkdirSync(tools);
  const healthy = `import('${join(process.cwd(), 'test/servers/healthy.mjs')}').then(({ serve }) => serve())`;
  writeFileSync(join(tools, 'demo-tool'), `#!/bin/sh\nexec '${process.execPath}' -e "${healthy}"\n`, { mode: 0o755 });
  for (const name of ['.bash_profile', '.profile', '.zprofile'])
    writeFileSync(join(home, name), `echo 'good morning'\nexport PATH="${tools}:$PATH"\n`);
}

describe('the four causes, in the editor', () => {
  let stage;
  let window;
  before(async () => {
    stage = await openStage();
    giveLoginShell(stage.home);
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await window?.screenshot(`out/pictures/failed-${this.currentTest.title.split(':')[0]}.png`);
  });

  const openWith = async (folder, caret) => {
    if (window) await window.reset(folder);
    else window = await stage.editor.open(folder);
    await window.openFile(FILE, caret);
  };
  const diagnose = () => window.runCommand('MCP Handshake: Diagnose MCP Server');
  const agree = async (expected) => {
    const question = window.dialog('Start the MCP server "demo"?');
    await question.waitFor();
    const text = await question.text();
    for (const part of expected) assert.ok(text.includes(part), `"${part}" is not in:\n${text}`);
    await question.press('Start');
  };
  const squiggle = () => window.squiggles('mcp.json', 'error').first();
  const squiggleGone = () => squiggle().waitFor({ state: 'detached' });
  const caretAt = async (text) => {
    await window.inHost((vscode, wanted) => {
      const editor = vscode.window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('mcp.json'));
      const at = editor.document.positionAt(editor.document.getText().indexOf(wanted) + 1);
      return vscode.window
        .showTextDocument(editor.document, { viewColumn: editor.viewColumn, selection: new vscode.Range(at, at) })
        .then(() => {});
    }, text);
    await window.page.locator('.editor-instance .monaco-editor.focused').waitFor();
  };
  const cure = async (title) => {
    const menu = await window.quickFix(title);
    const titles = await menu.titles();
    await menu.apply();
    return titles;
  };
  /** The config as it stands in the editor. */
  const config = async () =>
    JSON.parse(
      await window.inHost((vscode) =>
        vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('mcp.json')).getText(),
      ),
    );
  const reportSays = (text) => window.webview().locator('body', { hasText: text }).waitFor();

  it('wrong-root-key: seen without starting anything, renamed, then ready', async () => {
    await openWith(workspaceWith(small('healthy'), 'mcpServers'), { line: 2, column: 5 });
    await squiggle().waitFor();
    await cure('Rename ‘mcpServers’ to ‘servers’');
    await squiggleGone();
    await diagnose();
    await agree([process.execPath, 'healthy.mjs', 'VS Code gives its servers']);
    await reportSays('demo is ready');
    assert.deepEqual(Object.keys(await config()), ['servers']);
  });

  it('runner-not-on-path: the full path and its PATH, tried before it is offered', async () => {
    await openWith(workspaceWith({ command: 'demo-runner' }), { line: 4, column: 20 });
    await diagnose();
    await agree(['demo-runner', 'may be started again from another of your own folders']);
    await squiggle().waitFor();
    await reportSays('It is at');
    await reportSays('fails again without it');
    await caretAt('"demo-runner"');
    const titles = await cure('Use ');
    assert.match(titles[0], /\.nvm.*, with its folder on PATH — tried, works/s);
    await squiggleGone();
    await reportSays('demo is ready');
    assert.deepEqual((await config()).servers.demo, {
      command: join(stage.bin, 'demo-runner'),
      env: { PATH: stage.bin },
    });
  });

  it('runner-not-on-path: what only the login shell has, in an editor that was started without it', async () => {
    await openWith(workspaceWith({ command: 'demo-tool' }), { line: 4, column: 20 });
    await diagnose();
    await agree(['demo-tool', 'nothing that is there now']);
    await squiggle().waitFor();
    await reportSays('the PATH of your login shell');
    await reportSays('fails again without it');
    await caretAt('"demo-tool"');
    await cure('Use ');
    await squiggleGone();
    await reportSays('demo is ready');
    await window.notification(/demo is ready, but not saved yet\..*Press Restart above the server/).waitFor();
  });

  it('missing-env: every key at once, asked for unseen, then ready', async () => {
    await openWith(workspaceWith(small('needs-keys')), { line: 3, column: 7 });
    await diagnose();
    await agree(['needs-keys.mjs']);
    await squiggle().waitFor();
    await caretAt('"demo"');
    const titles = await cure('asked for when the server starts');
    assert.ok(titles.some((title) => title.includes('taken from the environment')));
    await window.quickInput.input.waitFor();
    assert.equal(await window.quickInput.input.getAttribute('type'), 'password');
    await window.quickInput.type('a-made-up-key');
    await window.quickInput.widget.getByText('HANDSHAKE_REGION_CODE').first().waitFor();
    await window.quickInput.type('eu');
    // Our own edit, and values that were typed for it: there is nothing new to agree to.
    await squiggleGone();
    await reportSays('demo is ready');
    const { servers, inputs } = await config();
    assert.equal(servers.demo.env.HANDSHAKE_API_KEY, '${input:handshake-api-key}');
    assert.deepEqual(
      inputs.map(({ id, password }) => [id, password ?? false]),
      [
        ['handshake-api-key', true],
        ['handshake-region-code', false],
      ],
    );
  });

  it('npm-package-missing: the name that was meant, found by asking the registry', async () => {
    await openWith(workspaceWith({ command: 'npx', args: ['-y', '@modelcontextprotocol/server-memry'] }), {
      line: 7,
      column: 12,
    });
    await diagnose();
    await agree([
      'npx -y @modelcontextprotocol/server-memry',
      'Whatever is published under that name later will run, too.',
    ]);
    await squiggle().waitFor({ timeout: 60_000 });
    await reportSays('Did you mean');
    await caretAt('"@modelcontextprotocol');
    await cure('Change to @modelcontextprotocol/server-memory');
    await agree(['npx -y @modelcontextprotocol/server-memory']);
    await squiggleGone();
    await window.webview().locator('body', { hasText: 'demo is ready' }).waitFor({ timeout: 90_000 });
  });

  it('what was agreed to is checked again on save, unasked, until permission is forgotten', async () => {
    const healthy = readFileSync('test/servers/healthy.mjs', 'utf8');
    const folder = workspaceWith({ command: process.execPath, args: ['server.mjs'] });
    writeFileSync(join(folder, 'server.mjs'), "import { serve } from './part.mjs';\nserve();\n");
    writeFileSync(join(folder, 'part.mjs'), healthy);
    await openWith(folder, { line: 3, column: 7 });
    await diagnose();
    await agree(['server.mjs']);
    await reportSays('demo is ready');
    writeFileSync(join(window.folder, 'part.mjs'), 'throw new Error("broken since")');
    await window.runCommand('File: Save');
    await squiggle().waitFor();
    await window.runCommand('MCP Handshake: Forget Permission to Start Servers');
    writeFileSync(join(window.folder, 'part.mjs'), healthy);
    await diagnose();
    await agree(['server.mjs']);
    await squiggleGone();
  });

  it('a refused question starts nothing', async () => {
    const folder = workspaceWith({
      command: process.execPath,
      args: ['-e', "require('fs').writeFileSync('started', '')"],
    });
    await openWith(folder, { line: 3, column: 7 });
    await diagnose();
    const question = window.dialog('Start the MCP server "demo"?');
    await question.waitFor();
    await question.press('Cancel');
    await reportSays('demo was not checked');
    assert.equal(existsSync(join(window.folder, 'started')), false);
  });

  it('a diagnosis can be cancelled, and leaves no process', async () => {
    await openWith(workspaceWith(small('stubborn', 'pids.json')), { line: 3, column: 7 });
    await diagnose();
    await agree(['stubborn.mjs']);
    const progress = window.notification(/Diagnosing MCP server.*waiting for demo/s);
    await progress.waitFor();
    const pidFile = join(window.folder, 'pids.json');
    await window.inHost(async (vscode, path) => {
      const { existsSync: isThere } = process.getBuiltinModule('node:fs');
      while (!isThere(path)) await new Promise((tick) => setTimeout(tick, 20));
    }, pidFile);
    await window
      .webview()
      .getByText(/checking… \d+ of 20 s/)
      .waitFor();
    await progress.cancel();
    await reportSays('demo was not checked');
    await window.webview().getByText('checking…').waitFor({ state: 'detached' });
    const isRunning = (pid) =>
      existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
    assert.deepEqual(JSON.parse(readFileSync(pidFile, 'utf8')).filter(isRunning), []);
  });
});
