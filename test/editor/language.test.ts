import assert from 'node:assert/strict';
import { basename, join } from 'node:path';
import * as vscode from 'vscode';

const SOURCE = 'MCP Handshake';
const folder = () => vscode.workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const file = (path: string) => vscode.Uri.joinPath(folder(), path);
const ours = (uri: vscode.Uri) => vscode.languages.getDiagnostics(uri).filter(({ source }) => source === SOURCE);

/** Asks again until it holds: an editor takes in a change when it comes to it. */
async function eventually<T>(get: () => T | Thenable<T>, holds: (value: T) => boolean): Promise<T> {
  const until = Date.now() + 10_000;
  for (;;) {
    const value = await get();
    if (holds(value)) return value;
    if (Date.now() > until) assert.fail(`it never held; last: ${JSON.stringify(value)}`);
    await new Promise((tick) => setTimeout(tick, 50));
  }
}

async function open(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(file(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** A file of our own that was looked at after the others: whatever they had to show is shown by then. */
async function everythingSeen(): Promise<void> {
  const { uri } = await open('.cursor/mcp.json');
  await eventually(
    () => ours(uri),
    (found) => found.length === 1,
  );
}

const actionsAt = (uri: vscode.Uri, range: vscode.Range) =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
  );

const extension = () =>
  vscode.extensions.getExtension('mcp-handshake.mcp-handshake') ?? assert.fail('it is not installed');

/** Which of our bundles this extension host has loaded. */
const loadedHalves = () =>
  Object.keys(require.cache)
    .filter((path) => path.startsWith(join(extension().extensionPath, 'dist')))
    .map((path) => basename(path))
    .toSorted();

describe('in the editor', () => {
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('nothing is loaded but the name check, until a configuration is open', async () => {
    const document = await vscode.workspace.openTextDocument(file('plain.json'));
    await eventually(
      () => extension().isActive,
      (active) => active,
    );
    assert.deepEqual(ours(document.uri), []);
    assert.deepEqual(loadedHalves(), ['extension.js']);
  });

  it('the wrong root key gets a squiggle on the key, with a page behind its name', async () => {
    const { uri } = await open('.cursor/mcp.json');
    const [found] = await eventually(
      () => ours(uri),
      (diagnostics) => diagnostics.length === 1,
    );
    assert.ok(found);
    assert.deepEqual(found.range, new vscode.Range(1, 2, 1, 11));
    assert.equal(found.severity, vscode.DiagnosticSeverity.Error);
    assert.ok(typeof found.code === 'object' && found.code.value === 'wrong-root-key');
    const page = await vscode.workspace.openTextDocument(found.code.target);
    assert.match(page.getText(), /^# The servers stand under a key that nobody reads/);
  });

  it('its fix is preferred, small, and leaves nothing to fix', async () => {
    const document = await open('.cursor/mcp.json');
    const [found] = await eventually(
      () => ours(document.uri),
      (diagnostics) => diagnostics.length === 1,
    );
    assert.ok(found);
    const actions = await eventually(
      () => actionsAt(document.uri, found.range),
      (all) => all.some(({ isPreferred }) => isPreferred),
    );
    const action = actions.find(({ isPreferred }) => isPreferred);
    assert.equal(action?.title, 'Rename ‘servers’ to ‘mcpServers’');
    const before = document.getText();
    assert.ok(action?.edit && (await vscode.workspace.applyEdit(action.edit)));
    assert.equal(document.getText(), before.replace('"servers"', '"mcpServers"'));
    await eventually(
      () => ours(document.uri),
      (diagnostics) => diagnostics.length === 0,
    );
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('a right file, and a file of another kind, get nothing', async () => {
    const documents = [await open('right/.vscode/mcp.json'), await open('plain.json')];
    await everythingSeen();
    assert.deepEqual(
      documents.map(({ uri }) => ours(uri).map(({ message }) => message)),
      [[], []],
    );
  });

  it('bad files are silence or what the editor says already, and their text stays', async () => {
    const bad = [
      'bad/empty/mcp.json',
      'bad/list/mcp.json',
      'bad/number/mcp.json',
      'bad/null/mcp.json',
      'bad/comma/mcp.json',
    ];
    const documents = await Promise.all(bad.map((path) => vscode.workspace.openTextDocument(file(path))));
    await everythingSeen();
    for (const document of documents) {
      assert.deepEqual(ours(document.uri), [], document.uri.path);
      assert.equal(document.isDirty, false);
    }
  });

  it('a file of more than 1 MB is judged when it is opened and saved, and not as it is typed', async () => {
    const uri = file('big/.cursor/mcp.json');
    const lines = Array.from({ length: 20_000 }, () => `  "${'x'.repeat(50)}",`).join('\n');
    const text = `{\n"servers": { "a": { "command": "x" } },\n"padding": [\n${lines}\n  ""]\n}\n`;
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    const document = await open('big/.cursor/mcp.json');
    await eventually(
      () => ours(uri),
      (found) => found.length === 1,
    );
    const edit = new vscode.WorkspaceEdit();
    edit.replace(uri, new vscode.Range(1, 1, 1, 8), 'mcpServers');
    assert.ok(await vscode.workspace.applyEdit(edit));
    await everythingSeen();
    assert.equal(ours(uri).length, 1);
    assert.ok(await document.save());
    await eventually(
      () => ours(uri),
      (found) => found.length === 0,
    );
    await vscode.workspace.fs.delete(file('big'), { recursive: true });
  });

  it('the commands are there, and the internal ones are not in the palette', async () => {
    const all = await vscode.commands.getCommands(true);
    for (const id of ['diagnose', 'saveFile', 'applyFix', 'forgetConsents'])
      assert.ok(all.includes(`mcpHandshake.${id}`), id);
    const { contributes } = extension().packageJSON;
    const titles = contributes.commands.map(
      ({ category, title }: { category: string; title: string }) => `${category}: ${title}`,
    );
    assert.deepEqual(titles, [
      'MCP Handshake: Diagnose MCP Server',
      'MCP Handshake: Diagnose All MCP Servers of a File',
      'MCP Handshake: Show Report',
      'MCP Handshake: Explain MCP Log',
      'MCP Handshake: Fix All Safe Problems',
      'MCP Handshake: Copy for an Issue',
      'MCP Handshake: Save Record',
      'MCP Handshake: Run MCP Server in Terminal',
      'MCP Handshake: Show Log',
      'MCP Handshake: Forget Permission to Start Servers',
    ]);
  });
});
