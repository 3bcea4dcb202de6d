import { fill } from '../text';
import { editorOf } from '../edit';
import type { ConfigFile } from '../config/config-file';
import type { FactOf } from '../facts';
import type { Fix } from './fix';

/**
 * Puts servers where the client looks for them: by another name for their key, or, where the right key is in the file
 * as well, by moving them under it. No fix where two servers of one name would meet.
 */
export function useRootKey(file: ConfigFile, map: FactOf<'map-not-read'>): Fix | null {
  const { key, expected } = map;
  if (map.path.length !== 1) return null;
  // Nothing is tried: the file itself shows that the servers are then read.
  const fix = { applicability: 'safe', preferred: true, needs: [], trying: 'never', entryPath: null } as const;
  if (!map.expectedIsThere) {
    return {
      ...fix,
      id: 'rename-root-key',
      title: fill('Rename `{key}` to `{expected}`', { key, expected }),
      edits: editorOf(file).renameRoot(file, { name: key, span: map.span }, expected),
    };
  }
  const namesUnder = (root: string) =>
    file.maps
      .filter(({ path }) => path.length === 1 && path[0] === root)
      .flatMap(({ servers }) => servers.map(({ name }) => name));
  const present = namesUnder(expected);
  if (namesUnder(key).some((name) => present.includes(name))) return null;
  const title = fill('Move the servers under `{key}` to `{expected}`', { key, expected });
  return { ...fix, id: 'move-servers', title, edits: editorOf(file).moveMembers(file, map.path, [expected]) };
}
