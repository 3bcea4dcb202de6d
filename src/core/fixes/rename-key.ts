import { editorOf } from '../edit';
import { hideShapes } from '../secrets/mask';
import { fill } from '../text';
import { entryFix } from './entry-fix';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { FactOf } from '../facts';
import type { Fix } from './fix';

/** Gives a key of an entry the name by which its client knows it. */
export function renameKey(
  file: ConfigFile,
  entry: ServerEntry,
  { key, meant }: Pick<FactOf<'key-not-read'>, 'key' | 'meant'>,
): readonly Fix[] {
  const title = fill('Rename `{name}` to `{meant}`', { name: hideShapes(key.name), meant });
  return entryFix(entry, 'rename-key', title, editorOf(file).renameKey(file, key.nameSpan, meant));
}
