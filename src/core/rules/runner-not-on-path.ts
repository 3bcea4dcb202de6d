import { accountOf } from '../deduce/account';
import { isBareFailure, muteEnd, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { hasDesktopPath } from '../deduce/desktop-path';
import { isInterpreter, isRunner } from '../deduce/interpreters';
import { missingProgram, READ_OF_MISSING_PROGRAM } from '../deduce/missing-program';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { windowsShim } from '../deduce/windows-shim';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { useAbsolutePath } from '../fixes/use-absolute-path';
import { fill, safe } from '../text';
import { defineRule, firstWay } from './rule';
import type { ServerEntry, Setting, Value } from '../config/config-file';
import type { LaunchPlan } from '../launch/launch-plan';
import type { Place } from '../facts/world/program';
import type { Safe } from '../text';
import type { FactOf } from '../facts';
import type { Examples, Page, Subject, Way } from './rule';

const READS = [...READ_OF_MISSING_PROGRAM, ...READ_OF_BARE_FAILURE, 'account', 'entry'] as const;

const MESSAGES = {
  default:
    'Nothing named `{program}` is on the PATH that {client} gives its servers. It is at {path}: use the full path.',
  unnamed: 'The program in `command` was not found by the client. If your shell finds it (`which`), use its full path.',
  program:
    '`PATH` holds programs and no folder, so nothing is found along it, `{program}` neither. Write the folder in which it is: {folder}.',
  maybe:
    'What starts from the desktop has a short PATH, and `{program}` is mostly in a folder that only a shell adds to it. If your shell finds it (`which {program}`), use its full path.',
  unknown: 'Nothing named `{program}` was found. If your shell finds it (`which {program}`), use the full path.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'runner-not-on-path',
  label: 'runner-not-on-path',
  cause: 'runner-not-found',
  stage: 'spawn',
  reads: READS,
  messages: MESSAGES,
  match: (subject, say) => firstWay(WAYS, subject, say),
});

const programsAsPath: Here = (subject, say) => {
  const { entry, file } = subject;
  const programs = entry && programsInPath(entry);
  if (!entry?.command || !programs) return null;
  const { setting, folders } = programs;
  const path = { [setting.name]: [...folders, ...OF_SYSTEM].join(':') };
  const edits = file ? editorOf(file).setProperties(file, [...entry.path, entry.keys.env], path) : [];
  const seen = missingProgram(subject)?.evidence;
  return say(
    'program',
    { program: entry.command.safe, folder: entry.mask(folders.join(':')) },
    {
      severity: seen ? 'error' : 'warning',
      confidence: seen ? 'evident' : 'likely',
      span: setting.value?.span ?? null,
      evidence: [{ kind: 'entry', line: null, text: entry.mask(setting.name) }, ...(seen ? [seen] : [])],
      fixes: entryFix(entry, 'folders-in-path', safe('Write the folder into PATH'), edits),
    },
  );
};

const withoutName: Here = (subject, say) => {
  const unnamed = unnamedFailure(subject);
  return unnamed ? say('unnamed', {}, { confidence: 'likely', evidence: [unnamed.evidence] }) : null;
};

const mute: Here = (subject, say) => {
  const lost = muteEnd(subject);
  const isOfContainer = /^(?:docker|podman|nerdctl)$/.test(subject.entry?.program ?? '');
  return lost?.evidence && NOT_FOUND.has(lost.exit?.code ?? 0) && !isOfContainer
    ? say('unnamed', {}, { confidence: 'possible', evidence: [lost.evidence] })
    : null;
};

const looked: Here = (subject, say) => {
  const { plan, entry } = subject;
  const missing = missingProgram(subject);
  if (!missing || missing.where === 'nowhere' || windowsShim(subject)) return null;
  const { name: program, evidence, places, wants } = missing;
  const [best] = places;
  const params = { program, client: plan?.client.name ?? safe('the client') };
  const more = { span: entry?.command?.span ?? null, wants };
  // Whoever wrote the command has mostly seen it work in a terminal.
  if (!best) return say('unknown', params, { ...more, confidence: 'likely', evidence: [evidence] });
  return say(
    'default',
    { ...params, path: best.path },
    {
      ...more,
      // What PATH this client has is known for some clients, and for others only reported.
      confidence: isKnown(plan) ? 'evident' : 'likely',
      evidence: [evidence, { kind: 'lookup', line: null, text: foundAt(best) }],
      fixes: places.slice(0, 3).flatMap((place, index) => useAbsolutePath(subject, place, index === 0) ?? []),
    },
  );
};

