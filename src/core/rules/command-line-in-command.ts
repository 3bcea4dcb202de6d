import { editorOf } from '../edit';
import { hideShapes } from '../secrets/mask';
import { misfitOf } from '../launch/misfit';
import { wordsIn } from '../fixes/shell-words';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'command-line-in-command',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry', 'spawn-failed', 'line-not-found'],
  precludesStart: true,
  over: ['runner-not-on-path', 'runner-not-installed', 'cwd-missing'],
  messages: {
    default:
      '`command` holds a whole command line. The client looks for one program of that name: leave `{program}` in `command`, and put each further word into `args`.',
    said: 'The client looked for one program with the name `{line}`: that is a whole command line. Leave its first word in `command`, and put each further word into `args`.',
    'no-program':
      '`{word}` is no program: the client can start nothing of that name. `command` takes the program alone, as `npx` or `node`; an address belongs into an entry for a remote server, a package behind `npx -y`, and a script behind what runs it.',
  },
  match: ({ entry, file, facts }, say) => {
    const spawn = facts.all('spawn-failed').find(({ program }) => program !== null && isLine(program));
    const said =
      facts.first('line-not-found') ?? (spawn?.program ? { line: spawn.program, evidence: spawn.evidence } : null);
    const none = facts.all('spawn-failed').find(({ program }) => program !== null && NO_PROGRAM.test(program));
    const isOdd = entry?.misfit?.kind === 'command-line' || entry?.hasCommand(NO_PROGRAM) === true;
    const command = (isOdd || said || none) && entry?.transport === 'stdio' ? entry.command : null;
    const span = command?.span ?? null;
    if (command && entry?.misfit?.kind === 'command-line') {
      const evidence = [{ kind: 'entry', line: null, text: command.safe }] as const;
      const fixes = file ? splitCommand(file, entry) : [];
      return [say('default', { program: hideShapes(entry.misfit.program) }, { span, evidence, fixes })];
    }
    if (none?.program)
      return [say('no-program', { word: none.program }, { span, confidence: 'likely', evidence: [none.evidence] })];
    if (said) return [say('said', { line: said.line }, { span, confidence: 'likely', evidence: [said.evidence] })];
    if (!command) return [];
    return [
      say(
        'no-program',
        { word: command.safe },
        { span, evidence: [{ kind: 'entry', line: null, text: command.safe }] },
      ),
    ];
  },
});

/** Program and words apart. What a shell would do more with is left to the person. */
function splitCommand(file: ConfigFile, entry: ServerEntry): readonly Fix[] {
  const inLine = wordsIn(entry.command?.raw.reveal() ?? '');
  // The path of the program itself has blanks in it.
  if (/\s/.test(entry.misfit?.program ?? '')) return [];
  if (!inLine || entry.keys.isCommandLine || entry.hasOddArgs) return [];
  // What a shell would set is for `env`, and there the person decides.
  if (/^[A-Za-z_]\w*=/.test(inLine[0] ?? '')) return [];
  const [program, ...words] = inLine;
  const args = [...words, ...entry.args.map(({ raw }) => raw.reveal())];
  const { keys, path } = entry;
  return [
    {
      id: 'split-command',
      title: safe('Put the program into command and the rest into args'),
      applicability: 'safe',
      preferred: true,
      needs: [],
      edits: editorOf(file).setProperties(file, path, { [keys.command]: program, [keys.args]: args }),
      trying: 'never',
      entryPath: path,
    },
  ];
}

/** Words behind the bare name of a program, and no path with blanks in it; or a list that a client has joined. */
function isLine(program: string): boolean {
  return /^[\w.-]{1,40}(?: |,(?=[@\w./-]+,|-))\S/.test(program) || BEHIND_RUNNER.test(program) || isMisfit(program);
}

function isMisfit(program: string): boolean {
  return misfitOf(program, () => [])?.kind === 'command-line';
}

/** A runner by its path, and a word behind it. */
const BEHIND_RUNNER =
  /[/\\](?:npx|npm|pnpm|uvx?|bunx?|node|python[\d.]*|docker|deno)(?:\.exe|\.cmd)? (?!\()[^/\\\s][^/\\]*$/i;

/** An address, a configuration, a flag (one of `cmd` as well), a package, a script without its folder, a transport. */
const NO_PROGRAM =
  /^https?:\/\/|\.(?:jsonc?|toml|ya?ml)$|^-|^\{\s*"|^@[\w.-]+\/[\w.-]+(?:@[\w.-]+)?$|^[\w-]+\.(?:py|[cm]?js|ts|jar)$|^(?:sse|https?|stdio|streamable-?http)$|^(?:[A-Z]{2,20}_[A-Z_]{2,40})=\S*$|^[A-Z]:[\\/]?$|^\/[ck]$/i;

export const page: Page = {
  title: 'A whole command line stands in `command`',
  what: 'Clients start the program that `command` names, with the words of `args`. Here the program and its arguments stand in one text, and no program has such a name.',
  why: 'A line that works in a terminal is split into words by the shell. No shell reads a config file.',
  remedy:
    'Keep the first word in `command` and make each other word an item of `args`: `"command": "npx", "args": ["-y", "@modelcontextprotocol/server-memory"]`.',
  exceptions: 'The path of a program may have blanks in it; that is left alone.',
};

const entry = (command: string) => ({ config: JSON.stringify({ servers: { a: { command } } }) });

export const examples: Examples = () => [
  ...[
    'ACME_KEY=abc npx -y acme',
    'npx -y @acme/server',
    'uvx acme',
    '/usr/bin/acme --stdio',
    'python server.py',
    '/usr/bin/python3 /srv/acme/server.py',
    'C:\\Program Files\\nodejs\\node.exe C:\\acme\\index.js',
    'docker run -i acme',
  ].map((command) => ({ name: command, fires: true, given: entry(command) })),
  { name: 'a package', fires: true, given: entry('@acme/server') },
  { name: 'a script', fires: true, given: entry('server.py') },
  { name: 'a variable', fires: true, given: entry('ACME_REGION=eu') },
  { name: 'a line that adds a server', fires: true, given: entry('claude mcp add acme npx -y @acme/server') },
  { name: 'an address', fires: true, given: entry('https://x.test/mcp') },
  { name: 'a configuration', fires: true, given: entry('mcp_config.json') },
  { name: 'the client says so', fires: true, given: { stderr: 'Error: spawn uv run ENOENT' } },
  {
    name: 'a shell says so',
    fires: true,
    given: {
      exit: { code: 127, signal: null },
      stderr: 'bash: line 1: source /home/u/.nvm/nvm.sh && npx -y acme: No such file or directory',
    },
  },
  ...[
    'npx',
    '/Applications/My App.app/Contents/MacOS/My App',
    'C:\\Program Files\\nodejs\\npx.cmd',
    'C:\\Program Files\\A - B\\acme.exe',
    './node scripts/acme',
    'My Server',
  ].map((command) => ({ name: command, fires: false, given: entry(command) })),
];
