import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { isShim, windowsShim } from '../deduce/windows-shim';
import { runThroughCmd } from '../fixes/run-through-cmd';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Evidence } from '../facts';
import type { Value } from '../config/config-file';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'windows-npx-shim',
  label: 'windows-npx-shim',
  cause: 'windows-npx-shim',
  stage: 'spawn',
  over: ['runner-not-on-path', 'cwd-missing'],
  reads: ['spawn-failed', 'program', 'account', ...READ_OF_BARE_FAILURE],
  messages: {
    maybe:
      'On Windows `{program}` is a batch file, and many clients cannot start one by itself: try it through `cmd /c`.',
    unnamed:
      'Windows found no program of that name. What npm installs, `npx` itself among it, are batch files there, and many clients cannot start one by themselves: run it through `cmd /c`.',
    default:
      'On Windows `{program}` is a batch file, and this client cannot start one by itself. Run it through `cmd /c`.',
  },
  match: (subject, say) => {
    const shim = windowsShim(subject);
    const unnamed = shim ? null : unnamedOnWindows(subject);
    if (unnamed) {
      const confidence = unnamed.text.includes('232') ? 'possible' : 'likely';
      return [say('unnamed', {}, { confidence, evidence: [unnamed] })];
    }
    const account = accountOf(subject, 'batch-file');
    if (!shim && account) {
      const { evidence } = account;
      return [say('default', { program: safe('npx') }, { confidence: 'likely', evidence: [evidence] })];
    }
    if (!shim) return mayBe(subject).map((command) => say('maybe', { program: command.safe }, suggestedBy(command)));
    const { program, evidence, isSure } = shim;
    const { file, entry } = subject;
    return [
      say(
        'default',
        { program },
        {
          confidence: isSure ? 'evident' : 'likely',
          span: entry?.command?.span ?? null,
          evidence: [evidence],
          fixes: file && entry ? runThroughCmd(file, entry) : [],
        },
      ),
    ];
  },
});

/** It is said that there was no such program, and neither its name nor the entry is shown. */
function unnamedOnWindows(subject: Subject<'spawn-failed' | 'closed'>): Evidence | null {
  const failed = ownSpawnFailure(subject);
  const broken = subject.entry ? undefined : subject.facts.first('closed');
  // What was started ended before anything could be said to it: of a batch file nothing else is seen.
  if (broken && !failed && /\berror 232\b/.test(broken.evidence.text)) return broken.evidence;
  const isUnnamed = failed?.code === 'ENOENT' && failed.program === null && !subject.entry?.command;
  return isUnnamed && subject.platform === 'win32' ? failed.evidence : null;
}

/** Nothing is known but the end, and that it is a batch file which this client may not find. */
function mayBe(subject: Subject<(typeof READ_OF_BARE_FAILURE)[number]>): readonly Value[] {
  const { entry, plan, platform, client, isQuoted = false, isCommandLine = false } = subject;
  const command = entry?.command;
  // Of closed programs it is not known how each of their versions starts one; the path that one logs it has found.
  const isFound = isCommandLine && /[/\\]/.test(command?.safe ?? '');
  const starts = (plan?.client ?? client)?.windowsSpawn ?? 'direct';
  const finds = starts === 'vscode-cmd' || (starts === 'cross-spawn' && (!isQuoted || isFound));
  if (finds || !isBareFailure(subject) || (plan?.platform ?? platform) !== 'win32') return [];
  return command && isShim(command.safe) ? [command] : [];
}

export const page: Page = {
  title: 'A batch file was started as a program',
  what: 'The client asked Windows to start `npx`. There is no program of that name, only the batch file `npx.cmd`, which needs a command processor.',
  why: 'npm installs every command on Windows as a batch file. Some clients look for it and start it through `cmd.exe`; this one does not. Newer versions of Node refuse to start batch files at all (`EINVAL`).',
  remedy: 'Use `cmd` as the command, with `/c` and `npx` in front of the arguments.',
  exceptions:
    'Where Node.js is not installed, or not on the PATH of the client, the words are the same: `where npx` in a terminal tells.',
};

const config = JSON.stringify({ servers: { a: { command: 'npx', args: ['-y', 'x'] } } });

export const examples: Examples = () => [
  {
    name: 'a program that is not named',
    fires: true,
    given: { platform: 'win32', log: 'Error: program not found' },
    says: 'batch files',
  },
  {
    name: 'a pipe that was gone at once, and nothing is known of the entry',
    fires: true,
    given: { log: 'handshake failed: os error 232' },
    says: 'batch files',
  },
  {
    name: 'the end alone, on Windows',
    fires: true,
    given: {
      path: '/home/u/.codeium/windsurf/mcp_config.json',
      config: config.replace('servers', 'mcpServers'),
      platform: 'win32',
      log: 'MCP error -32000: Connection closed',
    },
  },
  {
    name: 'Node’s answer to a batch file',
    fires: true,
    given: { stderr: 'Error: spawn EINVAL', config, platform: 'win32' },
  },
  {
    name: 'the same with the name',
    fires: true,
    given: { stderr: 'Error: spawn npx.cmd EINVAL' },
    params: { program: 'npx.cmd' },
  },
  {
    name: 'elsewhere there are no batch files',
    fires: false,
    given: { stderr: 'Error: spawn npx ENOENT', platform: 'darwin' },
  },
];
