// node scripts/record-logs.mjs: what VS Code itself writes of servers that fail and recover, recorded in the embedded editor
// into test/recordings/, for the tests that read logs.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clearStage, folderWith, openStage } from '../test/ui/stage.mjs';

const weather = `import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline';
if (!existsSync('fixed')) throw new Error('WEATHER_API_KEY environment variable is required');
createInterface({ input: process.stdin }).on('line', (line) => {
  const { id, method, params } = JSON.parse(line);
  const answers = {
    initialize: { protocolVersion: params?.protocolVersion, capabilities: { tools: {} }, serverInfo: { name: 'weather', version: '1.0.0' } },
    'tools/list': { tools: [{ name: 'forecast', inputSchema: { type: 'object' } }] },
  };
  if (answers[method]) console.log(JSON.stringify({ jsonrpc: '2.0', id, result: answers[method] }));
});
`;
const servers = {
  weather: { command: 'node', args: ['weather.mjs'] },
  notes: { command: 'handshake-notes-runner' },
};

const { editor } = await openStage({ settings: { 'chat.disableAIFeatures': false } });
try {
  const window = await editor.open(folderWith({ '.vscode/mcp.json': { servers }, 'weather.mjs': weather }));
  await window.openFile('.vscode/mcp.json');
  await window.editor('mcp.json').locator('.codelens-decoration', { hasText: 'Start' }).first().waitFor();
  const start = (name) =>
    window.inHost(async (vscode, server) => {
      const run = vscode.commands.executeCommand(`workbench.mcp.startServer`, `mcp.config.ws0.${server}`, {
        autoTrustChanges: true,
      });
      await Promise.race([run, new Promise((tick) => setTimeout(tick, 5_000))]);
    }, name);
  /** What the output channel of a server says, once it says this. */
  const outputOf = (name, expected) =>
    window.inHost(
      async (vscode, [server, words]) => {
        await vscode.commands.executeCommand('workbench.mcp.showOutput', `mcp.config.ws0.${server}`);
        const until = Date.now() + 20_000;
        for (;;) {
          const texts = vscode.workspace.textDocuments
            .filter(({ uri }) => uri.scheme === 'output')
            .map((document) => document.getText());
          const found = texts.find((text) => text.includes(words) && text.includes(`Starting server ${server}`));
          if (found) return found;
          if (Date.now() > until) throw new Error(`"${words}" never came: ${texts.join('\n---\n').slice(0, 2_000)}`);
          await new Promise((tick) => setTimeout(tick, 100));
        }
      },
      [name, expected],
    );

  await start('weather');
  await outputOf('weather', 'Process exited with code');
  await start('notes');
  const notes = await outputOf('notes', 'ENOENT');
  writeFileSync(join(window.folder, 'fixed'), '');
  await start('weather');
  const recovered = await outputOf('weather', 'Discovered 1 tool');
  mkdirSync('test/recordings', { recursive: true });
  const plain = (text) => text.replaceAll(window.folder, '/home/user/project').replaceAll('\r\n', '\n').trimEnd();
  writeFileSync(`test/recordings/vscode-${editor.host.version}.log`, `${plain(notes)}\n${plain(recovered)}\n`);
} finally {
  await editor.stop();
  clearStage();
}
