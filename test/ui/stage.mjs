// What the driven suites and the pictures play on: an editor with the packaged extension, a home of its own, workspaces.
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { packExtension } from '../../scripts/editor/pack.mjs';
import { startEditor } from '../../scripts/editor/workbench.mjs';

const servers = resolve('test/servers');
const made = [];

/** A folder with these files; objects become JSON. `clearStage` takes it away. */
export function folderWith(files) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'handshake-ui-')));
  made.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  }
  return folder;
}

/** A workspace whose .vscode/mcp.json has this one server, called `demo`. */
export function workspaceWith(entry, root = 'servers') {
  return folderWith({ '.vscode/mcp.json': { [root]: { demo: entry } } });
}

/** The entry that starts one of the small servers of test/servers. */
export function small(name, ...args) {
  return { command: process.execPath, args: [join(servers, `${name}.mjs`), ...args] };
}

/** An editor whose home has a runner, and what runs it, in nvm's folder and nowhere else. */
export async function openStage(options = {}) {
  const home = folderWith({});
  const bin = join(home, '.nvm/versions/node/v22.1.0/bin');
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, 'demo-node'));
  const script = `#!/usr/bin/env demo-node\nimport('${join(servers, 'healthy.mjs')}').then(({ serve }) => serve());\n`;
  writeFileSync(join(bin, 'demo-runner'), script);
  chmodSync(join(bin, 'demo-runner'), 0o755);
  // A home of its own for what is under test; npm keeps the cache that it has.
  const env = { HOME: home, ...options.env };
  const editor = await startEditor({ vsix: await packExtension(), ...options, env });
  return { editor, home, bin };
}

export function clearStage() {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
