import { isInterpreter } from '../deduce/interpreters';
import { placeOfImport } from '../deduce/place-of-import';
import { missingPythonModule } from '../deduce/missing-python-module';
import { programName } from '../launch/program-name';
import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { FactOf } from '../facts';
import type { ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Candidate, Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'deps-not-installed',
  label: 'deps-not-installed',
  cause: 'project-not-prepared',
  stage: 'load',
  over: ['runner-not-on-path', 'runner-not-installed'],
  reads: [
    'module-missing',
    'python-module-missing',
    'gem-missing',
    'command-not-found',
    'uv-no-executable',
    'project',
    'project-unprepared',
    'npm-script-failed',
  ],
  messages: {
    command:
      'The environment of this project has no program `{name}`: the project is not installed in it, or `uv` was started in another folder. Name the folder (`uv --directory FOLDER run {name}`), and run `uv sync` there.',
    default:
      'The project of this server lacks the package `{name}`, which {importer} needs: its dependencies are not installed. Install them in its folder, mostly with `npm install`.',
    unplaced:
      'The package `{name}` is not there, which this server needs. Where it is a project of your own, its dependencies are not installed: mostly `npm install` in its folder.',
    ruby: 'The Ruby that was started does not have `{name}`, which this server needs. Install what the project asks for in its folder: `bundle install`.',
    script:
      'A script of the project calls `{name}`, and the project does not have it: its dependencies are not installed. Install them in its folder, mostly with `npm install`.',
    told: 'The dependencies of this project are not installed. Install them in its folder, with what its documentation names for that.',
    python:
      'The Python that was started does not have `{name}`, which this server needs. Install the project’s requirements for it, mostly with `uv sync` or `pip install -r requirements.txt`.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const spawned = facts.first('uv-no-executable');
    if (spawned && entry?.command && programName(entry.command.safe) === 'uv')
      return [say('command', { name: spawned.wanted }, { confidence: 'likely', evidence: [spawned.evidence] })];
    // Without the entry nobody knows whether `uvx` or `uv run` has said it.
    if (spawned && !entry && spawned.name === null)
      return [say('command', { name: spawned.wanted }, { confidence: 'possible', evidence: [spawned.evidence] })];
    const told = facts.all('project-unprepared').find(({ lacks }) => lacks === 'dependencies');
    if (told) return [say('told', {}, { confidence: 'likely', evidence: [told.evidence] })];
    const gem = facts.first('gem-missing');
    if (gem && !gem.isBundler)
      return [say('ruby', { name: gem.name }, { confidence: 'likely', evidence: [gem.evidence] })];
    const called = facts.all('command-not-found').find(isOfScript(entry));
    // What npm runs while it installs is a script of the package.
    const isOfPackage = facts.first('npm-script-failed') !== undefined && !runsScript(entry);
    if (called && !isOfPackage && called.program !== entry?.command?.safe && !isInterpreter(called.program))
      return [say('script', { name: called.program }, { confidence: 'likely', evidence: [called.evidence] })];
    const module = missingPythonModule(subject);
    if (module) {
      const confidence = module.speaksFor === 'project' ? 'likely' : 'possible';
      const more = installing(subject, module.fact.importer);
      return [say('python', { name: module.name }, { ...more, confidence, evidence: [module.fact.evidence] })];
    }
    const missing = facts.first('module-missing');
    if (!missing || missing.isFile) return [];
    // `node:sqlite`, `bun:sqlite`: a part of a runtime is in no package.
    if (/^[a-z]+:/.test(missing.specifier)) return [];
    const { specifier: name, importer, evidence } = missing;
    const place = placeOfImport(missing, entry);
    // Nothing shows who asks for it.
    if (place === null && !entry && importer === null)
      return [say('unplaced', { name }, { confidence: 'possible', evidence: [evidence] })];
    // What a package lacks inside of what was installed is not the person's to install.
    if (place !== 'project' && place !== 'either') return [];
    if (importer === null) return [say('unplaced', { name }, { confidence: 'likely', evidence: [evidence] })];
    const more = installing(subject, importer);
    return [say('default', { name, importer }, { ...more, confidence: 'likely', evidence: [evidence] })];
  },
});

/** What a script of a project calls: its entry runs one, or it is a tool that the shell of npm was to run. */
function isOfScript(entry: ServerEntry | null) {
  return ({ program, speaker, evidence }: FactOf<'command-not-found'>): boolean =>
    runsScript(entry) ||
    (!entry?.command &&
      (speaker === 'sh' || evidence.text.includes(`'${program}' is not recognized`)) &&
      OF_SCRIPTS.has(program));
}

const OF_SCRIPTS: ReadonlySet<string> = new Set(
  'tsx tsc tsup ts-node nodemon vite vite-node esbuild cross-env rimraf concurrently next nx turbo'.split(' '),
);

/** `npm run start`, `yarn dev`, `pnpm exec …`: what is started stands in the project. */
function runsScript(entry: ServerEntry | null): boolean {
  return (
    entry !== null && /^(?:npm|pnpm|yarn|bun)$/.test(entry.program) && entry.args.some(({ safe }) => RUN.test(safe))
  );
}

const RUN = /^(?:run|run-script|start|exec|dev|serve)$/;

/** The command that installs what the project of this file needs, once it is known; and the question for that. */
function installing({ facts }: Subject<'project'>, file: Safe | null): Pick<Candidate, 'fixes' | 'wants'> {
  if (file === null) return { fixes: [], wants: [] };
  const question = { kind: 'project', file } as const;
  const { folder, install } = facts.answerTo(question) ?? {};
  return { wants: [question], fixes: folder && install ? [installIn(folder, install)] : [] };
}

