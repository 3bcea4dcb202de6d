import type { Setting } from '../config/config-file';

/** Whether an entry gives a variable a value. One that refers to another variable may come out empty. */
export function givesValue({ isRemoval, value }: Setting): boolean {
  return !isRemoval && !/^(?:\$\{[^}]*\})?$/.test(value?.safe.trim() ?? '');
}
