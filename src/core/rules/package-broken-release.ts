import { fetches, isOwnDescription, placeOfImport } from '../deduce/place-of-import';
import { faultOfRelease } from '../deduce/fault-of-release';
import { isBroughtProgram, isInstalled } from '../deduce/installed';
import { isCalledTool, isInterpreter, isRunner } from '../deduce/interpreters';
import { missingFromRelease } from '../deduce/missing-from-release';
import { safe } from '../text';
import { defineRule, firstWay } from './rule';
import type { Evidence } from '../facts';
import type { Examples, Page, Way } from './rule';

const READS = [
  'cache-damaged',
  'module-missing',
  'npm-release',
  'file-missing',
  'bundle-broken',
  'npm-refused',
  'npm-version-refused',
  'pypi-unsatisfiable',
  'python-module-missing',
  'command-not-found',
  'interpreter-not-found',
  'workspace-refused',
  'npm-speaks',
  'npm-script-failed',
  'release-told',
  'build-failed',
  'spawn-failed',
  'crashed',
  'silent',
  'ready',
] as const;

const MESSAGES = {
  undeclared:
    'The release lacks the package `{name}`, which it uses and never names among its dependencies. Take another version of the server, and tell its authors.',
  unpublished:
    'The release was published without {file}, which it loads. Take another version of the server, and tell its authors.',
  import:
    'The release imports `{file}`, and no such file can be found: it was published with a wrong path. Take another version of the server.',
  'url-scheme':
    'The release cannot run on Windows: it imports files by their bare path (`c:\\…`). Take another version of the server, or run it inside WSL.',
  'dynamic-require':
    'The release was bundled in a form that cannot load. Take another version of the server, and tell its authors.',
  'module-kind':
    'The release holds a file that Node.js cannot load: it is of the other kind of module than its `package.json` says, or was written wrongly. Take another version of the server, and tell its authors.',
  typescript:
    'The release was published as TypeScript, and Node.js runs none of what is installed. Take another version of the server, or start it with `bunx`, which does.',
  'no-program':
    'The package was fetched, and the program {name} that it brings is not where it should be: the release names a file that is not in it, or the installation is incomplete. Take another version of the server, or delete its folder in the cache.',
  crlf: 'The release has a program whose first line names what runs it together with a carriage return or an option, and a program of such a name nobody has. Take another version of the server, or start its file with `node`.',
  shebang:
    'The release has a program without the line that names what runs it, so a shell reads its JavaScript. Take another version of the server, or start its file with `node`.',
  workspace:
    'The release depends on a package of its own workspace, which nobody else has (`workspace:`). Take another version of the server, and tell its authors.',
  told: 'The release lacks a part of itself. Take another version of the server, and tell its authors.',
  script:
    'The release runs a script while it is installed, `{command}`, and that fails for everybody who has not its sources and tools. Take another version of the server, and tell its authors.',
  body: 'A file of the release breaks while it is loaded: {line}. Take another version of the server, and tell its authors.',
  unsatisfiable:
    'What the release depends on cannot be had from the index. Take another version of the server, and tell its authors.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'package-broken-release',
  label: 'package-broken-release',
  cause: 'package-broken-release',
  stage: 'load',
  reads: READS,
  over: ['runner-not-on-path', 'runner-not-installed'],
  messages: MESSAGES,
  // What an installation has only in part says nothing of the release.
  match: (subject, say) => (subject.facts.first('cache-damaged') ? [] : firstWay(WAYS, subject, say)),
});

const likely = (evidence: Evidence) => ({ confidence: 'likely', evidence: [evidence] }) as const;

const lostFile: Here = ({ facts }, say) => {
  const file = facts.first('file-missing');
  const isOfRelease =
    file && (OF_BUILD.test(file.path) || (INSTALLED_FILE.test(file.path) && !PERSONAL.test(file.path)));
  return isOfRelease ? say('unpublished', { file: file.path }, likely(file.evidence)) : null;
};

const lostProgram: Here = ({ facts, entry }, say) => {
  const spawned = facts.all('spawn-failed').find(({ program }) => program !== null && INSTALLED_FILE.test(program));
  return spawned?.program && spawned.code === 'ENOENT' && spawned.program !== entry?.command?.safe
    ? say('no-program', { name: spawned.program }, likely(spawned.evidence))
    : null;
};

const fault: Here = (subject, say) => {
  const found = faultOfRelease(subject);
  return found ? say(found.message, {}, { confidence: found.confidence, evidence: [found.evidence] }) : null;
};

