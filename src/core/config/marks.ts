import { properties } from './nodes';
import type { EntryKeys } from '../clients';
import type { Node } from './nodes';

/** What in an entry deserves a second look, as bits. */
export const MARKS = {
  /** A key that not every client has, or a value of another kind than its key wants. */
  form: 1,
  /** It has an address, or neither that nor a command. */
  remote: 2,
  /** Something that may be a variable. */
  variable: 4,
  /** A setting whose value may be a placeholder, a secret, or nothing. */
  value: 8,
  /** A path that may be of one machine. */
  path: 16,
} as const;

/** Tells the marks of an entry in one walk over it. */
export function marksOf(node: Node, keys: EntryKeys): number {
  const { command, isCommandLine, args, env, cwd, type } = keys;
  // Where the command is a list, an entry says what it is as well.
  let marks = isCommandLine ? MARKS.form : 0;
  let hasCommand = false;
  for (const { key, value } of properties(node)) {
    const name: unknown = key.value;
    if (name === command) {
      hasCommand = isCommandLine ? value.type === 'array' : value.type === 'string' && value.value !== '';
      marks |= isCommandLine ? ofList(value) : ofText(value, false);
    } else if (name === args) marks |= ofList(value);
    else if (name === env) marks |= ofSettings(value);
    else if (name === cwd) marks |= ofText(value, false);
    else if (name === type) marks |= value.type === 'string' && value.value === 'stdio' ? 0 : MARKS.form;
    else marks |= MARKS.form;
    // What stands in a header or an address is looked at as a setting is.
    if (value.type === 'object' && name !== env) marks |= ofSettings(value);
    else if (value.type === 'string' && keys.addresses.includes(String(name)))
      marks |= ofText(value, true) | MARKS.value;
  }
  return hasCommand ? marks : marks | MARKS.remote | MARKS.form;
}

function ofList(node: Node): number {
  if (node.type !== 'array') return MARKS.form;
  let marks = 0;
  for (const item of node.children ?? []) {
    marks |= ofText(item, false);
    if (typeof item.value === 'string' && MAY_MATTER.test(item.value)) marks |= MARKS.value;
  }
  return marks;
}

function ofSettings(node: Node): number {
  if (node.type !== 'object') return MARKS.form;
  let marks = 0;
  for (const { value } of properties(node)) marks |= ofText(value, true);
  return marks;
}

function ofText({ type, value }: Node, isSetting: boolean): number {
  if (type !== 'string' || typeof value !== 'string') return MARKS.form | (isSetting ? MARKS.value : 0);
  let marks = 0;
  if (isSetting && (value === '' || value.length >= SHORTEST) && !WHOLE_VARIABLE.test(value)) marks |= MARKS.value;
  if (MAY_VARY.test(value)) marks |= MARKS.variable;
  if (MAY_LEAD.test(value)) marks |= MARKS.path;
  return marks;
}

/** What is shorter is neither a placeholder nor a secret that could be told from a word. */
const SHORTEST = 3;
const WHOLE_VARIABLE = /^\$\{[^{}]*\}$/;
const MAY_VARY = /[$%]|^~|\{env:/;
const MAY_LEAD = /[/\\](?:Users|home)[/\\]|(?:^|[=,])[A-Za-z]:[/\\]|^[\w.-]*\\|^\w[\w.-]*\/.*\.\w{1,5}$/i;
/** An argument that names a value, has an address in it, or is long and of no plain words. */
const MAY_MATTER = /[=<:]|\S{20}|^[A-Z]|your|path.?to|_|^$/i;
