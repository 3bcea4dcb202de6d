import { missingProgram, READ_OF_MISSING_PROGRAM } from '../deduce/missing-program';
import { safe } from '../text';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'runner-not-installed',
  label: 'runner-not-installed',
  cause: 'runner-not-found',
  stage: 'spawn',
  reads: READ_OF_MISSING_PROGRAM,
  messages: {
    default: 'Nothing named `{program}` is on this machine, as far as we can see. Install it, or correct the name.',
    unknown: 'Nothing named `{program}` was found. If your shell does not find it either, install it.',
  },
  match: (subject, say) => {
    const missing = missingProgram(subject);
    if (!missing || missing.where === 'elsewhere') return [];
    return [
      say(
        missing.where === 'nowhere' ? 'default' : 'unknown',
        { program: missing.name },
        {
          confidence: missing.where === 'nowhere' ? 'likely' : 'possible',
          span: subject.entry?.command?.span ?? null,
          evidence: [missing.evidence],
          wants: missing.wants,
        },
      ),
    ];
  },
});

export const page: Page = {
  title: 'The program is not installed',
  what: 'The program named in `command` is neither on the PATH of the client nor in any folder where version managers and installers put it.',
  why: 'It was never installed here, the name is misspelt, or the client runs in a container or on a remote machine that lacks it.',
  remedy: 'Install it where the client runs: Node.js brings `npx`, uv brings `uvx`. Or correct the name.',
  exceptions: 'A program in a folder of your own making is not found by looking: give its full path.',
};

export const examples: Examples = () => [
  {
    name: 'a name that is nowhere',
    fires: true,
    given: {
      spawnError: { code: 'ENOENT', program: 'npxx' },
      world: [{ kind: 'program', name: safe('npxx'), onPath: 'no', places: [] }],
    },
    params: { program: 'npxx' },
  },
  {
    name: 'it is elsewhere',
    fires: false,
    given: {
      spawnError: { code: 'ENOENT', program: 'uvx' },
      world: [
        {
          kind: 'program',
          name: safe('uvx'),
          onPath: 'no',
          places: [{ path: safe('/home/u/.local/bin/uvx'), tool: null, interpreter: null }],
        },
      ],
    },
  },
];
