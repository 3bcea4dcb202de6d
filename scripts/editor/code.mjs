#!/usr/bin/env node
// Stands in for the `code` executable: takes the command line that @vscode/test-electron gives to a desktop VS Code and
// runs the tests in the embedded one.
//   runTests({ vscodeExecutablePath: '<this file>', … })
import { mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { HumanError } from './command.mjs';
import { EditorHost } from './host.mjs';
import { cacheFolder } from './install.mjs';

const { values, positionals } = parseArgs({
  // Not strict: the switches meant for Electron have nothing to do here.
  strict: false,
  allowPositionals: true,
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string' },
    'extensions-dir': { type: 'string' },
  },
});

if (!values.extensionTestsPath) {
  console.error('This stand-in for VS Code only runs tests: give it --extensionTestsPath.');
  process.exit(2);
}

const socket = join(tmpdir(), `in-editor-tests-${process.pid}.sock`);
const patience = Number(process.env.EDITOR_TEST_TIMEOUT ?? 300_000);

/** @type {(verdict: true | string) => void} `true`, or a sentence on what went wrong */
let settle;
const verdict = new Promise((done) => {
  settle = done;
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
  process.on(signal, () => settle(`The tests were stopped by ${signal}.`));
const timer = setTimeout(
  () => settle(`The tests took longer than ${patience / 1000} s (EDITOR_TEST_TIMEOUT).`),
  patience,
);
const channel = createServer(listenToTestHost).listen(socket);

let host;
let outcome;
try {
  host = await EditorHost.start({
    userDataDir: values['user-data-dir'],
    extensionsDir: values['extensions-dir'],
    driver: true,
    // Not the address of the page: VS Code 1.100 does not hand an environment in there on to its extension host.
    env: { EDITOR_TESTS: JSON.stringify({ socket, entry: resolve(values.extensionTestsPath) }) },
    log: (sentence) => console.error(sentence),
  });
  const page = await host.open(positionals[0], {
    extensionDevelopmentPath: values.extensionDevelopmentPath,
    extensionTestsPath: fileURLToPath(new URL('testhost.cjs', import.meta.url)),
    // The workbench calls these two with a driver; the verdict comes here only if the tests never got to run.
    expose: {
      codeAutomationLog: () => {},
      codeAutomationExit: (code) => settle(code === 0 || 'VS Code could not run the tests.'),
    },
  });
  page.on('crash', () => settle('The page of the workbench crashed.'));
  outcome = await verdict;
  if (outcome !== true) await keepEvidence(page);
} catch (error) {
  outcome = error instanceof HumanError ? error.message : error.stack;
} finally {
  clearTimeout(timer);
  await host?.stop();
  channel.close();
  rmSync(socket, { force: true });
}
if (outcome !== true) console.error(outcome);
process.exit(outcome === true ? 0 : 1);

/** testhost.cjs sends one JSON object per line: `{ out }`, `{ err }`, and at the end `{ passed }`. */
function listenToTestHost(connection) {
  let ending = 'The extension host went away before the tests ended.';
  const lines = createInterface({ input: connection });
  lines.on('line', (line) => {
    const message = JSON.parse(line);
    if (message.out) process.stdout.write(message.out);
    if (message.err) process.stderr.write(message.err);
    if ('passed' in message) ending = message.passed || 'Some tests failed.';
  });
  connection.on('error', (error) => console.error(`The connection to the tests broke: ${error.message}.`));
  lines.on('close', () => settle(ending));
}

async function keepEvidence(page) {
  const folder = join(cacheFolder(), 'failures');
  mkdirSync(folder, { recursive: true });
  const picture = join(folder, 'in-editor.png');
  try {
    await page.screenshot({ path: picture });
    console.error(`The window as it was: ${picture}`);
  } catch (error) {
    console.error(`No picture of the window: ${error.message}`);
  }
  console.error(`VS Code's logs: ${join(host.userDataDir, 'logs')}`);
}
