import { isProtected } from '../deduce/protected-by-system';
import { defineRule } from './rule';
import type { Examples, Page } from './rule';

export const rule = defineRule({
  id: 'file-permission-denied',
  label: 'file-permission-denied',
  cause: 'permission-denied',
  stage: 'settings',
  reads: ['file-denied', 'silent', 'npm-speaks'],
  messages: {
    named:
      'The server may not read or write {path}. Give that file to the user as whom the client runs, or name another one in the settings.',
    default: 'The system does not let the server read or write one of its files. Look at the rights of that file.',
  },
  match: ({ facts, platform, plan }, say) => {
    const denied = facts.first('file-denied');
    if (!denied || facts.first('silent') || facts.first('npm-speaks')) return [];
    if (isProtected(denied, plan?.platform ?? platform ?? null)) return [];
    const path = denied.path || null;
    const more = { confidence: 'likely', evidence: [denied.evidence] } as const;
    return [path === null ? say('default', {}, more) : say('named', { path }, more)];
  },
});

export const page: Page = {
  title: 'A file may not be read or written',
  what: 'The server opened one of its files, and the system refused it.',
  why: 'The file or its folder belongs to somebody else, is read-only, or lies in a place that only administrators may write. A relative path is looked for in the client’s working folder, and that may be `/`.',
  remedy: 'Change the owner or the rights, or name a path in your home in the server’s settings.',
  exceptions: 'A program that may not be executed, npm’s cache, and what macOS protects are causes of their own.',
};

const died = { exit: { code: 1, signal: null } };

export const examples: Examples = () => [
  {
    name: 'Node.js',
    fires: true,
    given: { ...died, stderr: "Error: EACCES: permission denied, open '/var/log/acme.log'" },
    params: { path: '/var/log/acme.log' },
  },
  {
    name: 'a folder at the root',
    fires: true,
    given: { ...died, stderr: "PermissionError: [Errno 13] Permission denied: '/data'" },
  },
  {
    name: 'no name',
    fires: true,
    given: { ...died, stderr: 'PermissionError: [WinError 5] Access is denied', platform: 'win32' },
  },
  {
    name: 'what macOS protects',
    fires: false,
    given: {
      ...died,
      platform: 'darwin',
      stderr: "PermissionError: [Errno 1] Operation not permitted: '/Users/u/Documents/acme/.venv/pyvenv.cfg'",
    },
  },
];
