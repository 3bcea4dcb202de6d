import leven from 'leven';

/** ` Did you mean X?`, where one of the known words is near to one that is not; nothing where none is. */
export function didYouMean(word: string, known: readonly string[], write = (name: string) => name): string {
  const [nearest] = known
    .map((name) => ({ name, distance: leven(word.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, name.length / 3))
    .toSorted((a, b) => a.distance - b.distance);
  return nearest ? ` Did you mean ${write(nearest.name)}?` : '';
}
