import { MARKS } from '../config/marks';
import { readAddresses } from './addresses';
import { readEnvFile } from './env-file';
import { readForm } from './form';
import { readPaths } from './paths';
import { readValues } from './values';
import { areFilledIn, readUnset, readVariables } from './variables';
import type { Reader } from '../clients';
import type { ConfigFile, ServerEntry } from '../config/config-file';
import type { AddressFact } from './addresses';
import type { EnvFileFact } from './env-file';
import type { FormFact } from './form';
import type { PathFact } from './paths';
import type { ValueFact } from './values';
import type { VariableFact } from './variables';

/** What an entry shows of itself, as one client reads it. */
export type EntryFact = AddressFact | EnvFileFact | FormFact | PathFact | ValueFact | VariableFact;

/** An entry, the file that it stands in, and who reads it; where nobody is known to, only what holds for all is said. */
export interface Written {
  readonly file: ConfigFile;
  readonly entry: ServerEntry;
  readonly reader: Reader | null;
  /** Variables of the environment that are not set, where somebody has looked. */
  readonly unset: readonly string[];
}

/** The facts of an entry. Most have nothing that deserves a look, and none. */
export function entryFacts(written: Written): readonly EntryFact[] {
  const { marks } = written.entry;
  if (marks === 0) return NONE;
  return [
    ...(marks & (MARKS.form | MARKS.remote) ? readForm(written) : NONE),
    ...(written.unset.length > 0 ? readUnset(written) : NONE),
    ...(marks & MARKS.variable && !areFilledIn(written) ? readVariables(written) : NONE),
    ...(marks & MARKS.value ? readValues(written) : NONE),
    ...(marks & MARKS.form ? readEnvFile(written) : NONE),
    ...(marks & MARKS.remote ? readAddresses(written) : NONE),
    ...(marks & MARKS.path ? readPaths(written) : NONE),
  ];
}

const NONE: readonly EntryFact[] = [];
