import leven from 'leven';

/** Whether a key is another one with a slip of the pen: a letter too many, missing, wrong, or two in each other's place. */
export function isMisspelling(written: string, right: string): boolean {
  if (written === right || right.length < 3) return false;
  const [a, b] = [written.toLowerCase(), right.toLowerCase()];
  if (a === b) return true;
  if (a.length === b.length && isSwapped(a, b)) return true;
  const distance = leven(a, b, { maxDistance: 3 });
  return distance <= (right.length < 5 ? 1 : right.length < 8 ? 1 : 2) && a[0] === b[0];
}

/** Two letters that stand beside each other have changed places. */
function isSwapped(a: string, b: string): boolean {
  const at = Array.from(a).findIndex((letter, index) => letter !== b[index]);
  return a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}
