import type { FactOf } from '../../core/facts';
import type { Safe } from '../../core/text';

/** Not answered yet. */
export async function lookUp(name: Safe): Promise<readonly [FactOf<'project'>]> {
  return [{ kind: 'project', name, project: null }];
}
