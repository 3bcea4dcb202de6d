import { stderrMatches } from './lines';
import type { Fact } from '../facts';
import type { Said } from './statements';

/** The interpreter itself: the script that it was told to run is not there. */
export function read(start: Said): readonly Fact[] {
  return stderrMatches(start, NO_SCRIPT)
    .slice(0, 1)
    .flatMap(({ groups: [, path], evidence }): Fact[] => (path ? [{ kind: 'script-missing', path, evidence }] : []));
}

const NO_SCRIPT = /can't open file ['"]([^'"]{1,512})['"]: \[Errno 2\]/;