/** A program that a package brings, which a shell was told to start. */
const unknownProgram: Here = ({ facts, entry }, say) => {
  const brought = facts
    .all('command-not-found')
    .find(
      ({ program, speaker }) =>
        !/[/\\]/.test(program) &&
        !isInterpreter(program) &&
        !isCalledTool(program) &&
        !isRunner(program) &&
        (entry ? fetches(entry) : speaker === 'sh' && A_SERVER.test(program)),
    );
  return brought ? say('no-program', { name: brought.program }, likely(brought.evidence)) : null;
};

const ownScript: Here = ({ facts }, say) => {
  const script = facts.first('npm-script-failed');
  return script && !facts.first('build-failed')
    ? say('script', { command: script.command }, likely(script.evidence))
    : null;
};

/** A module of Python's: a part of the release itself, or what it never names among its dependencies. */
const pythonModule: Here = ({ facts, entry }, say) => {
  const missing = facts.first('python-module-missing');
  if (!missing) return null;
  const { name, importer, evidence } = missing;
  const [whole = '', part] = name.split('.');
  const isOwnPart =
    // The program that a release brings asks for a part of the release,
    (isBroughtProgram(importer ?? '') && (part !== undefined || OF_SOURCES.test(name)) && !name.startsWith('mcp.')) ||
    // a package for a part of its own,
    (part !== undefined && OF_PACKAGE.exec(importer ?? '')?.[1] === whole) ||
    // or Python itself, which lies in what was installed for one package, for a module by its place in the sources.
    (isInstalled(evidence.text) && /^src\b/.test(name));
  if (isOwnPart) return say('unpublished', { file: name }, likely(evidence));
  const isAlone = importer === null && /^(?:uvx|pipx)$/.test(entry?.program ?? '');
  return part === undefined && (isAlone || isInstalled(importer ?? ''))
    ? say('undeclared', { name }, likely(evidence))
    : null;
};

const brokenBody: Here = ({ facts }, say) => {
  if (facts.first('silent') || facts.first('ready')) return null;
  const crash = facts.all('crashed').find(({ type, whileLoading }) => whileLoading && OF_CODE.test(type));
  return crash ? say('body', { line: crash.evidence.text }, likely(crash.evidence)) : null;
};

/** A module of Node.js's, which the registry or its name tells from one that an installation has lost. */
const nodeModule: Here = (subject, say) => {
  const missing = subject.facts.first('module-missing');
  const place = missing ? placeOfImport(missing, subject.entry) : null;
  if (!missing || (place !== 'installed' && place !== 'either')) return null;
  const { specifier, isFile, evidence } = missing;
  if (/^[a-z]+:/.test(specifier) && !specifier.startsWith('file:')) return null;
  const release = missingFromRelease(subject, missing);
  const wants = release ? [release.question] : [];
  if (release?.isPublished === 'yes') return null;
  if (!isFile) {
    const confidence = release?.isPublished === 'no' ? 'evident' : place === 'either' ? 'possible' : 'likely';
    return say('undeclared', { name: specifier }, { confidence, evidence: [evidence], wants });
  }
  if (release?.isPublished === 'no')
    return say('unpublished', { file: release.question.lacks }, { evidence: [evidence], wants });
  const isOpen = place === 'either' ? ({ confidence: 'possible', isLastGuess: true } as const) : {};
  // A path without an ending is what a compiler wrote down that leaves endings out.
  if (!/\.\w{1,5}$/.test(specifier)) return say('import', { file: specifier }, { ...likely(evidence), ...isOpen });
  // Mostly it is the installation that lacks a file; the release may, too.
  if (!/\.(?:[cm]?js|node|wasm)$|^\.\.?\/.*\.json$/.test(specifier)) return null;
  const confidence = isOwnDescription(specifier) || missing.isOtherThere ? 'likely' : 'possible';
  return say('unpublished', { file: specifier }, { confidence, evidence: [evidence], wants, ...isOpen });
};

const WAYS: readonly Here[] = [
  lostFile,
  lostProgram,
  fault,
  unknownProgram,
  ownScript,
  pythonModule,
  brokenBody,
  nodeModule,
];

/** What servers are called. Clients start none through `sh`, and npm each program that a package brings. */
const A_SERVER = /(?:^|[-_])mcp(?:[-_]|$)|[-_]server$/;

/** Errors that code has of itself, whatever it is given. */
const OF_CODE = /^(?:ReferenceError|SyntaxError|NameError|IndentationError|TabError)$/;

