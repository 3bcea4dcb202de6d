import { knownPackages, writtenInPython } from '../known-packages';
import { knownServers } from '../known-servers';
import { CONTAINERS } from '../launch/containers';
import { ELSEWHERE } from '../launch/elsewhere';
import { misfitOf } from '../launch/misfit';
import { ofOtherSystem } from '../launch/virtual-env';
import { oddSetting } from '../launch/odd-setting';
import { oddWord } from '../launch/odd-word';
import { isOfOther } from '../launch/interpreters';
import { isShell } from '../launch/probe-class';
import { programName } from '../launch/program-name';
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
  /** A command line that a rule may have something to say of. */
  command: 32,
} as const;

/** Tells the marks of an entry in one walk over it; into `varied` go the texts that may have variables in them. */
export function marksOf(node: Node, keys: EntryKeys, varied: string[]): number {
  const { command, isCommandLine, args, env, cwd, type } = keys;
  // Where the command is a list, an entry says what it is as well.
  let marks = isCommandLine ? MARKS.form : 0;
  let hasCommand = false;
  let program = '';
  let words: readonly Node[] | undefined;
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (!key || !value) continue;
    const name: unknown = key.value;
    if (name === command) {
      hasCommand = isCommandLine ? value.type === 'array' : value.type === 'string' && value.value !== '';
      marks |= isCommandLine ? ofList(value, varied) : ofText(value, false, varied);
      program = textOf(isCommandLine ? value.children?.[0] : value);
      if (isCommandLine) words = value.children?.slice(1);
    } else if (name === args) {
      marks |= ofList(value, varied);
      words = value.children;
    } else if (name === env) marks |= ofSettings(value, varied);
    else if (name === cwd) marks |= ofText(value, false, varied) | MARKS.form;
    else if (name === type) marks |= value.type === 'string' && value.value === 'stdio' ? 0 : MARKS.form;
    else marks |= SETTING.test(String(name)) ? MARKS.form | MARKS.command : MARKS.form;
    // What stands in a header or an address is looked at as a setting is.
    if (value.type === 'object' && name !== env) marks |= ofSettings(value, varied);
    else if (value.type === 'string' && keys.addresses.includes(String(name)))
      marks |= ofText(value, true, varied) | MARKS.value;
  }
  if (!hasCommand) return marks | MARKS.remote | MARKS.form | MARKS.command;
  return isPlainCommand(program, words ?? []) ? marks : marks | MARKS.command;
}

/** The name of a variable, among the keys. */
const SETTING = /^[A-Z][A-Z0-9]*_/;

function textOf(node: Node | undefined): string {
  return typeof node?.value === 'string' ? node.value : '';
}

/** A program with words of its own, none of which stands for anything that a rule would look at. */
function isPlainCommand(command: string, words: readonly Node[]): boolean {
  const program = programName(command);
  if (
    /\s|^[-@"'{\u2018-\u201F\u00AB\u00BB]|^https?:|^[a-z]{2,20}_[a-z_]{2,40}=|^[a-z]:[\\/]?$|\.(?:jsonc?|toml|ya?ml|py|[cm]?js|ts|jar)$/i.test(
      command,
    ) ||
    CONTAINERS.has(program) ||
    LAUNCHERS.has(program) ||
    ELSEWHERE.has(program) ||
    isShell(program) ||
    ofOtherSystem(command) !== null
  )
    return false;
  if (misfitOf(command, () => words.map(textOf)) !== null) return false;
  if (oddWord(program, words.map(textOf)) !== null) return false;
  const first = textOf(words[0]);
  if ((words.length > 0 && first === program) || first.includes(',')) return false;
  // The rest of a path.
  if (/^[\w.-]{1,80}\.app\/|^Files\b/.test(first)) return false;
  if (program === 'dnx' || (program === 'npx' && words.length > 1 && hasOwnFlag(words))) return false;
  if (
    isOfOther(program, first) ||
    (program === 'node' && /\.tsx?$/.test(first)) ||
    (program === 'uvx' && words.some((word) => textOf(word).startsWith('@')))
  )
    return false;
  for (const word of words) {
    const text = textOf(word);
    const sign = text.charCodeAt(0);
    // Dashes and quotes as texts print them.
    if ((sign >= 0x20_10 && sign <= 0x20_1f) || sign === 0x22_12 || sign === 0xab || sign === 0xbb) return false;
    if (isShellWord(text, sign)) return false;
    // A drive, and no folder behind it.
    if (text.charCodeAt(1) === 0x3a && !/^.:[\\/]/.test(text)) return false;
    // A scope, and no name behind it.
    if (sign === 0x40 && !text.includes('/')) return false;
    if (text.endsWith(',') || text.includes('$(') || text.includes('`')) return false;
    if (CONTAINERS.has(text) || OTHERWISE.test(text) || SETS.test(text)) return false;
    if (/\s/.test(text) || text.includes('"') || text.includes("'") || text.includes('==')) return false;
    const at = text.lastIndexOf('@');
    if (at > 0 || KNOWN_NAMES.has(text)) return false;
  }
  return true;
}

