import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE, suggestedBy } from '../deduce/bare-failure';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'node-too-old',
  label: 'node-too-old',
  cause: 'node-too-old',
  stage: 'load',
  reads: ['node-lacks', 'node-seen', 'extension-unknown', 'ready', 'silent', 'account', ...READ_OF_BARE_FAILURE],
  over: ['package-broken-release'],
  messages: {
    old: 'This client starts Node.js {version}, which few servers still take. Use the full path of a newer `node` or `npx`, or install one.',
    told: 'This client starts an older Node.js than your terminal, and the server may need a newer one. Use the full path of a newer `node` or `npx`, or remove the old one.',
    maybe:
      '`{program}` runs with the Node.js that stands first on the PATH of the client, and that may be an old one: with it many servers end at once. In a terminal, `which -a node` shows what there is.',
    types:
      'Node.js runs TypeScript by itself from 22.18 on, and this client starts one that does not: {path} may be meant for a newer one.',
    default:
      'The server needs a newer Node.js than the one that this client starts: {what}. Use the full path of a newer `node` or `npx`, or install one.',
    since:
      'The server needs Node.js {since} or newer for `{what}`, and this client starts an older one. Use the full path of a newer `node` or `npx`, or install one.',
    seen: 'The server needs Node.js {since} or newer for `{what}`, and this client starts {version}. Use the full path of a newer `node` or `npx`, or install one.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const lacks = facts.first('node-lacks');
    const seen = facts.first('node-seen');
    const typed = facts.first('extension-unknown');
    if (typed && /^\.[cm]?ts$/.test(typed.extension) && !/[/\\]node_modules[/\\]/.test(typed.path))
      return [say('types', { path: typed.path }, { confidence: 'possible', evidence: [typed.evidence] })];
    if (!lacks) {
      const isOld = seen && seen.major < OLDEST_TAKEN && !facts.first('ready') && !facts.first('silent');
      if (isOld) {
        const confidence = seen.major < OLDEST_IN_USE && isBareFailure(subject) ? 'likely' : 'possible';
        return [say('old', { version: seen.version }, { confidence, evidence: [seen.evidence] })];
      }
      const account = accountOf({ facts }, 'old-node');
      if (account) return [say('told', {}, { confidence: 'possible', evidence: [account.evidence] })];
      const runner = entry?.program === 'npx' && isBareFailure(subject) ? entry.command : null;
      return runner ? [say('maybe', { program: runner.safe }, { ...suggestedBy(runner), isLastGuess: true })] : [];
    }
    const { what, since, isSaid, evidence } = lacks;
    // The one at hand has it: then it is missing for another reason.
    if (seen && !seen.isBound && since !== null && seen.major >= since) return [];
    // Many servers print what they require, and die of something else: with the version beside it nothing else is meant.
    const more = { evidence: seen ? [evidence, seen.evidence] : [evidence] };
    if (since === null || isSaid)
      return [say('default', { what }, { ...more, confidence: isSaid && seen ? 'evident' : 'likely' })];
    if (!seen) return [say('since', { what, since }, { ...more, confidence: 'likely' })];
    const version = seen.version;
    return [say('seen', { what, since, version }, { ...more, confidence: 'evident' })];
  },
});

/** The SDK of MCP asks for it. */
const OLDEST_TAKEN = 18;
/** Before it, Node.js takes apart neither the syntax nor the modules that servers are made of. */
const OLDEST_IN_USE = 16;

