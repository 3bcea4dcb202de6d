import { runCheck } from './check';
import { runDiagnose } from './diagnose';
import { runExplain } from './explain';
import { runFix } from './fix';
import { helpOfOne, helpText } from './help';
import { didYouMean } from './nearest';
import { EXIT } from './exit-codes';
import { print } from './print';
import { runRule } from './rule';
import { HumanError } from '../core/human-error';
import type { Command } from './command';
import type { OptionName } from './options';

const STARTING = ['server', 'client', 'base', 'timeout', 'no-trial', 'yes', 'set'] as const satisfies OptionName[];

/** Every command, in the order in which the help names them. */
export const commands: Readonly<Record<string, Command>> = {
  check: {
    words: '[FILES…]',
    about: 'what the files alone show; starts nothing, asks nobody',
    options: ['format'],
    run: runCheck,
  },
  diagnose: {
    words: '[FILES…]',
    about: 'starts each server as its client would, and tries the cures',
    options: ['format', ...STARTING, 'save'],
    run: runDiagnose,
  },
  explain: {
    words: '[FILE|-]',
    about: 'a pasted log, a saved record, or one case as JSON',
    options: ['format'],
    run: runExplain,
  },
  fix: {
    words: 'FILE',
    about: 'makes the preferred fix, or shows it',
    options: ['all', 'rule', 'fix', 'dry-run', ...STARTING],
    run: runFix,
  },
  rule: { words: 'ID', about: 'the page of a rule', options: [], run: runRule },
  help: {
    words: '[COMMAND]',
    about: 'this, or what one command takes',
    options: [],
    run: async ({ words: [name] }) => {
      print(name === undefined ? helpText(commands) : helpOfOne(name, commandNamed(name)));
      return EXIT.fine;
    },
  },
};

/** The command of that name; a `HumanError` where there is none. */
export function commandNamed(name: string): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command) return command;
  const known = Object.keys(commands);
  throw new HumanError(`there is no command "${name}".${didYouMean(name, known)} Commands: ${known.join(', ')}.`);
}
