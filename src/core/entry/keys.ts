import { isMisspelling } from '../misspelling';
import { isSwitchedOff, keyFor, MEANINGS, SWITCHES } from './key-names';
import { hideShapes } from '../secrets/mask';
import type { EntryForm, EntryKeys, Reader } from '../clients';
import type { Field, ServerEntry } from '../config/config-file';
import type { Safe } from '../text';

/** What the keys of an entry show. */
export type KeyFact =
  /** There is neither a command nor an address where this client looks for them. */
  | {
      readonly kind: 'nothing-to-start';
      readonly command: Safe;
      readonly address: Safe | null;
      /** The key of an object in which one of them stands. */
      readonly nestedIn: Field | null;
    }
  /** A key that this client does not read, for something that it reads under another name. */
  | {
      readonly kind: 'key-not-read';
      readonly key: Field;
      readonly meant: Safe;
      /** A slip of the pen, or the name that other clients have for it. */
      readonly isMisspelt: boolean;
      /** Without it there is nothing to start, and nobody to call. */
      readonly isNeeded: boolean;
    }
  /** A key that this client passes over in this file. */
  | { readonly kind: 'key-ignored'; readonly key: Field; readonly isFolder: boolean }
  /** A key of the entry that stands among its variables. */
  | { readonly kind: 'key-in-env'; readonly key: Field; readonly env: Safe }
  /** A limit that makes sense in the other unit only. */
  | {
      readonly kind: 'timeout-unit';
      readonly key: Field;
      readonly unit: 'ms' | 's';
      readonly written: number;
      readonly right: number;
    }
  /** The entry is to be off, and this client has no such switch. */
  | { readonly kind: 'switch-not-read'; readonly key: Field };

/** What this client makes of the keys, apart from whether there is anything to start. */
export function readKeys(fields: readonly Field[], entry: ServerEntry, reader: Reader | null): readonly KeyFact[] {
  const form = reader?.location.entries;
  return [...notRead(fields, entry, reader), ...passedOver(fields, entry, reader), ...limits(fields, form)];
}

/** The keys that stand for something which this client reads under another name, and switches that it does not have. */
function notRead(fields: readonly Field[], { keys }: ServerEntry, reader: Reader | null): KeyFact[] {
  const form = reader?.location.entries;
  const known = new Set<string>([...MAIN.map((key) => keys[key]), ...keys.addresses, ...(form?.alsoReads ?? [])]);
  return fields.flatMap((key): KeyFact[] => {
    if (known.has(key.name)) return [];
    if (key.name in SWITCHES) return form && isSwitchedOff([key]) ? [{ kind: 'switch-not-read', key }] : [];
    const foreign = form ? MEANINGS.get(key.name) : undefined;
    const meant = foreign ? keyFor(foreign, { keys, reader }) : misspelt(key.name, known);
    const wants = meant === null ? undefined : kindFor(meant, keys);
    if (meant === null || meant === key.name || (wants && !wants.includes(key.is))) return [];
    if (fields.some(({ name }) => name === meant || (keys.addresses.includes(meant) && keys.addresses.includes(name))))
      return [];
    return [{ kind: 'key-not-read', key, meant: hideShapes(meant), isMisspelt: !foreign, isNeeded: false }];
  });
}

const MAIN = ['command', 'args', 'env', 'cwd', 'envFile', 'headers', 'type', 'forwarded', 'kept'] as const;

function misspelt(name: string, known: ReadonlySet<string>): string | null {
  return MEANINGS.has(name) ? null : ([...known].find((right) => isMisspelling(name, right)) ?? null);
}

function kindFor(key: string, keys: EntryKeys): readonly Field['is'][] | undefined {
  if (key === keys.command) return keys.isCommandLine ? ['list', 'text'] : ['text', 'list'];
  if (key === keys.args) return ['list', 'text'];
  if (key === keys.env || key === keys.headers) return ['map', 'list'];
  return key === keys.cwd || key === keys.type || keys.addresses.includes(key) ? ['text'] : undefined;
}

/** What is read in other files of the same client, or by other clients; and what of the entry stands one level too deep. */
function passedOver(fields: readonly Field[], { keys }: ServerEntry, reader: Reader | null): KeyFact[] {
  const location = reader?.location;
  if (!location?.entries) return [];
  const has = (name: string): Field | undefined => fields.find((field) => field.name === name);
  const ignored = (['envFile', 'cwd'] as const).flatMap((meaning): KeyFact[] => {
    const key = location.ignores.includes(meaning) ? has(keys[meaning]) : undefined;
    return key ? [{ kind: 'key-ignored', key, isFolder: meaning === 'cwd' }] : [];
  });
  const own = new Set([keys.command, keys.args, keys.cwd, ...location.entries.alsoReads]);
  const deep = (has(keys.env)?.inside ?? []).filter(({ name }) => /^[a-z]/.test(name) && own.has(name) && !has(name));
  return [...ignored, ...deep.map((key): KeyFact => ({ kind: 'key-in-env', key, env: hideShapes(keys.env) }))];
}

/** Less than a second is over before anything starts; more than a working day nobody waits. */
function limits(fields: readonly Field[], form: EntryForm | undefined): KeyFact[] {
  const key = fields.find(({ name, is }) => name === 'timeout' && is === 'number');
  const written = Number(key?.value?.raw.reveal());
  const unit = form?.timeoutIn;
  if (!key || !unit || !(written > 0)) return [];
  if (unit === 'ms') return written < 1000 ? [{ kind: 'timeout-unit', key, unit, written, right: written * 1000 }] : [];
  return written >= 10_000 ? [{ kind: 'timeout-unit', key, unit, written, right: Math.round(written / 1000) }] : [];
}

/** What an entry without a command and an address lacks: the right name for one of them, or everything. */
export function nothingToStart(fields: readonly Field[], { keys }: ServerEntry, form: EntryForm | undefined): KeyFact {
  const address = form?.isLocalOnly ? null : (keys.addresses[0] ?? 'url');
  const rightNameFor = (field: Field): string | null => {
    if (!tellsServer(field)) return null;
    return (MEANINGS.get(field.name) ?? misspeltMeaning(field.name)) === 'command' ? keys.command : address;
  };
  for (const key of fields) {
    const meant = rightNameFor(key);
    if (meant !== null)
      return {
        kind: 'key-not-read',
        key,
        meant: hideShapes(meant),
        isMisspelt: !MEANINGS.has(key.name),
        isNeeded: true,
      };
  }
  const nestedIn = fields.find(
    ({ name, is, inside }) => is === 'map' && name !== keys.env && name !== keys.headers && inside.some(tellsServer),
  );
  return {
    kind: 'nothing-to-start',
    command: hideShapes(keys.command),
    address: address === null ? null : hideShapes(address),
    nestedIn: nestedIn ?? null,
  };
}

/** What to start, or whom to call, by the name of any client for it. */
function tellsServer({ name, is, value }: Field): boolean {
  const meaning = MEANINGS.get(name) ?? misspeltMeaning(name);
  return meaning === 'command'
    ? is === 'text' || is === 'list'
    : meaning === 'address' && is === 'text' && IS_ADDRESS.test(value?.raw.reveal() ?? '');
}

const IS_ADDRESS = /^https?:|^[\w.-]+\.\w|^\$/;

function misspeltMeaning(name: string): string | undefined {
  if (isMisspelling(name, 'command')) return 'command';
  return ['url', 'serverUrl', 'httpUrl'].some((right) => isMisspelling(name, right)) ? 'address' : undefined;
}
