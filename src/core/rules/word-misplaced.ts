import { editorOf, replaceText } from '../edit';
import { entryFix } from '../fixes/entry-fix';
import { oddWord } from '../launch/odd-word';
import { fill, safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { OddWord } from '../launch/odd-word';
import type { Safe } from '../text';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'word-misplaced',
  label: 'wrong-subcommand-or-flag',
  cause: 'args-malformed',
  stage: 'entry',
  reads: ['entry', 'ready', 'spawn-failed'],
  precludesStart: true,
  over: [
    'wrong-subcommand-or-flag',
    'npm-package-missing',
    'pypi-package-missing',
    'script-path-wrong',
    'wrong-package',
    'nothing-to-run',
  ],
  messages: {
    subcommand:
      '`{program}` takes {word} for one of its subcommands, and has none of that name. Put `{meant}` in front.',
    doubled:
      '`{program}` takes {word} for the name of the package that it is to run. Leave it out: the package comes first.',
    module: '`-m` takes the name of a module, and {word} is a file. Write `{meant}`, or leave `-m` out.',
    flag: '{word} is a flag of `{meant}`, and `{program}` ends at it. Leave it out.',
    sibling:
      '`{program}` takes {word} for the name of the package that it is to run: it is a subcommand of `{meant}`. Start that.',
    installs:
      '`{program} {word}` installs or writes down something and ends: that starts no server. Do it once in a terminal, and write here what starts the server.',
    address:
      '`{program}` takes {word} for the archive of a package. A remote server is written with its address alone (`url`), or behind `mcp-remote` where this client knows local ones only.',
    value:
      '`{meant}` takes `{word}` for its value: the folder that belongs there is missing. Write it behind `{meant}`.',
    source:
      '`{word}` says where the package comes from, and nothing says what to run. Leave {word} out where both have one name, or write the program behind it.',
    file: '`{program}` takes {word} for a package, and it is a file: `{meant}` runs files.',
    incomplete: '`{program}` is not told what to run, and ends with a page of help. Name it in `args`.',
    late: '{word} stands behind what is run, and that gets it: `{program}` itself reads only what is in front of `{meant}`. Put it there.',
    apart:
      'What belongs to {word} stands in an item of its own, and {word} by itself is empty. Write both as one item.',
    drive:
      '{word} was `{meant}` before a shell of Git, or another one for Windows, took it for a folder and handed that on. Write `{meant}`.',
  },
  match: ({ facts, entry, file, isQuoted = false }, say) => {
    if (!entry?.command || entry.transport !== 'stdio' || facts.first('ready')) return [];
    const odd = oddWord(
      entry.program,
      entry.args.map(({ raw }) => raw.reveal()),
    );
    const word = odd && (odd.at === null ? entry.command : entry.args[odd.at]);
    if (!word) return [];
    // Whoever writes down a failure leaves words out; and what could not be started said nothing of its words.
    if (RESTS_ON_ABSENCE.has(odd.is) && (isQuoted || facts.first('spawn-failed'))) return [];
    const meant = entry.mask(odd.meant);
    const evidence = [{ kind: 'entry', line: null, text: word.safe }] as const;
    const more = {
      severity: 'warning',
      confidence: isQuoted ? 'possible' : 'likely',
      span: word.span,
      evidence,
      fixes: file ? corrected(file, entry, word, odd) : [],
    } as const;
    return [say(odd.is, { program: entry.command.safe, word: word.safe, meant }, more)];
  },
});

const RESTS_ON_ABSENCE: ReadonlySet<OddWord['is']> = new Set(['value', 'source', 'incomplete']);

function corrected(file: ConfigFile, entry: ServerEntry, word: Value, odd: OddWord): readonly Fix[] {
  const { is, meant } = odd;
  const place = (title: Safe, items: readonly string[]): readonly Fix[] =>
    entryFix(entry, 'place-word', title, editorOf(file).replaceItem(file, word, items));
  const written = { word: word.safe, meant: entry.mask(meant) };
  switch (is) {
    case 'subcommand':
      return place(fill('Put {meant} in front', written), [...meant.split(' '), word.raw.reveal()]);
    case 'address':
      return meant === '' ? [] : place(fill('Put {meant} in front', written), [meant, word.raw.reveal()]);
    case 'module':
      return place(fill('Write {meant}', written), [meant]);
    case 'doubled':
    case 'flag':
    case 'source':
      return place(fill('Leave {word} out', written), []);
    case 'late':
      return moved(file, entry, word, odd);
    case 'drive':
      return place(fill('Write {meant}', written), [meant]);
    case 'apart':
      return joined(file, entry, word, odd);
    case 'sibling': {
      const isPlain = entry.command && !entry.keys.isCommandLine && file.problems.length === 0;
      const edits = isPlain ? [replaceText(entry.command, meant)] : [];
      return entryFix(entry, 'place-word', fill('Start it with {meant}', written), edits);
    }
    case 'file':
      return withProgram(file, entry, odd);
    case 'installs':
    case 'incomplete':
    case 'value':
      return []; // what is missing there only a person knows
    default:
      return is satisfies never;
  }
}

