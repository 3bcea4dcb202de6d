import type { FactOf } from '../../core/facts';
import type { Safe } from '../../core/text';

/** Not answered yet. */
export async function lookUp(name: Safe): Promise<readonly [FactOf<'npm-manifest'>]> {
  return [
    {
      kind: 'npm-manifest',
      name,
      exists: 'unknown',
      latest: null,
      versions: [],
      executables: [],
      node: null,
      deprecated: null,
    },
  ];
}
