import { hideShapes } from '../secrets/mask';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'nothing-to-run',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry', 'shell-obeys', 'npm-no-executable'],
  over: ['npm-no-bin'],
  messages: {
    shell:
      '`{program}` is given nothing to run: it would be a shell that obeys what the client says. Name what to run in `args`.',
    interpreter:
      '`{program}` is given nothing to run: it would take what the client says for its program. Name the script in `args`.',
    obeyed:
      'A shell runs in the place of the server, and takes the messages of the client for commands: the arguments were lost on the way. Name what to run in `args`, one word an item.',
  },
  match: ({ entry, isQuoted, facts }, say) => {
    const misfit = entry?.misfit;
    const obeyed = facts.first('shell-obeys');
    if (obeyed) return [say('obeyed', {}, { span: entry?.args[0]?.span ?? null, evidence: [obeyed.evidence] })];
    if (!misfit || misfit.kind === 'command-line') return [];
    if (!entry.command || entry.hasOddArgs || entry.transport !== 'stdio') return [];
    // Whoever writes down a failure leaves the args out when they seem beside the point.
    if (isQuoted && entry.args.length === 0) return [];
    return [
      say(
        misfit.kind,
        { program: hideShapes(misfit.program) },
        {
          // Whoever quotes an entry joins words that were apart, unless npm has found the same.
          confidence: isQuoted && !facts.first('npm-no-executable') ? 'possible' : 'evident',
          span: entry.command.span,
          evidence: [{ kind: 'entry', line: null, text: entry.command.safe }],
        },
      ),
    ];
  },
});

export const page: Page = {
  title: 'The program is given nothing to run',
  what: 'The entry names a shell, an interpreter or `npx`, and no package or script for it. Such a program reads what it is to do from its input, and there the client speaks: its first message would be taken for a command.',
  why: 'The arguments were lost on the way into the file, or stand under a key that is not read.',
  remedy:
    'Write the package or the script into `args`, one word an item: `"args": ["-y", "@modelcontextprotocol/server-memory"]`.',
  exceptions: 'None that is meant as a server. Nothing of such an entry is ever started here.',
};

const entry = (command: string, ...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command, args } } }),
});

export const examples: Examples = () => [
  {
    name: 'a shell has read a message',
    fires: true,
    given: { stderr: 'sh: line 1: method:initialize: command not found' },
  },
  ...(
    [
      ['npx'],
      ['npx', '-y'],
      ['npx', '-y', '--package', '@acme/server'],
      ['npx.cmd', '-y', ' '],
      ['cmd', '/c', 'npx', '-y'],
      ['env', 'A=1', 'npx'],
      ['bash', '-l'],
      ['/bin/sh'],
      ['cmd'],
      ['powershell', '-NoProfile', '-ExecutionPolicy', 'Bypass'],
      ['node', '-r', './hooks.js'],
      ['python3.12', '-u'],
      ['/home/u/.venv/bin/python'],
    ] as const
  ).map(([command, ...args]) => ({
    name: [command, ...args].join(' '),
    fires: true,
    given: entry(command, ...args),
  })),
  ...(
    [
      ['npx', '-y', '@acme/server'],
      ['npx', '--', '@acme/server'],
      ['npx', '-p', '@acme/server', 'acme'],
      ['npx', '-c', 'acme'],
      ['cmd', '/c', 'npx', '-y', '@acme/server'],
      ['cmd', '/c', 'npx -y @acme/server'],
      ['env', 'A=1', 'acme'],
      ['bash', '-lc', 'acme'],
      ['sh', './run.sh'],
      ['pwsh', '-File', 'run.ps1'],
      ['node', 'server.js'],
      ['node', '--some-new-flag'],
      ['python', '-m', 'acme'],
      ['python', '-um', 'acme'],
      ['acme'],
      ['uvx'],
    ] as const
  ).map(([command, ...args]) => ({
    name: [command, ...args].join(' '),
    fires: false,
    given: entry(command, ...args),
  })),
  {
    name: 'args that are no list are another fault',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": "-y x" } } }' },
  },
];
