import type { FactOf } from '../../core/facts';
import type { Safe } from '../../core/text';

/** Not answered yet. */
export async function lookUp(name: Safe): Promise<readonly [FactOf<'path'>]> {
  return [{ kind: 'path', name, is: 'unknown', isExecutable: 'unknown', similar: [] }];
}
