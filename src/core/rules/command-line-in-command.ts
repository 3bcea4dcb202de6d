import { hideShapes } from '../secrets/mask';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'command-line-in-command',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry'],
  precludesStart: true,
  over: ['runner-not-on-path', 'runner-not-installed', 'cwd-missing'],
  messages: {
    default:
      '`command` holds a whole command line. The client looks for one program of that name: leave `{program}` in `command`, and put each further word into `args`.',
  },
  match: ({ entry }, say) => {
    const misfit = entry?.misfit;
    if (misfit?.kind !== 'command-line' || !entry?.command || entry.transport !== 'stdio') return [];
    return [
      say(
        'default',
        { program: hideShapes(misfit.program) },
        {
          span: entry.command.span,
          evidence: [{ kind: 'entry', line: null, text: entry.command.safe }],
        },
      ),
    ];
  },
});

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
  ...['npx -y @acme/server', 'uvx acme', '/usr/bin/acme --stdio', 'python server.py', 'docker run -i acme'].map(
    (command) => ({ name: command, fires: true, given: entry(command) }),
  ),
  ...[
    'npx',
    '/Applications/My App.app/Contents/MacOS/My App',
    'C:\\Program Files\\nodejs\\npx.cmd',
    'C:\\Program Files\\A - B\\acme.exe',
    './node scripts/acme',
    'My Server',
  ].map((command) => ({ name: command, fires: false, given: entry(command) })),
];
