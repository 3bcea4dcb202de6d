import { parseArgs } from 'node:util';
import { HumanError } from '../core/human-error';

export type Format = 'text' | 'json' | 'jsonl';

export const COMMANDS = ['check', 'diagnose', 'explain', 'fix', 'rule', 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

/** A command line, understood. */
export interface CommandLine {
  readonly command: CommandName;
  readonly files: readonly string[];
  readonly format: Format;
  readonly server: string | null;
  readonly client: string | null;
  readonly rule: string | null;
  readonly fix: string | null;
  readonly patienceMs: number | null;
  readonly withTrials: boolean;
  readonly agrees: boolean;
  readonly isDryRun: boolean;
  /** `--set NAME=VALUE`; a name alone has no value yet. */
  readonly set: readonly { readonly name: string; readonly value: string | null }[];
}

/** Understands the words behind the program's name; a `HumanError` says what was not understood. */
export function parseCommandLine(words: readonly string[]): CommandLine {
  const { values, positionals } = parse(words);
  const [first = 'help', ...files] = positionals;
  const command = values.help ? 'help' : COMMANDS.find((name) => name === first);
  if (!command) throw new HumanError(`there is no command "${first}". Commands: ${COMMANDS.join(', ')}.`);
  const format = FORMATS.find((name) => name === values.format);
  if (!format) throw new HumanError(`--format takes text, json or jsonl, not "${values.format}".`);
  if (values.base !== 'process') throw new HumanError(`--base ${values.base} is not known yet; there is "process".`);
  return {
    command,
    files,
    format,
    server: values.server ?? null,
    client: values.client ?? null,
    rule: values.rule ?? null,
    fix: values.fix ?? null,
    patienceMs: values.timeout === undefined ? null : seconds(values.timeout) * 1000,
    withTrials: !values['no-trial'],
    agrees: values.yes,
    isDryRun: values['dry-run'],
    set: values.set.map((assignment) => {
      const [name = '', ...rest] = assignment.split('=');
      return { name, value: rest.length > 0 ? rest.join('=') : null };
    }),
  };
}

const FORMATS = ['text', 'json', 'jsonl'] as const;

function parse(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: 'string', default: 'text' },
        server: { type: 'string' },
        client: { type: 'string' },
        base: { type: 'string', default: 'process' },
        rule: { type: 'string' },
        fix: { type: 'string' },
        timeout: { type: 'string' },
        'no-trial': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        set: { type: 'string', multiple: true, default: [] },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new HumanError(error instanceof Error ? error.message : String(error));
  }
}

function seconds(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0)
    throw new HumanError(`--timeout takes a number of seconds, not "${text}".`);
  return value;
}
