import { policies } from '../environments';
import { searchPath, stdioPlan } from '../launch/launch-plan';
import { fill } from '../text';
import { editorOf, replaceText } from '../edit';
import type { Place } from '../facts/world/program';
import type { VariableSyntax } from '../clients';
import type { StdioPlan } from '../launch/launch-plan';
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
  const command = replaceText(entry.command, path);
  const folder = interpreter && !interpreter.onPath ? interpreter.folder : null;
  const onPath = folder ? addToPath(subject, folder) : [];
  if (folder && onPath.length === 0) return null; // the program would be found, and its interpreter would not
  return {
    id: 'use-absolute-path',
    title: folder ? fill('Use {path}, with its folder on PATH', { path }) : fill('Use {path}', { path }),
    applicability: 'safe',
    preferred,
    needs: [],
    edits: [command, ...onPath],
    trying: 'start',
    entryPath: entry.path,
  };
}

/** The edit that puts a folder on the server's PATH, by this client's rule; none where it takes no PATH from the entry. */
export function addToPath({ file, entry, plan: planned }: Edited, folder: string): readonly Edit[] {
  const plan = stdioPlan(planned);
  if (!file || !entry || !plan) return [];
  const existing = entry.env.find(({ name }) => name.toUpperCase() === 'PATH');
  const old = existing?.value?.raw.reveal() ?? inheritedPath(plan);
  if (old === null) return [];
  const value = [folder, old].filter((text) => text !== '').join(delimiterOf(plan));
  return editorOf(file).setProperties(file, [...entry.path, entry.keys.env], { [existing?.name ?? 'PATH']: value });
}

/**
 * What has to stand behind a folder so that the rest of PATH is still there: nothing where the client adds it by itself,
 * else its own variable. A whole PATH of this machine is written into no file that is shared; null where that is all
 * there would be.
 */
function inheritedPath(plan: StdioPlan): string | null {
  const { variables, scope } = plan.location;
  const { pathRule } = policies[plan.environment.policy];
  if (pathRule === 'append') return '';
  if (pathRule === 'ignored') return null;
  return PATH_VARIABLE[variables] ?? (scope === 'user' ? searchPath(plan).join(delimiterOf(plan)) : null);
}

const PATH_VARIABLE: Readonly<Record<VariableSyntax, string | null>> = {
  vscode: '${env:PATH}',
  'env-colon': '${env:PATH}',
  'env-only': '${env:PATH}',
  braces: '${PATH}',
  dollar: '${PATH}',
  'env-in-braces': '{env:PATH}',
  none: null,
};

function delimiterOf({ platform }: StdioPlan): string {
  return platform === 'win32' ? ';' : ':';
}
