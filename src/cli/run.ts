import { runCheck } from './check';
import { runDiagnose } from './diagnose';
import { runExplain } from './explain';
import { runFix } from './fix';
import { runHelp } from './help';
import { runRule } from './rule';
import type { CommandLine, CommandName } from './arguments';

/** Runs a command and resolves with the exit code. */
export function run(line: CommandLine, signal: AbortSignal): Promise<number> {
  return RUNNERS[line.command](line, signal);
}

const RUNNERS = {
  check: runCheck,
  diagnose: runDiagnose,
  explain: runExplain,
  fix: runFix,
  rule: runRule,
  help: runHelp,
} as const satisfies Record<CommandName, (line: CommandLine, signal: AbortSignal) => Promise<number>>;
