import type { OptionName, OptionValues } from './options';

/** A command line, understood. */
export interface CommandLine extends OptionValues {
  readonly command: string;
  /** The words that are no options: files, or the name of a rule or a command. */
  readonly words: readonly string[];
}

/** One command: what stands behind it, what it is for, which options it takes, and what it does. */
export interface Command {
  /** The words behind it, as its help writes them; `…` takes any number. */
  readonly words: string;
  readonly about: string;
  readonly options: readonly OptionName[];
  /** Resolves with the exit code. */
  run(line: CommandLine, signal: AbortSignal): Promise<number>;
}
