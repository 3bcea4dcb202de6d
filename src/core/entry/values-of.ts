import type { ServerEntry, Value } from '../config/config-file';

/** What a value of an entry is for. */
export type Role = 'command' | 'arg' | 'cwd' | 'env' | 'header' | 'address';

export interface RoleValue {
  readonly value: Value;
  readonly role: Role;
  /** Of a setting its name. */
  readonly name: string;
  /** Of an argument its place. */
  readonly at: number;
}

/** What is started or called. */
export function valuesOf({ command, args, cwd, url }: ServerEntry): readonly RoleValue[] {
  const one = (value: Value | null, role: Role): RoleValue[] => (value ? [{ value, role, name: '', at: 0 }] : []);
  return [
    ...one(command, 'command'),
    ...args.map((value, at): RoleValue => ({ value, role: 'arg', name: '', at })),
    ...one(cwd, 'cwd'),
    ...one(url, 'address'),
  ];
}

/** What is given to it by name. */
export function settingsOf({ env, headers }: ServerEntry): readonly RoleValue[] {
  const named = (settings: ServerEntry['env'], role: Role): RoleValue[] =>
    settings.flatMap(({ name, value }) => (value ? [{ value, role, name, at: 0 }] : []));
  return [...named(env, 'env'), ...named(headers, 'header')];
}