/** Another program for the same file; what was a word of the old one goes. */
function withProgram(file: ConfigFile, entry: ServerEntry, { at, meant }: OddWord): readonly Fix[] {
  if (entry.keys.isCommandLine || at === null) return [];
  const [program = '', ...own] = meant.split(' ');
  const rest = entry.args.slice(at).map(({ raw }) => raw.reveal());
  const values = { [entry.keys.command]: program, [entry.keys.args]: [...own, ...rest] };
  const title = fill('Start it with {meant}', { meant: entry.mask(meant) });
  return entryFix(entry, 'place-word', title, editorOf(file).setProperties(file, entry.path, values));
}

/** The word, and the one behind it, as one. */
function joined(file: ConfigFile, entry: ServerEntry, word: Value, { at, meant: by }: OddWord): readonly Fix[] {
  const next = at === null ? undefined : entry.args[at + 1];
  if (!next) return [];
  const editor = editorOf(file);
  const edits = [
    ...editor.replaceItem(file, word, [word.raw.reveal() + by + next.raw.reveal()]),
    ...editor.replaceItem(file, next, []),
  ];
  return entryFix(entry, 'place-word', safe('Write both as one item'), edits);
}

/** The word, with what goes with it, in front of the one that it belongs before. */
function moved(file: ConfigFile, entry: ServerEntry, word: Value, { at, meant, takes = 0 }: OddWord): readonly Fix[] {
  const place = entry.args.find(({ raw }) => raw.reveal() === meant);
  if (!place) return [];
  const editor = editorOf(file);
  const words = at === null ? [] : entry.args.slice(at, at + 1 + takes);
  const edits = [
    ...editor.replaceItem(file, place, [...words.map(({ raw }) => raw.reveal()), meant]),
    ...words.flatMap((each) => editor.replaceItem(file, each, [])),
  ];
  return entryFix(entry, 'place-word', fill('Put {word} in front', { word: word.safe }), edits);
}

export const page: Page = {
  title: 'A word that the program takes for something else',
  what: 'By its place among the args a word is read as a subcommand, a package, a module or a flag, and it is none that the program has.',
  why: 'Runners are alike and not the same: `uv` wants `run` where `uvx` takes the package, `-y` is a flag of `npx` alone, and `python -m` wants a module where `python` takes a file.',
  remedy: 'Write the line as the manual of that program has it, and try it in a terminal.',
  exceptions: 'Where the server answers, the line is right, and nothing is said.',
};

const entry = (command: string, ...args: readonly string[]) => ({
  config: JSON.stringify({ servers: { a: { command, args } } }),
});

