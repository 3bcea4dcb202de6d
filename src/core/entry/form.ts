import { isSwitchedOff, SWITCHES } from './key-names';
import { nothingToStart, readKeys } from './keys';
import { wrongKinds } from './kinds';
import { judgeType } from './types';
import type { EntryForm } from '../clients';
import type { Field } from '../config/config-file';
import type { Written } from './index';
import type { KeyFact } from './keys';
import type { KindFact } from './kinds';
import type { TypeFact } from './types';

/** What the form of an entry shows: its keys, the kinds of their values, and what its type says. */
export type FormFact = KeyFact | KindFact | TypeFact;

export function readForm({ entry, reader }: Written): readonly FormFact[] {
  const { keys } = entry;
  const form = reader?.location.entries;
  const fields = lastOfEachName(entry.fields);
  const has = (name: string): Field | undefined => fields.find((field) => field.name === name);
  const command = has(keys.command);
  const hasCommand = isSomething(command) || (command?.is === 'map' && form?.nestsCommand === true);
  const address = fields.find((field) => keys.addresses.includes(field.name) && isSomething(field));
  const isOff = isSwitchedOff(fields) && form !== undefined && form.alsoReads.some((name) => name in SWITCHES);
  const facts: FormFact[] = [...wrongKinds(fields, keys, form), ...readKeys(fields, entry, reader)];
  const type = has(keys.type);
  if (isOff || (form && runsItself(fields, form))) return facts;
  if (!hasCommand && !address)
    return facts.some(({ kind }) => kind === 'wrong-kind')
      ? facts
      : [nothingToStart(fields, entry, form), ...switches(facts)];
  if (form?.isLocalOnly && address && !hasCommand) return [{ kind: 'remote-not-taken', address }, ...switches(facts)];
  if (hasCommand && address && !type) facts.push({ kind: 'command-and-address', address });
  const ofType = form?.types && judgeType(form.types, type, hasCommand, address);
  return ofType ? [ofType, ...facts] : facts;
}

function switches(facts: readonly FormFact[]): readonly FormFact[] {
  return facts.filter(({ kind }) => kind === 'switch-not-read');
}

/** Of names that stand twice clients see the last. */
function lastOfEachName(fields: readonly Field[]): readonly Field[] {
  return fields.filter(({ name }, index) => !fields.slice(index + 1).some((later) => later.name === name));
}

function isSomething(field: Field | undefined): boolean {
  if (field?.is === 'list') return field.inside.length > 0;
  return field?.is === 'text' && field.value?.raw.reveal().trim() !== '';
}

/** With one of these a client has itself what to run. */
function runsItself(fields: readonly Field[], { runsItself: with_ = [] }: EntryForm): boolean {
  return fields.some(({ name, value }) => with_.includes(name) || with_.includes(value?.raw.reveal() ?? ''));
}
