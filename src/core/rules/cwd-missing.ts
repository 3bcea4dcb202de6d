import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { StdioPlan } from '../launch/launch-plan';
import type { FactOf } from '../facts';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'cwd-missing',
  label: 'cwd-missing',
  cause: 'path-or-cwd-wrong',
  stage: 'cwd',
  reads: ['spawn-failed', 'folder-refused', 'file-missing', 'file-denied', 'cwd'],
  over: ['runner-not-on-path', 'runner-not-installed', 'interpreter-missing', 'script-path-wrong'],
  messages: {
    default:
      'The working directory {cwd} does not exist or is no directory, so nothing can be started in it. Correct `cwd`, or create it.',
    shell: 'Not even a shell could be started: the working directory does not exist. Correct `cwd`, or create it.',
    refused:
      'The folder in which the server was to be started does not exist, or is none. Correct `cwd`, or create it.',
    unknown: 'A working directory that does not exist is reported with the same words. Check `cwd` as well.',
  },
  asks: ({ entry, plan }) => (entry?.cwd && plan?.kind === 'stdio' && isOfThisMachine(plan) ? [{ kind: 'cwd' }] : []),
  match: (subject, say) => {
    const { facts, entry } = subject;
    // What may not be seen is told as what is not there.
    const refused = facts.first('file-denied') ? undefined : (facts.first('folder-refused') ?? ownFolder(subject));
    if (refused) return [say('refused', {}, { span: entry?.cwd?.span ?? null, evidence: [refused.evidence] })];
    const shell = facts.all('spawn-failed').find(({ program }) => program !== null && SHELLS.test(program));
    const failed = ownSpawnFailure(subject) ?? shell;
    const cwd = facts.answerTo({ kind: 'cwd' });
    if (cwd?.exists === 'yes' || (failed && !NO_FOLDER.has(failed.code))) return [];
    const more = { span: entry?.cwd?.span ?? null, wants: [{ kind: 'cwd' }] } as const;
    if (cwd?.exists === 'no' && (failed || entry?.cwd)) {
      const looked = {
        kind: 'lookup',
        line: null,
        text: fill('there is no directory {path}', { path: cwd.path }),
      } as const;
      return [say('default', { cwd: cwd.path }, { ...more, evidence: [failed?.evidence ?? looked] })];
    }
    if (!failed) return [];
    const isShell = failed === shell && failed.program !== entry?.command?.safe;
    return [
      say(
        isShell ? 'shell' : 'unknown',
        {},
        {
          ...more,
          severity: isShell ? 'error' : 'information',
          // The words blame the program; that the entry sets a folder of its own is what speaks for the folder.
          confidence: isShell || entry?.cwd ? 'likely' : 'possible',
          evidence: [failed.evidence],
        },
      ),
    ];
  },
});

/** Python names the folder that it was to start something in as it names a file. */
function ownFolder({ facts, entry }: Subject<'file-missing'>): FactOf<'file-missing'> | undefined {
  return facts.all('file-missing').find(({ path }) => entry?.cwd !== undefined && entry.cwd?.safe === path);
}

/** A file may be shared: a folder of another person, or of another system, is missing here and right there. */
function isOfThisMachine({ cwd, platform, unresolved, unset, home }: StdioPlan): boolean {
  if (unresolved.length > 0 || unset.length > 0) return false;
  if (platform !== 'win32' && /^(?:[A-Za-z]:|\\\\)/.test(cwd)) return false;
  const person = /^(?:\/home|\/Users|[A-Za-z]:[/\\]Users)[/\\][^/\\]+/i.exec(cwd)?.[0];
  return person === undefined || home.startsWith(person);
}

/** They are there on every system: what starts them fails for want of a folder to start them in. */
const SHELLS = /^(?:sh|\/bin\/sh|[A-Za-z]:\\Windows\\system32\\cmd\.exe)$/i;

/** What the system answers where the directory is missing, and where it is a file. */
const NO_FOLDER = new Set<string>(['ENOENT', 'ENOTDIR']);

export const page: Page = {
  title: 'The working directory does not exist',
  what: 'The client starts the server in a directory that is not there.',
  why: 'The operating system reports it with the words it has for a missing program (`spawn npx ENOENT`), so the program is blamed.',
  remedy: 'Correct `cwd`, or create the directory.',
  exceptions: 'Some clients ignore `cwd`; then it is not used, and this rule does not speak.',
};

const notSpawned = { spawnError: { code: 'ENOENT', program: 'npx' } };

export const examples: Examples = () => [
  {
    name: 'the folder is gone',
    fires: true,
    given: { ...notSpawned, world: [{ kind: 'cwd', path: safe('/gone'), exists: 'no' }] },
    params: { cwd: '/gone' },
  },
  {
    name: 'a log of an entry that sets a folder',
    fires: true,
    given: {
      stderr: 'Error: spawn npx ENOENT',
      config: '{ "servers": { "a": { "command": "npx", "args": ["x"], "cwd": "/srv/x" } } }',
    },
  },
  {
    name: 'Windows says that it is the folder',
    fires: true,
    given: { log: 'failed to start: Le nom de répertoire n’est pas valide. (os error 267)' },
  },
  { name: 'Go says it', fires: true, given: { log: 'failed to connect: chdir /srv/gone: no such file or directory' } },
  { name: 'npm finds no shell', fires: true, given: { stderr: 'npm error spawn sh ENOENT' } },
  {
    name: 'the folder is there',
    fires: false,
    given: { ...notSpawned, world: [{ kind: 'cwd', path: safe('/w'), exists: 'yes' }] },
  },
];
