import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'resource-exhaustion',
  label: 'resource-exhaustion',
  cause: 'server-dies-at-start',
  stage: 'load',
  reads: ['exhausted', 'killed', 'timed-out', 'silent', 'ended'],
  over: ['stdout-server-logs'],
  messages: {
    disk: 'There is no room left on the disk that the server, or the client that fetches it, writes to. Make some.',
    handles:
      'The system gives out no more files or processes: too many are open. Close other programs, or raise the limit (`ulimit -n`, `fs.inotify.max_user_watches`).',
    killed:
      'The system killed the server: on Linux, and in containers, that is what it does with a program that takes more memory than there is. Give it more, or less to work on.',
    memory:
      'The server ran out of memory. Give it less to work on, or more memory: `NODE_OPTIONS=--max-old-space-size=4096` in `env` for Node.js.',
  },
  match: ({ facts, plan, platform = null }, say) => {
    const exhausted = facts.first('exhausted');
    if (exhausted) return [say(exhausted.of, {}, { confidence: 'likely', evidence: [exhausted.evidence] })];
    const system = plan?.platform ?? platform;
    const ended = facts.first('ended');
    const isKilled = ended?.exit?.signal === KILLED || ended?.exit?.code === KILLED_CODE;
    const isWordless = ended?.isWordless === true && !ended.hadHandshake && !facts.first('silent');
    if (system === 'linux' && isKilled && isWordless && ended.evidence && !facts.first('timed-out'))
      return [say('killed', {}, { confidence: 'possible', evidence: [ended.evidence] })];
    const killed = system === 'darwin' || facts.first('timed-out') ? undefined : facts.first('killed');
    return killed ? [say('killed', {}, { confidence: 'possible', evidence: [killed.evidence] })] : [];
  },
});

const KILLED = 'SIGKILL';
/** The same as shells and containers count it. */
const KILLED_CODE = 137;

export const page: Page = {
  title: 'The server ran out of memory',
  what: 'The runtime ended the server because it wanted more memory than it may have.',
  why: 'It reads something large at start: a whole folder, a specification, a model.',
  remedy: 'Point it at less. Or raise the limit: `NODE_OPTIONS=--max-old-space-size=4096`, `-Xmx` for Java.',
  exceptions: 'A process that the system killed says nothing.',
};

const started = '{ "servers": { "a": { "command": "x" } } }';

export const examples: Examples = () => [
  {
    name: 'killed, on Linux',
    fires: true,
    given: { stderr: 'Killed', exit: { code: 1, signal: null }, config: started, platform: 'linux' },
    says: 'more memory than there is',
  },
  {
    name: 'killed without a word, on Linux',
    fires: true,
    given: { exit: { code: 137, signal: null }, config: started, platform: 'linux' },
  },
  {
    name: 'killed, on macOS',
    fires: false,
    given: { stderr: 'Killed', exit: { code: 1, signal: null }, config: started, platform: 'darwin' },
  },
  {
    name: 'SQLite',
    fires: true,
    given: { exit: { code: 1, signal: null }, stderr: 'sqlite3.OperationalError: database or disk is full' },
    says: 'no room left on the disk',
  },
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
