import type { FactOf } from '../../core/facts';
import type { Safe } from '../../core/text';

/** Not answered yet. */
export async function lookUp(name: Safe): Promise<readonly [FactOf<'port-owner'>]> {
  return [{ kind: 'port-owner', name, owner: null }];
}
