// Brings a VS Code that needs no desktop onto this machine, out of npm packages alone:
//   <cache>/server-<version>/     code-server's copy of VS Code, pruned: a server and the workbench that it serves
//   <cache>/node-<version>/       only where this Node is of another major than the one inside that VS Code
//   <cache>/chromium-<version>/   Linux x64: a headless Chromium, the libraries it links and fonts
// No lifecycle script runs and nothing is compiled. A folder is built under a temporary name and renamed once it is
// complete: one that exists is whole, and two processes that install at once do no harm to each other.
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync } from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { HumanError, npm, runCommand } from './command.mjs';

/** code-server 4.x carries VS Code 1.x. `node` is the npm release of the Node major inside that VS Code. */
export const HOSTS = {
  newest: { codeServer: '4.139.1', vscode: '1.139.1', megabytes: 47, node: '24.21.0' },
  oldest: { codeServer: '4.100.3', vscode: '1.100.3', megabytes: 42, node: '20.19.0' },
};

/** @typedef {(sentence: string) => void} Log */

export const cacheFolder = () =>
  process.env.EDITOR_CACHE || fileURLToPath(new URL('../../.vscode-test', import.meta.url));

/**
 * @param {{ codeServer?: string, cache?: string, log?: Log }} [options]
 * @returns {Promise<{ server: string, node: string, version: string }>} folder, Node to run it, VS Code's version
 */
export async function ensureHost({ codeServer, cache = cacheFolder(), log = () => {} } = {}) {
  const wanted = codeServer ?? process.env.CODE_SERVER_VERSION ?? HOSTS.newest.codeServer;
  const host = Object.values(HOSTS).find((candidate) => candidate.codeServer === wanted);
  if (!host) {
    const known = Object.values(HOSTS).map((candidate) => candidate.codeServer);
    throw new HumanError(`There is no recipe for code-server ${wanted}. Choose one of ${known.join(', ')}.`);
  }
  if (process.platform === 'win32') {
    throw new HumanError('The embedded VS Code does not run on Windows. Install VS Code with its `code` command.');
  }
  const server = await installOnce(cache, `server-${host.codeServer}-r${RECIPE}`, (staging) =>
    buildServer(host, staging, log),
  );
  const node = await ensureNode(host.node, cache, log);
  return { server, node, version: host.vscode };
}

/** The Node that runs this where its major fits: tests then see the APIs which users of that VS Code have. */
export async function ensureNode(version, cache = cacheFolder(), log = () => {}) {
  const major = (text) => text.split('.')[0];
  if (major(process.versions.node) === major(version)) return process.execPath;
  const folder = await installOnce(cache, `node-${version}`, (staging) => {
    log(`fetching Node ${version}, which this VS Code needs (60 MB)…`);
    // The binary alone: the rest of the package is headers and documentation.
    return unpack(`node-${process.platform}-${process.arch}@${version}`, staging, ['package/bin/node']);
  });
  return join(folder, 'bin', 'node');
}

/**
 * Gives undefined where there is none for this platform.
 * @returns {Promise<{ executablePath: string, env: Record<string, string> } | undefined>}
 */
export async function ensureChromium(cache = cacheFolder(), log = () => {}) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const name = `chromium-${CHROMIUM}-r${RECIPE}`;
  const folder = await installOnce(cache, name, (staging) => buildChromium(staging, log));
  const fontsConf = join(folder, 'fonts.conf');
  const wanted = fontConfiguration(folder);
  // It holds an absolute path: a cache that was moved would leave Chromium without fonts, and without fonts it hangs.
  if (!existsSync(fontsConf) || readFileSync(fontsConf, 'utf8') !== wanted) writeFileSync(fontsConf, wanted);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: fontsConf },
  };
}

/** Counted up whenever what is built below changes, so that an older cache is not taken for a current one. */
const RECIPE = 1;
const CHROMIUM = '153.0.0';
const FONTS = '2.37.3';
const RIPGREP = '1.18.0';

/** Of VS Code's dependencies, those that an editor without terminal, chat or notebook rendering reaches. */
const KEPT_DEPENDENCIES = new Set([
  '@parcel/watcher',
  '@vscode/iconv-lite-umd',
  '@vscode/proxy-agent',
  'cookie',
  'detect-libc',
  'http-proxy-agent',
  'https-proxy-agent',
  'jschardet',
  'minimist',
  'tas-client',
  'tas-client-umd',
  'vscode-oniguruma',
  'vscode-regexpp',
  'vscode-textmate',
  'ws',
  'yauzl',
  'yazl',
]);

/** Packages that would have to be compiled, or that report home, and the files of stubs/ that take their place. */
const STUBS = {
  '@microsoft/1ds-core-js': 'telemetry.mjs',
  '@microsoft/1ds-post-js': 'telemetry.mjs',
  '@vscode/deviceid': 'device-id.mjs',
  '@vscode/fs-copyfile': 'copy-file.mjs',
  '@vscode/native-watchdog': 'watchdog.cjs',
  'native-watchdog': 'watchdog.cjs',
  '@vscode/ripgrep-universal': 'ripgrep.mjs',
  '@vscode/spdlog': 'log-file.mjs',
};

/**
 * Built-in extensions left out: heavy, or awake at start-up for nothing. Only such as run in Node (and mermaid, which
 * nothing activates): the workbench has a list of those that run in the browser and complains about each missing one.
 */
const DROPPED_EXTENSIONS = [
  'copilot',
  'debug-auto-launch',
  'debug-server-ready',
  'git',
  'github',
  'grunt',
  'gulp',
  'jake',
  'mermaid-markdown-features',
  'microsoft-authentication',
  'ms-vscode.js-debug',
  'ms-vscode.js-debug-companion',
  'php-language-features',
  'terminal-suggest',
  'tunnel-forwarding',
];

