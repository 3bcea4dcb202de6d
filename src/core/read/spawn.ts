import { fill, safe } from '../text';
import { stderrMatches } from './lines';
import type { Fact } from '../facts';
import type { Start } from '../start';

/** The layer that starts programs: its error as an object, or the sentence that a client made of it. */
export function read(start: Start): readonly Fact[] {
  const { spawnError } = start;
  if (spawnError) {
    const text = fill('spawn {program} {code}', { program: spawnError.program, code: spawnError.code });
    return [{ kind: 'spawn-failed', ...spawnError, evidence: { kind: 'spawn', line: null, text } }];
  }
  return SENTENCES.flatMap(({ pattern, code }) =>
    stderrMatches(start, pattern).flatMap(({ groups: [, program, seenCode], evidence }) =>
      program ? [{ kind: 'spawn-failed' as const, code: seenCode ?? code, program, evidence }] : [],
    ),
  );
}

/** Node's, Go's and Bun's words for a program that could not be started. */
const SENTENCES = [
  { pattern: /\bspawn (\S{1,512}) (ENOENT|EACCES|EINVAL|ENOTDIR)\b/, code: safe('ENOENT') },
  { pattern: /exec: "([^"]{1,512})": executable file not found in/, code: safe('ENOENT') },
  { pattern: /Executable not found in \$PATH: "([^"]{1,512})"/, code: safe('ENOENT') },
];
