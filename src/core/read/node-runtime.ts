import { captured, safe } from '../text';
import { stderrMatches } from './lines';
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
  const found = VERSIONS.flatMap((pattern) => stderrMatches(start, pattern)).flatMap(
    ({ groups: [, version], evidence }): NodeRuntimeFact[] =>
      version ? [{ kind: 'node-seen', version, major: Number(version.split('.')[0]), isBound: false, evidence }] : [],
  );
  if (found.length > 0) return found.slice(0, 1);
  // Before 16 the files of Node.js itself have no prefix in a stack, and npx is a program of its own.
  return [...stderrMatches(start, OLD_FRAME), ...stderrMatches(start, OLD_NPX)]
    .slice(0, 1)
    .map(({ evidence }) => ({ kind: 'node-seen', version: safe('15 or older'), major: 15, isBound: true, evidence }));
}

function lacks(start: Said): readonly NodeRuntimeFact[] {
  const said = stderrMatches(start, SAID).map(({ groups: [what, major], evidence }) =>
    lack(what ?? safe('a newer version'), Number(major), true, evidence),
  );
  const modules = stderrMatches(start, NO_BUILT_IN).flatMap(({ groups: [, module], evidence }) =>
    module ? lack(module, BUILT_IN.get(module.replace('node:', '')) ?? 16, false, evidence) : [],
  );
  const globals = stderrMatches(start, NO_GLOBAL).flatMap(({ groups: [, name], evidence }) => {
    const since = name && GLOBALS.get(name);
    return name && since ? lack(name, since, false, evidence) : [];
  });
  const methods = stderrMatches(start, NO_METHOD).flatMap(({ groups: [, name], evidence }) => {
    const since = name && METHODS.get(name);
    return name && since ? lack(name, since, false, evidence) : [];
  });
  const exported = stderrMatches(start, NO_EXPORT).flatMap(({ groups: [, module, name], evidence }) =>
    module && name ? lack(name, null, false, evidence) : [],
  );
  const syntax = stderrMatches(start, NO_SYNTAX).flatMap(({ groups: [, token], evidence }) => {
    const since = token && SYNTAX.get(token);
    return token && since ? lack(token, since, false, evidence) : [];
  });
  const npx = stderrMatches(start, OLD_NPX_USAGE).map(({ evidence }) => lack(safe('npx -y'), 16, false, evidence));
  const flags = stderrMatches(start, NO_FLAG).flatMap(({ groups: [, flag], evidence }) =>
    flag ? lack(flag, null, false, evidence) : [],
  );
  return [...said, ...modules, ...exported, ...globals, ...methods, ...syntax, ...npx, ...flags].slice(0, 3);
}

function lack(
  what: Safe,
  since: number | null,
  isSaid: boolean,
  evidence: NodeRuntimeFact['evidence'],
): NodeRuntimeFact {
  return { kind: 'node-lacks', what: captured(what, /^(.{1,120})/)?.[1] ?? what, since, isSaid, evidence };
}

const VERSIONS = [
  /^Node\.js v(\d{1,3}\.\d{1,3}\.\d{1,3})/,
  /\b(?:[Yy]ou are (?:using|running)|[Cc]urrent(?:ly)?(?: version)?(?: is)?:?|[Ff]ound|[Dd]etected|[Gg]ot) (?:Node(?:\.js)? )?v?(\d{1,3}\.\d{1,3}\.\d{1,3})\b/,
];
const OLD_FRAME = /^\s*(?:at .{1,200}\()?internal\/(?:modules|process|main)\/[\w/]{1,80}\.js:\d/;

/** The npx of npm 6 takes `-y` for itself and sees no package behind it. */
const OLD_NPX_USAGE = /^ERROR: You must supply a command\.$/;
const OLD_NPX = /^npx: installed \d{1,5} in [\d.]{1,10}s$/;

/** A server, or a library, that looks at the version first. Warnings of npm about `engines` are none: most run. */
const SAID =
  /^(?!npm (?:warn|WARN)).{0,120}\b(?:requires?|needs?|[Pp]lease (?:use|upgrade to|install)|[Mm]inimum(?: required)?(?: version)?(?: is|:)?|must (?:be|use))\b.{0,30}\b[Nn]ode(?:\.?[Jj][Ss])?(?: version)?:? ?(?:>=? ?|\^|v)?(\d{2})(?:\.\d{1,3}){0,2}\+?/;

const NO_BUILT_IN = /(?:No such built-in module: |Cannot find (?:module|package) ')(node:[a-z_/]{2,30})\b/;
/** Modules that are there with the prefix only, by the first major that has them; the prefix itself by 16. */
const BUILT_IN: ReadonlyMap<string, number> = new Map([
  ['test', 18],
  ['test/reporters', 20],
  ['sqlite', 22],
  ['sea', 20],
]);

const NO_GLOBAL = /\b(?:ReferenceError: )(\w{2,40}) is not defined/;
const GLOBALS: ReadonlyMap<string, number> = new Map([
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'BroadcastChannel'].map(
    (name) => [name, 18] as const,
  ),
  ...['ReadableStream', 'WritableStream', 'TransformStream', 'CompressionStream'].map((name) => [name, 18] as const),
  ['structuredClone', 17],
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

const NO_METHOD = /\bTypeError: (?:[\w.$()[\]]{1,120}\.)(\w{2,40}) is not a function/;
/** Methods whose names nothing else has. */
const METHODS: ReadonlyMap<string, number> = new Map([
  ['replaceAll', 15],
  ['hasOwn', 16],
  ['findLast', 18],
  ['findLastIndex', 18],
  ['toSorted', 20],
  ['toReversed', 20],
  ['toSpliced', 20],
  ['isWellFormed', 20],
  ['getSetCookie', 19],
  ['withResolvers', 22],
  ['parseEnv', 20],
  ['styleText', 20],
  ['loadEnvFile', 20],
]);

const NO_EXPORT =
  /\bThe requested module '(node:[\w/]{2,40}|(?:fs|util|crypto|stream|events|timers)(?:\/promises|\/web)?)' does not provide an export named '(\w{1,60})'/;

const NO_SYNTAX =
  /\bSyntaxError: (Unexpected token (?:'(?:\?\?=|\|\|=|&&=|\?|\.|with)'|\?|\.|\{)|Invalid regular expression flags|Unexpected reserved word)$/;
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
]);

const NO_FLAG = /^\S{0,256}\bnode(?:\.exe)?: bad option: (--[\w-]{1,60})/;
