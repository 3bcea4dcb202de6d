// Runs a command-line tool to its end. What can go wrong with it on somebody's machine becomes a sentence.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Text for the person at the keyboard: to be printed as it is, without a stack. */
export class HumanError extends Error {}

/**
 * @param {string} tool
 * @param {readonly string[]} args
 * @param {{ doing: string, cwd?: string }} options `doing` completes the sentence "npm failed while …"
 * @returns {Promise<string>} what the tool printed
 */
export async function runCommand(tool, args, { doing, cwd }) {
  try {
    const { stdout } = await execute(...forThisPlatform(tool, args), { cwd, maxBuffer: 64 * 1024 * 1024 });
    return stdout;
  } catch (error) {
    throw new HumanError(explain(tool, doing, error), { cause: error });
  }
}

/** npm, kept from running scripts of packages and from talking about anything but errors. */
export function npm(args, options) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];
  // The default waits 10 s and then 60 s: too long to learn that there is no network.
  const impatient = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
  return runCommand('npm', [...args, ...quiet, ...impatient], options);
}

const execute = promisify(execFile);

/** On Windows npm and code are batch files, which only the command interpreter can run. */
function forThisPlatform(tool, args) {
  const isBatch = process.platform === 'win32' && (tool === 'npm' || tool.endsWith('.cmd'));
  return isBatch ? ['cmd.exe', ['/d', '/c', tool, ...args]] : [tool, args];
}

const comesWith = {
  npm: 'It comes with Node.js: install Node.js again, or put its folder on the PATH.',
  tar: 'Install it with the package manager of this system.',
};

const networkTrouble =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|FETCH_ERROR)\b/;

function explain(tool, doing, error) {
  if (error.code === 'ENOENT' && error.syscall?.startsWith('spawn')) {
    return `Nothing named \`${tool}\` is on the PATH; it is needed for ${doing}. ${comesWith[tool] ?? ''}`.trimEnd();
  }
  const said = `${error.stderr || error.stdout || error.message}`.trim().split('\n').slice(0, 8).join('\n  ');
  const advice = networkTrouble.test(said)
    ? " The npm registry did not answer: check the network and npm's proxy settings, then run this again."
    : '';
  return `${tool} failed while ${doing}.${advice} It said:\n  ${said}`;
}
