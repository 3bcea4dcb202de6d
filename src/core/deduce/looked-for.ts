import type { Evidence, Facts } from '../facts';
import type { Safe } from '../text';

/** What `lookedFor` reads. */
export const READ_OF_LOOKED_FOR = [
  'module-missing',
  'script-missing',
  'command-not-found',
  'file-missing',
  'spawn-failed',
] as const;

/** A path, or the name of a program, that somebody looked for and did not find. */
export interface LookedFor {
  readonly path: Safe;
  readonly evidence: Evidence;
}

/** All that somebody looked for and did not find: programs first, then modules, scripts and files. */
export function lookedFor(facts: Facts<(typeof READ_OF_LOOKED_FOR)[number]>): readonly LookedFor[] {
  const programs = [...facts.all('command-not-found'), ...facts.all('spawn-failed')];
  return [
    ...programs.flatMap(({ program, evidence }) => (program === null ? [] : [{ path: program, evidence }])),
    ...facts.all('module-missing').map(({ specifier, evidence }) => ({ path: specifier, evidence })),
    ...[...facts.all('script-missing'), ...facts.all('file-missing')],
  ];
}
