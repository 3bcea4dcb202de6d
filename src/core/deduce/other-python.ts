import { knownPackages } from '../known-packages';
import type { FactOf } from '../facts';

/**
 * Whether pip has found nothing of a package that is there: it says the same of a name that nobody has and of one all of
 * whose versions want another Python.
 */
export function isForOtherPython({ name, evidence }: FactOf<'pypi-name-refused'>): boolean {
  return KNOWN.has(name.toLowerCase()) && FOUND_NONE.test(evidence.text);
}

const KNOWN: ReadonlySet<string> = new Set(['mcp', 'fastmcp', ...knownPackages.pypi]);
const FOUND_NONE = /\(from versions: none\)|\bNo matching distribution found\b/;
