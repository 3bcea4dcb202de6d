// Lies next to the extension under test in tests of the interface, and evaluates in the extension host what the test
// process sends: a test arranges and inspects through the `vscode` API and acts through the interface.
const { connect } = require('node:net');
const { createInterface } = require('node:readline');
const vscode = require('vscode');

exports.activate = () => {
  const path = process.env.EDITOR_REMOTE_CONTROL;
  if (!path) return;
  const socket = connect(path);
  // Without its test process there is nobody left to tell.
  socket.on('error', () => {});
  const send = (message) => socket.write(`${JSON.stringify(message)}\n`);
  const { workspaceFile, workspaceFolders } = vscode.workspace;
  send({ opened: (workspaceFile ?? workspaceFolders?.[0]?.uri)?.fsPath ?? '' });
  createInterface({ input: socket }).on('line', async (line) => {
    const { id, source, argument } = JSON.parse(line);
    try {
      const evaluate = (0, eval)(`(${source})`);
      send({ id, value: await evaluate(vscode, argument) });
    } catch (error) {
      send({ id, error: error?.stack ?? String(error) });
    }
  });
};
