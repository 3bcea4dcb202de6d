import { knownServer } from '../deduce/known-server';
import { editorOf } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { hideShapes } from '../secrets/mask';
import { fill } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'argument-not-taken',
  label: 'wrong-subcommand-or-flag',
  cause: 'args-malformed',
  stage: 'settings',
  reads: ['entry'],
  messages: {
    default: '{package} looks at no arguments: {arg} is passed over.',
    variable: '{package} looks at no arguments: {arg} is passed over. It reads {right} from `env`.',
    twice:
      '{arg} names the package once more, behind it: the server takes that for an argument of its own. Leave it out.',
  },
  match: ({ entry, file }, say) => {
    if (!entry) return [];
    const repeated = entry.hasArg(VERSIONED) ? namedTwice(entry) : null;
    const known = repeated ? null : knownServer(entry);
    const arg = repeated ?? (known?.server.takesNoArgs ? known.args.find(({ raw }) => raw.reveal() !== '') : undefined);
    if (!arg) return [];
    const evidence = [{ kind: 'entry', line: null, text: arg.safe }] as const;
    const more = { severity: 'warning', confidence: 'likely', span: arg.span, evidence } as const;
    if (!known) return [say('twice', { arg: arg.safe }, { ...more, fixes: file ? leaveOut(file, entry, arg) : [] })];
    const name = hideShapes(known.name);
    const [variable] = known.server.reads ?? [];
    if (variable === undefined || !PATH.test(arg.raw.reveal()) || !variable.endsWith('_PATH'))
      return [
        say('default', { package: name, arg: arg.safe }, { ...more, fixes: file ? leaveOut(file, entry, arg) : [] }),
      ];
    const fixes = file ? asVariable(file, entry, arg, variable) : [];
    return [say('variable', { package: name, arg: arg.safe, right: hideShapes(variable) }, { ...more, fixes })];
  },
});

const VERSIONED = /^@?[\w./-]+@(?:latest|next|v?\d[\w.-]*)$/;
const PATH = /[/\\]/;

/** A word `name@version` behind the first word of that name. */
function namedTwice({ args, program }: ServerEntry): Value | null {
  if (!/^(?:npx|uvx|bunx|pnpx)$/.test(program)) return null;
  const names = args.map(({ raw }) => raw.reveal().replace(/(?<=.)@[^/@]*$/, ''));
  const at = args.findIndex(
    ({ raw }, index) => VERSIONED.test(raw.reveal()) && names.slice(0, index).includes(names[index] ?? ''),
  );
  // Behind a flag it is that flag's value.
  return at < 1 || names[at - 1]?.startsWith('-') ? null : (args[at] ?? null);
}

function leaveOut(file: ConfigFile, entry: ServerEntry, arg: Value): readonly Fix[] {
  return entryFix(
    entry,
    'leave-out',
    fill('Leave out {arg}', { arg: arg.safe }),
    editorOf(file).replaceItem(file, arg, []),
  );
}

function asVariable(file: ConfigFile, entry: ServerEntry, arg: Value, name: string): readonly Fix[] {
  const editor = editorOf(file);
  const set = editor.setProperties(file, [...entry.path, entry.keys.env], { [name]: arg.raw.reveal() });
  if (set.length === 0) return [];
  const title = fill('Give it as {name}', { name: hideShapes(name) });
  return entryFix(entry, 'give-as-variable', title, [...editor.replaceItem(file, arg, []), ...set]);
}

export const page: Page = {
  title: 'An argument that the server does not take',
  what: 'The server looks at no arguments, or gets the name of its own package for one.',
  why: 'The argument was guessed, or a tool that writes configurations put the package in twice.',
  remedy: 'Leave it out; what it was to say is said by a variable.',
  exceptions: 'Only servers whose released code was looked through are known here.',
};

const entry = (command: string, ...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command, args } } }),
});

export const examples: Examples = () => [
  {
    name: 'a path for the memory',
    fires: true,
    given: entry('npx', '-y', '@modelcontextprotocol/server-memory', './memory.json'),
    params: { right: 'MEMORY_FILE_PATH' },
  },
  { name: 'a word', fires: true, given: entry('npx', '-y', '@modelcontextprotocol/server-github', 'stdio') },
  {
    name: 'the package again',
    fires: true,
    given: entry('uvx', '--from', 'git+https://x.test/serena', 'serena', 'start', 'serena@latest'),
  },
  { name: 'none', fires: false, given: entry('npx', '-y', '@modelcontextprotocol/server-memory') },
  {
    name: 'a server that takes some',
    fires: false,
    given: entry('npx', '-y', '@modelcontextprotocol/server-filesystem', '/srv'),
  },
  { name: 'the package and its program', fires: false, given: entry('uvx', '--from', 'acme@latest', 'acme') },
  { name: 'a package for a flag', fires: false, given: entry('npx', '-y', 'acme', '--plugin', 'acme@latest') },
];
