import { policies } from '../environments';
import { searchPath } from '../launch/launch-plan';
import { fill } from '../text';
import { setProperties } from './edit-json';
import type { Place } from '../facts/world/program';
import type { Subject } from '../rules/rule';
import type { Edit, Fix } from './fix';

type Edited = Pick<Subject, 'file' | 'entry' | 'plan'>;

/**
 * Writes the program's full path into `command`. Where the program is a script whose interpreter the client does not
 * see either, PATH gets the interpreter's folder, in the way in which this client takes it.
 */
export function useAbsolutePath(subject: Edited, { path, interpreter }: Place, preferred: boolean): Fix | null {
  const { entry } = subject;
  if (!entry?.command || !subject.file || !subject.plan) return null;
  const command: Edit = { span: entry.command.span, newText: JSON.stringify(path) };
  const folder = interpreter && !interpreter.onPath ? interpreter.folder : null;
  return {
    id: 'use-absolute-path',
    title: folder ? fill('Use {path}, with its folder on PATH', { path }) : fill('Use {path}', { path }),
    applicability: 'safe',
    preferred,
    needs: [],
    edits: [command, ...(folder ? addToPath(subject, folder) : [])],
    trying: 'start',
    entryPath: entry.path,
  };
}

/** The edit that puts a folder on the server's PATH, by this client's rule. */
export function addToPath({ file, entry, plan }: Edited, folder: string): readonly Edit[] {
  if (!file || !entry || !plan) return [];
  const delimiter = plan.platform === 'win32' ? ';' : ':';
  const existing = entry.env.find(({ name }) => name.toUpperCase() === 'PATH');
  const appends = policies[plan.environment.policy].pathRule === 'append';
  const old = appends ? (existing?.value?.raw.reveal() ?? '') : searchPath(plan).join(delimiter);
  const value = [folder, old].filter((text) => text !== '').join(delimiter);
  return setProperties(file, [...entry.path, 'env'], { [existing?.name ?? 'PATH']: value });
}