/** What authors call the folder of their sources, or its main part: a module of such a name was to be in the release. */
const OF_SOURCES = /^(?:src|app|main|server|cli)$/;
/** A file of an installed package, and none that a person puts there. */
const INSTALLED_FILE = /[/\\](?:node_modules|site-packages)[/\\]/;
/** A file of an installed package of Python's, with its name. */
const OF_PACKAGE = /[/\\](?:site|dist)-packages[/\\](\w{1,80})[/\\]/;
/** Where a release was built, which is on no machine of a person's. */
const OF_BUILD = /^(?:\/(?:home|Users)\/runner\/work\/|[A-Z]:[/\\]a[/\\][\w.-]+[/\\][\w.-]+[/\\])/;
const PERSONAL = /(?:credential|oauth|token|secret|keys?|config|settings|account|\.env)[\w.-]{0,40}$/i;

export const page: Page = {
  title: 'The release of the server is broken',
  what: 'What was published cannot run: a dependency that it uses is not declared, a file is missing or named wrongly, or the bundle has a form that no loader takes.',
  why: 'On the author’s machine everything is there. A release has only what was packed, and gets only what it names.',
  remedy:
    'Pin the last version that worked (`npx -y NAME@1.2.3`, `uvx NAME==1.2.3`), or a newer one where there is one. No setting of yours helps.',
  exceptions:
    'Where an installation was cut short, files of good releases are missing, too: deleting the folder in the cache tells the two apart.',
};

