import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { dockerRun } from '../deduce/docker-run';
import { givenPath } from '../deduce/given-path';
import { innerCommand } from '../deduce/inner-command';
import { isBroughtProgram, isInstalled } from '../deduce/installed';
import { clientNameOf } from '../deduce/client-name';
import { hideShapes } from '../secrets/mask';
import { defineRule } from './rule';
import type { ServerEntry, Value } from '../config/config-file';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-cwd',
  label: 'wrong-cwd',
  cause: 'path-or-cwd-wrong',
  stage: 'cwd',
  reads: [
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
  ],
  over: ['deps-not-installed', 'uvx-entrypoint-mismatch', 'key-ignored', 'wrong-interpreter'],
  messages: {
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
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    if (facts.first('silent') || facts.first('ready')) return [];
    const ignored = facts.all('key-ignored').find(({ isFolder }) => isFolder);
    const left = entry && ignored ? relativeScript(entry) : undefined;
    if (ignored && left) {
      const evidence = [{ kind: 'entry', line: null, text: left.safe }] as const;
      const more = { severity: 'warning', confidence: 'likely', span: left.span, evidence } as const;
      const key = hideShapes(ignored.key.name);
      return [say('ignored', { client: clientNameOf(subject), key, path: left.safe }, more)];
    }
    const relative = entry && !entry.cwd && isBareFailure(subject) ? relativeScript(entry) : undefined;
    if (relative) return [say('file', { path: relative.safe }, suggestedBy(relative))];
    const here = entry && !entry.cwd && isBareFailure(subject) ? projectOfFolder(entry) : undefined;
    if (here) return [say('project', {}, suggestedBy(here))];
    const project = facts.first('project-missing');
    if (project && !isInstalled(project.evidence.text))
      return [say('project', {}, { confidence: 'likely', evidence: [project.evidence] })];
    const module = facts.first('python-module-missing');
    // uv takes the environment of the project in whose folder it is: there is no other Python to be chosen.
    const isOpen = entry?.program === 'uv' && !entry.cwd && !entry.hasArg(/^--(?:directory|project)\b/);
    if (isOpen && module?.isProgram) return [say('project', {}, { confidence: 'likely', evidence: [module.evidence] })];
    const isFetched = entry !== null && /^(?:uvx|pipx|npx|bunx)$/.test(entry.program);
    if (
      module &&
      !isFetched &&
      !isInstalled(module.evidence.text) &&
      !isInstalled(module.importer ?? '') &&
      !isBroughtProgram(module.importer ?? '') &&
      /^(?:src|app|main|server)$/.test(module.name.split('.')[0] ?? '')
    )
      return [say('module', { name: module.name }, { confidence: 'likely', evidence: [module.evidence] })];
    const run = facts.first('uv-no-executable');
    if (run && /^[\w.-]+\.py$/.test(run.wanted))
      return [say('file', { path: run.wanted }, { confidence: 'likely', evidence: [run.evidence] })];
    if (run && isOpen) return [say('project', {}, { confidence: 'possible', evidence: [run.evidence] })];
    const script = facts.first('script-missing');
    const missing = [script, facts.first('file-missing'), facts.first('file-denied')].find(
      (fact) =>
        fact?.path &&
        fact.path !== '.' &&
        !OF_SYSTEM.test(fact.path) &&
        !givenPath(entry, fact.path) &&
        (LEADS_ANYWHERE.test(fact.path) ||
          (!dockerRun(entry) && (isRelative(fact.path) || isAtRoot(fact.path, fact.evidence.text)))),
    );
    const database = facts.first('database-unopened');
    const account = accountOf({ facts }, 'folder');
    if (account && !missing?.path && !database)
      return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    if (!missing?.path)
      return database ? [say('database', {}, { confidence: 'possible', evidence: [database.evidence] })] : [];
    const message = LEADS_ANYWHERE.test(missing.path) ? 'file' : 'system';
    return [say(message, { path: missing.path }, { confidence: 'likely', evidence: [missing.evidence] })];
  },
});

