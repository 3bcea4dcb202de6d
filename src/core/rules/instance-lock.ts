import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'instance-lock',
  label: 'instance-lock',
  cause: 'port-or-lock',
  stage: 'load',
  reads: ['lock-held', 'silent'],
  messages: {
    default:
      'Another process has the server’s database, or its lock, to itself: mostly another copy of the same server. End that one, or give this one a folder of its own.',
  },
  match: ({ facts }, say) => {
    const held = facts.first('lock-held');
    return held && !facts.first('silent')
      ? [say('default', {}, { confidence: 'likely', evidence: [held.evidence] })]
      : [];
  },
});

export const page: Page = {
  title: 'Another copy holds the lock',
  what: 'The server keeps data in a file that only one process may open, and another one has it open.',
  why: 'A second client or window has started the same server. Some clients start each server twice, for chat and for their agent.',
  remedy: 'End the other copy, or give each a folder of its own where the server has a setting for it.',
  exceptions: 'After a crash a lock may be left behind: where no other copy runs, delete the lock file.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  { name: 'SQLite', fires: true, given: { ...died, stderr: 'sqlite3.OperationalError: database is locked' } },
  {
    name: 'DuckDB',
    fires: true,
    given: { ...died, stderr: 'IO Error: Could not set lock on file "/d/a.duckdb": Conflicting lock is held in node' },
  },
  { name: 'an instance', fires: true, given: { ...died, stderr: 'Another instance of acme is already running' } },
  { name: 'a lock of another kind', fires: false, given: { ...died, stderr: 'Error: no lock file was found' } },
];
