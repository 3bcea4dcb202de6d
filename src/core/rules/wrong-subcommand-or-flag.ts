import { accountOf } from '../deduce/account';
import { isToldBySubcommand } from '../deduce/interpreters';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'wrong-subcommand-or-flag',
  label: 'wrong-subcommand-or-flag',
  cause: 'args-malformed',
  stage: 'settings',
  reads: ['argument-refused', 'argument-missing', 'silent', 'account'],
  messages: {
    subcommand:
      '{program} was started without the word that tells it what to do. Put that in front of the others in `args`: `run` and the program, as the server’s documentation has it.',
    told: 'A word on the command line is one that the program no longer takes, as it is told here. Write `args` after its current documentation.',
    default:
      '{what} is nothing that the program takes on its command line. Correct `args` after what its `--help` lists.',
  },
  match: ({ facts, entry }, say) => {
    if (facts.first('silent')) return [];
    const idle = facts.all('argument-missing').find(({ what }) => what !== null && isToldBySubcommand(what));
    if (idle?.what)
      return [say('subcommand', { program: idle.what }, { confidence: 'likely', evidence: [idle.evidence] })];
    const refused = facts.first('argument-refused');
    const account = accountOf({ facts }, 'flag');
    if (!refused && account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    if (!refused) return [];
    const { what, evidence } = refused;
    const span = entry?.args.find(({ safe }) => safe === what || safe.startsWith(`${what}=`))?.span ?? null;
    // Of a word that is not in the entry nobody knows who has handed it on.
    return [say('default', { what }, { confidence: span ? 'evident' : 'likely', span, evidence: [evidence] })];
  },
});

export const page: Page = {
  title: 'A flag or a subcommand that the program does not know',
  what: 'The program read its command line, met a word that it does not take, and ended.',
  why: 'A flag was renamed or dropped in a newer version, it belongs to another program (to `npx` and not to the server, or the other way round), or it is misspelt.',
  remedy:
    'Run the program with `--help` and write `args` after that. Flags of a runner stand before the name of the package, those of the server behind it.',
  exceptions: 'A word that is refused as a value (a path that is not there, a number out of range) is another cause.',
};

const died = { exit: { code: 2, signal: null } };

export const examples: Examples = () => [
  { name: 'somebody has seen it', fires: true, given: { log: 'flags such as --mode are no longer supported' } },
  { name: 'somebody has seen it taken', fires: false, given: { log: 'flags such as --mode are supported' } },
  {
    name: 'a runner that was not told what to do',
    fires: true,
    given: { ...died, stderr: "error: 'uv.exe' requires a subcommand but one was not provided" },
    params: { program: 'uv.exe' },
  },
  {
    name: 'clipanion, which complains on stdout',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      stdout: 'Unknown Syntax Error: Unsupported option name ("--no-daemon").',
    },
    params: { what: '--no-daemon' },
  },
  {
    name: 'argparse, and where it stands',
    fires: true,
    given: {
      ...died,
      config: '{"servers":{"a":{"command":"acme","args":["--transprt","stdio"]}}}',
      stderr: 'usage: acme [-h] [--transport T]\nacme: error: unrecognized arguments: --transprt stdio',
    },
    params: { what: '--transprt' },
  },
  {
    name: 'click',
    fires: true,
    given: { ...died, stderr: "Error: No such command 'serve'." },
    params: { what: 'serve' },
  },
  {
    name: 'commander',
    fires: true,
    given: { ...died, stderr: "error: unknown option '--stdio'" },
    params: { what: '--stdio' },
  },
  { name: 'yargs', fires: true, given: { ...died, stderr: 'Unknown argument: verbose' }, params: { what: 'verbose' } },
  {
    name: 'clap',
    fires: true,
    given: { ...died, stderr: "error: unexpected argument '--mcp' found" },
    params: { what: '--mcp' },
  },
  {
    name: 'Go',
    fires: true,
    given: { ...died, stderr: 'flag provided but not defined: -transport' },
    params: { what: '-transport' },
  },
  {
    name: 'cobra',
    fires: true,
    given: { ...died, stderr: 'Error: unknown command "mcp" for "acme"' },
    params: { what: 'mcp' },
  },
  {
    name: 'getopt',
    fires: true,
    given: { ...died, stderr: 'acme: unrecognized option `--stdio`' },
    params: { what: '--stdio' },
  },
  {
    name: 'a script that is not there',
    fires: true,
    given: { ...died, stderr: 'npm error Missing script: "start"' },
    params: { what: 'start' },
  },
  {
    name: 'Node.js',
    fires: true,
    given: { ...died, stderr: "TypeError [ERR_PARSE_ARGS_UNKNOWN_OPTION]: Unknown option '--prot'" },
    params: { what: '--prot' },
  },
  {
    name: 'of a function, and not of the command line',
    fires: false,
    given: { ...died, stderr: "TypeError: __init__() got an unexpected keyword argument 'stateless'" },
  },
  { name: 'of a system call', fires: false, given: { ...died, stderr: "OSError: [Errno 22] Invalid argument: '/x'" } },
  {
    name: 'a command that was called, and is missing',
    fires: false,
    given: { ...died, stderr: 'Unknown command: undefined' },
  },
];
