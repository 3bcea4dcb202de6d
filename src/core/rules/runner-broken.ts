import { fill } from '../text';
import { defineRule } from './rule';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'runner-broken',
  label: 'runner-broken',
  cause: 'runner-broken',
  stage: 'interpreter',
  reads: [
    'npm-refused',
    'runner-failed',
    'npm-prefix-missing',
    'python-module-missing',
    'interpreter-broken',
    'version-unset',
    'module-missing',
    'script-missing',
    'argument-refused',
  ],
  over: [
    'wrong-subcommand-or-flag',
    'wrong-arch-or-libc',
    'deps-not-installed',
    'interpreter-missing',
    'runner-not-on-path',
    'runner-not-installed',
    'script-path-wrong',
    'build-missing',
    'node-too-old',
    'dependency-conflict',
    'server-startup-crash',
  ],
  messages: {
    lock: 'npx gave up over a lock of its own (`ECOMPROMISED`): nobody has tampered with anything. Update npm, or start the installed server with `node` and its full path.',
    shim: 'A version manager stands in for `{program}`, and has no version of it for this start. Choose one for all folders, or write the full path of the real program into `command`.',
    unnamed:
      'A version manager stands in for this program, and has no version of it for this start. Choose one for all folders, or write the full path of the real program into `command`.',
    prefix:
      'npm looks into the folder {folder} before it starts anything, and that folder is not there. Make it; an empty one will do.',
    fault:
      'The package client itself has failed, and not the server. Update it (`npm install -g npm@latest`, `corepack disable`), or start the installed server with `node` and its full path.',
    interpreter:
      'What runs the server is broken itself: it lacks a part of its own installation. Install it anew, or name another one by its full path.',
    other:
      'Another program than the one that is meant has this name: it does not know what it is given. Name the right one by its full path.',
    npm: 'npm itself is incomplete: its own file {file} is missing. Install Node.js anew, or name another `npx` by its full path.',
  },
  match: ({ facts, entry }, say) => {
    const span = entry?.command?.span ?? null;
    const unset = facts.first('version-unset');
    if (unset) {
      const more = { span, evidence: [unset.evidence] };
      return [unset.program === null ? say('unnamed', {}, more) : say('shim', { program: unset.program }, more)];
    }
    const lock = facts.all('npm-refused').find(({ code }) => code === 'ECOMPROMISED');
    if (lock) return [say('lock', {}, { confidence: 'likely', span, evidence: [lock.evidence] })];
    const prefix = facts.first('npm-prefix-missing');
    if (prefix) {
      const { folder, evidence } = prefix;
      return [say('prefix', { folder }, { span, evidence: [evidence], fixes: [makeFolder(folder)] })];
    }
    const failed = facts.first('runner-failed');
    if (failed) return [say('fault', {}, { confidence: 'likely', span, evidence: [failed.evidence] })];
    const broken = facts.first('interpreter-broken');
    if (broken) return [say('interpreter', {}, { confidence: 'likely', span, evidence: [broken.evidence] })];
    const refused = facts.first('argument-refused');
    const isOfBun = refused && OF_BUN.test(refused.evidence.text) && entry !== null && OTHERS.has(entry.program);
    if (refused && (isOfBun || FOREIGN.test(refused.evidence.text)))
      return [say('other', {}, { span, evidence: [refused.evidence] })];
    const part = facts.first('python-module-missing');
    if (part?.importer && /[/\\](?:uvx?|pipx?|poetry|pdm|hatch)(?:-script\.py)?$/.test(part.importer))
      return [say('fault', {}, { confidence: 'likely', span, evidence: [part.evidence] })];
    const missing = facts.first('module-missing');
    const file = missing?.specifier;
    // A part of Node.js itself is in no installation of npm: that Node.js is too old.
    if (!missing || !file || file.startsWith('node:') || !(OF_NPM.test(missing.importer ?? file) || OF_NPM.test(file)))
      return [];
    return [say('npm', { file }, { confidence: 'likely', span, evidence: [missing.evidence] })];
  },
});

function makeFolder(folder: Safe): Fix {
  return {
    id: 'make-npm-folder',
    title: fill('Make the folder {folder}', { folder }),
    applicability: 'safe',
    preferred: true,
    needs: [],
    edits: [],
    command: { line: fill(folder.includes('\\') ? 'mkdir "{folder}"' : "mkdir -p '{folder}'", { folder }), cwd: null },
    trying: 'never',
    entryPath: null,
  };
}

/** argparse calls a program by its name: neither npx nor uvx is written in Python. */
const FOREIGN = /^(?:uvx|npx|bunx)(?:\.\w{2,4})?: error: /;

