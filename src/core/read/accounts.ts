import { toldByPeople } from './lines';
import { client } from './accounts/client';
import { fetching } from './accounts/fetching';
import { places } from './accounts/places';
import { remote } from './accounts/remote';
import { runtimes } from './accounts/runtimes';
import { silence } from './accounts/silence';
import type { Told } from '../facts';
import type { Said } from './statements';

/** Somebody tells what they have seen of a failure, in words of their own. `of`: what that was. */
export type AccountsFact = Told<'account', { of: Account }>;

/** What people report of what no program says, each with the forms in which they do. */
const ACCOUNTS = [...places, ...fetching, ...remote, ...runtimes, ...silence, ...client];

export type Account = (typeof ACCOUNTS)[number][0];

/** Only in what is pasted. */
export function read(start: Said): readonly AccountsFact[] {
  return ACCOUNTS.flatMap(([of, forms]) =>
    toldByPeople('account', start, forms).map((account) => ({ ...account, of })),
  );
}
