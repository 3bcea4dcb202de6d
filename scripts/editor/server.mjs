// One process of VS Code's server, from its start to its certain end.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { runCommand } from './command.mjs';

/**
 * @typedef {object} Installation
 * @property {string} server folder of VS Code's server
 * @property {string} node the Node that runs it
 * @property {string} userDataDir
 * @property {string} extensionsDir
 */

/**
 * @param {Installation} installation
 * @param {object} options
 * @param {number} options.port
 * @param {Record<string, string | undefined>} [options.env] over this process's
 * @param {boolean} [options.driver]
 * @param {boolean} [options.trust]
 * @param {boolean} [options.lasting] serves on without a window
 */
export async function startServer(installation, { port, env = {}, driver = false, trust = false, lasting = false }) {
  // Neither another user of this machine nor a web page may talk to the server.
  const token = randomBytes(16).toString('hex');
  const args = [
    ...commonArguments(installation),
    ...['--host', '127.0.0.1', '--port', String(port), '--connection-token', token],
    ...['--disable-telemetry', '--telemetry-level', 'off', '--disable-getting-started-override'],
    // A built VS Code takes extensionDevelopmentPath and extensionTestsPath from the address only with the driver.
    // With it notifications are never shown, so tests of the interface run without it, on the packaged extension.
    ...(driver ? ['--enable-smoke-test-driver'] : []),
    ...(trust ? [] : ['--disable-workspace-trust']),
    // Ends the server some minutes after its last window, should this process be killed.
    ...(lasting ? [] : ['--enable-remote-auto-shutdown']),
  ];
  const child = spawn(installation.node, args, {
    env: editorEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe'],
    // A process group of its own, so that its extension hosts can be ended with it.
    detached: true,
  });
  const gone = once(child, 'close');
  // For a process that ends without having called stop(), as a test runner may.
  const abandon = () => signalGroup(child, 'SIGTERM');
  process.once('exit', abandon);
  let log = '';
  const listening = new Promise((resolve) => {
    const read = (text) => {
      log += text;
      if (process.env.EDITOR_VERBOSE) process.stderr.write(text);
      if (log.includes('Extension host agent started')) resolve('listening');
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
  });

  async function stop() {
    process.off('exit', abandon);
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), 5_000);
    child.kill('SIGTERM');
    // Not "exit": the extension hosts hold on to the pipes, and get these seconds to deactivate their extensions.
    await gone;
    clearTimeout(force);
    // An extension host that is busy for ever does not notice that its server has gone.
    signalGroup(child, 'SIGKILL');
  }

  const limit = AbortSignal.timeout(30_000);
  const tooLate = once(limit, 'abort').then(() => 'silent for 30 s');
  const state = await Promise.race([listening, gone.then(([code, signal]) => `gone (${code ?? signal})`), tooLate]);
  if (state !== 'listening') {
    await stop();
    throw new Error(`VS Code's server did not start; it was ${state}. It said:\n${log}`);
  }
  return { port, token, gone, stop };
}

/** As `code --install-extension` would. */
export function installExtension(installation, vsix) {
  const args = [...commonArguments(installation), '--install-extension', vsix, '--force'];
  return runCommand(installation.node, args, { doing: `installing ${vsix}` });
}

function commonArguments({ server, userDataDir, extensionsDir }) {
  return [
    join(server, 'out', 'server-main.js'),
    '--accept-server-license-terms',
    // Keeps it from running the login shell for its environment.
    '--force-disable-user-env',
    ...['--server-data-dir', userDataDir, '--user-data-dir', userDataDir, '--extensions-dir', extensionsDir],
  ];
}

/**
 * The server hands its environment on to the extension host. Taken out is what this very run brought in: the marks of
 * an editor that it may have been started from, and what npm adds while it runs a script.
 */
function editorEnvironment(added) {
  const foreign = /^(VSCODE_(?!TEST_)|ELECTRON_|NODE_OPTIONS$|NODE_V8_COVERAGE$|npm_(lifecycle|package)_|INIT_CWD$)/;
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !foreign.test(name)));
  if (process.env.npm_lifecycle_event) env.PATH = withoutScriptFolders(env.PATH);
  return { ...env, ...added };
}

function withoutScriptFolders(path = '') {
  const ofNpm = /[\\/]node_modules[\\/]\.bin$|[\\/]node-gyp-bin$/;
  return path
    .split(delimiter)
    .filter((folder) => !ofNpm.test(folder))
    .join(delimiter);
}

function signalGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