function installIn(folder: Safe, line: Safe): Fix {
  return {
    id: 'install-dependencies',
    title: fill('Install what {folder} needs', { folder }),
    applicability: 'safe',
    preferred: true,
    needs: [],
    edits: [],
    command: { line, cwd: folder },
    trying: 'never',
    entryPath: null,
  };
}

export const page: Page = {
  title: 'The dependencies of a checkout are not installed',
  what: 'The server is started from a folder with its source, and a package that the source asks for is not there.',
  why: 'The repository was cloned and not installed, `node_modules` was deleted or never copied, or the package was installed in another folder.',
  remedy:
    'In the folder of the project, install as its lock file has it: `npm install`, `pnpm install`, `yarn` or `bun install`. Then start it again.',
  exceptions:
    'A package that is not named in the `package.json` at all is missing after an installation, too: add it. Inside of `node_modules` the same words mean a damaged installation or a broken release.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'Go, of a module that nobody has fetched',
    fires: true,
    given: { ...died, stderr: 'main.go:8:2: no required module provides package github.com/acme/x; to add it:' },
    says: 'not installed',
  },
  {
    name: 'what a package of others says of itself',
    fires: false,
    given: {
      ...died,
      stderr:
        'Dependencies are not installed. Run npm install.\n    at /home/u/.npm/_npx/ab/node_modules/acme/index.js:1:1',
    },
  },
  {
    name: 'somebody could not spawn a program, and nobody knows whether uvx was it',
    fires: true,
    behind: 'uvx-entrypoint-mismatch',
    given: { log: 'error: Failed to spawn: `acme-mcp`\n  Caused by: No such file or directory (os error 2)' },
  },
  {
    name: 'of what Node.js said only the first line is left',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "node", "args": ["/srv/p/index.js"] } } }',
      stderr: "Error: Cannot find module 'zod'",
    },
    params: { name: 'zod' },
  },
  {
    name: 'the same of what npx fetches',
    fires: false,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }',
      stderr: "Error: Cannot find module 'zod'",
    },
  },
  {
    name: 'Ruby',
    fires: true,
    given: { ...died, stderr: "server.rb:1:in `require': cannot load such file -- mcp (LoadError)" },
    params: { name: 'mcp' },
  },
  {
    name: 'a script of the project',
    fires: true,
    given: {
      exit: { code: 127, signal: null },
      config: '{ "servers": { "a": { "command": "npm", "args": ["run", "start"] } } }',
      stderr: 'sh: 1: tsx: not found',
    },
    params: { name: 'tsx' },
  },
  {
    name: 'Bun',
    fires: true,
    given: { ...died, stderr: 'error: Cannot find package "zod" from "/home/u/acme/index.ts"' },
    params: { name: 'zod' },
  },

  {
    name: 'modules',
    fires: true,
    given: {
      ...died,
      stderr:
        "Error [ERR_MODULE_NOT_FOUND]: Cannot find package '@modelcontextprotocol/sdk' imported from /home/u/acme-mcp/dist/index.js",
    },
    params: { name: '@modelcontextprotocol/sdk', importer: '/home/u/acme-mcp/dist/index.js' },
  },
  {
    name: 'the project is looked at',
    fires: true,
    given: {
      ...died,
      stderr: "Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'zod' imported from /srv/acme/index.js",
      world: [
        {
          kind: 'project',
          file: safe('/srv/acme/index.js'),
          folder: safe('/srv/acme'),
          install: safe('npm ci'),
          python: null,
        },
      ],
    },
  },
  {
    name: 'CommonJS',
    fires: true,
    given: { ...died, stderr: "Error: Cannot find module 'express'\nRequire stack:\n- C:\\src\\acme\\server.js" },
    params: { name: 'express' },
  },
  {
    name: 'Python',
    fires: true,
    given: {
      ...died,
      stderr:
        'Traceback (most recent call last):\n  File "C:\\src\\weather\\weather.py", line 103, in <module>\n    from bs4 import BeautifulSoup\nModuleNotFoundError: No module named \'bs4\'',
    },
    params: { name: 'bs4' },
  },
  {
    name: 'a program of the project',
    fires: true,
    given: {
      exit: { code: 2, signal: null },
      config: '{ "servers": { "a": { "command": "uv", "args": ["run", "acme-mcp"] } } }',
      stderr: 'error: Failed to spawn: `acme-mcp`\n  Caused by: No such file or directory (os error 2)',
    },
    params: { name: 'acme-mcp' },
  },
  {
    name: 'what an installed package of Python’s lacks',
    fires: false,
    given: {
      ...died,
      stderr:
        'Traceback (most recent call last):\n  File "/home/u/.cache/uv/archive-v0/x/lib/python3.12/site-packages/acme/__init__.py", line 1, in <module>\nModuleNotFoundError: No module named \'pkg_resources\'',
    },
  },
  {
    name: 'a dependency of a dependency',
    fires: false,
    given: {
      ...died,
      stderr: "Error: Cannot find module 'ms'\nRequire stack:\n- /p/node_modules/debug/src/index.js\n- /p/server.js",
    },
  },
  {
    name: 'a file of its own',
    fires: false,
    given: { ...died, stderr: "Error: Cannot find module './tools.js'\nRequire stack:\n- /p/server.js" },
  },
  {
    name: 'another runtime’s own module',
    fires: false,
    given: { ...died, stderr: "Error: Cannot find module 'bun:sqlite'\nRequire stack:\n- /p/server.cjs" },
  },
  {
    name: 'Node.js is too old for the name',
    fires: false,
    given: { ...died, stderr: "Error: Cannot find module 'node:sqlite'\nRequire stack:\n- /p/server.js" },
  },
];
