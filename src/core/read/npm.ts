import { fill } from '../text';
import { stderrMatches } from './lines';
import type { Fact } from '../facts';
import type { Start } from '../start';

/**
 * npm and npx, from version 6 (`npm ERR!`) to 11 (`npm error`): the registry has no such name. The sentence names it;
 * the address of the request does so only where the sentence is missing, since a mirror has a path of its own.
 */
export function read(start: Start): readonly Fact[] {
  const named = stderrMatches(start, NOT_IN_REGISTRY);
  const asked = named.length > 0 ? named : stderrMatches(start, NOT_FOUND_AT);
  return asked.slice(0, 1).flatMap(({ groups: [, scope, name], evidence }) =>
    name
      ? [
          {
            kind: 'npm-name-refused' as const,
            name: scope ? fill('{scope}/{name}', { scope, name }) : name,
            evidence,
          },
        ]
      : [],
  );
}

/** `'a@*' is not in this registry.` until npm 11.5, `The requested resource 'a@*' could not be found …` since. */
const NOT_IN_REGISTRY =
  /'(?:(@[^'\s/]{1,214})\/)?([^'\s@/]{1,214})(?:@[^'\s]{0,64})?' (?:is not in (?:this|the npm) registry|could not be found)/;
const NOT_FOUND_AT =
  /404 Not Found - GET (?!\S{0,512}\/-\/)\S{1,512}\/(?:(@[^/\s%]{1,214})(?:%2f|\/))?([^/\s]{1,214}) - /i;
