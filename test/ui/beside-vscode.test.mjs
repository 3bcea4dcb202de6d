// With VS Code's own MCP features on: what it shows of its own accord stands beside ours, and nothing is said twice.
import assert from 'node:assert/strict';
import { clearStage, openStage, small, workspaceWith } from './stage.mjs';

describe('beside VS Code’s own features', () => {
  let stage;
  before(async () => {
    stage = await openStage({ settings: { 'chat.disableAIFeatures': false } });
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });

  it('its lens and our squiggle are both there', async () => {
    const window = await stage.editor.open(workspaceWith(small('needs-keys')));
    await window.openFile('.vscode/mcp.json', { line: 3, column: 7 });
    await window.editor('mcp.json').locator('.codelens-decoration', { hasText: 'Start' }).waitFor();
    await window.runCommand('MCP Handshake: Diagnose MCP Server');
    const question = window.dialog('Start the MCP server "demo"?');
    await question.waitFor();
    await question.press('Start');
    await window.squiggles('mcp.json', 'error').first().waitFor();
    await window.webview().locator('body', { hasText: 'demo does not start' }).waitFor();
    await window.screenshot('out/pictures/beside-vscode.png');
    await window.close();
  });

  it('a syntax error gets its squiggle, and not one of ours', async () => {
    const window = await stage.editor.open(workspaceWith(small('healthy')));
    await window.openFile('.vscode/mcp.json');
    const found = await window.inHost(async (vscode) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('mcp.json'));
      const change = new vscode.WorkspaceEdit();
      change.insert(document.uri, new vscode.Position(0, 1), ',');
      await vscode.workspace.applyEdit(change);
      const sources = () => vscode.languages.getDiagnostics(document.uri).map(({ source }) => source ?? '');
      while (!sources().some((source) => /json/.test(source))) await new Promise((tick) => setTimeout(tick, 20));
      return sources();
    });
    assert.ok(!found.includes('MCP Handshake'), found.join());
    await window.close();
  });

  it('what its schema marks is not marked by us as well, and our fix of it is there', async () => {
    const window = await stage.editor.open(workspaceWith({ ...small('healthy'), evn: { A: 'b' } }));
    await window.openFile('.vscode/mcp.json');
    const { sources, titles } = await window.inHost(async (vscode) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('mcp.json'));
      const all = () => vscode.languages.getDiagnostics(document.uri);
      while (!all().some(({ message }) => /evn/.test(message))) await new Promise((tick) => setTimeout(tick, 20));
      const at = document.positionAt(document.getText().indexOf('"evn"') + 1);
      const actions = await vscode.commands.executeCommand(
        'vscode.executeCodeActionProvider',
        document.uri,
        new vscode.Range(at, at),
      );
      return { sources: all().map(({ source }) => source ?? ''), titles: actions.map(({ title }) => title) };
    });
    assert.ok(!sources.includes('MCP Handshake'), sources.join());
    assert.ok(titles.includes('Rename ‘evn’ to ‘env’'), titles.join());
    await window.close();
  });
});
