import { stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

/** The interpreter was told to run a file that is not there. */
export type PythonFact = Told<'script-missing', { path: Safe }>;

/** The interpreter itself: the script that it was told to run is not there. */
export function read(start: Said): readonly PythonFact[] {
  return stderrMatches(start, NO_SCRIPT)
    .slice(0, 1)
    .flatMap(({ groups: [, path], evidence }): PythonFact[] =>
      path ? [{ kind: 'script-missing', path, evidence }] : [],
    );
}

const NO_SCRIPT = /can't open file ['"]([^'"]{1,512})['"]: \[Errno 2\]/;