const ownPart = [
  'Traceback (most recent call last):',
  '  File "/opt/venv/lib/python3.12/site-packages/acme/__init__.py", line 3, in <module>',
  '    from .server import main',
  "ModuleNotFoundError: No module named 'acme.server'",
].join('\n');
const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a file of what npx runs, whose place somebody has left out',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "@acme/mcp"] } } }',
      log: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from .../server.js",
    },
    params: { name: 'zod' },
  },
  {
    name: 'a list of papers',
    fires: true,
    given: { log: 'npm notice 11.4kB LICENSE\nnpm notice 26.9kB README.md\nnpm notice 3.3kB package.json' },
    says: 'lacks a part',
  },
  {
    name: 'code among them',
    fires: false,
    given: { log: 'npm notice 11.4kB LICENSE\nnpm notice 6.4kB build/index.js\nnpm notice 3.3kB package.json' },
  },
  {
    name: 'a part of a package of Python, which that package asks for',
    fires: true,
    given: { ...died, stderr: ownPart },
    params: { file: 'acme.server' },
  },
  {
    name: 'a part of another package',
    fires: false,
    given: { ...died, stderr: ownPart.replace('acme.server', 'mcp.types') },
  },
  {
    name: 'the same of a project',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": [".../server.js"] } } }',
      log: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from .../server.js",
    },
  },
  {
    name: 'TypeScript, below what npx has installed',
    fires: true,
    given: {
      ...died,
      stderr:
        'Error [ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING]: Stripping types is currently unsupported for files under node_modules, for "file:///home/u/.npm/_npx/ab/node_modules/acme/src/index.ts"',
    },
    says: 'TypeScript',
  },
  {
    name: 'a version that only the release wants',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme-mcp"] } } }',
      stderr: 'npm error code ETARGET\nnpm error notarget No matching version found for acme-core@9.9.9.',
    },
  },
  {
    name: 'a version that the entry wants',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme-mcp@9.9.9"] } } }',
      stderr: 'npm error code ETARGET\nnpm error notarget No matching version found for acme-mcp@9.9.9.',
    },
  },
  {
    name: 'somebody has looked into it',
    fires: true,
    given: { log: 'the published package is missing its dist folder' },
  },
  {
    name: 'only a line of the loader, of what npx fetches',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }',
      stderr: 'SyntaxError: Cannot use import statement outside a module',
    },
  },
  {
    name: 'the same of a file of one’s own',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      config: '{ "servers": { "a": { "command": "node", "args": ["/srv/p/index.js"] } } }',
      stderr: 'SyntaxError: Cannot use import statement outside a module',
    },
  },
  {
    name: 'a script that runs at the installation',
    fires: true,
    given: {
      exit: { code: 127, signal: null },
      stderr:
        'npm error code 127\nnpm error path /home/u/.npm/_npx/15b07286cbcc3329/node_modules/acme\nnpm error command failed\nnpm error command sh -c husky install\nnpm error sh: 1: husky: not found',
    },
    params: { command: 'husky install' },
  },
  {
    name: 'a name that the file itself does not have',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr:
        'Traceback (most recent call last):\n  File "/home/u/.cache/uv/archive-v0/x/lib/python3.12/site-packages/acme/__init__.py", line 5, in <module>\nNameError: name \'asyncio\' is not defined',
    },
  },
  {
    name: 'the same in a checkout',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      stderr:
        'Traceback (most recent call last):\n  File "/srv/p/main.py", line 5, in <module>\nNameError: name \'asyncio\' is not defined',
    },
  },
  {
    name: 'a first line with a carriage return',
    fires: true,
    given: { exit: { code: 127, signal: null }, stderr: '/usr/bin/env: ‘node\\r’: No such file or directory' },
  },
  {
    name: 'a program that is not there',
    fires: true,
    given: {
      exit: { code: 127, signal: null },
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme-mcp"] } } }',
      stderr: 'sh: 1: acme-mcp: not found',
    },
    params: { name: 'acme-mcp' },
  },

  {
    name: 'a shell reads JavaScript',
    fires: true,
    given: {
      exit: { code: 2, signal: null },
      stderr: '/home/u/.npm/_npx/15b07286cbcc3329/node_modules/.bin/acme: line 1: import: command not found',
    },
  },
  {
    name: 'the other kind of module',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr:
        'file:///home/u/.npm/_npx/15b07286cbcc3329/node_modules/acme/dist/index.js:3\nReferenceError: require is not defined in ES module scope, you can use import instead',
    },
  },
  {
    name: 'the same in a project',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      stderr: 'file:///srv/acme/index.js:3\nReferenceError: require is not defined in ES module scope',
    },
  },

  {
    name: 'a dependency that was not declared',
    fires: true,
    given: {
      ...died,
      stderr:
        "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from /home/u/.npm/_npx/0123456789abcdef/node_modules/acme-mcp/dist/index.js",
    },
    params: { name: 'zod' },
  },
  {
    name: 'a file that was never published',
    fires: true,
    given: {
      ...died,
      stderr:
        "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/usr/lib/node_modules/acme-mcp/dist/a.js' imported from /usr/lib/node_modules/acme-mcp/dist/index.js",
      world: [
        {
          kind: 'npm-release',
          name: safe('acme-mcp'),
          folder: safe('/usr/lib/node_modules/acme-mcp'),
          lacks: safe('dist/a.js'),
          isFile: true,
          isPublished: 'no',
        },
      ],
    },
    params: { file: 'dist/a.js' },
  },
  {
    name: 'a path without an ending',
    fires: true,
    given: {
      ...died,
      stderr:
        "Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/usr/lib/node_modules/acme-mcp/dist/tools' imported from /usr/lib/node_modules/acme-mcp/dist/index.js",
    },
  },
  {
    name: 'Python, inside of what was installed',
    fires: true,
    given: {
      ...died,
      stderr:
        'Traceback (most recent call last):\n  File "/home/u/.cache/uv/archive-v0/x/lib/python3.12/site-packages/acme/__init__.py", line 1, in <module>\nModuleNotFoundError: No module named \'pkg_resources\'',
    },
  },
  {
    name: 'paths of Windows',
    fires: true,
    given: {
      ...died,
      stderr:
        "Error [ERR_UNSUPPORTED_ESM_URL_SCHEME]: Only URLs with a scheme in: file, data, and node are supported by the default ESM loader. On Windows, absolute paths must be valid file:// URLs. Received protocol 'c:'",
    },
  },
  { name: 'a bundle', fires: true, given: { ...died, stderr: 'Error: Dynamic require of "fs" is not supported' } },
  {
    name: 'a workspace of its own',
    fires: true,
    given: {
      ...died,
      stderr: 'npm error code EUNSUPPORTEDPROTOCOL\nnpm error Unsupported URL Type "workspace:": workspace:^0.7.3',
    },
  },
  {
    name: 'versions that are nowhere',
    fires: true,
    given: {
      ...died,
      stderr:
        '  × No solution found when resolving tool dependencies:\n  ╰─▶ Because only fitz==0.0.0 is available and acme==1.0.15 depends on fitz>=0.0.1, we can\n      conclude that acme==1.0.15 cannot be used.',
    },
  },
  {
    name: 'a checkout',
    fires: false,
    given: {
      ...died,
      stderr: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from /home/u/acme/dist/index.js",
    },
  },
  {
    name: 'the name itself is unknown',
    fires: false,
    given: {
      ...died,
      stderr:
        '  × No solution found when resolving tool dependencies:\n  ╰─▶ Because acme was not found in the package registry and you require acme, we\n      can conclude that your requirements are unsatisfiable.',
    },
  },
];