/** The file that an entry runs, by a path that begins in whichever folder the client starts. */
function relativeScript(entry: ServerEntry): Value | undefined {
  const { command, args, transport } = entry;
  if (transport !== 'stdio' || args.some(({ safe: arg }) => NAMES_FOLDER.test(arg))) return undefined;
  if (command && /^\.{1,2}[/\\]/.test(command.safe)) return command;
  if (IS_ELSEWHERE.test(entry.program)) return undefined;
  const inner = innerCommand(entry);
  const at = inner.args.findIndex(({ safe: arg }) => A_SCRIPT.test(arg));
  const before = [inner.program, ...inner.args.slice(0, Math.max(0, at)).map(({ safe: arg }) => arg)];
  const script = before.some((word) => RUNS_FILES.test(word)) ? inner.args[at] : undefined;
  return script && isRelative(script.safe) ? script : undefined;
}

/** The word with which an entry runs the project of the folder in which the client starts. */
function projectOfFolder(entry: ServerEntry): Value | undefined {
  const isNamed = entry.args.some(({ safe: arg }) => NAMES_FOLDER.test(arg));
  const { program, args } = innerCommand(entry);
  const [first, second] = args;
  if (isNamed || entry.transport !== 'stdio' || !first) return undefined;
  if (program === 'python' && first.safe === '-m' && second?.safe.startsWith('src.') === true) return second;
  const runs = RUNS_PROJECTS.get(program);
  return runs?.test(args.map(({ safe: arg }) => arg).join(' ')) === true ? first : undefined;
}

const NAMES_FOLDER = /^--(?:directory|project|prefix|cwd|dir|manifest-path)\b|^-C$/;
/** What is run there is not looked for here. */
const IS_ELSEWHERE = /^(?:docker|podman|nerdctl|wsl|ssh|kubectl)$/;
const RUNS_FILES =
  /^(?:node|python[\d.]*|py|uv|bun|deno|tsx|ts-node|nodemon|fastmcp|ruby|php|java|go|poetry|pipenv|bash|sh)(?:@[\w.]+)?$/;
const RUNS_PROJECTS: ReadonlyMap<string, RegExp> = new Map([
  ['dotnet', /^run(?: --no-\w+)*$/],
  ['cargo', /^run(?: --release| -q| --quiet)*$/],
  ['go', /^run \.$/],
]);
const A_SCRIPT = /^(?!-)(?!\$)[^\s]{1,200}\.(?:py|[cm]?[jt]s|rb|php|jar|sh|go)$/;

/** Folders that systems have at their root, in which nobody looks by mistake. */
const OF_SYSTEM =
  /^\/(?:etc|var|usr|opt|proc|sys|dev|srv|home|root|mnt|media|tmp|run|boot|nix|snap|Users|Library|Applications|Volumes|private|System)\//;

/** A folder that the server would make beside itself, at the root of the disk, where some clients start. */
function isAtRoot(path: string, said: string): boolean {
  return /^\/[\w.-]{1,60}$/.test(path) && /\bmkdir\b|\bEROFS\b|[Rr]ead-only file system/.test(said);
}

/** A path that begins in whichever folder the client starts. */
const LEADS_ANYWHERE = /^(?![/\\~$%]|[A-Za-z]:[/\\]|file:|https?:)/;

/** Relative, or relative and looked for at the root of the disk or in Windows' own folder, where some clients start. */
function isRelative(path: string): boolean {
  return (
    LEADS_ANYWHERE.test(path) ||
    /^\/\/?[\w.-]{1,60}(?:\/[\w.-]{1,60})?\.\w{1,5}$/.test(path) ||
    /^[A-Za-z]:\\(?:WINDOWS|Windows)\\[Ss]ystem32\\/.test(path)
  );
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
