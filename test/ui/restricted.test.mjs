// A folder that nobody has trusted: it is read, and nothing in it is started.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { clearStage, folderWith, openStage } from './stage.mjs';

describe('restricted mode', () => {
  let stage;
  let window;
  before(async () => {
    stage = await openStage({ trust: true });
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });

  it('lints, starts nothing, and says what would change that', async () => {
    const starts = { command: process.execPath, args: ['-e', "require('fs').writeFileSync('started', '')"] };
    const folder = folderWith({ '.vscode/mcp.json': { mcpServers: { other: starts }, servers: { demo: starts } } });
    window = await stage.editor.open(folder);
    await window.openFile('.vscode/mcp.json');
    await window.squiggles('mcp.json', 'error').first().waitFor();
    assert.equal(await window.inHost((vscode) => vscode.workspace.isTrusted), false);
    await window.runCommand('MCP Handshake: Diagnose MCP Server');
    const refused = window.notification('Restricted Mode: no server is started here');
    await refused.press('Manage Workspace Trust');
    await window.page.locator('.workspace-trust-editor').waitFor();
    await window.inHost((vscode) =>
      vscode.commands.executeCommand('workbench.action.closeActiveEditor').then(() => {}),
    );
    assert.equal(existsSync(join(window.folder, 'started')), false);
  });

  it('asks for consent once the folder is trusted', async () => {
    await window.grantTrust();
    await window.openFile('.vscode/mcp.json', { line: 14, column: 7 });
    await window.runCommand('MCP Handshake: Diagnose MCP Server');
    await window.quickInput.pick('All servers');
    const question = window.dialog('Start the MCP server "demo"?');
    await question.waitFor();
    await question.press('Cancel');
    assert.equal(existsSync(join(window.folder, 'started')), false);
  });
});