async function buildServer({ codeServer, vscode, megabytes }, staging, log) {
  log(`fetching VS Code ${vscode} (${megabytes} MB)…`);
  const fetched = await unpack(`code-server@${codeServer}`, staging, ['--exclude=*.map', 'package/lib/vscode']);
  const folder = join(fetched, 'lib', 'vscode');
  for (const name of DROPPED_EXTENSIONS) rmSync(join(folder, 'extensions', name), { recursive: true, force: true });

  const manifestFile = join(folder, 'package.json');
  const shipped = JSON.parse(readFileSync(manifestFile, 'utf8'));
  const dependencies = Object.fromEntries(
    Object.entries(shipped.dependencies).filter(([name]) => KEPT_DEPENDENCIES.has(name)),
  );
  // The first ripgrep whose binaries are packages of their own; earlier ones download theirs.
  dependencies['@vscode/ripgrep'] = RIPGREP;
  const manifest = { name: 'vscode-server', version: shipped.version, private: true, type: 'module', dependencies };
  writeFileSync(manifestFile, JSON.stringify(manifest, undefined, 2));

  log(`installing the ${Object.keys(dependencies).length} packages that VS Code ${vscode} runs on…`);
  await npm(['install', '--omit=dev'], { cwd: folder, doing: `installing what VS Code ${vscode} runs on` });
  for (const [name, file] of Object.entries(STUBS)) writeStub(join(folder, 'node_modules', name), file);
  return folder;
}

function writeStub(folder, file) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(fileURLToPath(new URL(`stubs/${file}`, import.meta.url)), join(folder, file));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ version: '0.0.0', exports: `./${file}` }));
}

// By hand, because the package itself unpacks to one fixed folder and reuses whichever version lies there.
async function buildChromium(staging, log) {
  log(`fetching Chromium ${CHROMIUM} and fonts (70 MB)…`);
  const [chromium, fonts] = await Promise.all([
    unpack(`@sparticuz/chromium@${CHROMIUM}`, staging, ['package/bin']),
    unpack(`dejavu-fonts-ttf@${FONTS}`, staging, ['package/ttf']),
  ]);
  log('unpacking Chromium…');
  const folder = join(staging, 'complete');
  mkdirSync(folder);
  const program = join(folder, 'chromium');
  writeFileSync(program, await decompress(readFileSync(join(chromium, 'bin', 'chromium.br'))));
  chmodSync(program, 0o755);
  const libraries = join(staging, 'libraries.tar');
  writeFileSync(libraries, await decompress(readFileSync(join(chromium, 'bin', 'al2023.tar.br'))));
  await runCommand('tar', ['-xf', libraries, '-C', folder], { doing: 'unpacking the libraries of Chromium' });
  mkdirSync(join(folder, 'fonts'));
  for (const style of ['Sans', 'Sans-Bold', 'Sans-Oblique', 'SansMono', 'SansMono-Bold']) {
    cpSync(join(fonts, 'ttf', `DejaVu${style}.ttf`), join(folder, 'fonts', `DejaVu${style}.ttf`));
  }
  return folder;
}

const decompress = promisify(brotliDecompress);

function fontConfiguration(folder) {
  const families = { monospace: 'DejaVu Sans Mono', 'sans-serif': 'DejaVu Sans', 'system-ui': 'DejaVu Sans' };
  const aliases = Object.entries(families).map(
    ([generic, family]) => `<alias><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  const places = `<dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'font-cache')}</cachedir>`;
  const head = '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">';
  return `${head}<fontconfig>${places}${aliases.join('')}</fontconfig>`;
}

/** Fetches one npm package and unpacks the named members of its tarball; returns the folder `package`. */
async function unpack(spec, staging, members) {
  const folder = mkdtempSync(join(staging, 'package-'));
  await npm(['pack', spec, '--pack-destination', folder], { cwd: folder, doing: `fetching ${spec}` });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!tarball) throw new HumanError(`npm pack left no tarball of ${spec}. Try \`npm pack ${spec}\` to see why.`);
  await runCommand('tar', ['-xzf', tarball, ...members], { cwd: folder, doing: `unpacking ${spec}` });
  rmSync(join(folder, tarball));
  return join(folder, 'package');
}

/**
 * @param {string} cache
 * @param {string} name
 * @param {(staging: string) => Promise<string>} build returns the finished folder, somewhere inside `staging`
 */
async function installOnce(cache, name, build) {
  const folder = join(cache, name);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  removeAbandoned(cache);
  const staging = mkdtempSync(join(cache, 'staging-'));
  try {
    const complete = await build(staging);
    try {
      renameSync(complete, folder);
    } catch (error) {
      // Another process was faster, and what it installed is the same.
      if (!existsSync(folder)) throw error;
    }
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
  return folder;
}

/** An install that was killed leaves its staging folder behind; one as old as this is not at work any more. */
function removeAbandoned(cache) {
  const anHourAgo = Date.now() - 60 * 60 * 1000;
  for (const name of readdirSync(cache).filter((entry) => entry.startsWith('staging-'))) {
    const folder = join(cache, name);
    if (statSync(folder, { throwIfNoEntry: false })?.mtimeMs < anHourAgo)
      rmSync(folder, { recursive: true, force: true });
  }
}

// node scripts/editor/install.mjs: fills the cache ahead of time with both editors and the browser.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    for (const { codeServer } of Object.values(HOSTS)) await ensureHost({ codeServer, log: console.log });
    await ensureChromium(cacheFolder(), console.log);
    console.log(`Everything is in ${cacheFolder()}.`);
  } catch (error) {
    if (!(error instanceof HumanError)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
