import type { ServerEntry } from '../config/config-file';
import type { Safe } from '../text';
import type { Edit, Fix } from './fix';

/** A cure of what the form of an entry shows: there is nothing to try, the entry itself shows that it is right then. */
export function entryFix(
  { path }: Pick<ServerEntry, 'path'>,
  id: string,
  title: Safe,
  edits: readonly Edit[],
  applicability: Fix['applicability'] = 'safe',
): readonly Fix[] {
  if (edits.length === 0) return [];
  return [{ id, title, applicability, preferred: true, needs: [], edits, trying: 'never', entryPath: path }];
}
