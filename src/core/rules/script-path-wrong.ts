import { dockerRun } from '../deduce/docker-run';
import { givenPath } from '../deduce/given-path';
import { isInstalled } from '../deduce/installed';
import { missingScript, READ_OF_MISSING_SCRIPT } from '../deduce/missing-script';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { fill } from '../text';
import { defineRule, firstWay } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Span } from '../config/place';
import type { LookedFor } from '../deduce/looked-for';
import type { LaunchPlan } from '../launch/launch-plan';
import type { Safe } from '../text';
import type { Examples, Page, Way } from './rule';

const READS = [
  'spawn-failed',
  ...READ_OF_MISSING_SCRIPT,
  'main-unnamed',
  'file-missing',
  'path-gone',
  'cwd',
  'file',
] as const;

const MESSAGES = {
  default: 'There is no {path}. Correct the path.',
  given: 'The server was given {path}, and that is not there. Correct the path.',
  unnamed: 'A file or folder that the server was given is not there. Correct the paths in `args`.',
  main: 'Node.js does not find the script that it was told to run. Correct its path in the entry; where it is right, the project has to be built first.',
  looked: 'There is no {path} on this machine. Correct the path.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'script-path-wrong',
  label: 'script-path-wrong',
  cause: 'path-or-cwd-wrong',
  stage: 'spawn',
  reads: READS,
  messages: MESSAGES,
  asks: ({ entry, file, plan }) => ownPaths(entry, file, plan).map(({ path }) => ({ kind: 'file', path })),
  match: (subject, say) => {
    const { facts, entry } = subject;
    const program = missingProgram(subject);
    const script = missingScript(subject);
    if (program) return firstWay([pathLookedFor], subject, say);
    // A part of the client itself.
    if (script && OF_CLIENT.test(script.path) && !givenPath(entry, script.path)) return [];
    // Where the project is there, what is missing is its build.
    if (script?.wanted && facts.answerTo(script.wanted)?.is === 'file') return [];
    // What a container does not have may well be on this machine.
    if (dockerRun(entry)?.image) return [];
    return firstWay(script ? [pathLookedFor] : WITHOUT_PATH, subject, say);
  },
});

/**
 * What the client was to start and did not find. What lies in an installed package, and no entry names, was looked for by
 * the package itself.
 */
function missingProgram(subject: Parameters<Here>[0]): LookedFor | null {
  const failed = ownSpawnFailure(subject);
  if (failed?.code !== 'ENOENT' || failed.program === null) return null;
  const isOwn = !isInstalled(failed.program) || subject.entry?.command?.safe === failed.program;
  return isOwn ? { path: failed.program, evidence: failed.evidence } : null;
}

const pathLookedFor: Here = (subject, say) => {
  const program = missingProgram(subject);
  const script = missingScript(subject);
  const { path, evidence } = program ?? script ?? {};
  // A relative path may be right and the folder wrong.
  if (path === undefined || !evidence || !ABSOLUTE.test(path)) return null;
  const token = [subject.entry?.command, ...(subject.entry?.args ?? [])].find((value) => value?.safe === path);
  // A script whose first line names something missing, or a missing folder, gives a program the same words; and a shell
  // those of a path that somebody has left without quotes.
  const isOpen = program !== null || script?.wanted || (!token && !ENDS.test(path));
  return say(
    'default',
    { path },
    {
      confidence: isOpen ? 'likely' : 'evident',
      span: token?.span ?? null,
      evidence: [evidence],
      wants: [{ kind: 'cwd' }, ...(script?.wanted ? [script.wanted] : [])],
    },
  );
};

const fileOfEntry: Here = ({ facts, entry }, say) => {
  const given = facts.all('file-missing').find((fact) => givenPath(entry, fact.path) !== undefined);
  if (!given) return null;
  const span = givenPath(entry, given.path)?.span ?? null;
  return say('given', { path: given.path }, { confidence: 'likely', span, evidence: [given.evidence] });
};

const unnamedMain: Here = ({ facts }, say) => {
  const main = facts.first('main-unnamed');
  return main ? say('main', {}, { confidence: 'likely', evidence: [main.evidence] }) : null;
};

/** The disk was asked for it. */
const goneFromDisk: Here = ({ facts, entry, file, plan }, say) => {
  const gone = ownPaths(entry, file, plan).find(
    (own) => facts.answerTo({ kind: 'file', path: own.path })?.is === 'nothing',
  );
  if (!gone) return null;
  const looked = { kind: 'lookup', line: null, text: fill('there is no {path}', { path: gone.path }) } as const;
  return say('looked', { path: gone.path }, { confidence: 'likely', span: gone.span, evidence: [looked] });
};

const unnamedPath: Here = ({ facts }, say) => {
  const unnamed = facts.first('path-gone');
  return unnamed ? say('unnamed', {}, { confidence: 'possible', evidence: [unnamed.evidence] }) : null;
};

const WITHOUT_PATH: readonly Here[] = [fileOfEntry, unnamedMain, goneFromDisk, unnamedPath];

/**
 * The program and the script of an entry, where they are paths of the person whose file it is: what lies elsewhere may be
 * right where the file is from. What variables stand in changes from start to start, and is left to one.
 */
function ownPaths(
  entry: ServerEntry | null,
  file: ConfigFile | null,
  plan: LaunchPlan | null,
): readonly { path: Safe; span: Span }[] {
  if (!entry?.command || !file || plan?.kind !== 'stdio' || !isBelow(file.path, plan.home)) return [];
  const script = INTERPRETER.test(entry.program)
    ? entry.args.find(({ raw }) => !raw.reveal().startsWith('-'))
    : undefined;
  return [entry.command, ...(script ? [script] : [])].flatMap(({ raw, safe, span }) => {
    const path = raw.reveal();
    const isOwn = isBelow(path, plan.home) || (plan.location.scope === 'user' && /^\/(?!Users|home)/.test(path));
    return isOwn && path === safe ? [{ path: safe, span }] : [];
  });
}

