import { accountOf } from '../deduce/account';
import { lookedFor, READ_OF_LOOKED_FOR } from '../deduce/looked-for';
import { defineRule, firstWay } from './rule';
import type { ServerEntry, Value } from '../config/config-file';
import type { Evidence } from '../facts';
import type { Examples, Page, Way } from './rule';

const READS = [...READ_OF_LOOKED_FOR, 'path-malformed', 'path-cut', 'quotes-lost', 'entry', 'account'] as const;

const MESSAGES = {
  quotes:
    'A path or a word has quotes inside of it, and they are taken for a part of its name. Leave the inner quotes out: an item of `args` needs none, even with blanks in it.',
  eaten:
    '{path} has no backslash left: a single one is a sign of the format, and is read together with what stands behind it. Write each backslash twice, or `/` in its place.',
  malformed:
    'Windows found a sign in a path that no name may have: mostly quotes that were put around it once more. Leave inner quotes out; an item of `args` needs none.',
  lost: 'An argument is JSON, and its quotes were gone when the program got it: a shell on the way has taken them. On Windows that is the `cmd` behind `npx`; write each inner quote as `\\\\\\"` there, or give the program the path of a file.',
  told: 'A path with a blank in it seems to be taken apart on the way: somebody splits the words again. Use a path without blanks (on Windows its short form, `dir /x`), or start the program without a shell in between.',
  escapes:
    'A backslash in a path was read together with the letter behind it, as a tab or a break. Write each backslash twice, or `/` in its place.',
  escaped:
    '{path} has a backslash in front of a blank, as one types it in a shell. No shell reads this: leave the backslash out.',
  blank:
    'A path was cut at a blank: {part} is looked for. Somebody on the way splits the words again; use a path without blanks, or start the program without a shell in between.',
} as const;

type Here = Way<(typeof READS)[number], typeof MESSAGES>;

export const rule = defineRule({
  id: 'path-quoting',
  label: 'path-quoting',
  cause: 'args-malformed',
  stage: 'entry',
  reads: READS,
  over: [
    'script-path-wrong',
    'build-missing',
    'runner-not-on-path',
    'runner-not-installed',
    'cwd-missing',
    'wrong-cwd',
    'file-permission-denied',
    'config-json-invalid',
  ],
  messages: MESSAGES,
  match: (subject, say) => firstWay(WAYS, subject, say),
});

/** A token of the entry, as what it shows by itself. */
const shownBy = ({ safe, span }: Value) =>
  ({
    confidence: 'likely',
    severity: 'warning',
    span,
    evidence: [{ kind: 'entry', line: null, text: safe }],
  }) as const;
const likely = (evidence: Evidence) => ({ confidence: 'likely', evidence: [evidence] }) as const;

const eatenBackslashes: Here = ({ entry }, say) => {
  const eaten = entry && [entry.command, ...entry.args].find((value) => value && EATEN.test(value.safe));
  return eaten ? say('eaten', { path: eaten.safe }, shownBy(eaten)) : null;
};