export const page: Page = {
  title: 'Node.js is too old for the server',
  what: 'The server uses something that the Node.js which runs it does not have.',
  why: 'The client starts the first `node` on the PATH that it sees, and that is often not the one of your terminal: version managers such as nvm change the PATH of shells only, and some clients bring a Node.js of their own.',
  remedy:
    'Write the full path of a newer `node` or `npx` into `command`; `npx` runs the `node` beside it only where that is first on PATH. In a terminal, `node --version` and `which -a node` show what there is.',
  exceptions:
    'A warning of npm that an engine is unsupported (`EBADENGINE`) is no sign by itself: most such servers run. Where the Node.js that ran is new enough, nothing is said.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  { name: 'somebody has seen it', fires: true, given: { log: 'the app picks up an old Node from nvm' } },
  {
    name: 'the end alone, of what an old one may have run',
    fires: true,
    behind: 'first-run-download-timeout',
    given: {
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"], "env": { "ACME_REGION": "eu" } } } }',
      log: 'MCP error -32000: Connection closed',
    },
    says: 'may be an old one',
  },
  { name: 'somebody has seen a new one', fires: false, given: { log: 'the app picks up a new Node from nvm' } },
  {
    name: 'a path with its version, and nothing else',
    fires: true,
    given: {
      log: '2026-07-08T15:26:32.725Z [a] [info] Using MCP server command: /Users/u/.nvm/versions/node/v14.17.0/bin/npx with args and path: {\n2026-07-08T15:26:33.727Z [a] [info] Server transport closed unexpectedly, this is likely due to the process exiting early.',
    },
    params: { version: '14.17.0' },
  },
  {
    name: 'a path with a new one',
    fires: false,
    given: {
      log: '2026-07-08T15:26:32.725Z [a] [info] Using MCP server command: /Users/u/.nvm/versions/node/v22.17.0/bin/npx with args and path: {\n2026-07-08T15:26:33.727Z [a] [info] Server transport closed unexpectedly, this is likely due to the process exiting early.',
    },
  },
  {
    name: 'an npx of its own, as npm 6 had it, and nothing else',
    fires: true,
    given: { ...died, stderr: 'npx: installed 92 in 5.3s' },
  },
  {
    name: 'a trailer of a new one',
    fires: false,
    given: { ...died, stderr: 'Error: the frobnicator is cold\n    at x (/p/a.js:1:1)\n\nNode.js v20.11.0' },
  },
  {
    name: 'a global that is missing, and the version',
    fires: true,
    given: { ...died, stderr: 'ReferenceError: File is not defined\n    at file:///x.js:1:1\n\nNode.js v18.20.4' },
    params: { since: 20, version: '18.20.4', what: 'File' },
  },
  {
    name: 'a built-in module',
    fires: true,
    given: {
      ...died,
      stderr: 'Error [ERR_UNKNOWN_BUILTIN_MODULE]: No such built-in module: node:sqlite\n\nNode.js v20.11.0',
    },
    params: { since: 22 },
  },
  {
    name: 'the prefix itself, and the frames of an old one',
    fires: true,
    given: {
      ...died,
      stderr:
        "internal/modules/cjs/loader.js:818\n  throw err;\n  ^\n\nError: Cannot find module 'node:fs/promises'\nRequire stack:\n- /x.js",
    },
    params: { since: 16 },
  },
  {
    name: 'syntax, and no version',
    fires: true,
    given: { ...died, stderr: "/x.js:3\n  a ??= b\n    ^^^\n\nSyntaxError: Unexpected token '??='" },
    params: { since: 15 },
  },
  {
    name: 'the server says it',
    fires: true,
    given: { ...died, stderr: 'Error: acme-mcp requires Node.js >= 20.0.0. You are using 18.19.1' },
  },
  {
    name: 'an export of Node.js itself',
    fires: true,
    given: {
      ...died,
      stderr:
        "SyntaxError: The requested module 'node:util' does not provide an export named 'styleText'\n\nNode.js v18.1.0",
    },
  },
  {
    name: 'a method',
    fires: true,
    given: { ...died, stderr: 'TypeError: Promise.withResolvers is not a function\n\nNode.js v20.1.0' },
    params: { what: 'withResolvers' },
  },
  {
    name: 'a stack of an old one, whose age is only bounded',
    fires: true,
    given: {
      ...died,
      stderr:
        "npx: installed 79 in 8.1s\nfile:///c.js:5452\ncrypto = globalThis.crypto?.webcrypto\n\nSyntaxError: Unexpected token '.'\n    at Loader.moduleStrategy (internal/modules/esm/translators.js:140:18)",
    },
    params: { since: 14 },
  },
  {
    name: 'one that knows no modules',
    fires: true,
    given: { ...died, stderr: '/x.js:2\nimport {\n       ^\nSyntaxError: Unexpected token {' },
  },
  { name: 'the npx of npm 6', fires: true, given: { ...died, stderr: 'ERROR: You must supply a command.' } },
  {
    name: 'an option of Node.js itself',
    fires: true,
    given: { ...died, stderr: 'node: bad option: --env-file=.env' },
    params: { since: 20 },
  },
  {
    name: 'an option that was meant for the script',
    fires: false,
    given: { ...died, stderr: 'node: bad option: --token=abc' },
  },
  {
    name: 'it is new enough',
    fires: false,
    given: { ...died, stderr: 'ReferenceError: fetch is not defined\n\nNode.js v22.3.0' },
  },
  {
    name: 'npm warns of engines',
    fires: false,
    given: {
      ...died,
      stderr: 'npm warn EBADENGINE Unsupported engine { required: { node: ">=20" } }\nError: something else',
    },
  },
  {
    name: 'a name of the server’s own',
    fires: false,
    given: { ...died, stderr: 'ReferenceError: config is not defined\n\nNode.js v18.1.0' },
  },
];
