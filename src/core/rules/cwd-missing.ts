import { answerTo, factsOf } from '../facts';
import { safe } from '../text';
import { candidate } from './rule';
import type { Examples, Page, Rule } from './rule';

export const rule: Rule = {
  id: 'cwd-missing',
  label: 'cwd-missing',
  cause: 'path-or-cwd-wrong',
  specificity: 4,
  messages: {
    default:
      'The working directory {cwd} does not exist, so nothing can be started in it. Correct `cwd`, or create it.',
    unknown: 'Or the working directory does not exist: that is reported with the same words. Check `cwd`.',
  },
  match: ({ facts, entry }) => {
    const failed = factsOf(facts, 'spawn-failed').find(({ code }) => code === 'ENOENT' || code === 'ENOTDIR');
    const cwd = answerTo(facts, { kind: 'cwd' });
    if (!failed || cwd?.exists === 'yes') return [];
    const isGone = cwd?.exists === 'no';
    return [
      candidate({
        message: isGone ? 'default' : 'unknown',
        params: isGone ? { cwd: cwd.path } : {},
        confidence: isGone ? 'evident' : 'possible',
        span: entry?.cwd?.span ?? null,
        evidence: [failed.evidence],
        wants: [{ kind: 'cwd' }],
      }),
    ];
  },
};

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
  { name: 'a log cannot tell', fires: true, given: { stderr: 'Error: spawn /srv/run ENOENT' } },
  {
    name: 'the folder is there',
    fires: false,
    given: { ...notSpawned, world: [{ kind: 'cwd', path: safe('/w'), exists: 'yes' }] },
  },
];
