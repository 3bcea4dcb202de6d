import { packageArg } from '../core/deduce/package-arg';
import { investigate } from './investigate';
import { tryFixes } from './trial';
import type { Facts } from '../core/facts';
import type { Finding } from '../core/findings';
import type { FailedStart } from './investigate';
import type { Trying } from './trial';

/** Why a start failed, with its cures tried. `isNameless`: the package it names does not exist. */
export async function judge(
  failed: FailedStart,
  { withTrials, ...trying }: Trying & { readonly withTrials: boolean },
  signal: AbortSignal,
): Promise<{ findings: readonly Finding[]; facts: Facts; isNameless: boolean }> {
  const { findings, facts } = await investigate(failed, signal);
  const refused = [...facts.all('npm-name-refused'), ...facts.all('pypi-name-refused')];
  const isNameless = refused.some(({ name, wantedBy }) => wantedBy !== 'package' && isNamed(failed, name));
  const [diagnosis, ...others] = findings;
  if (!withTrials || !diagnosis) return { findings, facts, isNameless };
  return { findings: [await tryFixes(diagnosis, failed, trying, signal), ...others], facts, isNameless };
}

/** Whether the entry itself names the package. */
function isNamed({ entry }: FailedStart, name: string): boolean {
  return packageArg(entry, (written) => written.toLowerCase() === name.toLowerCase()) !== null;
}
