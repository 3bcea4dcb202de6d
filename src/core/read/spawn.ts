import { fill, safe } from '../text';
import { clientMatches, stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** `program` is null where it is not said which one. */
export type SpawnFact = Told<'spawn-failed', { code: Safe; program: Safe | null }>;

/** The layer that starts programs: its error as an object, or the sentence that a client made of it. */
export function read(start: Said): readonly SpawnFact[] {
  const { spawnError } = start;
  if (spawnError) {
    const text = fill('spawn {program} {code}', { program: spawnError.program, code: spawnError.code });
    return [{ kind: 'spawn-failed', ...spawnError, evidence: { kind: 'spawn', line: null, text } }];
  }
  const named = SENTENCES.flatMap((pattern) =>
    said(start, pattern).flatMap(({ groups: [, program, code], evidence }) =>
      program ? [{ kind: 'spawn-failed' as const, code: code ?? safe('ENOENT'), program, evidence }] : [],
    ),
  );
  if (named.length > 0) return named;
  return UNNAMED.flatMap((pattern) =>
    said(start, pattern).map(({ groups: [, code], evidence }) => ({
      kind: 'spawn-failed' as const,
      code: code ?? safe('ENOENT'),
      program: null,
      evidence,
    })),
  );
}

/** A client says in its log what it could not start; without one it stands among what was printed. */
function said(start: Said, pattern: RegExp) {
  return [...clientMatches(start, pattern), ...stderrMatches(start, pattern)];
}

/** Node's, Go's, Bun's and Python's words for a program that could not be started, and what clients make of them. */
const SENTENCES = [
  /\bspawn (\S(?:.{0,510}?\S)?) (ENOENT|EACCES|EINVAL|ENOTDIR)\b/,
  /exec: "([^"]{1,512})": executable file not found in/,
  /Executable not found in \$PATH: "([^"]{1,512})"/,
  // A name with a dot or a slash is a file that some code wanted to open.
  /\[Errno 2\] No such file or directory: ['"]([^'"./\\\s]{1,256})['"]/,
  /[Cc]ommand ['"`‘“]([^'"`’”\s]{1,256})['"`’”] (?:was |is )?not found\b/,
  /\b(?!command\b)([\w.-]{1,60}) (?:was )?not found (?:on|in) (?:the |your )?\$?PATH\b/,
];

/** The same without a name: Python names every file but a program that it was to start. */
const UNNAMED = [
  /\bspawn (EINVAL|EACCES)\b/,
  // Rust's, where clients name the server and not the program.
  /\b(?:run|spawn|start|execute|launch)(?:ning|ing)? (?:the )?(?:command |process |program |server )?['"`]?[^'"`\s:]{1,256}['"`]?: (?:No such file or directory|program not found)/,
  /\b(?:spawn|start|launch|execute)(?:ing)? (?:the )?(?:process|server|program|command)\b[^'"]{0,60}\bNo such file or directory|\[(?:Errno 2|WinError 2)\][^:'"]{3,60}$/i,
];
