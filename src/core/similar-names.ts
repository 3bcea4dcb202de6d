import leven from 'leven';

/**
 * The known names that a misspelt one may have meant, the nearest first, at most three. A scope that is missing or
 * wrong counts little: `server-filesystem` and `@mcp/server-filesystem` mean the same published package.
 */
export function similarNames(name: string, known: readonly string[]): readonly string[] {
  return known
    .map((candidate) => ({ candidate, distance: distanceBetween(name.toLowerCase(), candidate) }))
    .filter(({ candidate, distance }) => candidate !== name && distance <= Math.min(3, candidate.length / 5))
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

const SCOPE_COSTS = 1;

function distanceBetween(a: string, b: string): number {
  const limit = { maxDistance: 6 };
  const bare = (name: string) => name.replace(/^@[^/]*\//, '');
  const bareDistance = bare(b).length < 8 ? Infinity : leven(bare(a), bare(b), limit) + SCOPE_COSTS;
  return Math.min(leven(a, b, limit), bareDistance);
}
