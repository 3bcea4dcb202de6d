import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { dockerRun } from '../deduce/docker-run';
import { givenPath } from '../deduce/given-path';
import { isBroughtProgram, isInstalled } from '../deduce/installed';
import { clientNameOf } from '../deduce/client-name';
import { hideShapes } from '../secrets/mask';
import { isRelative, LEADS_ANYWHERE, projectOfFolder, relativeScript } from '../deduce/folder-of-start';
import { defineRule, firstWay } from './rule';
import type { ServerEntry } from '../config/config-file';
import type { Evidence } from '../facts';
import type { Examples, Page, Way } from './rule';

const READS = [
  'file-missing',
  'file-denied',
  'project-missing',
  'python-module-missing',
  'script-missing',
  'uv-no-executable',
  'database-unopened',
  'account',
  'silent',
  'key-ignored',
  'ready',
  ...READ_OF_BARE_FAILURE,
] as const;

const MESSAGES = {
  told: 'A client starts a server in a folder of its own, and what is relative is looked for there. Give full paths, or name the folder: `uv --directory FOLDER run …`, `npm --prefix FOLDER …`, or `cwd` where the client knows it.',
  ignored:
    '{client} does not read `{key}` in this file: it starts the server in another folder, and {path} is looked for there. Write the full path.',
  database:
    'The server cannot open its database. Where its path is relative, it is looked for in the folder in which the client starts, and that may be `/`: give it the full path of a folder that is there and may be written.',
  file: 'The server looks for {path} in its working folder, and that is another one in each client. Give it the full path, or name its folder (`uv --directory`, `cwd` where the client knows it).',
  system:
    'The server looks for {path}: a relative path leads there where a client starts in a folder of the system, such as `/`. Give it the full path, or name its folder (`uv --directory`, `cwd` where the client knows it).',
  project:
    'There is no project in the folder in which this was started: a client starts in a folder of its own. Name the folder of the project: `uv --directory FOLDER run …`, `npm --prefix FOLDER …`, or `cwd` where the client knows it.',
  module:
    'The server’s own package `{name}` is not found from the folder in which it was started. Name the project’s folder: `uv --directory FOLDER run …`, `PYTHONPATH`, or `cwd` where the client knows it.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'wrong-cwd',
  label: 'wrong-cwd',
  cause: 'path-or-cwd-wrong',
  stage: 'cwd',
  reads: READS,
  over: ['deps-not-installed', 'uvx-entrypoint-mismatch', 'key-ignored', 'wrong-interpreter'],
  messages: MESSAGES,
  match: (subject, say) =>
    subject.facts.first('silent') || subject.facts.first('ready') ? [] : firstWay(WAYS, subject, say),
});

const likely = (evidence: Evidence) => ({ confidence: 'likely', evidence: [evidence] }) as const;
const possible = (evidence: Evidence) => ({ confidence: 'possible', evidence: [evidence] }) as const;

const folderIgnored: Here = (subject, say) => {
  const { facts, entry } = subject;
  const ignored = facts.all('key-ignored').find(({ isFolder }) => isFolder);
  const left = entry && ignored ? relativeScript(entry) : undefined;
  if (!ignored || !left) return null;
  const evidence = [{ kind: 'entry', line: null, text: left.safe }] as const;
  const more = { severity: 'warning', confidence: 'likely', span: left.span, evidence } as const;
  return say('ignored', { client: clientNameOf(subject), key: hideShapes(ignored.key.name), path: left.safe }, more);
};

/** Nothing is known but the end, and such an entry suggests it. */
const suggested: Here = (subject, say) => {
  const { entry } = subject;
  if (!entry || entry.cwd || !isBareFailure(subject)) return null;
  const script = relativeScript(entry);
  if (script) return say('file', { path: script.safe }, suggestedBy(script));
  const project = projectOfFolder(entry);
  return project ? say('project', {}, suggestedBy(project)) : null;
};

