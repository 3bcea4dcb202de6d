import { accountOf } from '../deduce/account';
import { isBareFailure, READ_OF_BARE_FAILURE } from '../deduce/bare-failure';
import { missingProgram, READ_OF_MISSING_PROGRAM } from '../deduce/missing-program';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'client-bundled-runtime',
  label: 'client-bundled-runtime',
  cause: 'client-bug',
  stage: 'interpreter',
  over: ['native-module-abi', 'node-too-old', 'other-runtime-version'],
  reads: [
    'client-runtime',
    'bun-speaks',
    'abi-mismatch',
    'node-lacks',
    'runtime-lacking',
    'account',
    ...READ_OF_BARE_FAILURE,
    ...READ_OF_MISSING_PROGRAM,
  ],
  messages: {
    maybe:
      'The client runs this server with a runtime of its own, and the server may not fit that one. Turn the built-in one off in the settings of the client, or write the full path of yours into `command`.',
    bun: 'The entry names a program of Node.js, and it is Bun that has run: the client takes the runtime that it brings along. Write the full path of yours into `command`.',
    extension:
      'This server is an extension, and those run with the Node.js that the client brings along, unless its settings say otherwise: turn the built-in one on there, or install Node.js.',
    default:
      'The client runs this server with a runtime of its own, and the server does not fit that one. Write the full path of yours into `command`, or turn the built-in one off in the settings of the client.',
  },
  match: (subject, say) => {
    const { facts, entry } = subject;
    const bun = facts.first('bun-speaks');
    if (bun && entry && /^(?:npx|npm|node)$/.test(entry.program))
      return [say('bun', {}, { confidence: 'likely', evidence: [bun.evidence] })];
    const runtime = facts.first('client-runtime');
    const unfit = facts.first('abi-mismatch') ?? facts.first('node-lacks') ?? facts.first('runtime-lacking');
    if (runtime && unfit) return [say('default', {}, { evidence: [runtime.evidence, unfit.evidence] })];
    const electron = facts.all('abi-mismatch').find(({ wanted }) => wanted !== null && isElectrons(Number(wanted)));
    if (electron) return [say('default', {}, { evidence: [electron.evidence] })];
    const account = accountOf({ facts }, 'runtime');
    if (account) return [say('maybe', {}, { confidence: 'possible', evidence: [account.evidence] })];
    const missing = subject.isExtension ? missingProgram(subject) : null;
    if (missing?.name === 'node') return [say('extension', {}, { confidence: 'likely', evidence: [missing.evidence] })];
    const guess = { isGuess: true, severity: 'information', confidence: 'possible' } as const;
    return runtime && isBareFailure(subject) ? [say('maybe', {}, { ...guess, evidence: [runtime.evidence] })] : [];
  },
});

/**
 * Whether the ABI is one of Electron’s, which clients bring along, and none of a Node.js that one installs. Source: the
 * registry of ABI versions of Node.js; of newer ones than it had in 2026 nothing is said.
 */
function isElectrons(abi: number): boolean {
  return abi > 108 && abi < 141 && !OF_NODE.has(abi);
}

/** Of Node.js 18 to 25. */
const OF_NODE: ReadonlySet<number> = new Set([108, 111, 115, 120, 127, 131, 137, 141]);

export const page: Page = {
  title: 'The client takes a runtime of its own',
  what: 'Where the entry says `node`, the client starts a Node.js that it brings along, of another version than yours.',
  why: 'So that extensions run where no Node.js is installed. What was installed or built with yours may not fit it.',
  remedy: 'Write the full path of your own runtime into `command`, or choose it in the settings of the client.',
  exceptions: 'That a client says it uses its own is no fault by itself: most servers run with it.',
};

const own = '[info] Using built-in Node.js for MCP server: acme';

const builtIn = '2026-07-08T20:41:29.282Z [acme] [info] Using built-in Node.js for MCP server: acme';

export const examples: Examples = () => [
  {
    name: 'the end alone, of a server that the client runs by itself',
    fires: true,
    given: { log: `${builtIn}\n2026-07-08T20:41:29.559Z [acme] [info] Server transport closed` },
    says: 'may not fit',
  },
  { name: 'the same, and nothing has failed', fires: false, given: { log: builtIn } },
  {
    name: 'an extension for which there is no Node.js',
    fires: true,
    behind: 'runner-not-on-path',
    given: { isExtension: true, log: 'Error: spawn node ENOENT' },
    says: 'turn the built-in one on',
  },
  { name: 'a server of an entry', fires: false, given: { log: 'Error: spawn node ENOENT' } },
  {
    name: 'somebody has seen which one was taken',
    fires: true,
    given: { log: 'it uses the system node and not the one bundled with Claude Desktop' },
  },
  {
    name: 'a module that was built for another one',
    fires: true,
    given: {
      log: `${own}\nError: The module '/a/b.node' was compiled against a different Node.js version using NODE_MODULE_VERSION 127. This version of Node.js requires NODE_MODULE_VERSION 137.`,
    },
  },
  {
    name: 'an ABI that only Electron has',
    fires: true,
    given: {
      stderr:
        "Error: The module '/a/b.node' was compiled against a different Node.js version using\nNODE_MODULE_VERSION 127. This version of Node.js requires\nNODE_MODULE_VERSION 136. Please try re-compiling",
    },
  },
  {
    name: 'Bun, where npx was meant',
    fires: true,
    given: {
      exit: { code: 1, signal: null },
      config: '{ "servers": { "a": { "command": "npx", "args": ["-y", "acme"] } } }',
      stderr: 'Resolving dependencies\nResolved, downloaded and extracted [2]\nSaved lockfile\nsomething went wrong',
    },
  },
  {
    name: 'Bun, where it was meant',
    fires: false,
    given: {
      exit: { code: 1, signal: null },
      config: '{ "servers": { "a": { "command": "bunx", "args": ["acme"] } } }',
      stderr: 'Resolving dependencies\nResolved, downloaded and extracted [2]\nSaved lockfile\nsomething went wrong',
    },
  },
  { name: 'it says so, and nothing else', fires: false, given: { log: own } },
];
