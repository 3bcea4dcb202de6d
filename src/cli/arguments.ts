import { parseArgs } from 'node:util';
import { HumanError } from '../core/human-error';
import { commandNamed } from './commands';
import { didYouMean } from './nearest';
import { DEFAULTS, options } from './options';
import type { Command, CommandLine } from './command';
import type { OptionName } from './options';

/** A word behind two dashes, and what it was given. */
interface Given {
  readonly name: string;
  readonly written: string;
  readonly value: string | undefined;
}

/** Understands the words behind the program's name; a `HumanError` says what was not understood, and what is near it. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { words, given } = tokensOf(args);
  const [first, ...rest] = words;
  const asked = given.find(({ name }) => name === 'help' || name === 'version' || name === 'h')?.name;
  if (asked === 'version') return { ...DEFAULTS, command: 'version', words: [] };
  if (asked || first === undefined) return { ...DEFAULTS, command: 'help', words: words.slice(0, 1) };
  const command = commandNamed(first);
  const values = given.map(({ name, written }) => ({ name: optionNamed(name, written, first, command), written }));
  const read = [...new Set(values.map(({ name }) => name))].map((name) =>
    options[name].read(given.filter((each) => each.name === name).map((each) => valueOf(each, name))),
  );
  if (rest.length > 1 && !command.words.includes('…'))
    throw new HumanError(`${first} takes ${command.words}, not ${rest.length} words.`);
  return Object.assign({ ...DEFAULTS, command: first, words: rest }, ...read);
}

/** Words and options, without a judgement: which options there are depends on the command, wherever that stands. */
function tokensOf(args: readonly string[]): { words: readonly string[]; given: readonly Given[] } {
  const types = Object.fromEntries(
    Object.entries(options).map(([name, { value }]) => [
      name,
      { type: value === null ? 'boolean' : 'string' } as const,
    ]),
  );
  const { tokens } = parseArgs({
    args: [...args],
    options: types,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  return {
    words: tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : [])),
    given: tokens.flatMap((token) =>
      token.kind === 'option' ? [{ name: token.name, written: token.rawName, value: token.value }] : [],
    ),
  };
}

function optionNamed(name: string, written: string, commandName: string, command: Command): OptionName {
  const taken = command.options.find((each) => each === name);
  if (taken) return taken;
  const dashed = (each: string) => `--${each}`;
  const takes = command.options.length > 0 ? ` It takes ${command.options.map(dashed).join(', ')}.` : '';
  throw new HumanError(`${commandName} takes no ${written}.${didYouMean(name, command.options, dashed)}${takes}`);
}

function valueOf({ written, value }: Given, name: OptionName): string {
  const wanted = options[name].value;
  if (wanted === null && value !== undefined) throw new HumanError(`${written} takes no value.`);
  if (wanted !== null && (value === undefined || value === ''))
    throw new HumanError(`${written} needs a value: ${written} ${wanted}.`);
  return value ?? '';
}
