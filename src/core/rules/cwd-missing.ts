import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { answerTo, factsOf } from '../facts';
import { safe } from '../text';
import { candidate } from './rule';
import type { Examples, Page, Rule } from './rule';

export const rule: Rule = {
  id: 'cwd-missing',
  label: 'cwd-missing',
  cause: 'path-or-cwd-wrong',
  stage: 'cwd',
  over: ['runner-not-on-path', 'runner-not-installed', 'interpreter-missing', 'script-path-wrong'],
  messages: {
    default:
      'The working directory {cwd} does not exist or is no directory, so nothing can be started in it. Correct `cwd`, or create it.',
    shell: 'Not even a shell could be started: the working directory does not exist. Correct `cwd`, or create it.',
    unknown: 'A working directory that does not exist is reported with the same words. Check `cwd` as well.',
  },
  match: (subject) => {
    const { facts, entry } = subject;
    const shell = factsOf(facts, 'spawn-failed').find(({ program }) => program !== null && SHELLS.has(program));
    const failed = ownSpawnFailure(subject) ?? shell;
    const cwd = answerTo(facts, { kind: 'cwd' });
    if (!failed || !NO_FOLDER.has(failed.code) || cwd?.exists === 'yes') return [];
    const isGone = cwd?.exists === 'no';
    const isShell = failed === shell && failed.program !== entry?.command?.safe;
    return [
      candidate({
        message: isGone ? 'default' : isShell ? 'shell' : 'unknown',
        params: isGone ? { cwd: cwd.path } : {},
        severity: isGone || isShell ? 'error' : 'information',
        // The words blame the program; that the entry sets a folder of its own is what speaks for the folder.
        confidence: isGone ? 'evident' : isShell || entry?.cwd ? 'likely' : 'possible',
        span: entry?.cwd?.span ?? null,
        evidence: [failed.evidence],
        wants: [{ kind: 'cwd' }],
      }),
    ];
  },
};

/** They are there on every system: what starts them fails for want of a folder to start them in. */
const SHELLS = new Set<string>(['sh', '/bin/sh']);

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
  { name: 'npm finds no shell', fires: true, given: { stderr: 'npm error spawn sh ENOENT' } },
  {
    name: 'the folder is there',
    fires: false,
    given: { ...notSpawned, world: [{ kind: 'cwd', path: safe('/w'), exists: 'yes' }] },
  },
];
