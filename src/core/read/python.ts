import { captured } from '../text';
import { stderrEvidence, stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type PythonFact =
  /** The interpreter was told to run a file that is not there. */
  | Told<'script-missing', { path: Safe }>
  /**
   * A module that this interpreter does not have. `importer`: the file that asks for it; null where no trace tells.
   * `isProgram`: it is the module that was to be run (`python -m name`).
   */
  | Told<'python-module-missing', { name: Safe; importer: Safe | null; isProgram: boolean }>;

/** The interpreter itself: what it was told to run or to import, and does not find. */
export function read(start: Said): readonly PythonFact[] {
  const scripts = stderrMatches(start, NO_SCRIPT).flatMap(({ groups: [, path], evidence }): PythonFact[] =>
    path ? [{ kind: 'script-missing', path, evidence }] : [],
  );
  return [...scripts.slice(0, 1), ...modules(start).slice(0, 1)];
}

/** The last frame above the complaint is the file that asks. */
function modules({ stderr }: Said): readonly PythonFact[] {
  let importer: Safe | null = null;
  const found: PythonFact[] = [];
  for (const statement of stderr) {
    importer = captured(statement.text, FILE)?.[1] ?? importer;
    const [, speaker, name] = captured(statement.text, NO_MODULE) ?? [];
    if (!name) continue;
    const isProgram = speaker !== undefined;
    found.push({
      kind: 'python-module-missing',
      name,
      importer: isProgram ? null : importer,
      isProgram,
      evidence: stderrEvidence(statement),
    });
  }
  return found;
}

const NO_SCRIPT = /can't open file ['"]([^'"]{1,512})['"]: \[Errno 2\]/;
const FILE = /^\s*File "([^"]{1,512})", line \d/;
/** With the interpreter in front where it was to run the module. */
const NO_MODULE =
  /(?:^(\S{0,256}python[\d.]*(?:\.exe)?): |^|: |\bModuleNotFoundError: )No module named '?([A-Za-z_][\w.]{0,100})'?$/;
