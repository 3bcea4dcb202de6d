// The page of the extension in the editor, where somebody looks before they install it.
import assert from 'node:assert/strict';
import { clearStage, folderWith, openStage } from './stage.mjs';

describe('the page of the extension', () => {
  let stage;
  before(async () => {
    stage = await openStage({ viewport: { width: 1180, height: 900 } });
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });

  it('has no picture that cannot be seen', async () => {
    const window = await stage.editor.open(folderWith({ 'a.txt': '' }));
    await window.inHost((vscode) =>
      vscode.commands.executeCommand('workbench.extensions.search', '@installed MCP Handshake').then(() => {}),
    );
    await window.page.locator('.extensions-list .monaco-list-row', { hasText: 'MCP Handshake' }).first().click();
    await window.webview().getByRole('heading', { name: 'You have the error now' }).waitFor();
    await window.screenshot('out/pictures/own-page.png');
    const broken = await window
      .webview()
      .locator('img')
      .evaluateAll((all) => all.filter((each) => each.naturalWidth === 0).map((each) => each.alt));
    assert.deepEqual(broken, []);
  });
});
