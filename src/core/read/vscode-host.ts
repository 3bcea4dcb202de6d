import { clientMatches } from './lines';
import type { Fact } from '../facts';
import type { Start } from '../start';

/** VS Code's own words on where it starts a server: on this side of a remote window, or on the other. */
export function read(start: Start): readonly Fact[] {
  return clientMatches(start, /^Starting server from LocalProcess extension host/)
    .slice(0, 1)
    .map(({ evidence }) => ({ kind: 'started-locally', evidence }));
}