const noProject: Here = ({ facts, entry }, say) => {
  const project = facts.first('project-missing');
  if (project && !isInstalled(project.evidence.text)) return say('project', {}, likely(project.evidence));
  const module = facts.first('python-module-missing');
  return module?.isProgram && isOfFolder(entry) ? say('project', {}, likely(module.evidence)) : null;
};

/** The sources of a project under the name of their folder, which is found from beside it alone. */
const ownModule: Here = ({ facts, entry }, say) => {
  const module = facts.first('python-module-missing');
  if (!module || (entry && /^(?:uvx|pipx|npx|bunx)$/.test(entry.program))) return null;
  const { name, importer, evidence } = module;
  const isOfPackage = isInstalled(evidence.text) || isInstalled(importer ?? '') || isBroughtProgram(importer ?? '');
  return !isOfPackage && /^(?:src|app|main|server)$/.test(name.split('.')[0] ?? '')
    ? say('module', { name }, likely(evidence))
    : null;
};

const uvFoundNothing: Here = ({ facts, entry }, say) => {
  const run = facts.first('uv-no-executable');
  if (!run) return null;
  if (/^[\w.-]+\.py$/.test(run.wanted)) return say('file', { path: run.wanted }, likely(run.evidence));
  return isOfFolder(entry) ? say('project', {}, possible(run.evidence)) : null;
};

const relativeFile: Here = ({ facts, entry }, say) => {
  const missing = [facts.first('script-missing'), facts.first('file-missing'), facts.first('file-denied')].find(
    (fact) =>
      fact?.path &&
      fact.path !== '.' &&
      !OF_SYSTEM.test(fact.path) &&
      !givenPath(entry, fact.path) &&
      (LEADS_ANYWHERE.test(fact.path) ||
        (!dockerRun(entry) && (isRelative(fact.path) || isAtRoot(fact.path, fact.evidence.text)))),
  );
  if (!missing?.path) return null;
  const message = LEADS_ANYWHERE.test(missing.path) ? 'file' : 'system';
  return say(message, { path: missing.path }, likely(missing.evidence));
};

const database: Here = ({ facts }, say) => {
  const unopened = facts.first('database-unopened');
  return unopened ? say('database', {}, possible(unopened.evidence)) : null;
};

const told: Here = ({ facts }, say) => {
  const account = accountOf({ facts }, 'folder');
  return account ? say('told', {}, possible(account.evidence)) : null;
};

const WAYS: readonly Here[] = [
  folderIgnored,
  suggested,
  noProject,
  ownModule,
  uvFoundNothing,
  relativeFile,
  database,
  told,
];

/** uv takes the environment of the project in whose folder it is: there is no other Python to be chosen. */
function isOfFolder(entry: ServerEntry | null): boolean {
  return entry?.program === 'uv' && !entry.cwd && !entry.hasArg(/^--(?:directory|project)\b/);
}

/** Folders that systems have at their root, in which nobody looks by mistake. */
const OF_SYSTEM =
  /^\/(?:etc|var|usr|opt|proc|sys|dev|srv|home|root|mnt|media|tmp|run|boot|nix|snap|Users|Library|Applications|Volumes|private|System)\//;

/** A folder that the server would make beside itself, at the root of the disk, where some clients start. */
function isAtRoot(path: string, said: string): boolean {
  return /^\/[\w.-]{1,60}$/.test(path) && /\bmkdir\b|\bEROFS\b|[Rr]ead-only file system/.test(said);
}

export const page: Page = {
  title: 'The working folder is another one',
  what: 'The server, or its runner, looks for something relative to the folder in which it was started, and that folder is not the one of the project.',
  why: 'In a terminal one starts in the project. A client starts servers in its own folder: the workspace, the home, `/`, or Windows’ system folder; some ignore `cwd`.',
  remedy:
    'Write full paths in `args` and `env`. Name the project: `uv --directory /full/path run …`. Set `cwd` where the client reads it.',
  exceptions: 'A full path that is not there is wrong by itself.',
};