const hidden: Here = (subject, say) => {
  const program = missingProgram(subject) ? undefined : hiddenProgram(subject);
  if (!program) return null;
  // Of a system that nobody names other things are as likely.
  const isOpen = (subject.plan?.platform ?? subject.platform ?? null) === null;
  const more = { ...suggestedBy(program), ...(isOpen && { isLastGuess: true as const }) };
  return say('maybe', { program: program.safe }, more);
};

const told: Here = (subject, say) => {
  const account = missingProgram(subject) ? null : accountOf(subject, 'path');
  return account ? say('unnamed', {}, { confidence: 'possible', evidence: [account.evidence] }) : null;
};

const WAYS: readonly Here[] = [programsAsPath, withoutName, mute, looked, hidden, told];

/** With these shells end, and cmd, where they find no program. */
const NOT_FOUND: ReadonlySet<number> = new Set([127, 9009]);

/** What the scripts of package clients need besides: a shell. */
const OF_SYSTEM = ['/usr/bin', '/bin'];

/** A PATH of which every part is the path of a program that entries start, and the folders of these. */
function programsInPath(entry: ServerEntry): { readonly setting: Setting; readonly folders: string[] } | null {
  const setting = entry.env.find(({ name }) => name === 'PATH');
  const parts = setting?.value?.safe.split(':') ?? [];
  const isProgram = (part: string) => /^\/.*\bbin\/[^/]+$/.test(part) && (isRunner(part) || isInterpreter(part));
  if (!setting || parts.length === 0 || !parts.every(isProgram)) return null;
  return { setting, folders: [...new Set(parts.map((part) => part.slice(0, part.lastIndexOf('/'))))] };
}

/** The client could not start something, and does not say what, and there is no entry that says it. */
function unnamedFailure(subject: Subject<'spawn-failed'>): FactOf<'spawn-failed'> | null {
  const failed = ownSpawnFailure(subject);
  const isUnnamed = failed?.code === 'ENOENT' && failed.program === null && !subject.entry?.command;
  return isUnnamed && subject.platform !== 'win32' ? failed : null;
}

/** Nothing is known but the end: a program that the PATH of the desktop mostly lacks, where the client has that one. */
function hiddenProgram(subject: Subject<(typeof READ_OF_BARE_FAILURE)[number]>): Value | null {
  const { entry, isLogged = false } = subject;
  // A client that logs what it starts logs that it was not found.
  if (isLogged || !hasDesktopPath(subject)) return null;
  const command = entry?.command ?? null;
  const isHidden = command && /^[A-Za-z][\w.-]*$/.test(command.safe) && !OF_EVERY_PATH.has(command.safe);
  return isHidden && isBareFailure(subject) ? command : null;
}

/** Programs that stand in a folder of the system, or whose installer puts a link there. */
const OF_EVERY_PATH: ReadonlySet<string> = new Set(
  'sh bash zsh dash env python python3 perl ruby java ssh git curl sudo xcrun docker podman cmd powershell pwsh wsl'.split(
    ' ',
  ),
);

function isKnown(plan: LaunchPlan | null): boolean {
  return plan === null || plan.environment.certainty === 'exact' || plan.environment.certainty === 'source';
}

function foundAt({ path, tool }: Place): Safe {
  return tool ? fill('found at {path} ({tool})', { path, tool }) : fill('found at {path}', { path });
}

export const page: Page = {
  title: 'The program is on this machine, but not on the client’s PATH',
  what: 'The client looked for the program along the PATH that it gives its servers, and found nothing of that name. A copy exists elsewhere.',
  why: 'Your shell adds folders to PATH when it starts (nvm, fnm, Homebrew, `~/.local/bin`). A client started from the desktop never ran your shell.',
  remedy:
    'Write the full path into `command`. `npx` and its like are scripts that need `node` as well: where the client does not see that either, its folder must be on PATH. The fix does both where both are needed.',
  exceptions:
    'The same error comes when the working directory does not exist, or when the program is a script whose first line names something missing; both are checked first.',
};

