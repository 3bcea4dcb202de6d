import { accountOf } from '../deduce/account';
import { muteEnd, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { captured, fill, safe } from '../text';
import { defineRule } from './rule';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'bin-not-executable',
  label: 'bin-not-executable',
  cause: 'permission-denied',
  stage: 'spawn',
  reads: ['spawn-failed', 'not-executable', 'file', 'account', ...READ_OF_BARE_FAILURE],
  messages: {
    default:
      'The file {path} is there, and may not be executed. Give it that permission, or start it through its interpreter.',
    windows: 'Windows refuses to start the program: it is a folder, or the rights of the file do not allow it.',
    unnamed: 'The program may not be executed: it lacks the permission, or is a folder.',
  },
  match: (subject, say) => {
    const { facts, entry, plan, platform } = subject;
    const account = accountOf(subject, 'mode');
    if (account) return [say('unnamed', {}, { confidence: 'possible', evidence: [account.evidence] })];
    // With this code shells end that have found a program and may not execute it; Docker's is about its container.
    const lost = muteEnd(subject);
    if (lost?.evidence && lost.exit?.code === 126 && !/^(?:docker|podman|nerdctl)$/.test(entry?.program ?? ''))
      return [say('unnamed', {}, { confidence: 'possible', evidence: [lost.evidence] })];
    const spawn = ownSpawnFailure(subject);
    const failed = spawn?.code === 'EACCES' ? { path: spawn.program, evidence: spawn.evidence } : null;
    const { path, evidence } = failed ?? facts.first('not-executable') ?? {};
    if (!evidence) return [];
    // There no file has a permission to be executed: mostly it is something else that refuses.
    if (failed && (plan?.platform ?? platform) === 'win32')
      return [say('windows', {}, { confidence: 'possible', isLastGuess: true, evidence: [evidence] })];
    if (!path || !/[/\\]/.test(path)) return [say('unnamed', {}, { confidence: 'likely', evidence: [evidence] })];
    const wanted = { kind: 'file', path } as const;
    const is = facts.answerTo(wanted)?.is ?? 'unknown';
    if (is !== 'file' && is !== 'unknown') return [];
    return [
      say(
        'default',
        { path },
        {
          confidence: is === 'file' ? 'evident' : 'likely',
          span: entry?.command?.safe === path ? entry.command.span : null,
          evidence: [evidence],
          fixes: permitting(path),
          wants: [wanted],
        },
      ),
    ];
  },
});

/** The command that gives the permission; only for a path that a shell takes as it is. */
function permitting(path: Safe): readonly Fix[] {
  const [, plain] = captured(path, /^([/~.][\w/@.+-]{1,400})$/) ?? [];
  if (!plain) return [];
  return [
    {
      id: 'make-executable',
      title: safe('Let it be executed'),
      applicability: 'safe',
      preferred: true,
      needs: [],
      edits: [],
      command: { line: fill('chmod +x {plain}', { plain }), cwd: null },
      trying: 'never',
      entryPath: null,
    },
  ];
}

export const page: Page = {
  title: 'The program may not be executed',
  what: 'The system found the file that should be started and refused to execute it.',
  why: 'It was copied, unpacked or published without the permission; or the path leads to a folder; or its disk forbids to execute anything.',
  remedy: 'Run `chmod +x FILE`. A script can also be started through its interpreter: `node FILE`, `python FILE`.',
  exceptions:
    'A server that was started and may not read one of its files prints similar words: that is another cause.',
};

export const examples: Examples = () => [
  {
    name: 'on Windows, where no file has that permission',
    fires: true,
    behind: 'os-security-block',
    given: { platform: 'win32', log: 'Error: spawn C:\\acme\\acme.exe EACCES' },
    says: 'a folder',
  },
  {
    name: 'a shell, without a word',
    fires: true,
    given: { exit: { code: 126, signal: null } },
    confidence: 'possible',
  },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'dist/index.js is published without the executable bit' },
  },
  { name: 'somebody has seen another mode', fires: false, given: { log: 'dist/index.js is published with mode 0755' } },
  {
    name: 'of a package',
    fires: true,
    given: {
      exit: { code: 126, signal: null },
      stderr: 'sh: /home/u/.npm/_npx/15c61037b1978c83/node_modules/.bin/acme: Permission denied',
    },
    params: { path: '/home/u/.npm/_npx/15c61037b1978c83/node_modules/.bin/acme' },
  },
  {
    name: 'the command itself, looked at',
    fires: true,
    given: {
      config: '{"servers":{"a":{"command":"/w/run.sh"}}}',
      spawnError: { code: 'EACCES', program: '/w/run.sh' },
      world: [{ kind: 'file', path: safe('/w/run.sh'), is: 'file' }],
    },
    confidence: 'evident',
  },
  {
    name: 'zsh',
    fires: true,
    given: { exit: { code: 126, signal: null }, stderr: 'zsh: permission denied: ./run.sh' },
  },
  { name: 'without a name', fires: true, given: { log: 'Error: spawn EACCES' } },
  {
    name: 'a folder',
    fires: false,
    given: {
      config: '{"servers":{"a":{"command":"/w/dist"}}}',
      spawnError: { code: 'EACCES', program: '/w/dist' },
      world: [{ kind: 'file', path: safe('/w/dist'), is: 'folder' }],
    },
  },
  {
    name: 'a file that the server may not read',
    fires: false,
    given: { exit: { code: 1, signal: null }, stderr: "PermissionError: [Errno 13] Permission denied: '/w/data.db'" },
  },
];
