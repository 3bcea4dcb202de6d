import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'resource-exhaustion',
  label: 'resource-exhaustion',
  cause: 'server-dies-at-start',
  stage: 'load',
  reads: ['exhausted'],
  over: ['stdout-server-logs'],
  messages: {
    disk: 'There is no room left on the disk that the server, or the client that fetches it, writes to. Make some.',
    handles:
      'The system gives out no more files or processes: too many are open. Close other programs, or raise the limit (`ulimit -n`, `fs.inotify.max_user_watches`).',
    memory:
      'The server ran out of memory. Give it less to work on, or more memory: `NODE_OPTIONS=--max-old-space-size=4096` in `env` for Node.js.',
  },
  match: ({ facts }, say) =>
    facts
      .all('exhausted')
      .slice(0, 1)
      .map(({ of, evidence }) => say(of, {}, { confidence: 'likely', evidence: [evidence] })),
});

export const page: Page = {
  title: 'The server ran out of memory',
  what: 'The runtime ended the server because it wanted more memory than it may have.',
  why: 'It reads something large at start: a whole folder, a specification, a model.',
  remedy: 'Point it at less. Or raise the limit: `NODE_OPTIONS=--max-old-space-size=4096`, `-Xmx` for Java.',
  exceptions: 'A process that the system killed says nothing.',
};

export const examples: Examples = () => [
  {
    name: 'the disk',
    fires: true,
    given: { exit: { code: 1, signal: null }, stderr: 'Error: ENOSPC: no space left on device, write' },
  },
  {
    name: 'files',
    fires: true,
    given: { exit: { code: 1, signal: null }, stderr: "Error: EMFILE: too many open files, open '/srv/a.json'" },
  },
  {
    name: 'Node.js',
    fires: true,
    given: {
      exit: { code: 134, signal: null },
      stderr: 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory',
    },
  },
  { name: 'another limit', fires: false, given: { exit: { code: 1, signal: null }, stderr: 'Error: out of quota' } },
];
