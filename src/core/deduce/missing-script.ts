import { captured, fill } from '../text';
import { fetches, isCut } from './place-of-import';
import type { Evidence, Question } from '../facts';
import type { Subject } from '../rules/rule';
import type { Safe } from '../text';

/** A script that an interpreter was told to run, and that is not there. */
export interface MissingScript {
  readonly path: Safe;
  readonly evidence: Evidence;
  /** What would tell that a build makes it: the project's own description, above the folder of what is built. */
  readonly wanted: (Question & { readonly kind: 'file' }) | null;
}

/** What `missingScript` reads. */
export const READ_OF_MISSING_SCRIPT = ['script-missing', 'module-missing'] as const;

/** Python says it in a sentence; Node.js in the words of a missing module, which nobody imports. */
export function missingScript({
  facts,
  entry,
}: Subject<(typeof READ_OF_MISSING_SCRIPT)[number]>): MissingScript | null {
  const script = facts.first('script-missing');
  const module = facts.first('module-missing');
  const isMain = module && module.isFile && module.importer === null && !module.inCache;
  const { path, evidence } = script ?? (isMain ? { path: module.specifier, evidence: module.evidence } : {});
  // A log that ends within it tells no more of the path, and that it was asked for.
  const endsThere = module !== undefined && evidence?.text.trimEnd().endsWith(module.specifier) === true;
  // Without an ending it may be the beginning of a path that was cut at a blank.
  if (
    !path ||
    !evidence ||
    // What npx runs is no script of the person's, also where its place was left out.
    (entry !== null && isCut(path) && fetches(entry)) ||
    /[/\\]node_modules[/\\]/.test(path) ||
    !(script?.isWhole ?? (endsThere || /\.\w{1,5}$/.test(path)))
  )
    return null;
  const project = captured(path, BUILT)?.[1];
  return {
    path,
    evidence,
    wanted: project ? { kind: 'file', path: fill('{project}/package.json', { project }) } : null,
  };
}

/** The folder of a project, before one of those that a build fills. */
const BUILT =
  /^((?:\/|[A-Za-z]:[/\\]|~\/).{0,400}?)[/\\](?:dist|build|out|lib)[/\\](?:[^/\\]{1,100}[/\\]){0,4}[^/\\]{1,100}\.[cm]?js$/;
