import { ownSpawnFailure } from '../deduce/own-spawn-failure';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-host',
  label: 'wrong-host',
  cause: 'wrong-host',
  stage: 'spawn',
  reads: ['started-locally', 'spawn-failed'],
  over: ['runner-not-on-path', 'runner-not-installed', 'windows-npx-shim'],
  messages: {
    default:
      'The server is started on this side of the remote window, and what it needs is on the other. Put the entry into the configuration of the remote side.',
  },
  match: (subject, say) => {
    const local = subject.facts.first('started-locally');
    const failed = ownSpawnFailure(subject);
    if (!subject.hasTwoSides || !local || !failed) return [];
    return [say('default', {}, { confidence: 'likely', evidence: [local.evidence, failed.evidence] })];
  },
});

export const page: Page = {
  title: 'The server is started on the wrong side of a remote window',
  what: 'The window works on another machine (WSL, SSH, a container), and the entry stands in a configuration that is started on this one.',
  why: 'Servers of the user’s own configuration start where the window is, those of the workspace and of the remote configuration where the folder is.',
  remedy: 'Move the entry into the workspace’s `.vscode/mcp.json`, or into the remote user configuration.',
  exceptions: 'Where the program is to run on this side, it is missing from the PATH here.',
};

export const examples: Examples = () => [
  {
    name: 'a window in WSL',
    fires: true,
    given: {
      hasTwoSides: true,
      log: '2026-05-01 08:00:00.000 [info] Starting server from LocalProcess extension host\n2026-05-01 08:00:00.010 [info] Connection state: Error spawn docker ENOENT',
    },
  },
  {
    name: 'a window of this machine alone',
    fires: false,
    given: {
      log: '2026-05-01 08:00:00.000 [info] Starting server from LocalProcess extension host\n2026-05-01 08:00:00.010 [info] Connection state: Error spawn docker ENOENT',
    },
  },
];
