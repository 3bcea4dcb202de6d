// Why VS Code itself could not start a server: read from its own log, before anything of ours is started.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { clearStage, folderWith, openStage } from './stage.mjs';
import { outputOf, startByVsCode } from './vscode-servers.mjs';

const FILE = '.vscode/mcp.json';
/** Leaves a trace of each start, and misses a key. */
const WEATHER = `
  import { appendFileSync } from 'node:fs';
  appendFileSync('starts', '.');
  console.error('Error: WEATHER_API_KEY environment variable is required');
  process.exit(1);`;

describe('what VS Code itself has logged', () => {
  let stage;
  let window;
  before(async () => {
    stage = await openStage({ settings: { 'chat.disableAIFeatures': false } });
    const entry = { command: 'node', args: ['weather.mjs'] };
    const servers = { weather: entry, before: entry, since: entry };
    window = await stage.editor.open(folderWith({ [FILE]: { servers }, 'weather.mjs': WEATHER }));
    await window.openFile(FILE);
  });
  after(async () => {
    await stage?.editor.stop();
    clearStage();
  });

  const lens = (text) => window.page.locator('.codelens-decoration a', { hasText: text }).first();
  /** Where a desktop VS Code keeps the log of a server: beside the folder of its extensions' logs. */
  const logOf = (server) => {
    const logs = join(stage.editor.host.userDataDir, 'logs');
    const ours = readdirSync(logs, { recursive: true }).find((name) => name.endsWith('mcp-handshake.mcp-handshake'));
    assert.ok(ours, 'this extension has no folder for its log');
    return join(logs, dirname(dirname(ours)), `mcpServer.mcp.config.ws0.${server}.log`);
  };
  const starts = () => readFileSync(join(window.folder, 'starts'), 'utf8').length;

  it('a failure has its cause at the server, its fix at the bulb, and nothing more was started', async () => {
    await lens('Diagnose all 3 servers').waitFor();
    await startByVsCode(window, 'weather');
    const logged = await outputOf(window, 'weather', 'Process exited with code');
    await window.openFile(FILE);
    const before = starts();
    writeFileSync(logOf('weather'), logged);
    await lens('needs WEATHER_API_KEY').waitFor();
    await window.runCommand('MCP Handshake: Show Report');
    const report = window.webview();
    await report.getByText('from the log that VS Code itself has kept of it').waitFor();
    await report.getByText('WEATHER_API_KEY environment variable is required').first().waitFor();
    assert.equal(await report.getByRole('button', { name: /^Diagnose/ }).count(), 3);
    assert.equal(starts(), before, 'it was started again');
    const fixes = await window.inHost(async (vscode) => {
      const { uri } = vscode.workspace.textDocuments.find(({ uri: each }) => each.path.endsWith('.vscode/mcp.json'));
      const [problem] = vscode.languages.getDiagnostics(uri).filter(({ message }) => message.startsWith('weather'));
      const actions = await vscode.commands.executeCommand('vscode.executeCodeActionProvider', uri, problem.range);
      return actions.map(({ title, command }) => ({ title, command: command?.command ?? null }));
    });
    assert.ok(
      fixes.some(({ title, command }) => title.includes('WEATHER_API_KEY') && command === null),
      JSON.stringify(fixes),
    );
  });

  it('what it has logged before the file was saved last is not taken for what holds now', async () => {
    const failed = (day, key) => `${day} 10:00:00.000 [info] Connection state: Starting
${day} 10:00:00.200 [warning] [server stderr] Error: ${key} environment variable is required
${day} 10:00:00.300 [info] Connection state: Error Process exited with code 1\n`;
    writeFileSync(logOf('before'), failed('2026-01-01', 'BEFORE_API_KEY'));
    writeFileSync(logOf('since'), failed('2096-01-01', 'SINCE_API_KEY'));
    await lens('needs SINCE_API_KEY').waitFor();
    assert.equal(await lens('BEFORE_API_KEY').count(), 0);
  });
});