const spawned = {
  exit: { code: 2, signal: null },
  stderr: 'error: Failed to spawn: `acme`\n  Caused by: No such file or directory (os error 2)',
};
const died = { exit: { code: 1, signal: null } };

const unheard = (command: string, ...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command, args } } }),
  log: 'MCP error -32000: Connection closed',
});

export const examples: Examples = () => [
  {
    name: 'the end alone, of a relative script behind a program that another one runs',
    fires: true,
    given: unheard('npx', 'tsx', 'src/server.ts'),
    params: { path: 'src/server.ts' },
  },
  {
    name: 'a file that is an argument of a package',
    fires: false,
    given: unheard('npx', '-y', 'acme', './rules.js'),
  },
  {
    name: 'the end alone, of the project of a folder',
    fires: true,
    given: unheard('dotnet', 'run'),
    says: 'no project',
  },
  { name: 'a project by its path', fires: false, given: unheard('dotnet', 'run', '--project', '/srv/acme') },
  {
    name: 'a folder that the client does not read',
    fires: true,
    given: {
      path: '/h/claude_desktop_config.json',
      config: '{ "mcpServers": { "a": { "command": "python3", "args": ["server.py"], "cwd": "/srv/acme" } } }',
    },
    params: { path: 'server.py' },
  },
  {
    name: 'a program of a project that is in no folder',
    fires: true,
    behind: 'deps-not-installed',
    given: { ...spawned, config: '{ "servers": { "a": { "command": "uv", "args": ["run", "acme"] } } }' },
  },
  {
    name: 'a module of a project that is in no folder',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "uv", "args": ["run", "python", "-m", "acme"] } } }',
      stderr: '/home/u/.venv/bin/python3: No module named acme',
    },
    says: 'no project in the folder',
  },
  {
    name: 'a program of a project whose folder is named',
    fires: false,
    given: {
      ...spawned,
      config: '{ "servers": { "a": { "command": "uv", "args": ["run", "--directory", "/srv/acme", "acme"] } } }',
    },
  },
  {
    name: 'the same, by its full path',
    fires: false,
    given: {
      path: '/h/claude_desktop_config.json',
      config:
        '{ "mcpServers": { "a": { "command": "python3", "args": ["/srv/acme/server.py"], "cwd": "/srv/acme" } } }',
    },
  },
  {
    name: 'the end alone, of a script by a relative path',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": ["build/index.js"] } } }',
      log: 'MCP error -32000: Connection closed',
    },
    params: { path: 'build/index.js' },
  },
  {
    name: 'the same, where its folder is named',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": ["build/index.js"], "cwd": "/srv/acme" } } }',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'the server is started from the home folder, whatever cwd says' },
  },
  {
    name: 'a server that says where it works',
    fires: false,
    given: { log: 'Working directory: /srv/acme\nListening for messages' },
  },
  {
    name: 'a database',
    fires: true,
    given: { ...died, stderr: 'sqlite3.OperationalError: unable to open database file' },
  },
  {
    name: 'a relative path',
    fires: true,
    given: { ...died, stderr: "FileNotFoundError: [Errno 2] No such file or directory: './data/notes.db'" },
    params: { path: './data/notes.db' },
  },
  {
    name: 'at the root',
    fires: true,
    given: { ...died, stderr: "Error: ENOENT: no such file or directory, open '/config/default.yaml'" },
    params: { path: '/config/default.yaml' },
  },
  {
    name: 'no project',
    fires: true,
    given: { ...died, stderr: 'error: No `pyproject.toml` found in current directory or any parent directory' },
  },
  { name: 'its own package', fires: true, given: { ...died, stderr: "ModuleNotFoundError: No module named 'src'" } },
  {
    name: 'a full path',
    fires: false,
    given: { ...died, stderr: "Error: ENOENT: no such file or directory, open '/home/u/acme/data/notes.db'" },
  },
];
