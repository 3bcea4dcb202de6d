import { withUniqueIds } from './findings';
import type { Finding } from './findings';

/**
 * What was found of one entry for each client that reads it, as one list: what is the same for several is one finding
 * with all of them, the rest follows in the order in which its client found it.
 */
export function foldClients(byClient: readonly (readonly Finding[])[]): readonly Finding[] {
  const [first = [], ...others] = byClient;
  if (others.length === 0) return first;
  const folded = new Map<string, Finding>();
  for (const finding of byClient.flat()) {
    const key = keyOf(finding);
    const same = folded.get(key);
    const clients = [...new Set([...(same?.clients ?? []), ...finding.clients])];
    folded.set(key, { ...(same ?? finding), clients });
  }
  return withUniqueIds([...folded.values()].map((finding) => ({ ...finding, id: finding.rule })));
}

/** What one client's start has shown, with the other clients for which the same facts say the same. */
export function uniteClients(
  findings: readonly Finding[],
  ofOthers: readonly (readonly Finding[])[],
): readonly Finding[] {
  return findings.map((finding) => {
    const same = ofOthers.flatMap((others) => others.filter((other) => isSame(other, finding)));
    return { ...finding, clients: [...new Set([finding, ...same].flatMap(({ clients }) => clients))] };
  });
}

/** Whoever has tried a cure knows it surer; it is the same finding. */
function isSame(a: Finding, b: Finding): boolean {
  return keyOf({ ...a, confidence: b.confidence }) === keyOf(b);
}

/** The same with the same words, but for the name of the client in them. */
function keyOf({ rule, severity, confidence, params, span }: Finding): string {
  return JSON.stringify([rule, severity, confidence, { ...params, client: null }, span]);
}
