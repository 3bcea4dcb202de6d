import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'install-race',
  label: 'install-race',
  cause: 'npx-cache-corrupt',
  stage: 'fetch',
  reads: ['install-collided', 'silent'],
  over: ['npx-cache-corrupt', 'file-permission-denied', 'os-security-block', 'bin-not-executable'],
  messages: {
    default:
      'Two starts have installed into the same place at the same time, and one met a file that the other had open. Start the server once alone, so that everything is installed; then start the client again.',
  },
  match: ({ facts }, say) => {
    const collided = facts.first('install-collided');
    return collided && !facts.first('silent')
      ? [say('default', {}, { confidence: 'likely', evidence: [collided.evidence] })]
      : [];
  },
});

export const page: Page = {
  title: 'Two installations met',
  what: 'A package client has put a package in its place while another process was using the files there.',
  why: 'Clients start all their servers at once, and some start each server twice. Package clients keep what they install in one folder for all of them.',
  remedy:
    'Run the server’s command once in a terminal, until it waits. From then on everything is there, and nothing is installed at a start.',
  exceptions: 'On Windows an antivirus program that looks at new files keeps them open as well.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'a program that is still being written',
    fires: true,
    given: { ...died, stderr: 'sh: 1: /home/u/.npm/_npx/15b07286cbcc3329/node_modules/.bin/acme: Text file busy' },
  },
  {
    name: 'uv on Windows, in any language',
    fires: true,
    given: {
      ...died,
      stderr:
        'error: failed to remove file `C:\\Users\\u\\AppData\\Local\\uv\\cache\\archive-v0\\x\\Lib\\a.pyd`: Le processus ne peut pas accéder au fichier. (os error 32)',
    },
  },
  {
    name: 'a file of the server’s own',
    fires: false,
    given: { ...died, stderr: "PermissionError: [WinError 32] in use by another process: 'C:\\\\data\\\\notes.db'" },
  },
];
