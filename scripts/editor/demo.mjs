// Opens a copy of demo/ in the VS Code of this machine, or else serves one that any browser can open.
import { spawn } from 'node:child_process';
import { accessSync, constants, cpSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { ensureDependencies } from '../dependencies.mjs';
import { HumanError, runCommand } from './command.mjs';

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** What is open first, if the demo has it. */
const FIRST_FILE = join('.vscode', 'mcp.json');

/** @param {string[]} argv */
export async function showDemo(argv) {
  try {
    const { embedded, port, open } = readFlags(argv);
    await ensureDependencies(say);
    say('building the extension…');
    await runCommand(process.execPath, [join('scripts', 'build.mjs')], { cwd: root, doing: 'building the extension' });
    const code = embedded ? undefined : await findCode();
    if (code) await openInstalled(code);
    else await serve({ port, open });
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}

async function openInstalled(code) {
  const { demo, file } = copyDemo();
  const args = ['--new-window', `--extensionDevelopmentPath=${root}`, demo, ...(file ? [file] : [])];
  await runCommand(code, args, { doing: 'opening VS Code' });
  say(`VS Code opens with the extension in it. What it shows is a copy: ${demo}`);
}

async function serve({ port, open }) {
  // None of these needs a development dependency that only tests use.
  const { EditorHost } = await import('./host.mjs');
  const { ensureHost } = await import('./install.mjs');
  const { packExtension } = await import('./pack.mjs');
  const { isFree } = await import('./slot.mjs');
  if (port && !(await isFree(port))) throw new HumanError(`Port ${port} cannot be had. Choose another one for --port.`);
  await ensureHost({ log: say });
  say('packaging the extension…');
  const vsix = await packExtension({ root });

  const { scratch, demo, file } = copyDemo();
  const stopped = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopped.abort());
  const host = await EditorHost.start({
    userDataDir: join(scratch, 'user-data'),
    extensionsDir: join(scratch, 'extensions'),
    vsix,
    browser: false,
    port,
  });
  const address = host.address(demo, { file });
  say(`VS Code ${host.version} with the extension in it is at\n\n${address}\n\nCtrl+C stops it.`);
  if (open) openInBrowser(address);

  await Promise.race([host.gone, aborted(stopped.signal)]);
  if (stopped.signal.aborted) say('stopping…');
  await host.stop();
  rmSync(scratch, { recursive: true, force: true });
  if (!stopped.signal.aborted) throw new HumanError('VS Code ended by itself. Run this again.');
}

/** A copy, so that playing with it leaves the checkout as it is. */
function copyDemo() {
  const scratch = mkdtempSync(join(realpathSync(tmpdir()), 'mcp-handshake-'));
  const demo = join(scratch, 'demo');
  cpSync(join(root, 'demo'), demo, { recursive: true });
  const file = join(demo, FIRST_FILE);
  return { scratch, demo, file: existsSync(file) ? file : undefined };
}

const aborted = (signal) =>
  new Promise((done) => {
    if (signal.aborted) done();
    else signal.addEventListener('abort', done, { once: true });
  });

function readFlags(argv) {
  const options = { embedded: { type: 'boolean' }, 'no-open': { type: 'boolean' }, port: { type: 'string' } };
  let values;
  try {
    ({ values } = parseArgs({ args: argv, options }));
  } catch (error) {
    throw new HumanError(`${error.message}. There are --embedded, --no-open and --port N.`, { cause: error });
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(Number.isInteger(port) && port > 0 && port < 65_536)) {
    throw new HumanError(`--port takes a number from 1 to 65535, not "${values.port}".`);
  }
  return { embedded: Boolean(values.embedded), open: !values['no-open'], port };
}

/** The `code` on the PATH, if it can show this extension. */
async function findCode() {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const oldest = engines.vscode.replace(/^\D+/, '');
  const code = findOnPath(process.platform === 'win32' ? 'code.cmd' : 'code');
  // The one inside a remote window only opens files in that window.
  if (!code || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  try {
    const [version] = (await runCommand(code, ['--version'], { doing: 'asking VS Code for its version' })).split('\n');
    if (version.localeCompare(oldest, 'en', { numeric: true }) >= 0) return code;
    say(`${code} is VS Code ${version.trim()}, older than ${oldest}: using an embedded one.`);
  } catch (error) {
    // Such as when it refuses to run as root.
    say(`${code} does not run: using an embedded VS Code.\n  ${error.message.replaceAll('\n', '\n  ')}`);
  }
  return undefined;
}

function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        // Not here, or not to be run: look on.
        return false;
      }
    });
}

function openInBrowser(address) {
  const opener = { darwin: 'open', linux: 'xdg-open' }[process.platform];
  const display = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!opener || !display) return;
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  // Without an opener there is still the address to click.
  child.on('error', () => {});
  child.unref();
}

const say = (sentence) => console.log(sentence);
