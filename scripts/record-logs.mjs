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
  await startByVsCode(window, 'weather');
  await outputOf(window, 'weather', 'Process exited with code');
  await startByVsCode(window, 'notes');
  const notes = await outputOf(window, 'notes', 'ENOENT');
  writeFileSync(join(window.folder, 'fixed'), '');
  await startByVsCode(window, 'weather');
  const recovered = await outputOf(window, 'weather', 'Discovered 1 tool');
  mkdirSync('test/recordings', { recursive: true });
  const plain = (text) => text.replaceAll(window.folder, '/home/user/project').replaceAll('\r\n', '\n').trimEnd();
  writeFileSync(`test/recordings/vscode-${editor.host.version}.log`, `${plain(notes)}\n${plain(recovered)}\n`);
} finally {
  await editor.stop();
  clearStage();
}
