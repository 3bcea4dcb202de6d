import { policies } from '../environments';
import { searchPath } from '../launch/launch-plan';
import { fill } from '../text';
import { setProperties } from './edit-json';
import type { Place } from '../facts';
import type { Subject } from '../rules/rule';
import type { Edit, Fix } from './fix';

/**
 * Writes the program's full path into `command`. Where the program is a script whose interpreter the client does not
 * see either, PATH gets the interpreter's folder, in the way in which this client takes it.
 */
export function useAbsolutePath({ file, entry, plan }: Subject, place: Place, preferred: boolean): Fix | null {
  if (!file || !entry?.command || !plan) return null;
  const command: Edit = { span: entry.command.span, newText: JSON.stringify(place.path) };
  const { interpreter } = place;
  const needsPath = interpreter !== null && !interpreter.onPath && interpreter.folder !== null;
  const { path } = place;
  return {
    id: 'use-absolute-path',
    title: needsPath ? fill('Use {path}, with its folder on PATH', { path }) : fill('Use {path}', { path }),
    applicability: 'safe',
    preferred,
    needs: [],
    edits:
      needsPath && interpreter.folder ? [command, ...addToPath({ file, entry, plan }, interpreter.folder)] : [command],
    trying: 'start',
    entryPath: entry.path,
  };
}

/** The edit that puts a folder on the server's PATH, by this client's rule. */
export function addToPath(
  { file, entry, plan }: Pick<Subject, 'file' | 'entry' | 'plan'>,
  folder: string,
): readonly Edit[] {
  if (!file || !entry || !plan) return [];
  const delimiter = plan.platform === 'win32' ? ';' : ':';
  const existing = entry.env.find(({ name }) => name.toUpperCase() === 'PATH');
  const appends = policies[plan.environment.policy].pathRule === 'append';
  const old = appends ? (existing?.value?.raw.reveal() ?? '') : searchPath(plan).join(delimiter);
  const value = [folder, old].filter((text) => text !== '').join(delimiter);
  return setProperties(file, [...entry.path, 'env'], { [existing?.name ?? 'PATH']: value });
}