/** Bun, and those that it stands in for on some machines, by a link of their name. */
const OF_BUN = /^error: Script not found "/;
const OTHERS: ReadonlySet<string> = new Set('npx npm node pnpm yarn bunx'.split(' '));

/** Files of npm, and those of its programs that look for them. */
const OF_NPM =
  /[/\\]npm[/\\](?:bin|lib)[/\\]|[/\\]node_modules[/\\]npm[/\\]node_modules[/\\]|[/\\](?:npx|npm|pnpm|corepack)(?:-cli)?\.js$|^\.\.\/lib\/cli\.js$/;

export const page: Page = {
  title: 'The runner is damaged, or is not what it seems',
  what: 'The program in `command` was found and started, and fails before it comes to the server.',
  why: 'A version manager (asdf, mise, Volta, pyenv) puts small stand-ins on the PATH that look in the current folder which version is meant; a client starts in another folder. Or npm’s own files are incomplete after an update, or its lock failed.',
  remedy:
    'Write the full path of the real program into `command` (`asdf which npx`, `mise which npx`, `volta which npx`), set a version for all folders, or install the runner anew.',
  exceptions: 'A version that is set and too old is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'Bun, under the name of another',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }',
      stderr: 'error: Script not found "acme"',
    },
    says: 'Another program',
  },
  {
    name: 'Bun, under its own',
    fires: false,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "bun", "args": ["acme"] } } }',
      stderr: 'error: Script not found "acme"',
    },
  },
  {
    name: 'npm has failed itself',
    fires: true,
    given: { ...died, stderr: 'npm error Exit handler never called!\nnpm error This is an error with npm itself.' },
  },
  {
    name: 'npm without its folder for global programs',
    fires: true,
    given: {
      ...died,
      stderr:
        "npm error code ENOENT\nnpm error syscall lstat\nnpm error enoent ENOENT: no such file or directory, lstat 'C:\\Users\\u\\AppData\\Roaming\\npm'",
    },
    params: { folder: 'C:\\Users\\u\\AppData\\Roaming\\npm' },
  },
  {
    name: 'Python without its own modules',
    fires: true,
    given: {
      ...died,
      stderr:
        "Fatal Python error: init_fs_encoding: failed to get the Python codec\nModuleNotFoundError: No module named 'encodings'",
    },
  },
  {
    name: 'a library of Node.js that a package manager has replaced',
    fires: true,
    given: {
      exit: { code: null, signal: 'SIGABRT' },
      stderr:
        'dyld[12]: Library not loaded: /opt/homebrew/opt/icu4c/lib/libicui18n.73.dylib\n  Referenced from: <A> /opt/homebrew/Cellar/node/20.1.0/bin/node',
    },
  },
  {
    name: 'another program of the name',
    fires: true,
    given: {
      exit: { code: 2, signal: null },
      config: '{ "servers": { "a": { "command": "uvx", "args": ["mcp-server-fetch"] } } }',
      stderr: 'usage: uvx [-h] project\nuvx: error: unrecognized arguments: mcp-server-fetch',
    },
  },
  {
    name: 'a server that does not know an argument',
    fires: false,
    given: {
      exit: { code: 2, signal: null },
      config: '{ "servers": { "a": { "command": "uvx", "args": ["acme", "--x"] } } }',
      stderr: 'usage: acme [-h]\nacme: error: unrecognized arguments: --x',
    },
  },

  {
    name: 'a stand-in without a version',
    fires: true,
    given: { exit: { code: 126, signal: null }, stderr: 'No version is set for command npx\nConsider adding one of' },
    params: { program: 'npx' },
  },
  {
    name: 'pyenv',
    fires: true,
    given: { exit: { code: 127, signal: null }, stderr: 'pyenv: uvx: command not found' },
  },
  {
    name: 'a version that is gone',
    fires: true,
    given: { ...died, stderr: "pyenv: version `3.12.1' is not installed" },
  },
  {
    name: 'the lock',
    fires: true,
    given: { ...died, stderr: 'npm error code ECOMPROMISED\nnpm error Lock compromised' },
  },
  {
    name: 'npm itself',
    fires: true,
    given: {
      ...died,
      stderr: "Error: Cannot find module '../lib/cli.js'\nRequire stack:\n- /usr/local/bin/npx",
    },
  },
  {
    name: 'a file of the server',
    fires: false,
    given: { ...died, stderr: "Error: Cannot find module '../lib/tools.js'\nRequire stack:\n- /p/bin/acme.js" },
  },
];
