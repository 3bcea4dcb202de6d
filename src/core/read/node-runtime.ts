import { safe, shortened } from '../text';
import { clientSaid, stderrMatches } from './lines';
import type { Told } from '../facts';
import type { Said } from './statements';
import type { Safe } from '../text';

export type NodeRuntimeFact =
  /** Which Node.js ran, from the trailer of its errors, or from what somebody says of it. `isBound`: this one or older. */
  | Told<'node-seen', { version: Safe; major: number; isBound: boolean }>
  /** Something that the Node.js at hand does not have; `since` is the first major that does, null where that is not said. */
  | Told<'node-lacks', { what: Safe; since: number | null; isSaid: boolean }>;

/** Node.js itself: its version, and the words in which it misses what newer ones have. */
export function read(start: Said): readonly NodeRuntimeFact[] {
  return [...seen(start), ...lacks(start)];
}

function seen(start: Said): readonly NodeRuntimeFact[] {
  const matches = [...VERSIONS.flatMap((pattern) => stderrMatches(start, pattern)), ...clientSaid(start, [BY_PATH])];
  const found = matches.flatMap(({ groups: [, version], evidence }): NodeRuntimeFact[] =>
    version ? [{ kind: 'node-seen', version, major: Number(version.split('.')[0]), isBound: false, evidence }] : [],
  );
  if (found.length > 0) return found.slice(0, 1);
  // Before 16 the files of Node.js itself have no prefix in a stack, and npx is a program of its own.
  return [...stderrMatches(start, OLD_FRAME), ...stderrMatches(start, OLD_NPX)]
    .slice(0, 1)
    .map(({ evidence }) => ({ kind: 'node-seen', version: safe('15 or older'), major: 15, isBound: true, evidence }));
}

function lacks(start: Said): readonly NodeRuntimeFact[] {
  const said = SAID.flatMap((form) => stderrMatches(start, form)).map(
    ({ groups: [sentence, major], evidence }): NodeRuntimeFact => ({
      kind: 'node-lacks',
      what: shortened(sentence ?? safe('a newer version'), LONGEST),
      since: Number(major),
      isSaid: true,
      evidence,
    }),
  );
  const missed = FORMS.filter(({ beside }) => !beside || start.stderr.some(({ text }) => beside.test(text))).flatMap(
    ({ pattern, since, others, what: ofForm }) =>
      stderrMatches(start, pattern).flatMap(({ groups: [, named], evidence }): NodeRuntimeFact[] => {
        const what = ofForm ?? named;
        const first = (named && since?.get(named)) ?? others;
        return what && first !== undefined ? [{ kind: 'node-lacks', what, since: first, isSaid: false, evidence }] : [];
      }),
  );
  return [...said, ...missed].slice(0, MOST);
}

/** How Node.js says that it lacks something. */
interface Form {
  /** Its first group is what is missing. */
  readonly pattern: RegExp;
  /** By what is missing, the first major that has it. */
  readonly since?: ReadonlyMap<string, number>;
  /** The same for what is not listed, null where it is not known; absent where that says nothing of the age. */
  readonly others?: number | null;
  /** What is missing, where the words do not say it. */
  readonly what?: Safe;
  /** Newer ones say the same for another reason: with an old one there is such a line as well. */
  readonly beside?: RegExp;
}

const LONGEST = 120;
const MOST = 3;

const VERSIONS = [
  /^Node\.js v(\d{1,3}\.\d{1,3}\.\d{1,3})/,
  /\b[Yy]ou are (?:using|running) (?:Node(?:\.js)? )?v?(\d{1,3}\.\d{1,3}\.\d{1,3})\b/,
  /\bUnsupported Node(?:\.js)? version:? v?(\d{1,3}\.\d{1,3}\.\d{1,3})/,
  /\bNode(?:\.js)? (?:version )?v?(\d{1,3}\.\d{1,3}\.\d{1,3}) is not supported\b/,
  /\b(?:[Cc]urrent(?:ly)?(?: version)?(?: is)?:?|[Ff]ound|[Dd]etected|[Gg]ot) Node(?:\.js)? v?(\d{1,3}\.\d{1,3}\.\d{1,3})\b/,
];
/** A client names the program that it starts, and a version manager has the version in its path. */
const BY_PATH =
  /\b[Uu]sing MCP server command: .{0,200}[/\\](?:node|nvm|nodejs)[/\\]v?(\d{1,3}\.\d{1,3}\.\d{1,3})[/\\]/;
