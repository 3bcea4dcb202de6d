import { accountOf } from '../deduce/account';
import { dockerRun } from '../deduce/docker-run';
import { editorOf } from '../edit';
import { wordsIn } from '../fixes/shell-words';
import { safe } from '../text';
import { defineRule } from './rule';
import type { ConfigFile, ServerEntry, Value } from '../config/config-file';
import type { Fix } from '../fixes/fix';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'args-in-one',
  label: 'args-malformed',
  cause: 'args-malformed',
  stage: 'entry',
  reads: [
    'entry',
    'account',
    'add-refused',
    'npm-name-refused',
    'argument-refused',
    'module-missing',
    'script-missing',
  ],
  precludesStart: true,
  over: [
    'invalid-setting-value',
    'config-wrong-schema',
    'nothing-to-run',
    'wrong-subcommand-or-flag',
    'npm-package-missing',
    'npm-no-bin',
    'waiting-for-input',
  ],
  messages: {
    told: 'Words stand in one text that are arguments of their own. Make each an item of `args`.',
    added:
      'The command that was to add the server has taken words of it for its own: its options take all that stands behind them. Write the name first, then the options, then `--` and what starts the server.',
    default:
      'Two arguments stand in one text: {arg}. The program gets them as one word, and knows no such word. Make each an item of `args`.',
  },
  match: ({ facts, entry, file, isQuoted = false }, say) => {
    const refused = facts.first('add-refused');
    if (refused) return [say('added', {}, { confidence: 'likely', evidence: [refused.evidence] })];
    const account = accountOf({ facts }, 'joined');
    if (account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
    if (!entry || !(entry.hasArg(BLANK) || entry.hasArg(WITH_COMMAS) || entry.hasArg(LIST))) return [];
    if (entry.transport !== 'stdio') return [];
    if (READS_LINES.test(entry.program) && !entry.hasArg(FLAG_AND_LINE)) return [];
    const joined = JOINED.get(entry.program) ?? NOTHING;
    if (![joined, PACKED, WITH_VALUE, TWO, SCRIPT, WITH_COMMAS, LIST].some((form) => entry.hasArg(form))) return [];
    // Behind the name of the package it is the server's, and may be meant.
    const end = entry.args.findIndex(({ safe: word }) => !word.startsWith('-'));
    const own = dockerRun(entry)?.options ?? (end < 0 ? entry.args : entry.args.slice(0, end));
    // A package has no blank in its name, and a subcommand none either.
    const next = entry.args[end];
    const packed = FETCHES.test(entry.program) ? PACKED : joined;
    // Behind `-c` it is a line for a shell.
    const isNext = next !== undefined && !LINE_AHEAD.test(entry.args[end - 1]?.safe ?? '') && packed.test(next.safe);
    const embedded = entry.args.find(
      ({ raw }, at, { [at - 1]: before }) =>
        WITH_VALUE.test(raw.reveal()) ||
        ([TWO, SCRIPT].some((form) => form.test(raw.reveal())) && before?.safe.startsWith('-') !== true),
    );
    const [first] = entry.args;
    const listed = first && [WITH_COMMAS, LIST].some((form) => form.test(first.raw.reveal())) ? first : undefined;
    const sure = listed ?? own.find(({ safe: word }) => joined.test(word)) ?? (isNext ? next : undefined);
    const arg = sure ?? embedded;
    if (!arg) return [];
    const heard = LOOKED_FOR.flatMap((kind) => facts.all(kind)).find(({ evidence: { text } }) =>
      text.includes(arg.safe),
    );
    const written = { kind: 'entry', line: null, text: arg.safe } as const;
    const evidence = heard ? [written, heard.evidence] : [written];
    // Whoever writes down a failure joins words that were apart; a program that repeats them has got them so.
    const confidence = sure && (heard || !isQuoted) ? 'evident' : isQuoted && !heard ? 'possible' : 'likely';
    const fixes = file ? [split(file, entry, arg)] : [];
    return [
      say(
        'default',
        { arg: arg.safe },
        { span: arg.span, severity: sure ? 'error' : 'warning', confidence, evidence, fixes },
      ),
    ];
  },
});

const LOOKED_FOR = ['npm-name-refused', 'argument-refused', 'module-missing', 'script-missing'] as const;

/** Each word an item of its own. */
function split(file: ConfigFile, entry: ServerEntry, arg: Value): Fix {
  return {
    id: 'split-args',
    title: safe('Make each word an item of args'),
    applicability: 'safe',
    preferred: true,
    needs: [],
    edits: editorOf(file).replaceItem(file, arg, wordsOf(entry.program, arg.raw.reveal().trim())),
    trying: 'never',
    entryPath: entry.path,
  };
}

