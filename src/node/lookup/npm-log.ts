import type { Fact } from '../../core/facts';

/** Not answered yet. */
export async function lookUp(): Promise<readonly Fact[]> {
  return [];
}
