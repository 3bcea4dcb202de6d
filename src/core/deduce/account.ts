import type { FactOf } from '../facts';
import type { Account } from '../read/accounts';
import type { Subject } from '../rules/rule';

/** What somebody tells that they have seen, of one kind; nothing where a start was seen. */
export function accountOf({ facts }: Pick<Subject<'account'>, 'facts'>, kind: Account): FactOf<'account'> | undefined {
  return facts.all('account').find(({ of }) => of === kind);
}