/** A shell takes one text behind its flag, others each word. */
function wordsOf(program: string, text: string): readonly string[] {
  if (/^(?:ba|z|da)?sh$/.test(program)) return /^(\S+)\s+(.*)$/s.exec(text)?.slice(1) ?? [text];
  if (LIST.test(text)) return Array.from(text.matchAll(/"([^"\\]*)"/g), ([, word = '']) => word);
  if (WITH_COMMAS.test(text)) return text.split(',');
  // A value in quotes is one word.
  return wordsIn(text) ?? text.split(/\s+/);
}

/** Flags of runners, with a word behind the blank: none of them takes that for a value. */
const PACKAGE_CLIENT =
  /^(?:-y|--yes|-p|--package|--from|--with|--python|--directory|run|exec|dlx) [^\s"']+(?: [^"']+)?$/;
/** A package, and a flag, an address, a path or a subcommand behind it; an archive, and what of it to run. */
const PACKED =
  /^(?:@[\w.-]+\/)?[\w.-]+(?:@[\w.^~-]+)? (?:--?[a-z]|https?:\/\/|[.~]{0,2}[\\/]|[a-z]:[\\/]|(?:stdio|serve|start|run|mcp)$)|^git\+\S+ [\w-]+$/i;
const LINE_AHEAD = /^(?:-c|--call)$/;
const BLANK = /\s/;
/** What a runner takes first, and a list behind it. */
const WITH_COMMAS = /^(?:-y|--yes|run|exec|dlx|--from|-m|-jar),[^\s,]+(?:,[^\s,]+)*$/;

/** A list as JSON writes it, its words in quotes. */
const LIST = /^\[\s*"[^"\\]+"(?:\s*,\s*"[^"\\]*")+\s*\]$/;

