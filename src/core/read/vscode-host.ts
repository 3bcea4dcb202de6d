import { clientMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';

export type VscodeHostFact = Told<'started-locally'>;

/** VS Code's own words on where it starts a server: on this side of a remote window, or on the other. */
export function read(start: Said): readonly VscodeHostFact[] {
  return clientMatches(start, /^Starting server from LocalProcess extension host/)
    .slice(0, 1)
    .map(({ evidence }) => ({ kind: 'started-locally', evidence }));
}