function isBelow(path: string, folder: string): boolean {
  return folder.length > 1 && path.startsWith(folder) && /^[/\\]./.test(path.slice(folder.length));
}

const OF_CLIENT = /\.app\/Contents\/Resources\/app|[/\\]resources[/\\]app(?:\.asar)?[/\\]/;
const INTERPRETER = /^(?:node|python[\d.]*|bun|tsx|ruby|php)$/;

/** What a name ends in that was not cut at a blank. */
const ENDS = /\.\w{1,5}$/;
const ABSOLUTE = /^(?:\/|[A-Za-z]:[/\\]|~\/)./;

export const page: Page = {
  title: 'The path does not exist',
  what: 'The entry names a program or a script by its full path, and nothing is there.',
  why: 'The path is another machine’s, the folder was moved or renamed, or the project was not built or installed yet.',
  remedy: 'Correct the path. In a terminal, `ls` with it shows whether it is right.',
  exceptions:
    'A script whose first line names an interpreter that is missing is “not found” in the same words, and so is every program where the working directory is missing.',
};

export const examples: Examples = () => [
  {
    name: 'the end of what Node.js says of it',
    fires: true,
    given: {
      log: "    at node:internal/main/run_main_module:36:49 {\n  code: 'MODULE_NOT_FOUND',\n  requireStack: []\n}",
    },
    says: 'told to run',
  },
  {
    name: 'a file that the server was to work on',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "node", "args": ["/srv/index.js"] } } }',
      stderr: 'File not found: /data/report.py',
      exit: { code: 1, signal: null },
    },
  },
  {
    name: 'a file that the entry names',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "acme", "args": ["--rules=/srv/rules.db"] } } }',
      stderr: "Error: ENOENT: no such file or directory, open '/srv/rules.db'",
      exit: { code: 1, signal: null },
    },
    says: 'was given',
  },
  {
    name: 'one that it does not name',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "acme", "args": ["--rules=/srv/rules.db"] } } }',
      stderr: "Error: ENOENT: no such file or directory, open '/srv/other.db'",
      exit: { code: 1, signal: null },
    },
  },
  {
    name: 'the same of what another file asks for',
    fires: false,
    given: { log: "  code: 'MODULE_NOT_FOUND',\n  requireStack: [ '/srv/a.js' ]\n}" },
  },
  {
    name: 'what cmd says of a whole path',
    fires: true,
    given: { log: String.raw`'C:\tools\acme.exe' is not recognized as an internal or external command` },
  },
  {
    name: 'the same of the Node.js that npm calls',
    fires: false,
    given: { log: String.raw`'"C:\nodejs\\node.exe"' is not recognized as an internal or external command` },
  },
  {
    name: 'a server of files whose folders are gone',
    fires: true,
    given: { exit: { code: 1, signal: null }, stderr: 'Error: None of the specified directories are accessible' },
  },
  {
    name: 'a program by its path',
    fires: true,
    given: { stderr: 'Error: spawn /srv/.venv/bin/python ENOENT' },
    params: { path: '/srv/.venv/bin/python' },
  },
  {
    name: 'a script of Python’s',
    fires: true,
    given: {
      stderr: "python: can't open file 'C:\\\\x\\\\server.py': [Errno 2] No such file or directory",
      exit: { code: 2, signal: null },
    },
  },
  {
    name: 'a script of Node.js',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr:
        "node:internal/modules/cjs/loader:1228\n  throw err;\n  ^\n\nError: Cannot find module '/srv/acme/index.js'\n    at Module._resolveFilename (node:internal/modules/cjs/loader:1225:15)",
    },
    params: { path: '/srv/acme/index.js' },
    confidence: 'evident',
  },
  {
    name: 'a script that a build may make, and nobody has looked',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stderr:
        "Error: Cannot find module 'C:\\src\\acme\\build\\src\\index.js'\n    at Module._load (node:internal/modules/cjs/loader:1104:12)",
    },
    confidence: 'likely',
  },
  {
    name: 'a path that was cut at a blank',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      stderr: "Error: Cannot find module '/Users/u/My'\n    at Module._load (node:internal/modules/cjs/loader:1104:12)",
    },
  },
  {
    name: 'what a shell looks for, which may be the beginning of a path',
    fires: true,
    given: { log: 'zsh: command not found: /Users/u/Code' },
    confidence: 'likely',
  },
  {
    name: 'what another file imports',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      stderr: "Error: Cannot find module '/srv/acme/tools.js' imported from /srv/acme/index.js",
    },
  },
  {
    name: 'the script of one’s own file, before anything is started',
    fires: true,
    given: {
      path: '/home/u/w/.vscode/mcp.json',
      config: '{ "servers": { "a": { "command": "node", "args": ["/home/u/acme/a.js"] } } }',
      world: [{ kind: 'file', path: fill('/home/u/acme/a.js', {}), is: 'nothing' }],
    },
    says: 'on this machine',
  },
  {
    name: 'of a file that is somebody else’s',
    fires: false,
    given: {
      path: '/srv/w/.vscode/mcp.json',
      config: '{ "servers": { "a": { "command": "node", "args": ["/home/u/acme/a.js"] } } }',
      world: [{ kind: 'file', path: fill('/home/u/acme/a.js', {}), is: 'nothing' }],
    },
  },
  { name: 'a name is no path', fires: false, given: { stderr: 'Error: spawn python ENOENT' } },
  {
    name: 'a relative path',
    fires: false,
    given: { stderr: "python: can't open file 'server.py': [Errno 2] No such file or directory" },
  },
];