export const examples: Examples = () => [
  {
    name: 'uv and a package',
    fires: true,
    given: entry('uv', 'acme-mcp'),
    params: { program: 'uv', meant: 'tool run' },
  },
  {
    name: 'a flag of Python',
    fires: true,
    given: entry('uvx', '-m', 'acme-mcp'),
    params: { word: '-m', meant: 'python' },
  },
  { name: 'the same behind the package', fires: false, given: entry('uvx', 'acme-mcp', '-m', 'fast') },
  { name: 'uv and a script', fires: true, given: entry('uv', 'server.py') },
  {
    name: 'a source behind its package',
    fires: true,
    given: entry('uvx', 'acme', '--from', 'git+https://github.com/acme/acme'),
    params: { meant: 'acme' },
  },
  {
    name: 'a source in front',
    fires: false,
    given: entry('uvx', '--from', 'git+https://github.com/acme/acme', 'acme'),
  },
  { name: 'a date of a server', fires: false, given: entry('uvx', 'acme', '--from', '2026-01-01') },
  {
    name: 'a header in two items',
    fires: true,
    given: entry('npx', 'mcp-remote', 'https://x.test/mcp', '--header', 'X-Acme:', 'abc'),
    params: { word: 'X-Acme:' },
  },
  { name: 'an option and its value', fires: true, given: entry('npx', '-y', 'acme', '--folder=', '/srv/a') },
  { name: 'an option that is to be empty', fires: false, given: entry('npx', '-y', 'acme', '--folder=', '--port=3') },
  {
    name: 'a flag that became a folder',
    fires: true,
    given: entry('cmd', 'C:/', 'npx', '-y', 'acme'),
    params: { meant: '/c' },
  },
  { name: 'a flag', fires: false, given: entry('cmd', '/c', 'npx', '-y', 'acme') },
  { name: 'uv run', fires: false, given: entry('uv', 'run', 'acme-mcp') },
  { name: 'uv and a flag', fires: false, given: entry('uv', '--directory', '/srv/acme', 'run', 'acme-mcp') },
  { name: 'uvx run', fires: true, given: entry('uvx', 'run', 'acme-mcp'), params: { word: 'run' } },
  { name: 'npx run', fires: true, given: entry('npx', 'run', 'acme') },
  { name: 'npx and a package', fires: false, given: entry('npx', '-y', 'acme', 'run') },
  { name: 'a flag of npx for Node.js', fires: true, given: entry('node', '-y', 'server.js') },
  { name: 'a flag of npx for uvx', fires: true, given: entry('uvx', '-y', 'acme-mcp') },
  { name: 'a flag of npx for npx', fires: false, given: entry('npx', '-y', 'acme') },
  {
    name: 'a file for a module',
    fires: true,
    given: entry('python', '-m', './src/acme/server.py'),
    params: { meant: 'src.acme.server' },
  },
  { name: 'a module', fires: false, given: entry('python', '-u', '-m', 'acme.server') },
  { name: 'a program of Java', fires: true, given: entry('java', '/srv/acme.jar'), params: { meant: '-jar' } },
  { name: 'a program of Java as it is to be', fires: false, given: entry('java', '-jar', '/srv/acme.jar') },
  { name: 'an option of run', fires: true, given: entry('docker', '-i', '--rm', 'acme/mcp'), params: { meant: 'run' } },
  { name: 'an image', fires: true, given: entry('docker', 'acme/mcp:latest') },
  {
    name: 'what installs',
    fires: true,
    given: entry('npm', 'install', '-g', 'acme-mcp'),
    params: { program: 'npm', word: 'install' },
  },
  {
    name: 'an installer of servers',
    fires: true,
    given: entry('npx', '-y', '@smithery/cli@latest', 'install', '@acme/notes', '--client', 'claude'),
  },
  {
    name: 'the same as a launcher',
    fires: false,
    given: entry('npx', '-y', '@smithery/cli@latest', 'run', '@acme/notes'),
  },
  { name: 'what tells a client', fires: true, given: entry('claude', 'mcp', 'add', 'acme'), params: { word: 'mcp' } },
  { name: 'a client as a server', fires: false, given: entry('claude', 'mcp', 'serve') },
  { name: 'a script of a project', fires: false, given: entry('npm', 'run', 'install') },
  {
    name: 'an address for a package',
    fires: true,
    given: entry('npx', '-y', 'https://mcp.acme.example/mcp'),
    params: { word: 'https://mcp.acme.example/mcp' },
  },
  {
    name: 'an archive',
    fires: false,
    given: entry('npx', '-y', 'https://dl.acme.example/acme-mcp.tgz'),
  },
  {
    name: 'a folder that is missing',
    fires: true,
    given: entry('uv', '--directory', 'run', 'server.py'),
    params: { meant: '--directory' },
  },
  { name: 'a folder called run', fires: false, given: entry('uv', '--directory', 'run', 'run', 'server.py') },
  { name: 'where from, and not what', fires: true, given: entry('uvx', '--from', 'acme') },
  { name: 'where from, and what', fires: false, given: entry('uvx', '--from', 'acme', 'acme-mcp') },
  {
    name: 'a permission behind the script',
    fires: true,
    given: entry('deno', 'run', 'server.ts', '--allow-net'),
    params: { meant: 'server.ts' },
  },
  { name: 'a permission in front of it', fires: false, given: entry('deno', 'run', '--allow-net', 'server.ts') },
  {
    name: 'a file for a package',
    fires: true,
    given: entry('npx', '-y', '/srv/acme/index.js', '--stdio'),
    params: { word: '/srv/acme/index.js', meant: 'node' },
  },
  { name: 'a script for a package', fires: true, given: entry('uvx', 'server.py'), params: { meant: 'uv run' } },
  {
    name: 'a subcommand of uv',
    fires: true,
    given: entry('uvx', '--directory', '/srv/acme', 'run', 'server.py'),
    params: { word: 'run', meant: 'uv' },
  },
  { name: 'a package of a project', fires: false, given: entry('uvx', '--directory', '/srv/acme', 'acme-mcp') },
  { name: 'a package that is called like a file', fires: false, given: entry('npx', '-y', 'acme.js') },
  { name: 'nothing to run', fires: true, given: entry('uvx'), params: { program: 'uvx' } },
  { name: 'a container of nothing', fires: true, given: entry('docker', 'run', '-i', '--rm') },
  { name: 'a container of something', fires: false, given: entry('docker', 'run', '-i', '--rm', 'acme/mcp') },
  { name: 'a plugin of Docker', fires: false, given: entry('docker', 'mcp', 'gateway', 'run') },
];
