import { missingProgram, READ_OF_MISSING_PROGRAM } from '../deduce/missing-program';
import { replaceText } from '../edit';
import { knownRunner, similarRunners } from '../launch/known-runners';
import { programName } from '../launch/program-name';
import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'runner-not-installed',
  label: 'runner-not-installed',
  cause: 'runner-not-found',
  stage: 'spawn',
  reads: READ_OF_MISSING_PROGRAM,
  messages: {
    default: 'Nothing named `{program}` is on this machine, as far as we can see. Install it, or correct the name.',
    similar: 'Nothing named `{program}` is on this machine. Did you mean `{similar}`?',
    known:
      '`{program}` is not installed on this machine, as far as we can see: {broughtBy}. Install that where the client runs.',
    unknown: 'Nothing named `{program}` was found. If your shell does not find it either, install it.',
  },
  match: (subject, say) => {
    const missing = missingProgram(subject);
    if (!missing || missing.where === 'elsewhere') return [];
    const { name: program, evidence, wants } = missing;
    const { entry, plan } = subject;
    const more = { span: entry?.command?.span ?? null, evidence: [evidence], wants };
    if (missing.where === 'unknown') return [say('unknown', { program }, { ...more, confidence: 'possible' })];
    const sure = { ...more, confidence: 'likely' } as const;
    const [best, ...others] = similarRunners(program);
    if (best !== undefined && !knownRunner(program)) {
      const fixes = entry ? [best, ...others].map((name, index) => startInstead(entry, name, index === 0)) : [];
      return [say('similar', { program, similar: best }, { ...sure, fixes })];
    }
    const runner = knownRunner(programName(program));
    if (!runner) return [say('default', { program }, sure)];
    const line = runner.install[plan?.platform ?? 'linux'];
    const fixes = plan && line ? [install(program, line)] : [];
    return [say('known', { program, broughtBy: runner.broughtBy }, { ...sure, fixes })];
  },
});

/** The runner that was meant, in place of the misspelt one. */
function startInstead(entry: ServerEntry, name: Safe, preferred: boolean): Fix {
  return {
    id: 'correct-runner',
    title: fill('Change to {name}', { name }),
    applicability: 'maybe',
    preferred,
    needs: [],
    edits: entry.command ? [replaceText(entry.command, name)] : [],
    trying: 'never',
    entryPath: entry.path,
  };
}

/** For a terminal: nothing is installed by us. */
function install(program: Safe, line: Safe): Fix {
  return {
    id: 'install-runner',
    title: fill('Install what brings {program}', { program }),
    applicability: 'maybe',
    preferred: true,
    needs: [],
    edits: [],
    command: { line, cwd: null },
    trying: 'never',
    entryPath: null,
  };
}

export const page: Page = {
  title: 'The program is not installed',
  what: 'The program named in `command` is neither on the PATH of the client nor in any folder where version managers and installers put it.',
  why: 'It was never installed here, the name is misspelt, or the client runs in a container or on a remote machine that lacks it.',
  remedy: 'Install it where the client runs: Node.js brings `npx`, uv brings `uvx`. Or correct the name.',
  exceptions: 'A program in a folder of your own making is not found by looking: give its full path.',
};

function nowhere(name: Safe) {
  return {
    spawnError: { code: 'ENOENT', program: name },
    world: [{ kind: 'program', name, onPath: 'no', places: [] }],
  } as const;
}

export const examples: Examples = () => [
  {
    name: 'a name that is nowhere',
    fires: true,
    given: nowhere(safe('acme-mcp')),
    params: { program: 'acme-mcp' },
  },
  { name: 'a letter too many', fires: true, given: nowhere(safe('npxx')), params: { similar: 'npx' } },
  { name: 'letters that changed places', fires: true, given: nowhere(safe('nxp')), params: { similar: 'npx' } },
  { name: 'a runner', fires: true, given: nowhere(safe('uvx')), params: { program: 'uvx' } },
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
