import { pollutedStdout, READ_OF_POLLUTED_STDOUT } from '../deduce/polluted-stdout';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ServerEntry } from '../config/config-file';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'stdout-wrapper-banner',
  label: 'stdout-wrapper-banner',
  cause: 'stdout-pollution',
  stage: 'stream',
  reads: ['entry', ...READ_OF_POLLUTED_STDOUT],
  messages: {
    default:
      'What launches the server prints on stdout, where only messages of the protocol may stand: {first}. Start the server’s file with `node` directly, or silence the launcher (`npm run --silent`).',
    will: '`{program}` prints the script that it runs on stdout, where only messages of the protocol may stand: some clients give up over it. Silence it, or start the server’s file with `node` directly.',
  },
  match: (subject, say) => {
    const polluted = pollutedStdout(subject, 'wrapper');
    if (!polluted) {
      const { entry, file, facts } = subject;
      if (!entry?.command || entry.transport !== 'stdio' || facts.first('ready') || !isLoud(entry)) return [];
      const { program, path, keys, args } = entry;
      const words = [LOUD.get(program) ?? '', ...args.map(({ raw }) => raw.reveal())];
      const edits = file ? editorOf(file).setProperties(file, path, { [keys.args]: words }) : [];
      const fixes = keys.isCommandLine ? [] : entryFix(entry, 'silence-launcher', safe('Silence the launcher'), edits);
      const evidence = [{ kind: 'entry', line: null, text: entry.command.safe }] as const;
      const span = entry.command.span;
      const more = { severity: 'information', confidence: 'possible', span, evidence, fixes } as const;
      return [say('will', { program: entry.command.safe }, more)];
    }
    const { first, ...more } = polluted;
    return first === null ? [] : [say('default', { first }, more)];
  },
});

/** What silences a launcher that prints the script it runs. Sources: npm's, yarn's and pnpm's manuals. */
const LOUD: ReadonlyMap<string, string> = new Map([
  ['npm', '--silent'],
  ['yarn', '--silent'],
  ['pnpm', '--silent'],
]);

/** It is to run a script of a project, and nobody has silenced it. */
function isLoud({ program, args }: ServerEntry): boolean {
  if (!LOUD.has(program) || args.some(({ safe: arg }) => QUIET.test(arg))) return false;
  const word = args.find(({ safe: arg }, index) => !arg.startsWith('-') && !VALUED.test(args[index - 1]?.safe ?? ''));
  return (
    word !== undefined &&
    (/^(?:run|start|run-script)$/.test(word.safe) || (program === 'yarn' && /^\w+$/.test(word.safe)))
  );
}

const QUIET = /^(?:-s|--silent|--quiet|-q|--loglevel(?:=silent)?|--reporter(?:=silent)?|exec|dlx)$/;
const VALUED = /^(?:--prefix|-C|--dir|--cwd|--filter|-F|-w|--workspace)$/;

export const page: Page = {
  title: 'The launcher writes into the protocol',
  what: 'stdout of a local server belongs to the protocol: one message a line. Here a launcher speaks on it first: `npm run`, `yarn`, pnpm, a version manager, a start-up file of the shell.',
  why: '`npm run` and `yarn` print the script that they run. In a terminal that looks right; a client takes it for a broken message.',
  remedy:
    'Write what the script runs into `command` and `args`: `node` and the full path of the built file. Or `npm run --silent NAME`, `yarn --silent`, `pnpm --silent`.',
  exceptions: 'Some clients skip lines that are no message. There it is worth mending, and no cause of failure.',
};

export const examples: Examples = () => [
  {
    name: 'npm run',
    fires: true,
    given: { stdout: '> acme-mcp@1.0.0 start\n> node dist/index.js' },
    params: { first: '> acme-mcp@1.0.0 start' },
  },
  {
    name: 'a client’s parser',
    fires: true,
    given: { stderr: `Unexpected token '>', "> acme-mcp"... is not valid JSON` },
  },
  {
    name: 'a parser that quotes one character',
    fires: false,
    given: { stderr: "invalid character '>' looking for beginning of value" },
  },
  {
    name: 'by the entry alone',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "npm", "args": ["--prefix", "/srv/acme", "run", "start"] } } }',
    },
    params: { program: 'npm' },
  },
  {
    name: 'a launcher that was silenced',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "npm", "args": ["run", "--silent", "start"] } } }' },
  },
  {
    name: 'a package client that runs a package',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "npm", "args": ["exec", "-y", "acme"] } } }' },
  },
  { name: 'yarn', fires: true, given: { stdout: 'yarn run v1.22.19\n$ node dist/index.js' } },
];