/** What was looked for has quotes inside. */
const quotesLookedFor: Here = ({ facts, entry, platform }, say) => {
  const quoted = lookedFor(facts).find(({ path }) => /["']/.test(path));
  const span = (entry && withQuotes(entry))?.span ?? null;
  if (!quoted) return null;
  // Without them, too, Windows would not find a path that begins at the root.
  const confidence = platform === 'win32' && /^["']\//.test(quoted.path) ? 'possible' : 'evident';
  return say('quotes', {}, { confidence, span, evidence: [quoted.evidence] });
};

const escapedBlank: Here = ({ facts }, say) => {
  const escaped = lookedFor(facts).find(({ path }) => ESCAPED.test(path));
  return escaped ? say('escaped', { path: escaped.path }, { evidence: [escaped.evidence] }) : null;
};

const partedInEntry: Here = ({ entry }, say) => {
  const parted = entry && partedPath(entry);
  return parted ? say('blank', { part: parted.safe }, shownBy(parted)) : null;
};

const cutAtBlank: Here = ({ facts, entry }, say) => {
  const cut = lookedFor(facts).find(({ path }) => isCut(path, entry));
  if (cut) return say('blank', { part: cut.path }, { evidence: [cut.evidence] });
  const word = facts.all('command-not-found').find(({ program }) => entry && isInside(program, entry));
  if (word) return say('blank', { part: word.program }, { evidence: [word.evidence] });
  const split = facts.first('path-cut');
  return split ? say('blank', { part: split.part }, likely(split.evidence)) : null;
};

const malformedPath: Here = ({ facts }, say) => {
  const malformed = facts.first('path-malformed');
  return malformed ? say('malformed', {}, likely(malformed.evidence)) : null;
};

const lostQuotes: Here = ({ facts, entry }, say) => {
  const lost = facts.first('quotes-lost');
  return lost && (lost.isShown || entry?.hasArg(/^\{\s*"/)) ? say('lost', {}, likely(lost.evidence)) : null;
};

const toldOfEscapes: Here = ({ facts }, say) => {
  const told = accountOf({ facts }, 'escape');
  return told ? say('escapes', {}, { confidence: 'possible', evidence: [told.evidence] }) : null;
};

/** Quotes of the entry, which nothing was seen of yet. */
const quotesInEntry: Here = ({ entry }, say) => {
  const written = entry && withQuotes(entry);
  return written ? say('quotes', {}, shownBy(written)) : null;
};

const toldOfBlank: Here = ({ facts }, say) => {
  const told = accountOf({ facts }, 'blank');
  return told ? say('told', {}, { confidence: 'possible', evidence: [told.evidence] }) : null;
};

const WAYS: readonly Here[] = [
  eatenBackslashes,
  quotesLookedFor,
  escapedBlank,
  partedInEntry,
  cutAtBlank,
  malformedPath,
  lostQuotes,
  toldOfEscapes,
  quotesInEntry,
  toldOfBlank,
];

/** A token of the entry that has quotes around it, inside of those of the format. */
function withQuotes(entry: ServerEntry): Value | undefined {
  if (entry.hasCommand(QUOTED) || entry.hasCommand(A_WORD)) return entry.command ?? undefined;
  const word = FETCHES.test(entry.program) ? quotedPackage(entry) : undefined;
  return word ?? (entry.hasArg(QUOTED) ? entry.args.find(({ safe }) => QUOTED.test(safe)) : undefined);
}

/** A drive, and names behind it that run into each other. */
const EATEN = /^[A-Z]:(?![\\/])(?:[A-Z]|users|dev|projects|code|git|src|work|tools|python|temp)[\w .-]{5,}\.\w{2,4}$/;

/** The beginning of a path in `command`, whose rest behind a blank has become the first word of the args. */
function partedPath({ command, args }: ServerEntry): Value | null {
  const rest = args[0]?.safe ?? '';
  const isParted =
    command !== null &&
    ((/^\/Applications\/[\w.-]+$/.test(command.safe) && /^[\w.-]+\.app\/Contents\//.test(rest)) ||
      (/^[A-Za-z]:[\\/]Program$/.test(command.safe) && /^Files\b/.test(rest)));
  return isParted ? command : null;
}

/** What people put in the place of a path's beginning. */
const ELIDED = /\.{3}|…|<[^>]{1,40}>|\*\*\*|\bpath[/\\]to\b/i;

/** The beginning of a path that the entry has, up to a blank, or what is behind it; without one, of a folder whose name has a blank. */
function isCut(path: string, entry: ServerEntry | null): boolean {
  const plain = path.replaceAll('\\\\', '\\');
  const begins = (value: Value | null) => value?.safe.replaceAll('\\\\', '\\').startsWith(`${plain} `) === true;
  const ends = (value: Value | null) => value?.safe.replaceAll('\\\\', '\\').endsWith(` ${plain}`) === true;
  // Of a path whose beginning somebody has left out the last name is left.
  const name = /[/\\][^/\\]+$/.exec(plain)?.[0] ?? '';
  const goesOn = (value: Value | null) =>
    value !== null && ELIDED.test(value.safe) && value.safe.replaceAll('\\\\', '\\').includes(`${name} `);
  if (entry)
    return name !== '' && [entry.command, ...entry.args].some((value) => begins(value) || ends(value) || goesOn(value));
  return CUT.test(plain) || REST.test(plain);
}

/** A word of an argument with blanks, which no shell was to read. */
function isInside(word: string, { args }: ServerEntry): boolean {
  return args.some(
    ({ safe }, at) => safe.includes(` ${word} `) && !/^(?:-\w*c|\/[ck]|--call)$/i.test(args[at - 1]?.safe ?? ''),
  );
}

/** A path as shells on Unix want it typed. */
const ESCAPED = /^(?:\/|~\/)[^\\]*\\ /;

/** `Program Files`, `Application Support`, the folder of a person with two names. */
const CUT = /^[A-Za-z]:[\\/](?:Program|Users[\\/][A-Z]\w+)$|[\\/](?:Program|Application|Mobile|Google|Documents and)$/;

/** What is left of such a path behind the blank: no path begins so that has another sign for its folders. */
const REST = /^Files(?: \(x86\))?\\\w/;

/** The package between quotes of its own: no package has such a name. */
function quotedPackage(entry: ServerEntry): Value | undefined {
  const first = entry.hasArg(A_WORD) ? entry.args.find(({ safe }) => !safe.startsWith('-')) : undefined;
  return first && A_WORD.test(first.safe) ? first : undefined;
}

const FETCHES = /^(?:npx|uvx|bunx|pnpx)$/;
const A_WORD = /^(["'])(?:@[\w.-]{1,100}\/)?[\w.-]{1,100}(?:@[\w.-]{1,40})?\1$/;

/** A whole path, and nothing else, between quotes of its own; the value of an option between such. */
const QUOTED =
  /^(["'])(?:[A-Za-z]:[\\/]|\/|~\/|https?:\/\/)[^"']{1,400}\1$|^(["'])--?[a-z][\w-]{0,40}(?:=[^"'{}[\]]{1,400})?\2$|^--[a-z][\w-]{1,40}=(["'])[^"'{}[\]]{1,400}\3$|^"\{\s*\\?".*\}"$|^'\{\s*".*\}'$/;

export const page: Page = {
  title: 'Quotes or blanks break a path',
  what: 'The program got the path with quotes in it, or only the part before a blank.',
  why: 'In a terminal quotes keep a path with blanks together, and the shell takes them away. In a config file the list already keeps the words apart, and quotes inside of a word are a part of it. Windows’ command processor splits some lines again.',
  remedy: 'Write the path as one item without inner quotes: `"C:/My Tools/server.js"`, with `/` or with `\\\\`.',
  exceptions: 'Quotes in an argument that is itself code or JSON are meant.',
};

const header = {
  config: JSON.stringify({
    servers: { a: { command: 'npx', args: ['mcp-remote', 'https://a.example/mcp', '--header', 'X-Auth: Bearer abc'] } },
  }),
};
const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'backslashes that the format has eaten',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "node", "args": ["C:UsersmeDesktopserver.js"] } } }' },
    params: { path: 'C:UsersmeDesktopserver.js' },
  },
  {
    name: 'a blank as shells want it',
    fires: true,
    given: { ...died, stderr: "Error: Cannot find module '/srv/My\\ Notes/index.js'" },
    says: 'leave the backslash out',
  },
  {
    name: 'a blank as it is',
    fires: false,
    given: { ...died, stderr: "Error: Cannot find module '/srv/My Notes/a.js'" },
  },
  {
    name: 'JSON of the entry, of which only the error is left',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme", "--config", "{\\"a\\":1}"] } } }',
      stderr: "SyntaxError: Expected property name or '}' in JSON at position 1",
    },
    says: 'its quotes were gone',
  },
  {
    name: 'JSON of nobody knows what',
    fires: false,
    given: { ...died, stderr: "SyntaxError: Expected property name or '}' in JSON at position 1" },
  },
  {
    name: 'a word of a header',
    fires: true,
    given: { ...died, ...header, stderr: "'Bearer' is not recognized as an internal or external command" },
    params: { part: 'Bearer' },
  },
  {
    name: 'another word',
    fires: false,
    given: { ...died, ...header, stderr: "'acme' is not recognized as an internal or external command" },
  },
  {
    name: 'a name with a colon',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "acme", "args": ["a:latest.tar"] } } }' },
  },
  {
    name: 'JSON without its quotes',
    fires: true,
    given: {
      ...died,
      stderr:
        "undefined:1\n{\\\n ^\n\nSyntaxError: Expected property name or '}' in JSON at position 1\n    at JSON.parse (<anonymous>)",
    },
    says: 'its quotes were gone',
  },
  {
    name: 'the same error, of a file',
    fires: false,
    given: {
      ...died,
      stderr:
        "/srv/acme/data.json:1\n{ a: 1 }\n  ^\n\nSyntaxError: Expected property name or '}' in JSON at position 2",
    },
  },
  {
    name: 'a path whose rest is the first word of the args',
    fires: true,
    given: {
      config: '{ "servers": { "a": { "command": "/Applications/Acme", "args": ["Tool.app/Contents/MacOS/acme"] } } }',
    },
    params: { part: '/Applications/Acme' },
  },
  {
    name: 'a program of its own',
    fires: false,
    given: { config: '{ "servers": { "a": { "command": "/Applications/acme", "args": ["tool/app"] } } }' },
  },
  {
    name: 'a path that goes on elsewhere',
    fires: true,
    given: { log: "Error: Cannot find module '/media/My'\nstarted as `/media/My Book/server.js`" },
    params: { part: '/media/My' },
  },
  {
    name: 'a path, and words behind it',
    fires: false,
    given: { log: "Error: Cannot find module '/srv/acme'\nstarted as node /srv/acme with a flag" },
  },
  { name: 'a letter behind a backslash', fires: true, given: { log: '\\t is taken for a tab in c:\\temp' } },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'it fails whenever one of the configured directory paths contains a space' },
    says: 'taken apart',
  },
  {
    name: 'a server that says what it takes',
    fires: false,
    given: { log: 'paths with spaces are supported' },
  },
  {
    name: 'a path of the entry, up to its blank',
    fires: true,
    given: {
      ...died,
      config: '{ "servers": { "a": { "command": "python", "args": ["/Users/u/My Drive/server.py"] } } }',
      stderr: "python: can't open file '/Users/u/My': [Errno 2] No such file or directory",
    },
    params: { part: '/Users/u/My' },
  },
  {
    name: 'a shell looks for what is behind the blank',
    fires: true,
    given: { ...died, stderr: '/usr/bin/bash: Files\\Git\\bin\\bash.exe: No such file or directory' },
  },
  {
    name: 'a sign that no name may have',
    fires: true,
    given: { ...died, stderr: 'The filename, directory name, or volume label syntax is incorrect.' },
  },
  {
    name: 'the name of the package',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "\'acme\'"] } } }' },
  },
  {
    name: 'Node.js',
    fires: true,
    given: {
      ...died,
      stderr:
        'Error: Cannot find module \'C:\\app\\"C:\\Users\\u\\My Tools\\index.js"\'\n    at x {\n  requireStack: []',
    },
  },
  {
    name: 'the entry',
    fires: true,
    given: { config: JSON.stringify({ servers: { a: { command: 'node', args: ['"/srv/my tools/a.js"'] } } }) },
  },
  {
    name: 'cut at a blank',
    fires: true,
    given: {
      ...died,
      platform: 'win32',
      stderr: "'C:\\Program' is not recognized as an internal or external command,\noperable program or batch file.",
    },
    params: { part: 'C:\\Program' },
  },
  {
    name: 'JSON',
    fires: false,
    given: { config: JSON.stringify({ servers: { a: { command: 'node', args: ['a.js', '{"a":"/b"}'] } } }) },
  },
];