const OLD_FRAME = /^\s*(?:at .{1,200}\()?internal\/(?:modules|process|main)\/[\w/]{1,80}\.js:\d/;

const OLD_NPX = /^npx: installed \d{1,5} in [\d.]{1,10}s$/;

/** A server, or a library, that looks at the version first. Warnings of npm about `engines` are none: most run. */
const SAID = [
  /\b[Nn]ode(?:\.js)?(?: version)? v?\d[\w.]{0,12}\b.{0,40}\b(?:expected|need(?:s|ed)?|requires?|wants?|at least) (?:\^|>=? ?|v)?(\d{2})(?:\.\d{1,3}){0,2}/,
  /\b(?:supports?|works with|runs on) (?:only )?[Nn]ode(?:\.js)? (?:>=? ?)?v?(\d{2})(?:\.\d{1,3}){0,2}\+?(?: (?:and|or) (?:up|newer|later|above|higher))?\b.{0,40}\b(?:you (?:have|are|use)|found|current|got|detected)\b/,
  /\bNode(?:\.js)? v?\d[\w.]{0,12} detected,? (?:but )?v?(\d{2})(?:\.\d{1,3}){0,2}\+? (?:is )?required\b/,
  /\bNode(?:\.js)?(?: version)? v?(\d{2})(?:\.\d{1,3}){0,2}\+? (?:or (?:higher|newer|later|above|greater) )?(?:is )?required\b/,
  /^(?!npm (?:warn|WARN)).{0,120}\b(?:requires?|needs?|[Pp]lease (?:use|upgrade to|install)|[Mm]inimum(?: required)?(?: version)?(?: is|:)?|must (?:be|use))\b.{0,30}\b[Nn]ode(?:\.?[Jj][Ss])?(?: version)?:? ?(?:>=? ?|\^|v)?(\d{2})(?:\.\d{1,3}){0,2}\+?/,
];

/** Modules that are there with the prefix only; the prefix itself by 16. */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['node:test', 18],
  ['node:test/reporters', 20],
  ['node:sqlite', 22],
  ['node:sea', 20],
]);

const GLOBALS: ReadonlyMap<string, number> = new Map([
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'BroadcastChannel'].map(
    (name) => [name, 18] as const,
  ),
  ...['ReadableStream', 'WritableStream', 'TransformStream', 'CompressionStream'].map((name) => [name, 18] as const),
  ['structuredClone', 17],
  ['performance', 16],
  ['WeakRef', 15],
  ['EventTarget', 15],
  ['TextDecoderStream', 18],
  ['AbortController', 15],
  ['AbortSignal', 15],
  ['DOMException', 17],
  ['CustomEvent', 19],
  ['crypto', 19],
  ['File', 20],
  ['navigator', 21],
  ['WebSocket', 22],
  ['CloseEvent', 23],
]);

/** Methods whose names nothing else has. */
const METHODS: ReadonlyMap<string, number> = new Map([
  ['replaceAll', 15],
  ['randomUUID', 15],
  ['at', 17],
  ['structuredClone', 17],
  ['markAsUncloneable', 22],
  ['union', 22],
  ['isSubsetOf', 22],
  ['hasOwn', 16],
  ['findLast', 18],
  ['findLastIndex', 18],
  ['toSorted', 20],
  ['toReversed', 20],
  ['toSpliced', 20],
  ['isWellFormed', 20],
  ['getSetCookie', 19],
  ['withResolvers', 22],
  ['groupBy', 21],
  ['fromAsync', 22],
  ['parseEnv', 20],
  ['styleText', 20],
  ['loadEnvFile', 20],
  ['globSync', 22],
  ['hash', 22],
]);

const SYNTAX: ReadonlyMap<string, number> = new Map([
  ["Unexpected token '?'", 14],
  ['Unexpected token ?', 14],
  ["Unexpected token '.'", 14],
  ['Unexpected token .', 14],
  // Without quotes only a V8 says it that knows no modules either: it is the brace behind `import`.
  ['Unexpected token {', 12],
  ["Unexpected token '??='", 15],
  ["Unexpected token '||='", 15],
  ["Unexpected token '&&='", 15],
  ["Unexpected token 'with'", 20],
  ['Invalid regular expression flags', 20],
  ['Invalid regular expression flags (v)', 20],
]);