/** Other programs that start others. */
const LAUNCHERS: ReadonlySet<string> = new Set(['docker-compose', 'npm', 'yarn', 'pnpm']);

/** Another transport than stdio, and an inspector. */
const OTHERWISE =
  /^(?:sse|https?|dev|--?[\w-]{0,20}(?:transport|mode)[\w-]{0,20}=.*|--(?:sse|http|streamable-?http))$|^streamable/i;

/** As a shell sets a variable. */
const SETS = /^[A-Z][A-Z0-9_]{2,60}=/;

/** A word that is one of a shell: `&&`, `|`, `2>…`, `-c`. */
function isShellWord(text: string, first: number): boolean {
  if (first === 0x26 || first === 0x7c || first === 0x3e) return true;
  return text.length <= 5 && first === 0x2d ? text.endsWith('c') : text.charCodeAt(1) === 0x3e;
}

/** A long flag before the first word that is none. */
function hasOwnFlag(words: readonly Node[]): boolean {
  for (const word of words) {
    const text = textOf(word);
    if (text.startsWith('--') && text.length > 2) return true;
    if (!text.startsWith('-')) return false;
  }
  return false;
}

const KNOWN_NAMES: ReadonlySet<string> = new Set([
  ...knownPackages.npm,
  ...knownPackages.pypi,
  ...writtenInPython.keys(),
  ...knownServers.keys(),
]);

function ofList(node: Node, varied: string[]): number {
  if (node.type !== 'array') return MARKS.form;
  let marks = 0;
  for (const item of node.children ?? []) {
    marks |= ofText(item, false, varied);
    if (typeof item.value === 'string' && mayMatter(item.value)) marks |= MARKS.value;
  }
  return marks;
}

function ofSettings(node: Node, varied: string[]): number {
  if (node.type !== 'object') return MARKS.form;
  let marks = 0;
  for (const { children } of node.children ?? []) {
    const [key, value] = children ?? [];
    if (!value) continue;
    marks |= ofText(value, true, varied);
    const isOdd = oddSetting(String(key?.value), textOf(value)) !== null;
    if (isOdd || key?.value === 'PATH' || /\s/.test(String(key?.value))) marks |= MARKS.command;
    // Names of variables are in capitals, those of keys are not.
    if (typeof key?.value === 'string' && key.value.charCodeAt(0) >= 97) marks |= MARKS.form;
  }
  return marks;
}

function ofText({ type, value }: Node, isSetting: boolean, varied: string[]): number {
  if (type !== 'string' || typeof value !== 'string') return MARKS.form | (isSetting ? MARKS.value : 0);
  let marks = 0;
  if (isSetting && !PLAIN.test(value)) marks |= MARKS.value;
  if (MAY_VARY.test(value)) {
    marks |= MARKS.variable;
    varied.push(value);
  }
  if (mayLead(value)) marks |= MARKS.path;
  return marks;
}

/** A word, a number, an address of our own machine or a variable: no placeholder, and no secret that could be told from one. */
const PLAIN =
  /^(?:(?!change|replace|placeholder|xxx|(?:string|key|token|secret|apikey)$)[a-z]{1,15}|\d[\d.]{0,11}|\$\{[^{}]*\})$/;

const MAY_VARY = /[$%]|^~|\{(?:env:|workspace|userHome)/;

/** A path with backslashes or a drive, into a home directory, or to a file in a folder. */
function mayLead(text: string): boolean {
  if (text.includes('\\') || text[1] === ':') return true;
  const slash = text.indexOf('/');
  if (slash < 0) return false;
  if (text[slash - 1] === ':' || text.includes('/Users/') || text.includes('/home/')) return text[slash + 1] !== '/';
  return slash === 0 ? /^\/(?:Volumes|mnt|media)\//.test(text) : A_FILE.test(text) || ROOTLESS.test(text);
}

const ROOTLESS = /^(?:Users|home)\//;
const A_FILE = /^\w[\w.-]*\/[^@]*\.\w{1,5}$/;

/** An argument that names a value, has an address in it, is long, or is not in the letters of commands. */
function mayMatter(text: string): boolean {
  if (text.length === 0 || text.length >= LONG) return true;
  const first = text.charCodeAt(0);
  return (
    (first >= 65 && first <= 91) ||
    text === '...' ||
    text === '…' ||
    text.includes('=') ||
    text.includes('<') ||
    text.includes('_') ||
    text.includes('path') ||
    text.includes('your') ||
    text.includes(':') ||
    (text.includes('{') && !text.includes('${'))
  );
}

const LONG = 24;
