// An entry that is typed key by key, as a person does: what is wrong with it is marked while they write, and the mark
// goes when it is right.
import assert from 'node:assert/strict';
import { clearStage, folderWith, openStage } from './stage.mjs';

/** How long a person looks before they type on. */
const PAUSE_MS = 500;

describe('an entry that is being typed', () => {
  let stage;
  before(async () => {
    stage = await openStage({
      settings: {
        'editor.autoClosingBrackets': 'never',
        'editor.autoClosingQuotes': 'never',
        'editor.quickSuggestions': false,
      },
    });
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });

  it('is marked within one pause of typing, and no longer than it is wrong', async () => {
    const folder = folderWith({ '.cursor/mcp.json': '{\n  "mcpServers": {\n    "a": {\n      \n    }\n  }\n}\n' });
    const window = await stage.editor.open(folder);
    await window.openFile('.cursor/mcp.json', { line: 4, column: 7 });
    const rules = () =>
      window.inHost((vscode) =>
        vscode.workspace.textDocuments
          .filter(({ uri }) => uri.path.endsWith('mcp.json'))
          .flatMap(({ uri }) => vscode.languages.getDiagnostics(uri))
          .filter(({ source }) => source === 'MCP Handshake')
          .map(({ code }) => code.value),
      );
    const soon = async (expected) => {
      const began = Date.now();
      let seen = await rules();
      while (seen.join() !== expected.join() && Date.now() - began < PAUSE_MS) seen = await rules();
      assert.deepEqual(seen, expected);
    };
    const squiggles = window.squiggles('mcp.json', 'error');
    await squiggles.first().waitFor();
    await soon(['nothing-to-start']);
    await window.editor('mcp.json').click();
    await window.page.keyboard.press('Control+Home');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'End']) await window.page.keyboard.press(key);
    for (const key of '"command": "acme -y x"') {
      await window.page.keyboard.type(key);
      await rules(); // and the window is asked in between, as it is drawn in between
    }
    await soon(['command-line-in-command']);
    await squiggles.first().waitFor();
    await window.screenshot('out/pictures/typing.png');
    for (let step = 0; step < '" x y-'.length; step += 1) await window.page.keyboard.press('Backspace');
    await window.page.keyboard.type('"');
    await soon([]);
    await squiggles.first().waitFor({ state: 'detached' });
    await window.close();
  });
});
