import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'native-module-abi',
  label: 'native-module-abi',
  cause: 'binary-incompatible',
  stage: 'load',
  reads: ['abi-mismatch'],
  messages: {
    default:
      'A part of the server in machine code was built for another Node.js than the one that runs it. Build it anew with this one (`npm rebuild`), or delete its folder in npx’s cache.',
    seen: 'A part of the server in machine code was built for another Node.js (ABI {built}) than the one that runs it (ABI {wanted}). Build it anew with this one (`npm rebuild`), or delete its folder in npx’s cache.',
  },
  match: ({ facts }, say) =>
    facts
      .all('abi-mismatch')
      .map(({ built, wanted, evidence }) =>
        built !== null && wanted !== null
          ? say('seen', { built, wanted }, { evidence: [evidence] })
          : say('default', {}, { confidence: 'likely', evidence: [evidence] }),
      ),
});

export const page: Page = {
  title: 'A native module fits another Node.js',
  what: 'The server uses a module in machine code, and that was compiled for another Node.js, or another system.',
  why: 'The module was installed with one Node.js and is run with another: the version manager of your shell and the client choose differently, the client brings a Node.js of its own, or `node_modules` was copied from another machine.',
  remedy:
    'Run `npm rebuild` with the Node.js that the client starts, or delete the package’s folder in npx’s cache. Or name one Node.js by its full path for both.',
  exceptions: 'A binary for another processor is another cause.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'the numbers',
    fires: true,
    given: {
      ...died,
      stderr:
        "Error: The module '/p/node_modules/better-sqlite3/build/Release/better_sqlite3.node'\nwas compiled against a different Node.js version using\nNODE_MODULE_VERSION 115. This version of Node.js requires\nNODE_MODULE_VERSION 127. Please try re-compiling",
    },
    params: { built: '115', wanted: '127' },
  },
  {
    name: 'another system’s',
    fires: true,
    given: { ...died, stderr: 'Error: /p/node_modules/x/build/Release/x.node: invalid ELF header' },
  },
  { name: 'another error', fires: false, given: { ...died, stderr: 'Error: x.node was not found' } },
];