/** Options of `node` itself. Any other one is meant for a script, and stands in the wrong place. */
const OPTIONS: ReadonlyMap<string, number> = new Map([
  ['--import', 18],
  ['--watch', 18],
  ['--test', 18],
  ['--env-file', 20],
  ['--disable-warning', 20],
  ['--experimental-permission', 20],
  ['--experimental-default-type', 20],
  ['--env-file-if-exists', 22],
  ['--run', 22],
  ['--permission', 22],
  ['--experimental-strip-types', 22],
  ['--experimental-transform-types', 22],
  ['--experimental-sqlite', 22],
  ['--use-system-ca', 22],
]);

const FORMS: readonly Form[] = [
  {
    pattern: /(?:No such built-in module: |Cannot find (?:module|package) ')(node:[a-z_/]{2,30})\b/,
    since: BUILT_IN,
    others: 16,
  },
  {
    pattern:
      /\bThe requested module '(?:node:[\w/]{2,40}|(?:fs|util|crypto|stream|events|timers)(?:\/promises|\/web)?)' does not provide an export named '(\w{1,60})'/,
    others: null,
  },
  { pattern: /(?:\bReferenceError: |^)(\w{2,40}) is not defined/, since: GLOBALS },
  { pattern: /\bTypeError: (?:[\w.$()[\]]{1,120}\.)?(\w{2,40}) is not a function/, since: METHODS },
  {
    pattern:
      /\bCannot read properties of undefined \(reading '(getRandomValues|subtle|randomUUID)'\)|\bcrypto\.(getRandomValues)\(\) not supported\b/,
    what: safe('crypto'),
    others: 19,
  },
  { pattern: /\bneeds an (import assertion) of type\b/, others: 20 },
  // Package clients look at the version first, where they are newer than it or were told to.
  {
    pattern: /\b(npm)(?: v[\d.]{1,12})? (?:is known not to (?:run|work) on|does not support) Node\.js v?\d/,
    others: null,
  },
  {
    pattern: /\bUnsupported (Node)(?:\.js)? version\b|\b(Node)(?:\.js)? (?:version )?v?[\d.]{1,12} is not supported\b/,
    what: safe('what the server asks of it'),
    others: null,
  },
  { pattern: /\b(import\.meta\.(?:dirname|filename)) is undefined\b/, others: 20 },
  { pattern: /^[Ee]rror:? (?:.{0,200} )?The engine "(node)" is incompatible with this module\b/, others: null },
  {
    pattern: /\bNot compatible with your version of node\/npm: \S{1,200}@\d/,
    what: safe('what the package asks of it'),
    others: null,
  },
  {
    pattern: /^(?:npm (?:error|ERR!) code )?(EBADENGINE)$|\b(?:ERR_PNPM_UNSUPPORTED_ENGINE)\b/,
    what: safe('what the package asks of it'),
    others: null,
  },
  {
    pattern:
      /\bSyntaxError: (Unexpected token (?:'(?:\?\?=|\|\|=|&&=|\?|\.|with)'|\?|\.|\{)|Invalid regular expression flags(?: \(v\))?)$/,
    since: SYNTAX,
  },
  {
    pattern: /\b(Node(?:\.js)?(?: version)?) (?:is )?too old\b|\b(?:[Uu]pgrade|[Uu]pdate) (?:your )?(Node)(?:\.js)?\b/,
    what: safe('what the server asks of it'),
    others: null,
  },
  // Before 12 a module was no word of theirs: the line that they show begins with `import`.
  { pattern: /^SyntaxError: (Unexpected (?:string|identifier|token \{))$/, others: 12, beside: /^\s*import\s[\w*{'"]/ },
  // That old ones say it is seen by their frames.
  { pattern: /^SyntaxError: (Cannot use import statement outside a module)$/, others: null, beside: OLD_FRAME },
  // Only newer ones take a module in the place of a CommonJS file.
  {
    pattern: /\bERR_REQUIRE_ESM\b|\brequire\(\) of ES [Mm]odule(?:s is|\b.{0,400}) not supported\b/,
    what: safe('require() of a module'),
    others: 22,
  },
  // The npx of npm 6 takes `-y` for itself and sees no package behind it.
  { pattern: /^ERROR: You must supply a command\.?(?:$| Execute binaries\b)/, what: safe('npx -y'), others: 16 },
  { pattern: /^\S{0,256}\bnode(?:\.exe)?: bad option: (--[\w-]{1,60})/, since: OPTIONS },
];
