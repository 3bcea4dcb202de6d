import { isCalledTool, isInterpreter, isRunner } from '../deduce/interpreters';
import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { knownRunner } from '../launch/known-runners';
import { programName } from '../launch/program-name';
import { defineRule } from './rule';
import type { Evidence, Facts } from '../facts';
import type { Safe } from '../text';
import type { Examples, Page, Subject } from './rule';

export const rule = defineRule({
  id: 'system-binary-missing',
  label: 'system-binary-missing',
  cause: 'build-or-system-tool-missing',
  stage: 'settings',
  reads: ['tool-missing', 'spawn-failed', 'command-not-found', 'git-missing'],
  over: ['runner-not-on-path', 'runner-not-installed', 'cwd-missing'],
  messages: {
    default:
      'The server itself starts. It calls {name}, and that is not there, or not on the PATH that the client gives. Install it, or add its folder to PATH in `env`.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    if (facts.first('git-missing')) return [];
    const tool = facts.first('tool-missing') ?? calledTool(subject);
    if (tool) return [say('default', { name: tool.name }, { confidence: 'likely', evidence: [tool.evidence] })];
    // Somebody started a program, and it is not the entry's own.
    const other = entry?.command && ownSpawnFailure(subject) ? undefined : facts.first('spawn-failed');
    const isOther = other?.program && (entry !== null || isTool(other.program));
    return other?.program && isOther && other.code === 'ENOENT' && !SHELL.test(other.program)
      ? [say('default', { name: other.program }, { confidence: 'possible', evidence: [other.evidence] })]
      : [];
  },
});

/** A program that servers call, and no entry starts as its server. With an entry it is not that of the entry. */
function calledTool({
  facts,
  entry,
}: Pick<Subject, 'entry'> & { readonly facts: Facts<'spawn-failed' | 'command-not-found'> }):
  | { readonly name: Safe; readonly evidence: Evidence }
  | undefined {
  const missing = [
    ...facts.all('spawn-failed').filter(({ code }) => code === 'ENOENT'),
    ...facts.all('command-not-found'),
  ].find(({ program }) => program && isCalledTool(program) && programName(program) !== entry?.program);
  return missing?.program ? { name: missing.program, evidence: missing.evidence } : undefined;
}

/** The name of a program that no entry starts its server with. */
function isTool(program: string): boolean {
  return (
    /^[\w.-]+$/.test(program) && !isRunner(program) && !isInterpreter(program) && !knownRunner(programName(program))
  );
}

const SHELL = /(?:^|[/\\])(?:cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh|sh|bash|zsh|env)$/i;

export const page: Page = {
  title: 'A program that the server calls is missing',
  what: 'The server runs another program for its work, a browser, a converter, a command line, and does not find it.',
  why: 'It was never installed, or it is on the PATH of your shell and not on the one that the client gives.',
  remedy:
    'Install it: for browsers mostly `npx playwright install`. Or add the folder in which it is to PATH in `env`.',
  exceptions: 'The program in `command` itself is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a browser',
    fires: true,
    given: { ...died, stderr: "browserType.launch: Executable doesn't exist at /home/u/.cache/ms-playwright/chrome" },
  },
  {
    name: 'a shell that the server asked',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "node" } } }',
      stderr: '/bin/sh: 1: git: not found',
    },
    params: { name: 'git' },
  },
  { name: 'in words', fires: true, given: { ...died, stderr: 'ripgrep (rg) is not installed' } },
  {
    name: 'one that goes on without it',
    fires: false,
    given: { ...died, stderr: 'ffmpeg not found, video tools are disabled\nError: no' },
  },
  { name: 'a command line', fires: true, given: { ...died, stderr: 'Error: spawnSync kubectl ENOENT' } },
  {
    name: 'somebody started it',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "node" } } }',
      stderr: 'Error: spawn adb ENOENT',
    },
    params: { name: 'adb' },
  },
  {
    name: 'the entry’s own',
    fires: false,
    given: {
      config: '{ "servers": { "a": { "command": "npx" } } }',
      spawnError: { code: 'ENOENT', program: 'npx' },
    },
  },
];
