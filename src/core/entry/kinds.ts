import { hideShapes } from '../secrets/mask';
import type { EntryForm, EntryKeys } from '../clients';
import type { Field } from '../config/config-file';
import type { Safe } from '../text';

/** A value of a kind in which this client, or none, takes it. */
export interface KindFact {
  readonly kind: 'wrong-kind';
  readonly key: Safe;
  readonly of: 'command' | 'args' | 'arg' | 'env' | 'setting' | 'address' | 'cwd';
  readonly found: Field;
}

/** The values that are of no kind in which a client takes them. */
export function wrongKinds(fields: readonly Field[], keys: EntryKeys, form: EntryForm | undefined): KindFact[] {
  return fields.flatMap((field): KindFact[] => {
    const wrong = (of: KindFact['of'], found = field): KindFact => ({
      kind: 'wrong-kind',
      key: hideShapes(found.name === '' ? field.name : found.name),
      of,
      found,
    });
    const { name, is, inside } = field;
    // Some client takes a list, and who reads this is not known.
    if (name === keys.command && form === undefined && is === 'list') return [];
    if (name === keys.command && is === 'map' && form?.nestsCommand) return [];
    if (name === keys.command) return is === (keys.isCommandLine ? 'list' : 'text') ? [] : [wrong('command')];
    if (name === keys.args) {
      if (is !== 'list') return is === 'null' ? [] : [wrong('args')];
      return inside.filter((item) => item.is !== 'text').map((item) => wrong('arg', item));
    }
    if (name === keys.env || name === keys.headers) {
      if (is !== 'map') return is === 'null' ? [] : [wrong('env')];
      return inside
        .filter(
          (item) =>
            NEVER_A_VALUE.has(item.is) || (item.is === 'number' && name === keys.env && form?.refusesNumbersInEnv),
        )
        .map((item) => wrong('setting', item));
    }
    if (keys.addresses.includes(name)) return is === 'text' ? [] : [wrong('address')];
    return name === keys.cwd && is !== 'text' && is !== 'null' ? [wrong('cwd')] : [];
  });
}

const NEVER_A_VALUE = new Set<Field['is']>(['boolean', 'list', 'map']);
