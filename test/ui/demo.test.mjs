// The demo as somebody tries it who has just installed this: every server that an edit cures is cured by the preferred fix.
import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { clearStage, folderWith, openStage } from './stage.mjs';

const FILE = '.vscode/mcp.json';

/**
 * Where the caret is put, the fix that comes first there, and what is typed in besides. `isForm`: it was never started,
 * so that nothing is checked again by itself.
 */
const CURABLE = {
  weather: {
    at: '"weather"',
    cure: 'asked for when the server starts',
    values: { WEATHER_API_KEY: 'a-made-up-key', WEATHER_UNITS_CODE: 'celsius' },
  },
  files: { at: '"@modelcontextprotocol/server-filesytem"', cure: 'Change to @modelcontextprotocol/server-filesystem' },
  memory: { at: '"npxx"', cure: 'Change to npx' },
  thinking: { at: '"-y @modelcontextprotocol', cure: 'Make each word an item of args', isForm: true },
  alarm: { at: '"node servers/clock.mjs"', cure: 'Put the program into command and the rest into args', isForm: true },
};

describe('the demo, in the editor', () => {
  let stage;
  let window;
  before(async () => {
    stage = await openStage();
    const folder = folderWith({});
    cpSync('demo', folder, { recursive: true });
    window = await stage.editor.open(folder);
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });
  afterEach(async function () {
    if (this.currentTest.state === 'failed')
      await window?.screenshot(`out/pictures/failed-demo-${this.currentTest.title.split(' ')[0]}.png`);
  });

  const text = () => readFileSync(`demo/${FILE}`, 'utf8');
  const lineOf = (words) => text().slice(0, text().indexOf(words)).split('\n').length;

  const caretAt = (words) =>
    window.inHost((vscode, wanted) => {
      const document = vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('mcp.json'));
      const at = document.positionAt(document.getText().indexOf(wanted) + 1);
      return vscode.window
        .showTextDocument(document, { viewColumn: 1, selection: new vscode.Range(at, at) })
        .then(() => {});
    }, words);

  const agree = async (server) => {
    const question = window.dialog(`Start the MCP server "${server}"?`);
    await question.waitFor();
    await question.press('Start');
  };

  /** Until the report shows that the server stands so, be it folded away. */
  const standing = (server, shown) =>
    window
      .webview()
      .locator(`h2:has(.mark.${shown})`, { hasText: server })
      .waitFor({ state: 'attached', timeout: 120_000 });

  /** Whatever is asked, until the report says so. */
  const untilReady = async (server) => {
    const ready = standing(server, 'ready');
    const asked = window.dialog(`Start the MCP server "${server}"?`);
    const question = asked.waitFor({ timeout: 120_000 }).then(() => 'asked');
    if ((await Promise.race([ready.then(() => 'ready'), question])) === 'asked') await asked.press('Start');
    question.catch(() => {});
    await ready;
  };

  for (const [server, { at, cure, values = {}, isForm = false }] of Object.entries(CURABLE))
    it(`${server}: "${cure}", and it is ready`, async () => {
      await window.openFile(FILE, { line: lineOf(at), column: 12 });
      await caretAt(at);
      await window.runCommand('MCP Handshake: Diagnose MCP Server');
      await window.quickInput.pick(server);
      if (!isForm) await agree(server);
      await standing(server, 'failed');
      await caretAt(at);
      const menu = await window.quickFix(cure);
      assert.match((await menu.titles())[0], new RegExp(cure.replaceAll(/[./]/g, String.raw`\$&`)));
      await menu.apply();
      for (const [name, value] of Object.entries(values)) {
        await window.quickInput.widget.getByText(name).first().waitFor();
        await window.quickInput.type(value);
      }
      if (isForm) {
        await window.runCommand('MCP Handshake: Diagnose MCP Server');
        await window.quickInput.pick(server);
      }
      await untilReady(server);
    }).timeout(300_000);
});
