import { stderrMatches } from './lines';
import type { Fact } from '../facts';
import type { Start } from '../start';

/** Shells, and `env` as it stands in a script's first line: what they did not find. */
export function read(start: Start): readonly Fact[] {
  const interpreters = stderrMatches(start, NO_INTERPRETER).flatMap(({ groups: [, interpreter], evidence }) =>
    interpreter ? [{ kind: 'interpreter-not-found' as const, interpreter, evidence }] : [],
  );
  const commands = NO_COMMAND.flatMap((pattern) =>
    stderrMatches(start, pattern).flatMap(({ groups: [, program], evidence }) =>
      program ? [{ kind: 'command-not-found' as const, program, evidence }] : [],
    ),
  );
  return [...interpreters, ...commands];
}

/** `env: ‘node’: No such file or directory`, with or without quotes, from GNU, BSD and BusyBox. */
const NO_INTERPRETER =
  /^(?:\/usr\/bin\/)?env: (?:can't execute )?['‘"`]?([^'’"`:\s]{1,128})['’"`]?: No such file or directory/;

/** dash, bash, zsh, fish and cmd. */
const NO_COMMAND = [
  /^(?:\/bin\/)?(?:sh|dash|ash): (?:\d+: |line \d+: )?([^\s:]{1,128}): (?:command )?not found$/,
  /^[^\s:]{0,256}: (?:line \d+: )?([^\s:]{1,128}): command not found$/,
  /^[^\s:]{0,256}(?::\d+)?: command not found: ([^\s:]{1,128})$/,
  /^'([^']{1,256})' is not recognized as\b/,
];