/** A flag with its value: no library for command lines takes that for one. */
const WITH_VALUE =
  /^--?[a-z][\w-]{1,40} [^\s"'-][^\s"']*$|^--[a-z][\w-]{1,40} (?:"[^"]+"|'[^']+')$|^--[a-z][\w-]{1,40}(?:[= ][^\s"'-][^\s"']*)?(?: --[a-z][\w-]{1,40}(?:[= ][^\s"'-][^\s"']*)?){1,8}$|^--header [\w-]+: ?\S/;
/** A path, and another one that begins where paths of persons and of systems do; an address, and a flag behind it. */
const TWO =
  /^(?:\/(?:Users|home|Volumes|mnt|opt|var|srv|tmp|data)\/\S[^"']*? \/(?:Users|home|Volumes|mnt|opt|var|srv|tmp|data)\/|[A-Za-z]:[\\/][^"']*? [A-Za-z]:[\\/]|https?:\/\/\S+ --?[a-z])/;
/** A script, and a flag behind it. */
const SCRIPT = /^[^\s"']+\.(?:[cm]?[jt]s|py|jar|sh) --?[a-z]/i;
/** What takes a line for its script, blanks and all. */
const READS_LINES = /^(?:(?:ba|z|da|a|fi)?sh|cmd|powershell|pwsh|ssh|osascript)$/;
/** The flag for a script, and the script in one with it: a shell takes the whole for a flag. */
const FLAG_AND_LINE = /^(?:\/[ck]|-[a-z]*c) \S/i;
const NOTHING = /(?!)/;
const FETCHES = /^(?:npx|bunx|pnpx|uvx)$/;
const CONTAINER =
  /^(?:run|exec|compose) -|^(?:-[evpwu]|--(?:env|volume|publish|name|network|mount|workdir|entrypoint|user|platform)) [^\s"'][^"']*$/;
const JOINED: ReadonlyMap<string, RegExp> = new Map([
  ...['npx', 'bunx', 'pnpx', 'npm', 'pnpm', 'uvx', 'uv', 'pipx'].map((name) => [name, PACKAGE_CLIENT] as const),
  ...['docker', 'podman'].map((name) => [name, CONTAINER] as const),
  ...['sh', 'bash', 'zsh', 'dash', 'cmd'].map((name) => [name, FLAG_AND_LINE] as const),
  ['env', /^[A-Za-z_]\w*=\S* \S/],
  ['java', /^-(?:jar|cp|classpath) \S/],
  ...['python', 'python3', 'py'].map((name) => [name, /^-m \S+$|\.py --?[a-z]/i] as const),
  ...['node', 'bun', 'deno', 'tsx'].map((name) => [name, /\.[cm]?[jt]s --?[a-z]/i] as const),
]);

export const page: Page = {
  title: 'Two arguments in one text',
  what: 'An item of `args` holds a flag and what stands behind it, or several words, parted by blanks or commas.',
  why: 'In a terminal a blank parts the words. In a config file each item is one word, blanks included.',
  remedy:
    'Write `["-y", "@modelcontextprotocol/server-memory"]` in place of `["-y @modelcontextprotocol/server-memory"]`.',
  exceptions: 'A value with blanks in it, such as a path or a sentence, is one item.',
};

const entry = (command: string, ...args: string[]) => ({
  config: JSON.stringify({ servers: { a: { command, args } } }),
});

export const examples: Examples = () => [
  {
    name: 'a script and a flag behind it',
    fires: true,
    given: { config: '{ "servers": { "a": { "command": "node", "args": ["/srv/a.js --port 3"] } } }' },
  },
  {
    name: 'somebody has seen it',
    fires: true,
    given: { log: 'each argument must be its own string, and mine were one' },
  },
  {
    name: 'the command that adds a server',
    fires: true,
    given: {
      log: 'Invalid environment variable format: acme, environment variables should be added as: -e KEY1=value1 -e KEY2=value2',
    },
    says: 'Write the name first',
  },
  { name: 'a package and a folder', fires: true, given: entry('npx', '-y', '@acme/server-files /srv/a') },
  { name: 'a line for a shell', fires: false, given: entry('npx', '-c', 'acme --stdio') },
  { name: 'a module', fires: true, given: entry('python', '-m /srv/acme/server.py') },
  { name: 'parted by commas', fires: true, given: entry('npx', '-y,@acme/server,--stdio') },
  { name: 'two folders', fires: true, given: entry('npx', '-y', 'acme-fs', '/Users/ann/My notes /Users/ann/Desktop') },
  { name: 'two folders as a value', fires: false, given: entry('acme-fs', '--roots', '/Users/ann/a /Users/ann/b') },
  { name: 'a folder with a blank', fires: false, given: entry('npx', '-y', 'acme-fs', '/Users/ann/My notes/2024') },
  {
    name: 'an address with a flag',
    fires: true,
    given: entry('npx', '-y', 'mcp-remote', 'https://mcp.acme.example/mcp --debug'),
  },
  { name: 'an option of Docker', fires: true, given: entry('docker', 'run', '-i', '-e ACME_KEY=abc', 'acme/mcp') },
  { name: 'a list in a text', fires: true, given: entry('npx', '["-y","@acme/server"]') },
  { name: 'a list for the server', fires: false, given: entry('npx', '-y', '@acme/server', '["a","b"]') },
  { name: 'commas in a value', fires: false, given: entry('npx', '-y', '@acme/server', '--tools=a,b') },
  { name: 'a package with a flag', fires: true, given: entry('npx', '-y', '@acme/server --stdio') },
  { name: 'a flag with its value', fires: true, given: entry('npx', '-y', '@acme/server', '--port 3000') },
  { name: 'a flag with its quoted value', fires: true, given: entry('npx', '-y', '@acme/server', '--dir "/my notes"') },
  { name: 'several flags', fires: true, given: entry('acme-mcp', '--key=a --url=b') },
  { name: 'a script of a runner', fires: true, given: entry('uv', 'run', 'server.py --port 3') },
  { name: 'the flag of a shell and its script', fires: true, given: entry('bash', '-c npx -y acme') },
  { name: 'the same for Windows', fires: true, given: entry('cmd', '/c npx -y acme') },
  { name: 'a script of a shell', fires: false, given: entry('bash', '-c', 'npx -y acme') },
  { name: 'a shell', fires: false, given: entry('ssh', 'host', 'server.py --port 3') },
  { name: 'a command for another', fires: false, given: entry('npx', '-y', 'acme-proxy', '--run', 'a.js --port 3') },
  { name: 'a sentence behind a flag', fires: false, given: entry('acme-mcp', '--title', 'a -- b') },
  { name: 'a script of a project', fires: true, given: entry('npm', 'run start') },
  { name: 'Java', fires: true, given: entry('java', '-jar /srv/acme.jar') },
  {
    name: 'a header for a bridge',
    fires: true,
    given: entry('npx', '-y', 'mcp-remote', 'https://x.test/mcp', '--header X-Acme: y'),
  },
  { name: 'Docker', fires: true, given: entry('docker', 'run -i --rm acme/mcp') },
  { name: 'a command for a bridge', fires: false, given: entry('npx', '-y', 'supergateway', '--stdio', 'uvx acme') },
  { name: 'a script in a container', fires: false, given: entry('docker', 'exec', '-i', 'a', 'sh', '-c', 'node x.js') },

  { name: 'npx', fires: true, given: entry('npx', '-y @acme/server') },
  { name: 'uvx', fires: true, given: entry('uvx', '--from acme', 'acme-mcp') },
  { name: 'Python', fires: true, given: entry('python3', '-m acme') },
  { name: 'a value behind the package', fires: false, given: entry('npx', '-y', '@acme/server', '--title My notes') },
  { name: 'a path with blanks', fires: false, given: entry('node', '/srv/my server/a.js') },
];