const world = {
  elsewhere: {
    kind: 'program',
    name: safe('npx'),
    onPath: 'no',
    places: [{ path: safe('/home/u/.nvm/versions/node/v22.1.0/bin/npx'), tool: safe('nvm'), interpreter: null }],
  },
  onPath: { kind: 'program', name: safe('npx'), onPath: 'yes', places: [] },
  nowhere: { kind: 'program', name: safe('npx'), onPath: 'no', places: [] },
  noFolder: { kind: 'cwd', path: safe('/gone'), exists: 'no' },
} as const;
const notSpawned = { spawnError: { code: 'ENOENT', program: 'npx' } };

export const examples: Examples = () => [
  {
    name: 'the end alone, of a client that starts from the desktop',
    fires: true,
    given: {
      path: '/home/u/.config/Claude/claude_desktop_config.json',
      config: '{ "mcpServers": { "a": { "command": "uvx", "args": ["acme-mcp"] } } }',
      platform: 'darwin',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'starts from the desktop',
  },
  {
    name: 'the same, by its full path',
    fires: false,
    given: {
      path: '/home/u/.config/Claude/claude_desktop_config.json',
      config: '{ "mcpServers": { "a": { "command": "/opt/bin/uvx", "args": ["acme-mcp"] } } }',
      platform: 'darwin',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'the same, of a client that starts in a terminal',
    fires: false,
    given: {
      path: '/home/u/acme/.mcp.json',
      config: '{ "mcpServers": { "a": { "command": "uvx", "args": ["acme-mcp"] } } }',
      platform: 'darwin',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'npx only in an nvm folder',
    fires: true,
    given: { ...notSpawned, world: [world.elsewhere] },
    params: { program: 'npx' },
  },
  {
    name: 'a PATH of programs',
    fires: true,
    given: {
      config:
        '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"], "env": { "PATH": "/opt/homebrew/bin/npx" } } } }',
    },
    params: { folder: '/opt/homebrew/bin' },
  },
  {
    name: 'a PATH of programs, and the program was not found',
    fires: true,
    given: {
      config:
        '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"], "env": { "PATH": "/opt/homebrew/bin/npx" } } } }',
      log: 'spawn npx ENOENT',
    },
    says: 'holds programs',
    confidence: 'evident',
  },
  {
    name: 'a PATH of folders',
    fires: false,
    given: {
      config:
        '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"], "env": { "PATH": "/opt/node:/usr/bin" } } } }',
    },
  },
  {
    name: 'a log, and no machine to look at',
    fires: true,
    given: { stderr: 'Error: spawn uvx ENOENT' },
    params: { program: 'uvx' },
  },
  {
    name: 'a client that names the server and not the program',
    fires: true,
    given: { stderr: 'failed to start MCP server "acme": No such file or directory (os error 2)' },
  },
  {
    name: 'a shell says it',
    fires: true,
    given: { stderr: 'zsh:5: command not found: npx', exit: { code: 127, signal: null } },
  },
  {
    name: 'a shell of npm misses what a package brings',
    fires: false,
    given: {
      stderr:
        'npm warn exec The following package was not found and will be installed: acme\nsh: acme-mcp: command not found',
    },
  },
  {
    name: 'a word of another shell',
    fires: false,
    given: { stderr: 'bash: line 1: source: command not found', exit: { code: 127, signal: null } },
  },
  {
    name: 'a server answers that it misses a program',
    fires: false,
    given: {
      stderr: '{"jsonrpc":"2.0","id":6,"error":{"code":-32603,"message":"Failed: spawn kubectl ENOENT"}}',
    },
  },
  { name: 'it is nowhere', fires: false, given: { ...notSpawned, world: [world.nowhere] } },
  { name: 'it is on the PATH after all', fires: false, given: { ...notSpawned, world: [world.onPath] } },
  { name: 'the folder is missing, not the program', fires: false, given: { ...notSpawned, world: [world.noFolder] } },
];
